package io.headroom.simulation.strategy;

import java.time.Duration;
import java.util.Objects;

/**
 * What a strategy knows before the first evaluated step. Immutable and thread-safe.
 *
 * @param training all demand before the first evaluated step; at least one value
 * @param step length of a step; positive
 * @param leadSteps steps from ordering a unit to its being ready; at least 1
 * @param unit demand per step that a unit can serve at full utilisation; finite and positive
 * @param safety the strategy's own trade-off between safety and cost; finite and positive
 * @param startFleet units that the protocol gives ready at the first evaluated step; at least 1
 */
public record StrategyContext(
        SeenDemand training, Duration step, int leadSteps, double unit, double safety, int startFleet) {

    /**
     * Checks the ranges.
     *
     * @param training all demand before the first evaluated step
     * @param step length of a step
     * @param leadSteps steps from ordering a unit to its being ready
     * @param unit demand per step that a unit can serve at full utilisation
     * @param safety the strategy's own trade-off between safety and cost
     * @param startFleet units that the protocol gives ready at the first evaluated step
     * @throws IllegalArgumentException if a value is out of its range
     */
    public StrategyContext {
        Objects.requireNonNull(training, "training");
        Checks.positive("step", step);
        if (training.size() < 1) {
            throw new IllegalArgumentException(
                    "training has 0 values, but must have at least 1\nMaybe the evaluation starts at step 0?");
        }
        Checks.atLeast("leadSteps", leadSteps, 1);
        Checks.positive("unit", unit);
        Checks.positive("safety", safety);
        Checks.atLeast("startFleet", startFleet, 1);
    }

    /**
     * The index of the first evaluated step, counted from the first sample of the series.
     *
     * @return the number of training values
     */
    public int firstStep() {
        return training.size();
    }

    /**
     * The safety parameter read as a target utilisation.
     *
     * @return the safety parameter, in (0, 1]
     * @throws IllegalArgumentException if it is above 1
     */
    public double target() {
        return Checks.share("target utilisation", safety);
    }
}
