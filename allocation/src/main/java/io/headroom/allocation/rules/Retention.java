package io.headroom.allocation.rules;

import java.time.Duration;

/**
 * How long what is stored has to be kept: capacity is given up only once it was not needed for this time, so that the largest need of the
 * window is a floor to what is there. It never adds any. Meant for storage, where down stabilisation falls short: that heeds what was
 * recommended, this what was measured, too, and it remembers at most {@value #BUCKETS} amounts and one, however long the window, by
 * keeping up to one {@value #BUCKETS}th of it longer. Immutable and thread-safe.
 *
 * @param window how long, 0 or more; 0: nothing has to be kept
 */
public record Retention(Duration window) {
    /** Nothing has to be kept. */
    public static final Retention NONE = new Retention(Duration.ZERO);

    /** Parts of the window that are told apart. */
    public static final int BUCKETS = 64;

    /**
     * Checks the window.
     *
     * @param window how long
     * @throws IllegalArgumentException if it is negative
     */
    public Retention {
        Durations.notNegative(window, "retention");
    }

    /**
     * Whether nothing has to be kept.
     *
     * @return true if the window is 0
     */
    public boolean isNone() {
        return window.isZero();
    }

    @Override
    public String toString() {
        return isNone() ? "none" : "largest need of " + window;
    }
}
