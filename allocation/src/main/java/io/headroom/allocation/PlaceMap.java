package io.headroom.allocation;

import io.headroom.core.Location;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A map from numbered locations, in their order: an array beside {@link Places} that many maps share. As a map it can't be changed; it is
 * immutable and thread-safe once whoever made it has set all its values.
 */
final class PlaceMap<V> extends AbstractMap<Location, V> {
    private final Places places;
    private final @Nullable Object[] values;

    PlaceMap(Places places) {
        this.places = places;
        this.values = new @Nullable Object[places.size()];
    }

    Places places() {
        return places;
    }

    /** Sets a value by number; threads may set those of different numbers at the same time. */
    void set(int number, V value) {
        values[number] = value;
    }

    @SuppressWarnings("unchecked")
    @Nullable
    V at(int number) {
        return (V) values[number];
    }

    @Override
    public @Nullable V get(@Nullable Object key) {
        int number = key instanceof Location location ? places.number(location) : -1;
        return number < 0 ? null : at(number);
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return get(key) != null;
    }

    @Override
    public boolean isEmpty() {
        return from(0) == values.length;
    }

    @Override
    public void forEach(BiConsumer<? super Location, ? super V> action) {
        for (int i = 0; i < values.length; i++) {
            V value = at(i);
            if (value != null) {
                action.accept(places.at(i), value);
            }
        }
    }

    /** Number of the first value from one on; that of locations if there is none. */
    private int from(int number) {
        int i = number;
        while (i < values.length && values[i] == null) {
            i++;
        }
        return i;
    }

    @Override
    public Set<Map.Entry<Location, V>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public int size() {
                int size = 0;
                for (Object value : values) {
                    size += value == null ? 0 : 1;
                }
                return size;
            }

            @Override
            public Iterator<Map.Entry<Location, V>> iterator() {
                return new Entries();
            }
        };
    }

    private final class Entries implements Iterator<Map.Entry<Location, V>> {
        private int next = from(0);

        @Override
        public boolean hasNext() {
            return next < values.length;
        }

        @Override
        public Map.Entry<Location, V> next() {
            V value = hasNext() ? at(next) : null;
            if (value == null) {
                throw new NoSuchElementException();
            }
            Map.Entry<Location, V> entry = Map.entry(places.at(next), value);
            next = from(next + 1);
            return entry;
        }
    }
}
