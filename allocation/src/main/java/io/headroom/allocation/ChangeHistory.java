package io.headroom.allocation;

import io.headroom.core.Location;
import io.headroom.core.Resource;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * When each resource last grew and shrank by an accepted change. Immutable and thread-safe.
 *
 * @param last the moments by "location/RESOURCE"
 */
public record ChangeHistory(Map<String, Last> last) {
    /** Nothing has changed yet. */
    public static final ChangeHistory NONE = new ChangeHistory(Map.of());

    /**
     * The last moments of one resource.
     *
     * @param up when it last grew; the distant past if never
     * @param down when it last shrank; the distant past if never
     */
    public record Last(Instant up, Instant down) {
        /** It never changed. */
        public static final Last NEVER =
                new Last(Instant.EPOCH.minusSeconds(1L << 40), Instant.EPOCH.minusSeconds(1L << 40));

        /**
         * When it last changed.
         *
         * @return the later of both
         */
        public Instant any() {
            return up.isAfter(down) ? up : down;
        }
    }

    /**
     * Copies the map.
     *
     * @param last the moments by "location/RESOURCE"
     */
    public ChangeHistory {
        last = Collections.unmodifiableMap(new TreeMap<>(last));
    }

    /**
     * The last moments of a resource.
     *
     * @param location the region or link
     * @param resource the resource
     * @return its moments
     */
    public Last of(Location location, Resource resource) {
        return last.getOrDefault(key(location, resource), Last.NEVER);
    }

    /** Collects changes and makes one new history of them. Not thread-safe. */
    static final class Changes {
        private final Map<String, Last> last;

        Changes(ChangeHistory before, Instant keepFrom) {
            this.last = new TreeMap<>(before.last);
            last.values().removeIf(l -> l.any().isBefore(keepFrom));
        }

        void add(Location location, Resource resource, boolean grew, Instant at) {
            String key = key(location, resource);
            Last before = last.getOrDefault(key, Last.NEVER);
            last.put(key, grew ? new Last(at, before.down()) : new Last(before.up(), at));
        }

        ChangeHistory history() {
            return new ChangeHistory(last);
        }
    }

    /**
     * The history after one more change.
     *
     * @param location the region or link
     * @param resource the resource
     * @param grew true if it grew, false if it shrank
     * @param at when
     * @return a copy
     */
    public ChangeHistory with(Location location, Resource resource, boolean grew, Instant at) {
        Changes changes = new Changes(this, Instant.MIN);
        changes.add(location, resource, grew, at);
        return changes.history();
    }

    private static String key(Location location, Resource resource) {
        return location.key() + "/" + resource;
    }
}
