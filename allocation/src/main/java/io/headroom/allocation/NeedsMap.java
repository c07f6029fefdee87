package io.headroom.allocation;

import io.headroom.core.Location;
import io.headroom.core.Resource;
import java.util.AbstractMap;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Needs of locations in their order, looked up by hash: a copy that never changes, and needs no further one. Immutable and thread-safe. */
final class NeedsMap extends AbstractMap<Location, Map<Resource, Need>> {
    private final Map<Location, Map<Resource, Need>> byLocation;

    private NeedsMap(Map<Location, Map<Resource, Need>> byLocation) {
        this.byLocation = byLocation;
    }

    static NeedsMap copyOf(Map<Location, Map<Resource, Need>> needs) {
        if (needs instanceof NeedsMap same) {
            return same;
        }
        Map<Location, Map<Resource, Need>> copy = SortedCopy.sized(needs.size());
        needs.forEach((location, byResource) -> copy.put(
                location,
                byResource.isEmpty()
                        ? Map.of()
                        : Collections.unmodifiableMap(new EnumMap<Resource, Need>(byResource))));
        return new NeedsMap(SortedCopy.of(copy, Location.ORDER));
    }

    /** Takes over a map that nobody changes any more, nor the maps in it. */
    static NeedsMap own(PlaceMap<Map<Resource, Need>> needs) {
        return new NeedsMap(needs);
    }

    /** What follows from the needs of each location. */
    <V> Map<Location, V> mapped(Function<Map<Resource, Need>, V> function) {
        if (byLocation instanceof PlaceMap<Map<Resource, Need>> numbered) {
            PlaceMap<V> mapped = new PlaceMap<>(numbered.places());
            for (int i = 0; i < numbered.places().size(); i++) {
                Map<Resource, Need> needs = numbered.at(i);
                if (needs != null) {
                    mapped.set(i, function.apply(needs));
                }
            }
            return mapped;
        }
        Map<Location, V> mapped = SortedCopy.sized(byLocation.size());
        byLocation.forEach((location, needs) -> mapped.put(location, function.apply(needs)));
        return mapped;
    }

    @Override
    public void forEach(BiConsumer<? super Location, ? super Map<Resource, Need>> action) {
        byLocation.forEach(action);
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return byLocation.containsKey(key);
    }

    @Override
    public @Nullable Map<Resource, Need> get(@Nullable Object key) {
        return byLocation.get(key);
    }

    @Override
    public Set<Map.Entry<Location, Map<Resource, Need>>> entrySet() {
        return byLocation.entrySet();
    }
}
