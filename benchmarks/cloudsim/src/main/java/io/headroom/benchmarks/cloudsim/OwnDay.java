package io.headroom.benchmarks.cloudsim;

import io.headroom.allocation.Allocator;
import io.headroom.core.NodeGroup;
import io.headroom.simulation.SimulatedClock;
import io.headroom.simulation.SimulatedFleet;
import io.headroom.simulation.SimulatedFleetBuilder;
import io.headroom.simulation.Simulation;
import io.headroom.simulation.SimulationResult;
import io.headroom.spi.CostModel;
import java.util.Arrays;

/** A trial in Headroom's own simulation. */
final class OwnDay {
    private OwnDay() {}

    static DayFigures run(Trial trial) {
        SimulatedClock clock = new SimulatedClock(Trial.START);
        SimulatedFleetBuilder builder = SimulatedFleet.builder(Trial.GRID, clock)
                .workload(Trial.flows(), trial.workload())
                .leadTime(Trial.LEAD);
        Trial.groups().forEach(builder::group);
        Trial.quotas().forEach(builder::quota);
        SimulatedFleet fleet = builder.build();
        try (Allocator allocator = trial.allocator(fleet, fleet, clock)) {
            SimulationResult result = new Simulation(fleet, clock, Trial.DEMAND, Trial.GRID.step())
                    .run(allocator::runOnce, trial.steps());
            if (!result.problems().isEmpty()) {
                throw new IllegalStateException("problems in Headroom's simulation: " + result.problems());
            }
            CostModel prices = group -> group.perUnit().compute() * CloudRegion.CORE_SECOND * 3600;
            return new DayFigures(100 * result.violations(), unitSteps(result), result.moves(), result.cost(prices));
        }
    }

    private static double unitSteps(SimulationResult result) {
        double sum = 0;
        for (NodeGroup group : Trial.groups().keySet()) {
            sum += Arrays.stream(result.paidUnits(group)).asLongStream().sum();
        }
        return sum;
    }
}
