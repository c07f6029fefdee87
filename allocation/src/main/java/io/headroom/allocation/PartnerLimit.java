package io.headroom.allocation;

import io.headroom.core.Checks;

/**
 * How much of what one resource of one location is asked for the other ends of its pairs, and the links to them, can use. What pairs use that
 * nothing limits moves with what is asked. Immutable and thread-safe.
 *
 * @param limited what the pairs that are limited elsewhere can use, in the resource's units, 0 or more
 * @param free the share of all that is asked for by pairs that are not limited, in [0, 1]
 * @param releaseTo what was there before the increments of the last cycles, which go at once if they can't be used; infinite if there are none
 */
public record PartnerLimit(double limited, double free, double releaseTo) {
    /**
     * Checks the numbers.
     *
     * @param limited what the pairs that are limited elsewhere can use
     * @param free the share of all that is asked for by pairs that are not limited
     * @param releaseTo what was there before the increments of the last cycles
     * @throws IllegalArgumentException if one lies outside its range
     */
    public PartnerLimit {
        Checks.notNegative(limited, "limited amount");
        Checks.require(free >= 0 && free <= 1, "free share " + free, "must lie in [0, 1]", "an amount was given");
        Checks.require(
                releaseTo >= 0, "release to " + releaseTo, "must be 0 or more, or infinite", "a difference was given");
    }

    /**
     * The most that can be used of an amount.
     *
     * @param amount what is asked for, 0 or more
     * @return at most that
     */
    public double most(double amount) {
        return Math.min(amount, limited + free * amount);
    }
}
