package io.headroom.simulation.strategy;

import java.time.Duration;
import java.util.Objects;

/**
 * How far the fleet may move in one direction within a period. Immutable and thread-safe.
 *
 * @param kind whether {@code amount} counts units or per cent
 * @param amount the largest change within the period, at least 1
 * @param period the period, positive
 */
public record HpaPolicy(Kind kind, int amount, Duration period) {

    /** What an amount counts. */
    public enum Kind {
        /** Units. */
        UNITS,
        /** Per cent of the fleet at the start of the period. */
        PERCENT
    }

    /**
     * Checks the ranges.
     *
     * @param kind whether {@code amount} counts units or per cent
     * @param amount the largest change within the period, at least 1
     * @param period the period, positive
     * @throws IllegalArgumentException if the amount is below 1 or the period not positive
     */
    public HpaPolicy {
        Objects.requireNonNull(kind, "kind");
        Checks.atLeast("amount", amount, 1);
        Checks.positive("period", period);
    }

    /**
     * A policy in units.
     *
     * @param amount the largest change within the period, at least 1
     * @param period the period, positive
     * @return the policy
     * @throws IllegalArgumentException if a value is out of its range
     */
    public static HpaPolicy units(int amount, Duration period) {
        return new HpaPolicy(Kind.UNITS, amount, period);
    }

    /**
     * A policy in per cent.
     *
     * @param amount the largest change within the period, at least 1
     * @param period the period, positive
     * @return the policy
     * @throws IllegalArgumentException if a value is out of its range
     */
    public static HpaPolicy percent(int amount, Duration period) {
        return new HpaPolicy(Kind.PERCENT, amount, period);
    }
}
