package io.headroom.simulation.strategy;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Settings of {@link HpaAlgorithm}. Immutable and thread-safe. */
public final class HpaSettings {

    private final int min;
    private final int max;
    private final double toleranceUp;
    private final double toleranceDown;
    private final Duration cpuInitialisation;
    private final Duration initialReadiness;
    private final Duration downStabilisation;
    private final @Nullable HpaBehaviour behaviour;
    private final boolean keepOnPartialMetrics;
    private final boolean countOppositeEvents;

    private HpaSettings(Builder builder) {
        min = builder.min;
        max = builder.max;
        toleranceUp = builder.toleranceUp;
        toleranceDown = builder.toleranceDown;
        cpuInitialisation = builder.cpuInitialisation;
        initialReadiness = builder.initialReadiness;
        downStabilisation = builder.downStabilisation;
        behaviour = builder.behaviour;
        keepOnPartialMetrics = builder.keepOnPartialMetrics;
        countOppositeEvents = builder.countOppositeEvents;
    }

    /**
     * Starts from the defaults.
     *
     * @param min the smallest fleet, at least 0
     * @param max the largest fleet, at least 1 and at least {@code min}
     * @return a builder
     */
    public static Builder between(int min, int max) {
        return new Builder(min, max);
    }

    int min() {
        return min;
    }

    int max() {
        return max;
    }

    /** Whether a change to {@code ratio} times the usage is too small to act on. */
    boolean tolerates(double ratio) {
        return ratio > 1 ? ratio - 1 <= toleranceUp : 1 - ratio <= toleranceDown;
    }

    Duration cpuInitialisation() {
        return cpuInitialisation;
    }

    Duration initialReadiness() {
        return initialReadiness;
    }

    Duration downStabilisation() {
        return downStabilisation;
    }

    Optional<HpaBehaviour> behaviour() {
        return Optional.ofNullable(behaviour);
    }

    boolean keepOnPartialMetrics() {
        return keepOnPartialMetrics;
    }

    boolean countOppositeEvents() {
        return countOppositeEvents;
    }

    /** Builds {@link HpaSettings}. For one thread. */
    public static final class Builder {
        private final int min;
        private final int max;
        private double toleranceUp = 0.1;
        private double toleranceDown = 0.1;
        private Duration cpuInitialisation = Duration.ofMinutes(5);
        private Duration initialReadiness = Duration.ofSeconds(30);
        private Duration downStabilisation = Duration.ofMinutes(5);
        private @Nullable HpaBehaviour behaviour;
        private boolean keepOnPartialMetrics = true;
        private boolean countOppositeEvents;

        private Builder(int min, int max) {
            this.min = min;
            this.max = max;
        }

        /**
         * The relative distance from the target that is not acted on.
         *
         * @param up above the target; finite, at least 0; 0.1 by default
         * @param down below the target; finite, at least 0; 0.1 by default
         * @return this builder
         */
        public Builder tolerance(double up, double down) {
            toleranceUp = up;
            toleranceDown = down;
            return this;
        }

        /**
         * How long the CPU samples of a starting unit are distrusted.
         *
         * @param cpu from its start while it is not ready or its sample is older; 5 minutes by default
         * @param readiness a unit not ready whose readiness last changed within this time of its start counts as never
         *     ready; 30 s by default
         * @return this builder
         */
        public Builder initialisation(Duration cpu, Duration readiness) {
            cpuInitialisation = cpu;
            initialReadiness = readiness;
            return this;
        }

        /**
         * The window whose largest size wins where there are no scaling rules.
         *
         * @param window not negative; 300 s by default
         * @return this builder
         */
        public Builder downStabilisation(Duration window) {
            downStabilisation = window;
            return this;
        }

        /**
         * Scaling rules; none by default.
         *
         * @param rules the rules of both directions
         * @return this builder
         */
        public Builder behaviour(HpaBehaviour rules) {
            behaviour = rules;
            return this;
        }

        /**
         * Whether to keep the fleet when some metric is invalid and the others would shrink it.
         *
         * @param keep true by default, as in newer releases; release 1.20 did not
         * @return this builder
         */
        public Builder keepOnPartialMetrics(boolean keep) {
            keepOnPartialMetrics = keep;
            return this;
        }

        /**
         * Whether the fleet at the start of a policy's period is computed from changes in both directions.
         *
         * @param both false by default, as in release 1.20; newer releases do
         * @return this builder
         */
        public Builder countOppositeEvents(boolean both) {
            countOppositeEvents = both;
            return this;
        }

        /**
         * Checks and builds.
         *
         * @return the settings
         * @throws IllegalArgumentException if a value is out of its range
         */
        public HpaSettings build() {
            Checks.atLeast("min", min, 0);
            Checks.atLeast("max", max, Math.max(1, min));
            Checks.notNegative("toleranceUp", toleranceUp);
            Checks.notNegative("toleranceDown", toleranceDown);
            Checks.notNegative("cpuInitialisation", cpuInitialisation);
            Checks.notNegative("initialReadiness", initialReadiness);
            Checks.notNegative("downStabilisation", downStabilisation);
            return new HpaSettings(this);
        }
    }
}
