package io.headroom.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.headroom.allocation.Allocator;
import io.headroom.allocation.CycleReport;
import io.headroom.allocation.ResourcePolicy;
import io.headroom.core.TimeGrid;
import io.headroom.forecasting.Predictors;
import io.headroom.forecasting.TransactionPredictor;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A week of minutes for a hundred flows between ten regions takes seconds. */
class SimulatedWeekTest {
    private static final int DAY = 1440;
    private static final int STEPS = 7 * DAY;

    @Test
    void aWeekOfMinutesForAHundredFlowsRunsInSeconds() {
        Network network = new Network(TimeGrid.of(Duration.ofMinutes(1)), 10, Workload.daily(20, 0.6, 0.1, 5));
        network.talkToNext("batch");
        assertEquals(100, network.flows.size());
        long begun = System.nanoTime();
        TransactionPredictor predictor = network.predictor(Predictors.seasonalNaive(DAY), 2 * DAY);
        double learned = (System.nanoTime() - begun) / 1e9;
        SimulatedFleet fleet = network.fleet(40).leadTime(Duration.ofMinutes(5)).build();
        Allocator allocator = network.allocator(
                        fleet,
                        predictor,
                        network.policy(ResourcePolicy.builder().quantile(0.98).threshold(4), Duration.ofMinutes(5)))
                .build();
        SimulationResult result = network.simulation(fleet).run(allocator::runOnce, STEPS);
        double seconds = (System.nanoTime() - begun) / 1e9;
        System.out.printf(
                "a week of minutes, %d flows: %.1f s, of which %.1f s learning; violations %.4f, moves %d%n",
                network.flows.size(), seconds, learned, result.violations(), result.moves());
        assertTrue(seconds < 60, "took " + seconds + " s");
        assertEquals(
                Set.of(CycleReport.Status.APPLIED, CycleReport.Status.UNCHANGED),
                result.cycles().keySet());
        assertEquals(STEPS, result.cycles().values().stream().mapToInt(n -> n).sum());
        assertTrue(result.problems().isEmpty());
        assertTrue(result.violations() < 0.01, "violations " + result.violations());
    }
}
