package io.headroom.allocation;

import io.headroom.core.Location;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * Locations in their order, numbered from 0. Numbers stand for locations where a pass has to do with very many of them: what belongs to
 * them is kept in arrays, see {@link PlaceMap}, and they are hashed once. Immutable and thread-safe.
 */
final class Places {
    private final Location[] locations;

    /** Number of a location plus 1, by its hash; 0 for none. A power of two of them, half of them unused. */
    private final int[] table;

    private Places(Location[] locations) {
        this.locations = locations;
        this.table = new int[Integer.highestOneBit(Math.max(1, locations.length)) * 4];
        for (int i = 0; i < locations.length; i++) {
            int slot = slot(locations[i]);
            while (table[slot] != 0) {
                slot = next(slot);
            }
            table[slot] = i + 1;
        }
    }

    /** Numbers locations, each once. */
    static Places of(Collection<? extends Location> locations) {
        Location[] sorted = locations.toArray(Location[]::new);
        Arrays.sort(sorted, Location.ORDER);
        return new Places(sorted);
    }

    int size() {
        return locations.length;
    }

    Location at(int number) {
        return locations[number];
    }

    /** The number of a location; -1 if it is none of them. */
    int number(Location location) {
        int slot = slot(location);
        while (table[slot] != 0) {
            int number = table[slot] - 1;
            if (locations[number].equals(location)) {
                return number;
            }
            slot = next(slot);
        }
        return -1;
    }

    private int slot(Location location) {
        int hash = location.hashCode() * 0x9E3779B1;
        return (hash ^ hash >>> 15) & (table.length - 1);
    }

    private int next(int slot) {
        return (slot + 1) & (table.length - 1);
    }

    /** All locations in their order. */
    List<Location> all() {
        return List.of(locations);
    }
}
