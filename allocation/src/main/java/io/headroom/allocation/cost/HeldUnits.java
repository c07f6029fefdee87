package io.headroom.allocation.cost;

import io.headroom.core.Checks;
import java.time.Duration;

/**
 * Units that are there, or on their way, with the same time left of their minimum term. What they cost until that ends is sunk: it is paid
 * whether they are kept or not. Those held over a quota may be kept. Immutable and thread-safe.
 *
 * @param offer what they were bought as; it may have left the catalogue
 * @param units how many, 0 or more
 * @param remainingTerm how long they have to be paid for, zero or more, 100 years at most
 */
public record HeldUnits(Offer offer, int units, Duration remainingTerm) {
    /**
     * Checks the ranges.
     *
     * @param offer what they were bought as
     * @param units how many
     * @param remainingTerm how long they have to be paid for
     * @throws IllegalArgumentException if one is outside its range
     */
    public HeldUnits {
        Checks.inRange(units, 0, Integer.MAX_VALUE, "held units of " + offer);
        Bounds.time(remainingTerm, "remaining term of " + offer);
    }

    /**
     * Units whose minimum term is over.
     *
     * @param offer what they were bought as
     * @param units how many, 0 or more
     * @return the units
     * @throws IllegalArgumentException if the number is negative
     */
    public static HeldUnits free(Offer offer, int units) {
        return new HeldUnits(offer, units, Duration.ZERO);
    }
}
