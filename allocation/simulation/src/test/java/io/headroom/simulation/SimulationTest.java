package io.headroom.simulation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.headroom.allocation.CycleReport;
import io.headroom.core.Flow;
import io.headroom.core.Location;
import io.headroom.core.NodeGroup;
import io.headroom.core.Region;
import io.headroom.core.RegionPair;
import io.headroom.core.Resource;
import io.headroom.core.Resources;
import io.headroom.core.TimeGrid;
import io.headroom.simulation.strategy.FleetReplay;
import io.headroom.simulation.strategy.ReplayRun;
import io.headroom.simulation.strategy.SeenDemand;
import io.headroom.spi.ChangeSet;
import io.headroom.spi.CostModel;
import io.headroom.spi.Deadline;
import io.headroom.spi.DemandModel;
import io.headroom.spi.Fence;
import io.headroom.spi.FlowDemand;
import io.headroom.spi.GroupTarget;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class SimulationTest {
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final TimeGrid HOURS = TimeGrid.of(Duration.ofHours(1));
    private static final Region EU = Region.of("eu");
    private static final NodeGroup GROUP = new NodeGroup("group", EU, NodeGroup.Kind.VM, Resources.compute(1));
    private static final Flow FLOW = Flow.of("eu", "us", "api");
    private static final DemandModel AT_SOURCE =
            DemandModel.uniform(FlowDemand.perTransaction(Resources.compute(1), Resources.NONE, Resources.NONE));

    private final SimulatedClock clock = new SimulatedClock(START);

    private SimulatedFleet fleet(int leadSteps, int start, double... rates) {
        return SimulatedFleet.builder(HOURS, clock)
                .workload(
                        Set.of(FLOW),
                        (flow, at, step) -> OptionalDouble.of(rates[(int) (HOURS.index(at) - HOURS.index(START))]))
                .group(GROUP, start)
                .leadTime(Duration.ofHours(leadSteps))
                .build();
    }

    /** Applies the given totals one after the other, and nothing else. */
    private Supplier<CycleReport> script(SimulatedFleet fleet, int... totals) {
        int[] next = {0};
        return () -> {
            ChangeSet changes = new ChangeSet("k" + next[0], List.of(new GroupTarget(GROUP, totals[next[0]++], 0)));
            fleet.apply(changes, new Fence(1), Deadline.none());
            return new CycleReport(
                    clock.instant(), CycleReport.Status.APPLIED, List.of(), Optional.empty(), List.of(), List.of());
        };
    }

    private Simulation simulation(SimulatedFleet fleet) {
        return new Simulation(fleet, clock, AT_SOURCE, HOURS.step());
    }

    @Test
    void dueUnitsServeBeforeTheDemandOfTheirStepIsHeldAgainstThem() {
        SimulatedFleet fleet = fleet(1, 1, 1, 3, 3, 3);
        SimulationResult result = simulation(fleet).run(script(fleet, 3, 3, 3, 2), 4);
        PoolTrack track = result.track(EU, Resource.COMPUTE);
        assertArrayEquals(new double[] {1, 3, 3, 3}, track.demand());
        assertArrayEquals(new double[] {1, 3, 3, 2}, track.usable());
        assertArrayEquals(new double[] {3, 3, 3, 2}, track.paid());
        assertEquals(0.25, track.violations());
        assertEquals(0.25, result.violations());
        assertArrayEquals(new int[] {3, 3, 3, 2}, result.paidUnits(GROUP));
        assertEquals(11 * 0.5, result.cost(CostModel.flat(0.5)));
        assertEquals(1, result.moves());
        assertEquals(START.plus(Duration.ofHours(4)), clock.instant());
        assertEquals(START, result.start());
        assertEquals(HOURS.step(), result.step());
        assertEquals(4, result.steps());
    }

    @Test
    void accountsAreThoseOfTheReplayThatStrategiesAreComparedBy() {
        for (long seed = 0; seed < 200; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int steps = 40;
            int lead = 1 + random.nextInt(5);
            int start = 1 + random.nextInt(6);
            double[] rates = random.doubles(steps + 1, 0, 12).toArray();
            int[] totals = random.ints(steps, 1, 13).toArray();
            int[] next = {0};
            ReplayRun replay = new FleetReplay(lead)
                    .run(SeenDemand.of(rates), 1, start, (seen, ready, booting) -> totals[next[0]++]);
            SimulatedClock own = new SimulatedClock(START);
            SimulatedFleet fleet = SimulatedFleet.builder(HOURS, own)
                    .workload(
                            Set.of(FLOW),
                            (flow, at, step) ->
                                    OptionalDouble.of(rates[1 + (int) (HOURS.index(at) - HOURS.index(START))]))
                    .group(GROUP, start)
                    .leadTime(Duration.ofHours(lead))
                    .build();
            SimulationResult result =
                    new Simulation(fleet, own, AT_SOURCE, HOURS.step()).run(script(fleet, totals), steps);
            String message = "seed " + seed;
            PoolTrack track = result.track(EU, Resource.COMPUTE);
            assertArrayEquals(replay.demand(), track.demand(), message);
            assertArrayEquals(Arrays.stream(replay.ready()).asDoubleStream().toArray(), track.usable(), message);
            assertArrayEquals(replay.paid(), result.paidUnits(GROUP), message);
            assertEquals((double) replay.cost(), result.cost(CostModel.flat(1)), 1e-9, message);
        }
    }

    @Test
    void demandArisesAtBothEndsOnTheLinkAndFromTheBase() {
        DemandModel model = new DemandModel() {
            @Override
            public FlowDemand demand(Flow flow) {
                return FlowDemand.perTransaction(Resources.compute(2), Resources.storage(3), Resources.bandwidth(10));
            }

            @Override
            public Resources base(Location location) {
                return location.equals(EU) ? Resources.compute(0.5) : Resources.NONE;
            }
        };
        Region us = Region.of("us");
        RegionPair link = RegionPair.of("eu", "us");
        double[] rates = {4, 0};
        SimulatedFleet fleet = SimulatedFleet.builder(HOURS, clock)
                .workload(
                        Set.of(FLOW),
                        (flow, at, step) -> OptionalDouble.of(rates[(int) (HOURS.index(at) - HOURS.index(START))]))
                .group(GROUP, 1)
                .group(new NodeGroup("disks", us, NodeGroup.Kind.STORAGE_VOLUME, Resources.storage(1)), 1)
                .group(new NodeGroup("wire", link, NodeGroup.Kind.BANDWIDTH_RESERVATION, Resources.bandwidth(1)), 40)
                .build();
        SimulationResult result = new Simulation(fleet, clock, model, HOURS.step()).run(script(fleet, 1, 1), 2);
        assertArrayEquals(
                new double[] {8.5, 0.5}, result.track(EU, Resource.COMPUTE).demand());
        assertArrayEquals(
                new double[] {12, 0}, result.track(us, Resource.STORAGE).demand());
        assertArrayEquals(
                new double[] {40, 0}, result.track(link, Resource.BANDWIDTH).demand());
        assertEquals((0.5 + 0.5 + 0) / 3, result.violations());
    }

    @Test
    void whatTheFleetHasNoGroupForIsNotItsToServe() {
        DemandModel everywhere = DemandModel.uniform(
                FlowDemand.perTransaction(new Resources(1, 1, 0), Resources.compute(1), Resources.bandwidth(1)));
        SimulatedFleet fleet = fleet(1, 4, 4);
        SimulationResult result = new Simulation(fleet, clock, everywhere, HOURS.step()).run(script(fleet, 4), 1);
        assertEquals(1, result.tracks().size());
        assertEquals(0, result.violations());
    }

    @Test
    void progressIsToldAfterEveryStepAndCyclesAreCounted() {
        SimulatedFleet fleet = fleet(1, 1, 1, 1, 1);
        List<Integer> done = new ArrayList<>();
        SimulationResult result = simulation(fleet).run(script(fleet, 1, 1, 1), 3, done::add);
        assertEquals(List.of(1, 2, 3), done);
        assertEquals(3, result.cycles().get(CycleReport.Status.APPLIED));
        assertEquals(List.of(), result.problems());
    }

    @Test
    void whatIsUnknownOrOutOfRangeIsRefused() {
        SimulatedFleet fleet = fleet(1, 1, 1);
        SimulationResult result = simulation(fleet).run(script(fleet, 1), 1);
        String message = assertThrows(
                        IllegalArgumentException.class, () -> result.track(Region.of("mars"), Resource.COMPUTE))
                .getMessage();
        assertTrue(message.startsWith("track of COMPUTE at mars must be one of [eu/COMPUTE]"), message);
        NodeGroup unknown = new NodeGroup("unknown", EU, NodeGroup.Kind.VM, Resources.compute(1));
        assertArrayEquals(new int[1], result.paidUnits(unknown));
        assertThrows(IllegalArgumentException.class, () -> simulation(fleet).run(script(fleet, 1), 0));
        assertThrows(IllegalArgumentException.class, () -> new Simulation(fleet, clock, AT_SOURCE, Duration.ZERO));
        assertThrows(IllegalArgumentException.class, () -> result.cost(group -> Double.NaN));
    }

    @Test
    void tracksAreCopies() {
        SimulatedFleet fleet = fleet(1, 2, 1);
        SimulationResult result = simulation(fleet).run(script(fleet, 2), 1);
        result.track(EU, Resource.COMPUTE).demand()[0] = 9;
        result.paidUnits(GROUP)[0] = 9;
        assertEquals(1, result.track(EU, Resource.COMPUTE).demand()[0]);
        assertEquals(2, result.paidUnits(GROUP)[0]);
    }
}
