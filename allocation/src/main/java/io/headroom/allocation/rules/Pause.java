package io.headroom.allocation.rules;

import io.headroom.core.Checks;
import java.util.OptionalDouble;

/**
 * What an operator holds still. A pause holds against forecasts and against measured need, which leaves a reason; the policy's bounds, the
 * floor of an event and blindness (which lowers nothing) win over it. Immutable and thread-safe.
 *
 * @param up nothing grows
 * @param down nothing shrinks
 * @param at the amount to go to and stay at, 0 or more; only if both directions are paused
 */
public record Pause(boolean up, boolean down, OptionalDouble at) {
    /** Nothing is paused. */
    public static final Pause NONE = new Pause(false, false, OptionalDouble.empty());

    /** Nothing grows. */
    public static final Pause UP = new Pause(true, false, OptionalDouble.empty());

    /** Nothing shrinks. */
    public static final Pause DOWN = new Pause(false, true, OptionalDouble.empty());

    /** All stays as it is, what waits warm included. */
    public static final Pause ALL = new Pause(true, true, OptionalDouble.empty());

    /**
     * Checks the amount.
     *
     * @param up nothing grows
     * @param down nothing shrinks
     * @param at the amount to go to and stay at
     * @throws IllegalArgumentException if the amount is negative or not finite, or is given while a direction is free
     */
    public Pause {
        if (at.isPresent()) {
            Checks.notNegative(at.getAsDouble(), "pause at");
            Checks.require(
                    up && down,
                    "pause at " + at.getAsDouble(),
                    "must hold both directions",
                    "a minimum or a maximum was meant");
        }
    }

    /**
     * Goes to an amount and stays there.
     *
     * @param amount in the resource's own units, 0 or more
     * @return the pause
     * @throws IllegalArgumentException if the amount is negative or not finite
     */
    public static Pause at(double amount) {
        return new Pause(true, true, OptionalDouble.of(amount));
    }
}
