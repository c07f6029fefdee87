package io.headroom.allocation.rules;

import io.headroom.core.Checks;
import java.time.Duration;

/**
 * What happens when a recommendation exceeds the maximum: AWS' maximum capacity breach behaviour, but a raise that expires. Immutable and
 * thread-safe.
 *
 * @param behaviour whether the maximum is raised
 * @param buffer percent by which a raised maximum lies above the recommendation, in [0, 100]
 * @param limit no raise goes beyond it, in the resource's own units, above 0, may be infinite; a maximum above it stays
 * @param expiry how long a raise outlasts the last recommendation that asked for it, 0 or more
 */
public record CapBreach(Behaviour behaviour, double buffer, double limit, Duration expiry) {
    /** The maximum holds. */
    public static final CapBreach HONOR =
            new CapBreach(Behaviour.HONOR_MAX_CAPACITY, 0, Double.POSITIVE_INFINITY, Duration.ZERO);

    /** Whether a maximum is raised. */
    public enum Behaviour {
        /** It holds. */
        HONOR_MAX_CAPACITY,
        /** It is raised to the recommendation and the buffer. */
        INCREASE_MAX_CAPACITY
    }

    /**
     * Checks the ranges.
     *
     * @param behaviour whether the maximum is raised
     * @param buffer percent by which it lies above the recommendation
     * @param limit no raise goes beyond it
     * @param expiry how long a raise lasts
     * @throws IllegalArgumentException if a number is outside its range
     */
    public CapBreach {
        if (!(buffer >= 0 && buffer <= 100)) {
            throw Checks.failure("buffer " + buffer, "must lie in [0, 100] percent", "a limit was meant");
        }
        if (!(limit > 0)) {
            throw Checks.failure("breach limit " + limit, "must be above 0", "the maximum should hold instead");
        }
        Durations.notNegative(expiry, "breach expiry");
    }

    /**
     * A raise.
     *
     * @param buffer percent by which a raised maximum lies above the recommendation, in [0, 100]
     * @param limit no raise goes beyond it, above 0, may be infinite
     * @param expiry how long a raise outlasts the last recommendation that asked for it, 0 or more
     * @return the behaviour
     * @throws IllegalArgumentException if a number is outside its range
     */
    public static CapBreach increase(double buffer, double limit, Duration expiry) {
        return new CapBreach(Behaviour.INCREASE_MAX_CAPACITY, buffer, limit, expiry);
    }

    /**
     * Whether the maximum holds.
     *
     * @return true if it is never raised
     */
    public boolean honors() {
        return behaviour == Behaviour.HONOR_MAX_CAPACITY;
    }

    /**
     * The maximum while a recommendation stands.
     *
     * @param maximum the policy's maximum, 0 or more, may be infinite
     * @param recommended the largest recommendation that has not expired, 0 or more
     * @return {@code maximum} or more
     */
    public double maximum(double maximum, double recommended) {
        boolean breach = !honors() && recommended > maximum;
        return breach ? Math.max(maximum, Math.min(limit, recommended * (1 + buffer / 100))) : maximum;
    }
}
