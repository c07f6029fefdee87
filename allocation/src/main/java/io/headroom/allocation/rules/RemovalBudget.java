package io.headroom.allocation.rules;

import java.time.Duration;

/**
 * The most that may be taken away, counted from the peak of the recommendations of a window: the scale-in control of Google's managed
 * instance groups. A budget below one unit counts as one unit. Measured need is not concerned: it removes nothing. Immutable and
 * thread-safe.
 *
 * @param amount the most, percent of the peak
 * @param window how far back the peak is looked for; 0: there is no budget
 */
public record RemovalBudget(Amount amount, Duration window) {
    /** No budget: all may go. */
    public static final RemovalBudget NONE = new RemovalBudget(Amount.percent(100), Duration.ZERO);

    /**
     * Checks the window.
     *
     * @param amount the most
     * @param window how far back the peak is looked for
     * @throws IllegalArgumentException if the window is negative
     */
    public RemovalBudget {
        Durations.notNegative(window, "removal window");
    }

    /**
     * Whether there is no budget.
     *
     * @return true if all may go
     */
    public boolean isNone() {
        return window.isZero();
    }

    @Override
    public String toString() {
        return isNone() ? "none" : amount + " below the peak of " + window;
    }
}
