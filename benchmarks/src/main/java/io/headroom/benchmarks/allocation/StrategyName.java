package io.headroom.benchmarks.allocation;

import io.headroom.simulation.strategy.EvaluationPlan;
import io.headroom.simulation.strategy.HpaStrategy;
import io.headroom.simulation.strategy.OracleStrategy;
import io.headroom.simulation.strategy.PredictiveTrackingStrategy;
import io.headroom.simulation.strategy.ScalingStrategy;
import io.headroom.simulation.strategy.StaticPeakStrategy;
import io.headroom.simulation.strategy.TargetTrackingStrategy;
import java.util.Locale;
import java.util.function.Supplier;

/** The strategies that can be asked for by name. */
public enum StrategyName {
    /** The allocator of this library. */
    HEADROOM(Safety.QUANTILE),
    /** The Kubernetes horizontal autoscaler. */
    HPA(Safety.TARGET),
    /** Target tracking in the manner of AWS. */
    TRACKING(Safety.TARGET),
    /** Target tracking with a predictive floor. */
    TRACKING_PREDICTIVE(Safety.TARGET),
    /** A constant fleet for the peak of the training part. */
    STATIC_PEAK(Safety.TARGET),
    /** Perfect foresight. */
    ORACLE(Safety.NONE);

    /** What a strategy's safety parameter means. */
    public enum Safety {
        /** Covered quantile, in (0, 1). */
        QUANTILE,
        /** Target utilisation, in (0, 1]. */
        TARGET,
        /** There is none. */
        NONE;

        /**
         * Whether a number is a possible value.
         *
         * @param value the number
         * @return true if it lies in the range
         */
        public boolean accepts(double value) {
            return switch (this) {
                case QUANTILE -> value > 0 && value < 1;
                case TARGET -> value > 0 && value <= 1;
                case NONE -> value > 0 && value < Double.POSITIVE_INFINITY;
            };
        }
    }

    private final Safety safety;

    StrategyName(Safety safety) {
        this.safety = safety;
    }

    /**
     * What the safety parameter means.
     *
     * @return its meaning
     */
    public Safety safety() {
        return safety;
    }

    /**
     * Makes the strategy for one series.
     *
     * @param plan the series and its evaluation; only the oracle looks at it
     * @param headroom makes this library's own strategy
     * @return the strategy
     */
    public ScalingStrategy strategy(EvaluationPlan plan, Supplier<HeadroomStrategy> headroom) {
        return switch (this) {
            case HEADROOM -> headroom.get();
            case HPA -> new HpaStrategy();
            case TRACKING -> new TargetTrackingStrategy();
            case TRACKING_PREDICTIVE -> new PredictiveTrackingStrategy();
            case STATIC_PEAK -> new StaticPeakStrategy();
            case ORACLE -> OracleStrategy.of(plan);
        };
    }

    /** The name as it is written in commands and results: lower-case words with hyphens. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
