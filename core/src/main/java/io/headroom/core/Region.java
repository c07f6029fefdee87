package io.headroom.core;

import org.jspecify.annotations.Nullable;

/**
 * A region of the control plane. Immutable and thread-safe.
 *
 * @param name its name, 1 to 200 characters without '&gt;', '/', '#' and control characters; case matters
 */
public record Region(String name) implements Location, Comparable<Region> {
    /**
     * Checks the name.
     *
     * @param name its name
     * @throws IllegalArgumentException if the name is not one
     */
    public Region {
        Checks.name(name, "region");
    }

    /**
     * A region by name.
     *
     * @param name its name
     * @return the region
     * @throws IllegalArgumentException if the name is not one
     */
    public static Region of(String name) {
        return new Region(name);
    }

    /** Maps of very many links ask this often. */
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || (other instanceof Region region && name.equals(region.name));
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String key() {
        return name;
    }

    @Override
    public int compareTo(Region other) {
        return name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return name;
    }
}
