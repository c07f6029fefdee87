package io.headroom.allocation.rules;

import io.headroom.core.Checks;
import java.time.Duration;

/**
 * The most reversals of a pool within a window: its flap budget. A reversal is an accepted change against the direction of the change before
 * it, both inside the window. From a budget of 2 on only shrinking waits, early enough to leave room for the growth that would undo it; with
 * a budget of 1 a forecast's growth waits, too. Measured need and floors grow, and a maximum shrinks, whatever the budget says. Immutable
 * and thread-safe.
 *
 * @param reversals the most, 1 or more
 * @param window how far back they are counted; 0: there is no budget
 */
public record ReversalBudget(int reversals, Duration window) {
    /** No budget. */
    public static final ReversalBudget NONE = new ReversalBudget(1, Duration.ZERO);

    /**
     * Checks the ranges.
     *
     * @param reversals the most
     * @param window how far back they are counted
     * @throws IllegalArgumentException if there is no reversal to spend, or the window is negative
     */
    public ReversalBudget {
        Checks.inRange(reversals, 1, Integer.MAX_VALUE, "reversals");
        Durations.notNegative(window, "reversal window");
    }

    /**
     * Whether there is no budget.
     *
     * @return true if reversals are not counted
     */
    public boolean isNone() {
        return window.isZero();
    }

    @Override
    public String toString() {
        return isNone() ? "none" : reversals + " reversals per " + window;
    }
}
