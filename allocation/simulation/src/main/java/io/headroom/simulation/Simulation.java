package io.headroom.simulation;

import io.headroom.allocation.CycleReport;
import io.headroom.core.Checks;
import io.headroom.core.Flow;
import io.headroom.core.Location;
import io.headroom.core.NodeGroup;
import io.headroom.core.Resources;
import io.headroom.core.Stock;
import io.headroom.spi.DemandModel;
import io.headroom.spi.FlowDemand;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/**
 * Steps an allocator and a fleet through time. The order of events within a step: units that are due become usable; the allocator runs one
 * cycle, seeing the rates of all earlier steps; what is then usable serves the demand of the step; the clock moves on.
 *
 * <p>Not thread-safe.
 */
public final class Simulation {
    private final SimulatedFleet fleet;
    private final SimulatedClock clock;
    private final DemandModel demandModel;
    private final Duration step;
    private final Set<Location> locations = new TreeSet<>(Location.ORDER);

    /**
     * A simulation.
     *
     * @param fleet the world
     * @param clock the clock of the fleet and the allocator
     * @param demandModel what transactions really cost
     * @param step time from one cycle to the next, above zero: the step of the fleet's grid
     * @throws IllegalArgumentException if the step is not above zero
     */
    public Simulation(SimulatedFleet fleet, SimulatedClock clock, DemandModel demandModel, Duration step) {
        this.fleet = fleet;
        this.clock = clock;
        this.demandModel = demandModel;
        this.step = Checks.positive(step, "step");
        fleet.truth().stocks().keySet().forEach(group -> locations.add(group.location()));
        fleet.flows()
                .forEach(flow -> locations.addAll(
                        List.of(flow.pair(), flow.pair().source(), flow.pair().destination())));
    }

    /**
     * Runs.
     *
     * @param cycle one cycle of the allocator: {@code allocator::runOnce}
     * @param steps number of steps, 1 or more
     * @return what came of it
     * @throws IllegalArgumentException if there is no step
     */
    public SimulationResult run(Supplier<CycleReport> cycle, int steps) {
        return run(cycle, steps, done -> {});
    }

    /**
     * Runs and tells of its progress.
     *
     * @param cycle one cycle of the allocator: {@code allocator::runOnce}
     * @param steps number of steps, 1 or more
     * @param progress is told the number of steps done after each
     * @return what came of it
     * @throws IllegalArgumentException if there is no step
     */
    public SimulationResult run(Supplier<CycleReport> cycle, int steps, IntConsumer progress) {
        Checks.inRange(steps, 1, 100_000_000, "steps");
        SimulationRecorder recorder = new SimulationRecorder(clock.instant(), step, steps);
        for (int t = 0; t < steps; t++) {
            recorder.report(cycle.get());
            Map<NodeGroup, Stock> stocks = fleet.truth().stocks();
            recorder.step(t, demand(), stocks);
            clock.advance(step);
            progress.accept(t + 1);
        }
        return recorder.result();
    }

    private Map<Location, Resources> demand() {
        Map<Location, Resources> demand = new TreeMap<>(Location.ORDER);
        locations.forEach(location -> add(demand, location, demandModel.base(location)));
        for (Flow flow : fleet.flows()) {
            OptionalDouble rate = fleet.rate(flow, clock.instant());
            if (rate.isPresent()) {
                FlowDemand cost = demandModel.demand(flow);
                add(demand, flow.pair().source(), cost.source().times(rate.getAsDouble()));
                add(demand, flow.pair().destination(), cost.destination().times(rate.getAsDouble()));
                add(demand, flow.pair(), cost.link().times(rate.getAsDouble()));
            }
        }
        return demand;
    }

    private static void add(Map<Location, Resources> demand, Location location, Resources amount) {
        if (!amount.isNone()) {
            demand.merge(location, amount, Resources::plus);
        }
    }
}
