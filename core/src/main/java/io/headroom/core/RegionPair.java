package io.headroom.core;

import org.jspecify.annotations.Nullable;

/**
 * An ordered pair of different regions, and the link from the first to the second. Immutable and thread-safe.
 *
 * @param source where transactions come from
 * @param destination where they go; never equal to the source
 */
public record RegionPair(Region source, Region destination) implements Location, Comparable<RegionPair> {
    /**
     * Checks that the regions differ.
     *
     * @param source where transactions come from
     * @param destination where they go
     * @throws IllegalArgumentException if both are the same
     */
    public RegionPair {
        if (source.equals(destination)) {
            throw Checks.failure(
                    "region pair " + source + ">" + destination,
                    "must join two different regions",
                    "a local transaction should be left out");
        }
    }

    /**
     * A pair by names.
     *
     * @param source name of the source region
     * @param destination name of the destination region
     * @return the pair
     * @throws IllegalArgumentException if a name is not one or both are equal
     */
    public static RegionPair of(String source, String destination) {
        return new RegionPair(Region.of(source), Region.of(destination));
    }

    /**
     * Reads a pair from its key.
     *
     * @param key "SRC&gt;DST"
     * @return the pair
     * @throws IllegalArgumentException if the key has another form
     */
    public static RegionPair parse(String key) {
        int cut = key.indexOf('>');
        if (cut <= 0) {
            throw Checks.failure("region pair '" + key + "'", "must read SRC>DST", "the direction sign is missing");
        }
        return of(key.substring(0, cut), key.substring(cut + 1));
    }

    /**
     * Whether a region is one of the two ends.
     *
     * @param region the region
     * @return true if it is the source or the destination
     */
    public boolean touches(Region region) {
        return source.equals(region) || destination.equals(region);
    }

    @Override
    public String key() {
        return source.name() + ">" + destination.name();
    }

    @Override
    public int compareTo(RegionPair other) {
        int bySource = source.compareTo(other.source);
        return bySource != 0 ? bySource : destination.compareTo(other.destination);
    }

    /** Maps of very many links ask this often. */
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof RegionPair pair
                        && source.equals(pair.source)
                        && destination.equals(pair.destination));
    }

    /** Names that differ in few characters have near hashes: times 31 the pairs of many regions would share few of them. */
    @Override
    public int hashCode() {
        return source.hashCode() * 0x9E3779B1 + destination.hashCode() * 0x85EBCA6B;
    }

    @Override
    public String toString() {
        return key();
    }
}
