package io.headroom.simulation.whatif;

import io.headroom.allocation.AllocationPolicy;
import io.headroom.allocation.Allocator;
import io.headroom.allocation.AllocatorBuilder;
import io.headroom.allocation.CycleReport;
import io.headroom.core.Flow;
import io.headroom.core.Location;
import io.headroom.core.NodeGroup;
import io.headroom.core.RateSeries;
import io.headroom.core.Resource;
import io.headroom.core.SeriesKey;
import io.headroom.core.TimeGrid;
import io.headroom.simulation.SimulatedClock;
import io.headroom.simulation.SimulatedFleet;
import io.headroom.simulation.SimulatedFleetBuilder;
import io.headroom.simulation.Simulation;
import io.headroom.simulation.SimulationResult;
import io.headroom.simulation.Workload;
import io.headroom.spi.DemandModel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Replays recorded telemetry against policies, one after the other, through the real allocator over a simulated fleet. Everything but
 * the policy is the same for all: what was recorded, boot times, faults, prices, and the rule for the fleet at the start.
 *
 * <p>Each step of the recording is one step of the simulation, in the order of events of {@link Simulation}; an allocator whose policy
 * has a longer interval decides at the first step of each. A step that was not recorded has no demand. A run costs what the allocator's
 * cycles cost. Immutable and thread-safe, if the prediction factory is.
 */
public final class WhatIf {
    private final WhatIfBuilder settings;
    private final TimeGrid grid;
    private final List<Variant> variants;
    private final StartFleet startFleet;

    /** A policy under test; {@code more} sets what an allocator has beside it. */
    record Variant(String name, AllocationPolicy policy, UnaryOperator<AllocatorBuilder> more) {}

    WhatIf(WhatIfBuilder settings) {
        this.settings = settings;
        this.grid = settings.recording.grid();
        this.variants = List.copyOf(settings.variants);
        this.startFleet = new StartFleet(settings.recording, settings.from, settings.startUnits);
    }

    /**
     * Starts a what-if run over the recorded rates of flows.
     *
     * @param rates transactions per second of each flow, all on one grid; at least one flow
     * @param demandModel what transactions cost
     * @return a builder without policies
     * @throws IllegalArgumentException if there is no flow or the grids differ
     */
    public static WhatIfBuilder of(Map<Flow, RateSeries> rates, DemandModel demandModel) {
        return new WhatIfBuilder(Recording.of(rates, demandModel));
    }

    /**
     * Starts a what-if run over the recorded demand of one location.
     *
     * @param location the region, or the link
     * @param resource what is demanded there
     * @param demand its amount in each step, in the resource's unit
     * @return a builder without policies
     */
    public static WhatIfBuilder ofDemand(Location location, Resource resource, RateSeries demand) {
        return new WhatIfBuilder(Recording.ofDemand(location, resource, demand));
    }

    /**
     * Plays every policy.
     *
     * @return what came of each, in the order in which they were given
     */
    public WhatIfResult run() {
        Map<SeriesKey, RateSeries> history = settings.recording.before(settings.from);
        List<WhatIfRun> runs = new ArrayList<>();
        for (Variant variant : variants) {
            SimulationResult result = play(variant, history);
            runs.add(new WhatIfRun(
                    variant.name(),
                    variant.policy(),
                    result,
                    result.cost(settings.prices),
                    settings.recording.foreignProblems(result.problems())));
        }
        return new WhatIfResult(settings.costUnit, runs);
    }

    private SimulationResult play(Variant variant, Map<SeriesKey, RateSeries> history) {
        AllocationPolicy policy = variant.policy();
        SimulatedClock clock = new SimulatedClock(settings.from);
        SimulatedFleet fleet = fleet(policy, clock);
        AllocatorBuilder builder = Allocator.builder()
                .name("what-if")
                .predictions(settings.predictions.start(history))
                .telemetry(fleet)
                .provisioner(fleet)
                .demand(settings.recording.demandModel())
                .policy(policy)
                .clock(clock)
                .catchUp(grid.step());
        try (Allocator allocator = variant.more().apply(builder).build()) {
            Simulation simulation = new Simulation(fleet, clock, settings.recording.demandModel(), grid.step());
            return simulation.run(cycles(allocator, policy, clock), settings.steps());
        }
    }

    private SimulatedFleet fleet(AllocationPolicy policy, SimulatedClock clock) {
        SimulatedFleetBuilder fleet = SimulatedFleet.builder(grid, clock)
                .workload(settings.recording.rates().keySet(), Workload.recorded(settings.recording.rates()))
                .leadTime(settings.leadTime)
                .faults(settings.faults);
        Map<NodeGroup, Integer> start = startFleet.units(policy);
        start.forEach(fleet::group);
        new TreeMap<>(settings.quotas).forEach((group, units) -> {
            if (start.containsKey(group)) {
                fleet.quota(group, units);
            }
        });
        return fleet.build();
    }

    /** One cycle for each of the policy's intervals; in the steps between nothing is decided. */
    private Supplier<CycleReport> cycles(Allocator allocator, AllocationPolicy policy, SimulatedClock clock) {
        long every = Math.max(1, policy.interval().dividedBy(grid.step()));
        long first = grid.index(settings.from);
        return () -> {
            Instant now = clock.instant();
            return (grid.index(now) - first) % every == 0
                    ? allocator.runOnce()
                    : new CycleReport(
                            now, CycleReport.Status.UNCHANGED, List.of(), Optional.empty(), List.of(), List.of());
        };
    }
}
