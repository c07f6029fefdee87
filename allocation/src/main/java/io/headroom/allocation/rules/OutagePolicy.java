package io.headroom.allocation.rules;

import io.headroom.core.Checks;
import java.util.Locale;

/**
 * What happens while telemetry is stale or missing, in the words of KEDA's fallback. Whatever they say, nothing is lowered while blind: a
 * static fallback means the larger of static and current. Immutable and thread-safe.
 *
 * @param behaviour what happens
 * @param amount the fallback, in the resource's own units, 0 or more; unused by {@link Behaviour#HOLD} and
 *     {@link Behaviour#CURRENT_REPLICAS}
 * @param failureThreshold from so many cycles in a row without fresh telemetry on, 1 or more; before, {@link Behaviour#HOLD}
 */
public record OutagePolicy(Behaviour behaviour, double amount, int failureThreshold) {
    /** Nothing shrinks, and forecasts still grow. */
    public static final OutagePolicy HOLD = new OutagePolicy(Behaviour.HOLD, 0, 1);

    /** What happens in an outage. */
    public enum Behaviour {
        /** Nothing shrinks; forecasts, made of what was last known, still grow. */
        HOLD,
        /** The fallback, and never less than is there: forecasts are not followed. */
        STATIC,
        /** All stays as it is: forecasts are not followed. */
        CURRENT_REPLICAS,
        /** What is there, or the fallback if that is higher: forecasts are not followed. */
        CURRENT_REPLICAS_IF_HIGHER,
        /** What is there, or the fallback if that is lower; as nothing is lowered while blind, what is there. */
        CURRENT_REPLICAS_IF_LOWER
    }

    /**
     * Checks the ranges.
     *
     * @param behaviour what happens
     * @param amount the fallback
     * @param failureThreshold cycles in a row without fresh telemetry
     * @throws IllegalArgumentException if the amount is negative or not finite, or the threshold is below 1
     */
    public OutagePolicy {
        Checks.notNegative(amount, "fallback");
        Checks.inRange(failureThreshold, 1, Integer.MAX_VALUE, "failure threshold");
    }

    /**
     * Whether a forecast moves anything in an outage.
     *
     * @return true for {@link Behaviour#HOLD} alone
     */
    public boolean followsForecasts() {
        return behaviour == Behaviour.HOLD;
    }

    /**
     * What should be there in an outage that has lasted long enough.
     *
     * @param committed what is there, 0 or more
     * @return {@code committed} or more
     */
    public double target(double committed) {
        boolean raises = behaviour == Behaviour.STATIC || behaviour == Behaviour.CURRENT_REPLICAS_IF_HIGHER;
        return raises ? Math.max(amount, committed) : committed;
    }

    @Override
    public String toString() {
        return behaviour.name().toLowerCase(Locale.ROOT).replace('_', ' ') + " " + amount;
    }
}
