package io.headroom.allocation.rules;

import io.headroom.core.Checks;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How much a pool may move one way within periods: the scaling policies of Kubernetes' horizontal pod autoscaler. Each step allows so much
 * beyond what was there when its period began; {@link Select} says which of several counts. A step below one unit counts as one unit.
 * Immutable and thread-safe.
 *
 * @param steps what each period allows; none: no limit
 * @param select which of several steps counts
 */
public record Velocity(List<Step> steps, Select select) {
    /** No limit. */
    public static final Velocity UNLIMITED = new Velocity(List.of(), Select.MAX);

    /** No move at all: the direction is paused. */
    public static final Velocity DISABLED = new Velocity(List.of(), Select.DISABLED);

    /** Which of several steps counts. */
    public enum Select {
        /** The one that allows the larger move. */
        MAX,
        /** The one that allows the smaller move. */
        MIN,
        /** None: the direction is paused. */
        DISABLED
    }

    /**
     * What one period allows.
     *
     * @param amount the most, percent of what was there when the period began
     * @param period how long the period is, above 0
     */
    public record Step(Amount amount, Duration period) {
        /**
         * Checks the period.
         *
         * @param amount the most
         * @param period how long the period is
         * @throws IllegalArgumentException if the period is not above 0
         */
        public Step {
            Checks.positive(period, "velocity period");
        }

        @Override
        public String toString() {
            return amount + " per " + period;
        }
    }

    /**
     * Copies the steps.
     *
     * @param steps what each period allows
     * @param select which of several steps counts
     */
    public Velocity {
        steps = List.copyOf(steps);
    }

    /**
     * The step that allows the larger move counts.
     *
     * @param steps what each period allows
     * @return the velocity
     */
    public static Velocity largest(Step... steps) {
        return new Velocity(List.of(steps), Select.MAX);
    }

    /**
     * The step that allows the smaller move counts.
     *
     * @param steps what each period allows
     * @return the velocity
     */
    public static Velocity smallest(Step... steps) {
        return new Velocity(List.of(steps), Select.MIN);
    }

    /**
     * Whether the direction is paused.
     *
     * @return true if nothing may move
     */
    public boolean disabled() {
        return select == Select.DISABLED;
    }

    /**
     * The longest period.
     *
     * @return 0 if there is no limit
     */
    public Duration longest() {
        return disabled()
                ? Duration.ZERO
                : steps.stream().map(Step::period).max(Duration::compareTo).orElse(Duration.ZERO);
    }

    @Override
    public String toString() {
        return disabled()
                ? "disabled"
                : steps.isEmpty()
                        ? "unlimited"
                        : (select == Select.MAX ? "largest of " : "smallest of ")
                                + steps.stream().map(Step::toString).collect(Collectors.joining(", "));
    }
}
