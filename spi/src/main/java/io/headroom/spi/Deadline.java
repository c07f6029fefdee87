package io.headroom.spi;

import io.headroom.core.Checks;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * A moment on a monotonic clock until which work should be done. Changes of the wall clock do not move it. Thread-safe.
 */
public final class Deadline {
    private static final Deadline NONE = new Deadline(() -> 0, Long.MAX_VALUE);
    private static final Duration LONGEST = Duration.ofNanos(Long.MAX_VALUE / 2);

    private final LongSupplier ticker;
    private final long endNanos;

    private Deadline(LongSupplier ticker, long endNanos) {
        this.ticker = ticker;
        this.endNanos = endNanos;
    }

    /**
     * No deadline.
     *
     * @return a deadline that never expires
     */
    public static Deadline none() {
        return NONE;
    }

    /**
     * A deadline on the machine's monotonic clock.
     *
     * @param budget time from now, 0 or more
     * @return the deadline
     * @throws IllegalArgumentException if the budget is negative
     */
    public static Deadline after(Duration budget) {
        return after(budget, System::nanoTime);
    }

    /**
     * A deadline on another clock, for simulation and tests.
     *
     * @param budget time from now, 0 or more
     * @param ticker a monotonic clock in nanoseconds
     * @return the deadline
     * @throws IllegalArgumentException if the budget is negative
     */
    public static Deadline after(Duration budget, LongSupplier ticker) {
        if (budget.isNegative()) {
            throw Checks.failure("deadline after " + budget, "must be 0 or more", "two instants were swapped");
        }
        // Half the range of a long, 146 years, is far enough; readings of a monotonic clock may wrap around.
        long nanos = budget.compareTo(LONGEST) < 0 ? budget.toNanos() : LONGEST.toNanos();
        return new Deadline(ticker, ticker.getAsLong() + nanos);
    }

    /**
     * Whether the time is up.
     *
     * @return true from the end on
     */
    public boolean expired() {
        return this != NONE && ticker.getAsLong() - endNanos >= 0;
    }

    /**
     * The time that is left.
     *
     * @return zero or more; about 292 years if there is no deadline
     */
    public Duration remaining() {
        return this == NONE
                ? Duration.ofNanos(Long.MAX_VALUE)
                : Duration.ofNanos(Math.max(0, endNanos - ticker.getAsLong()));
    }
}
