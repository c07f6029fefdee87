package io.headroom.benchmarks;

import io.headroom.simulation.strategy.EvaluationPlan;
import java.time.Duration;

/**
 * A series that is ready to be evaluated.
 *
 * @param name its name, the only one of this name in a run
 * @param plan what of it is training, what is evaluated, and its unit
 */
record PlannedSeries(String name, EvaluationPlan plan) {
    Duration step() {
        return plan.step();
    }
}
