package io.headroom.core;

import java.util.Comparator;

/**
 * A place that owns resources: a {@link Region}, or the link of an ordered {@link RegionPair}, on which bandwidth is
 * reserved. Immutable and thread-safe.
 */
public sealed interface Location permits Region, RegionPair {
    /** By names: a region comes before the links that it sources. */
    Comparator<Location> ORDER = Location::compare;

    /**
     * The name that keys, reports and messages use.
     *
     * @return the region's name, or "SRC&gt;DST" for a link
     */
    String key();

    /**
     * Reads a location from its key.
     *
     * @param key a region's name, or "SRC&gt;DST"
     * @return the location
     * @throws IllegalArgumentException if the key is neither
     */
    static Location parse(String key) {
        return key.indexOf('>') >= 0 ? RegionPair.parse(key) : Region.of(key);
    }

    private static int compare(Location a, Location b) {
        int bySource = source(a).compareTo(source(b));
        if (bySource != 0) {
            return bySource;
        }
        String first = a instanceof RegionPair p ? p.destination().name() : "";
        String second = b instanceof RegionPair p ? p.destination().name() : "";
        return first.compareTo(second);
    }

    private static String source(Location location) {
        return location instanceof RegionPair p ? p.source().name() : location.key();
    }
}
