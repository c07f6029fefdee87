package io.headroom.core;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A regular grid of time: step i covers [origin + i * step, origin + (i + 1) * step). Instants have no zone, so daylight
 * saving and leap days do not bend it. Immutable and thread-safe.
 *
 * @param origin start of step 0, on a whole millisecond
 * @param step spacing, a whole number of milliseconds above 0
 */
public record TimeGrid(Instant origin, Duration step) {
    /**
     * Checks origin and step.
     *
     * @param origin start of step 0
     * @param step spacing
     * @throws IllegalArgumentException if the step is not above 0 or either has a fraction of a millisecond
     */
    public TimeGrid {
        Checks.positive(step, "step");
        if (!(step.truncatedTo(ChronoUnit.MILLIS).equals(step)
                && origin.truncatedTo(ChronoUnit.MILLIS).equals(origin))) {
            throw Checks.failure(
                    "time grid of step " + step + " from " + origin,
                    "must be made of whole milliseconds",
                    "a measured instant should be truncated first");
        }
    }

    /**
     * The grid of a step that starts at 1970-01-01T00:00Z.
     *
     * @param step spacing, a whole number of milliseconds above 0
     * @return the grid
     * @throws IllegalArgumentException if the step is not above 0 or has a fraction of a millisecond
     */
    public static TimeGrid of(Duration step) {
        return new TimeGrid(Instant.EPOCH, step);
    }

    /**
     * The step that holds an instant.
     *
     * @param instant the instant, before or after the origin
     * @return its index, negative before the origin
     */
    public long index(Instant instant) {
        return Math.floorDiv(instant.toEpochMilli() - origin.toEpochMilli(), step.toMillis());
    }

    /**
     * The start of a step.
     *
     * @param index the step's index
     * @return its first instant
     */
    public Instant start(long index) {
        return origin.plusMillis(Math.multiplyExact(index, step.toMillis()));
    }

    /**
     * The length of a step.
     *
     * @return seconds, above 0
     */
    public double stepSeconds() {
        return step.toMillis() / 1000.0;
    }

    /**
     * How many steps a duration takes, rounded up.
     *
     * @param duration zero or more
     * @return 0 or more
     * @throws IllegalArgumentException if the duration is negative or takes more steps than an int holds
     */
    public int stepsIn(Duration duration) {
        if (duration.isNegative()) {
            throw Checks.failure("duration " + duration, "must be 0 or more", "two instants were swapped");
        }
        if (!(duration.toSeconds() * 1000.0 / step.toMillis() < Integer.MAX_VALUE)) {
            throw Checks.failure(
                    "duration " + duration,
                    "must take less than " + Integer.MAX_VALUE + " steps of " + step,
                    "the step is too short");
        }
        long whole = duration.dividedBy(step);
        return Math.toIntExact(step.multipliedBy(whole).equals(duration) ? whole : whole + 1);
    }
}
