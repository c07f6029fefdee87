package io.headroom.allocation.pairs;

import io.headroom.core.Location;
import io.headroom.core.Resource;
import java.util.Comparator;

/**
 * One resource of one location. Immutable and thread-safe.
 *
 * @param location the region or link
 * @param resource the resource
 */
public record Place(Location location, Resource resource) implements Comparable<Place> {
    private static final Comparator<Place> ORDER =
            Comparator.comparing(Place::location, Location.ORDER).thenComparing(Place::resource);

    /**
     * A text that names it.
     *
     * @return "location/RESOURCE"
     */
    public String key() {
        return location.key() + "/" + resource;
    }

    @Override
    public int compareTo(Place other) {
        return ORDER.compare(this, other);
    }
}
