package io.headroom.simulation.strategy;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * One unit's sample of a metric. Immutable and thread-safe.
 *
 * @param value usage in thousandths, at least 0
 * @param at end of the window that was averaged over
 * @param window length of that window, not negative
 */
public record HpaSample(long value, Instant at, Duration window) {

    /**
     * Checks the ranges.
     *
     * @param value usage in thousandths, at least 0
     * @param at end of the window that was averaged over
     * @param window length of that window, not negative
     * @throws IllegalArgumentException if the value or the window is negative
     */
    public HpaSample {
        if (value < 0) {
            throw new IllegalArgumentException(
                    "sample is " + value + ", but must be at least 0\nMaybe a counter was reset?");
        }
        Objects.requireNonNull(at, "at");
        Checks.notNegative("window", window);
    }
}
