package io.headroom.allocation.rules;

import io.headroom.core.Checks;

/**
 * An amount of a resource: in its own units, or in percent of what a rule takes as its base. Immutable and thread-safe.
 *
 * @param value finite, above 0
 * @param kind what it counts
 */
public record Amount(double value, Kind kind) {
    /** What an amount counts. */
    public enum Kind {
        /** The resource's own units. */
        ABSOLUTE,
        /** Hundredths of a base. */
        PERCENT
    }

    /**
     * Checks the value.
     *
     * @param value finite, above 0
     * @param kind what it counts
     * @throws IllegalArgumentException if the value is not finite and above 0
     */
    public Amount {
        Checks.positive(value, kind == Kind.PERCENT ? "percent" : "amount");
    }

    /**
     * So many units.
     *
     * @param value in the resource's own units, finite, above 0
     * @return the amount
     * @throws IllegalArgumentException if the value is not finite and above 0
     */
    public static Amount absolute(double value) {
        return new Amount(value, Kind.ABSOLUTE);
    }

    /**
     * A part of a base.
     *
     * @param value 10 is a tenth; finite, above 0
     * @return the amount
     * @throws IllegalArgumentException if the value is not finite and above 0
     */
    public static Amount percent(double value) {
        return new Amount(value, Kind.PERCENT);
    }

    /**
     * The amount against a base.
     *
     * @param base what percent are taken of, 0 or more
     * @return in the resource's own units, 0 or more; infinite if it is too large for a double
     */
    public double against(double base) {
        return kind == Kind.PERCENT ? value / 100 * base : value;
    }

    @Override
    public String toString() {
        return kind == Kind.PERCENT ? value + " %" : String.valueOf(value);
    }
}
