package io.headroom.allocation.cost;

import io.headroom.core.Checks;
import java.time.Duration;

/**
 * How an allocator spends where its policy has offers. Immutable and thread-safe.
 *
 * @param perHour the most that all offered units together may cost an hour, at the prices of the moment, 0 or more; infinite if there is no
 *     cap
 * @param spotShare the largest share of a requirement that may rest on spot units, in [0, 1]
 * @param horizon how long a need is expected to last: what a unit costs in this time, or in its minimum term if that is longer, is compared;
 *     above zero, 100 years at most
 */
public record Spending(double perHour, double spotShare, Duration horizon) {
    /** No cap, half of a requirement may rest on spot units, needs last an hour. */
    public static final Spending FREE = new Spending(Double.POSITIVE_INFINITY, 0.5, Duration.ofHours(1));

    /**
     * Checks the ranges.
     *
     * @param perHour the most that all offered units together may cost an hour
     * @param spotShare the largest share of a requirement that may rest on spot units
     * @param horizon how long a need is expected to last
     * @throws IllegalArgumentException if one is outside its range
     */
    public Spending {
        if (!(perHour >= 0)) {
            throw Checks.failure("spending cap " + perHour, "must be 0 or more", "no cap was meant: leave it out");
        }
        if (!(spotShare >= 0 && spotShare <= 1)) {
            throw Checks.failure("spot share " + spotShare, "must lie in [0, 1]", "it was given in percent");
        }
        Bounds.time(Checks.positive(horizon, "spending horizon"), "spending horizon");
    }

    /**
     * The same with a cap.
     *
     * @param value money an hour, 0 or more
     * @return a copy
     * @throws IllegalArgumentException if it is negative or not a number
     */
    public Spending withCap(double value) {
        return new Spending(value, spotShare, horizon);
    }

    /**
     * The same with another share of spot units.
     *
     * @param value in [0, 1]
     * @return a copy
     * @throws IllegalArgumentException if it is outside its range
     */
    public Spending withSpotShare(double value) {
        return new Spending(perHour, value, horizon);
    }

    /**
     * The same with another horizon.
     *
     * @param value above zero, 100 years at most
     * @return a copy
     * @throws IllegalArgumentException if it is outside its range
     */
    public Spending withHorizon(Duration value) {
        return new Spending(perHour, spotShare, value);
    }

    /**
     * Whether there is a cap.
     *
     * @return true if spending is limited
     */
    public boolean isCapped() {
        return perHour < Double.POSITIVE_INFINITY;
    }
}
