package io.headroom.simulation.strategy;

import java.time.Duration;

/**
 * By what a run is scored. Immutable and thread-safe.
 *
 * @param unitCapacity demand per step that one unit serves within its objective; positive
 * @param bootCostSteps unit-steps that the oracle pays to start one unit; finite, at least 0
 * @param step length of a step, positive
 * @param overloadFactor a unit serves at most this many capacities, the rest is lost; positive
 * @param minUnits the least number of units needed at any step, at least 0
 * @param reversalWindow a move is undone if an opposite one follows within this time; not negative
 */
public record ScoreSettings(
        double unitCapacity,
        double bootCostSteps,
        Duration step,
        double overloadFactor,
        int minUnits,
        Duration reversalWindow) {

    /**
     * Checks the ranges.
     *
     * @param unitCapacity demand per step that one unit serves within its objective
     * @param bootCostSteps unit-steps that the oracle pays to start one unit
     * @param step length of a step, positive
     * @param overloadFactor a unit serves at most this many capacities, the rest is lost
     * @param minUnits the least number of units needed at any step, at least 0
     * @param reversalWindow a move is undone if an opposite one follows within this time
     * @throws IllegalArgumentException if a value is out of its range
     */
    public ScoreSettings {
        Checks.positive("unitCapacity", unitCapacity);
        Checks.notNegative("bootCostSteps", bootCostSteps);
        Checks.positive("step", step);
        Checks.positive("overloadFactor", overloadFactor);
        Checks.atLeast("minUnits", minUnits, 0);
        Checks.notNegative("reversalWindow", reversalWindow);
    }

    /**
     * The protocol's settings for a series: overload at a whole unit, one unit at least, 30 minutes.
     *
     * @param plan the series and its evaluation
     * @param leadSteps boot lead, which is the cost of a start; at least 1
     * @return the settings
     * @throws IllegalArgumentException if the lead is below 1
     */
    public static ScoreSettings of(EvaluationPlan plan, int leadSteps) {
        return new ScoreSettings(
                plan.unitCapacity(),
                Checks.atLeast("leadSteps", leadSteps, 1),
                plan.step(),
                FrontierProtocol.OVERLOAD_FACTOR,
                1,
                FrontierProtocol.REVERSAL_WINDOW);
    }
}
