package io.headroom.allocation.rules;

import io.headroom.core.Checks;
import java.time.Duration;

/**
 * How a forecast moves a pool one way. Measured need is not held back by it. Immutable and thread-safe.
 *
 * @param tolerance a recommendation that differs by no more than this share of what is there changes nothing; finite, 0 or more
 * @param stabilisation growing: the smallest recommendation of this time counts; shrinking: the largest; 0 or more, 0: the newest alone
 * @param velocity the most that it moves within periods
 */
public record Pace(double tolerance, Duration stabilisation, Velocity velocity) {
    /** Every recommendation is followed at once. */
    public static final Pace FREE = new Pace(0, Duration.ZERO, Velocity.UNLIMITED);

    /**
     * Checks the ranges.
     *
     * @param tolerance share of what is there that changes nothing
     * @param stabilisation time whose recommendations count
     * @param velocity the most that it moves within periods
     * @throws IllegalArgumentException if the tolerance or the stabilisation is negative or not finite
     */
    public Pace {
        Checks.notNegative(tolerance, "tolerance");
        Durations.notNegative(stabilisation, "stabilisation");
    }

    /**
     * The same with another tolerance.
     *
     * @param value share of what is there that changes nothing, 0 or more
     * @return a copy
     * @throws IllegalArgumentException if it is negative or not finite
     */
    public Pace withTolerance(double value) {
        return new Pace(value, stabilisation, velocity);
    }

    /**
     * The same with another stabilisation.
     *
     * @param value time whose recommendations count, 0 or more
     * @return a copy
     * @throws IllegalArgumentException if it is negative
     */
    public Pace withStabilisation(Duration value) {
        return new Pace(tolerance, value, velocity);
    }

    /**
     * The same with another velocity.
     *
     * @param value the most that it moves within periods
     * @return a copy
     */
    public Pace withVelocity(Velocity value) {
        return new Pace(tolerance, stabilisation, value);
    }
}
