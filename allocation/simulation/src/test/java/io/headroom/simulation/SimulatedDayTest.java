package io.headroom.simulation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.headroom.allocation.AllocationPolicy;
import io.headroom.allocation.Allocator;
import io.headroom.allocation.CycleReport;
import io.headroom.allocation.Decision;
import io.headroom.allocation.Freshness;
import io.headroom.allocation.Reason;
import io.headroom.allocation.ResourcePolicy;
import io.headroom.allocation.ResourcePolicyBuilder;
import io.headroom.allocation.rules.Amount;
import io.headroom.allocation.rules.OutagePolicy;
import io.headroom.allocation.rules.Pace;
import io.headroom.allocation.rules.Pause;
import io.headroom.allocation.rules.RemovalBudget;
import io.headroom.allocation.rules.ReversalBudget;
import io.headroom.allocation.rules.UtilisationTarget;
import io.headroom.allocation.rules.Velocity;
import io.headroom.allocation.rules.WeeklyHours;
import io.headroom.core.NodeGroup;
import io.headroom.core.Region;
import io.headroom.core.Resource;
import io.headroom.core.Resources;
import io.headroom.core.TimeGrid;
import io.headroom.forecasting.Predictors;
import io.headroom.forecasting.TransactionPredictor;
import io.headroom.spi.CostModel;
import io.headroom.spi.DemandModel;
import io.headroom.spi.FlowDemand;
import io.headroom.spi.GroupTarget;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A day of five-minute steps with a predictor that has learned, in worlds where things go wrong. */
class SimulatedDayTest {
    private static final TimeGrid GRID = TimeGrid.of(Duration.ofMinutes(5));
    private static final int DAY = 288;
    private static final Instant NOON = Network.START.plus(Duration.ofHours(12));

    /** One day in one world. */
    private static final class Day {
        final Network network = new Network(GRID, 4, Workload.daily(30, 0.6, 0.1, 11));
        final SimulatedFleet fleet;
        final Witness witness;
        final SimulationResult result;

        Day(Faults faults) {
            this(
                    faults,
                    ResourcePolicy.builder()
                            .quantile(0.98)
                            .threshold(1)
                            .maximum(400)
                            .stepDown(60)
                            .downCooldown(Duration.ofMinutes(15))
                            .warm(2));
        }

        Day(Faults faults, ResourcePolicyBuilder rules) {
            AllocationPolicy policy = network.policy(rules, Duration.ofMinutes(10));
            SimulatedFleetBuilder builder =
                    network.fleet(12).leadTime(Duration.ofMinutes(10)).faults(faults);
            network.groups.stream().filter(g -> g.name().endsWith("large")).forEach(g -> builder.quota(g, 20));
            fleet = builder.build();
            witness = new Witness(fleet, policy);
            result = network.day(fleet, witness, policy);
        }

        List<Decision> decisions() {
            return witness.reports.stream().flatMap(r -> r.decision().stream()).toList();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void everyDecisionKeepsTheInvariantsWhateverGoesWrong(long seed) {
        Faults faults = Faults.everywhere(seed, 0.15)
                .withOutage(NOON, NOON.plus(Duration.ofHours(1)))
                .withOutage(NOON.plus(Duration.ofHours(5)), NOON.plus(Duration.ofHours(6)));
        Day day = new Day(faults);
        assertEquals(List.of(), day.witness.violations, "seed " + seed);
        assertEquals(DAY, day.witness.reports.size());
        assertEquals(0, day.result.cycles().getOrDefault(CycleReport.Status.NOT_LEADER, 0));
        Set<String> steps = new TreeSet<>();
        day.result.problems().forEach(p -> steps.add(p.step()));
        assertEquals(Set.of("fleet", "provision", "telemetry"), steps, "seed " + seed);
        assertTrue(day.result.violations() < 0.05, "seed " + seed + ": violations " + day.result.violations());
    }

    /** A policy that has something to say at every turn. */
    private static ResourcePolicyBuilder many() {
        Velocity velocity = Velocity.largest(
                new Velocity.Step(Amount.absolute(40), Duration.ofMinutes(30)),
                new Velocity.Step(Amount.percent(50), Duration.ofMinutes(15)));
        return ResourcePolicy.builder()
                .quantile(0.98)
                .maximum(400)
                .up(Pace.FREE.withTolerance(0.05).withVelocity(velocity))
                .down(Pace.FREE
                        .withTolerance(0.1)
                        .withStabilisation(Duration.ofMinutes(30))
                        .withVelocity(velocity))
                .removalBudget(new RemovalBudget(Amount.percent(20), Duration.ofMinutes(30)))
                .reversalBudget(new ReversalBudget(2, Duration.ofHours(2)))
                .outage(new OutagePolicy(OutagePolicy.Behaviour.CURRENT_REPLICAS_IF_HIGHER, 200, 2))
                .utilisation(UtilisationTarget.of(0.9))
                .schedule(
                        "afternoon",
                        WeeklyHours.daily(ZoneId.of("UTC"), LocalTime.of(14, 0), LocalTime.of(16, 0)),
                        ResourcePolicy.builder().minimum(200).pause(Pause.DOWN));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void everyDecisionByManyRulesKeepsTheInvariantsWhateverGoesWrong(long seed) {
        Faults faults = Faults.everywhere(seed, 0.15).withOutage(NOON, NOON.plus(Duration.ofHours(1)));
        Day day = new Day(faults, many());
        assertEquals(List.of(), day.witness.violations, "seed " + seed);
        Set<Reason.Rule> rules = new TreeSet<>();
        day.decisions()
                .forEach(d -> d.resources().forEach(r -> r.reasons().forEach(reason -> rules.add(reason.rule()))));
        assertTrue(
                rules.containsAll(Set.of(
                        Reason.Rule.UTILISATION,
                        Reason.Rule.TOLERANCE,
                        Reason.Rule.STABILISATION,
                        Reason.Rule.VELOCITY,
                        Reason.Rule.OUTAGE,
                        Reason.Rule.PAUSE,
                        Reason.Rule.SCHEDULE)),
                rules::toString);
        assertTrue(day.result.violations() < 0.05, "seed " + seed + ": violations " + day.result.violations());
    }

    @Test
    void aDayWithoutFaultsServesAlmostEveryStepForLittleMoreThanItNeeds() {
        Day day = new Day(Faults.NONE);
        assertEquals(List.of(), day.witness.violations);
        assertEquals(List.of(), day.result.problems());
        assertTrue(day.result.violations() < 0.02, "violations " + day.result.violations());
        PoolTrack track = day.result.track(Region.of("r0"), Resource.COMPUTE);
        double demand = Arrays.stream(track.demand()).sum();
        double usable = Arrays.stream(track.usable()).sum();
        assertTrue(usable > demand && usable < 1.6 * demand, "usable " + usable + " for a demand of " + demand);
    }

    @Test
    void theSameSeedGivesTheSameDay() {
        Day one = new Day(Faults.everywhere(9, 0.1));
        Day two = new Day(Faults.everywhere(9, 0.1));
        for (NodeGroup group : one.network.groups) {
            assertArrayEquals(one.result.paidUnits(group), two.result.paidUnits(group), group.name());
        }
        assertEquals(one.decisions(), two.decisions());
        assertEquals(one.result.cost(CostModel.flat(1)), two.result.cost(CostModel.flat(1)));
        Day other = new Day(Faults.everywhere(10, 0.1));
        assertTrue(
                one.result.moves() != other.result.moves() || !one.decisions().equals(other.decisions()));
    }

    @Test
    void anHourWithoutTelemetryShrinksNothingAndEndsWithIt() {
        Day day = new Day(Faults.NONE.withOutage(NOON, NOON.plus(Duration.ofHours(1))));
        List<Decision> blind = new ArrayList<>(day.decisions());
        blind.removeIf(d -> d.freshness().mayShrink());
        assertEquals(12, blind.size());
        assertEquals(NOON, blind.get(0).at());
        blind.forEach(d -> assertEquals(new Freshness.Blind("the telemetry source failed"), d.freshness()));
        assertEquals(List.of(), day.witness.violations);
        for (NodeGroup group : day.network.groups) {
            int[] paid = day.result.paidUnits(group);
            for (int t = 145; t < 156; t++) {
                assertTrue(paid[t] >= paid[t - 1], group + " shrank blindly at step " + t);
            }
        }
        long shrinking = day.decisions().stream()
                .filter(d -> d.at().isAfter(NOON.plus(Duration.ofHours(1))))
                .flatMap(d -> d.resources().stream())
                .filter(r -> r.target() < r.committed())
                .count();
        assertTrue(shrinking > 0, "it shrinks again with telemetry back");
    }

    @Test
    void aLevelShiftIsFlooredByActualDemandWithinOneStepOfSeeingIt() {
        Network network =
                new Network(GRID, 2, Workload.daily(30, 0, 0.02, 11).during(NOON, NOON.plus(Duration.ofDays(2)), 3));
        AllocationPolicy policy = network.policy(ResourcePolicy.builder().quantile(0.95), Duration.ofMinutes(10));
        SimulatedFleet fleet =
                network.fleet(12).leadTime(Duration.ofMinutes(10)).build();
        TransactionPredictor predictor = network.predictor(Predictors.seasonalNaive(DAY), 3 * DAY);
        Allocator allocator = network.allocator(fleet, predictor, policy).build();
        SimulationResult result = network.simulation(fleet).run(allocator::runOnce, DAY);
        PoolTrack track = result.track(Region.of("r0"), Resource.COMPUTE);
        for (int t = 0; t < DAY; t++) {
            boolean seen = t < 144 || t >= 144 + 1 + 2;
            assertTrue(!seen || track.usable()[t] >= track.demand()[t] * 0.94, "short at step " + t);
        }
    }

    @Test
    void allocatorsSplitByRegionMoveBothEndsInTheSameStep() {
        Network network = new Network(GRID, 2, Workload.daily(30, 0.6, 0.1, 11));
        network.flows.removeIf(flow -> flow.pair().source().name().equals("r1"));
        AllocationPolicy policy = network.policy(ResourcePolicy.builder().quantile(0.98), Duration.ofMinutes(10));
        SimulatedFleet fleet = network.fleet(4).leadTime(Duration.ofMinutes(10)).build();
        TransactionPredictor predictor = network.predictor(Predictors.seasonalNaive(DAY), 3 * DAY);
        List<Allocator> parts = new ArrayList<>();
        for (String region : List.of("r0", "r1")) {
            parts.add(network.allocator(fleet, predictor, policy)
                    .name(region)
                    .regions(Region.of(region))
                    .demand(DemandModel.uniform(
                            FlowDemand.perTransaction(Resources.compute(1), Resources.compute(1), Resources.NONE)))
                    .build());
        }
        List<List<GroupTarget>> source = new ArrayList<>();
        SimulationResult result = network.simulation(fleet)
                .run(
                        () -> {
                            CycleReport first = parts.get(0).runOnce();
                            source.add(first.decision().orElseThrow().targets());
                            return parts.get(1).runOnce();
                        },
                        DAY);
        for (String size : List.of("-large", "-small")) {
            int[] here = result.paidUnits(group(network, "r0" + size));
            assertArrayEquals(here, result.paidUnits(group(network, "r1" + size)), size);
        }
        assertTrue(source.stream().filter(targets -> !targets.isEmpty()).count() > 20);
    }

    private static NodeGroup group(Network network, String name) {
        return network.groups.stream()
                .filter(g -> g.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
