package io.headroom.spi;

import io.headroom.core.Checks;
import io.headroom.core.Location;
import io.headroom.core.Resource;

/**
 * The measured use of one resource of a pool. Immutable and thread-safe.
 *
 * @param location the region or link
 * @param resource which resource
 * @param fraction used part of what is allocated: 0 is idle, 1 is full, more is overload; finite
 */
public record Utilisation(Location location, Resource resource, double fraction) {
    /**
     * Checks the fraction.
     *
     * @param location the region or link
     * @param resource which resource
     * @param fraction used part of what is allocated
     * @throws IllegalArgumentException if it is negative or not finite
     */
    public Utilisation {
        Checks.notNegative(fraction, "utilisation of " + resource + " at " + location.key());
    }
}
