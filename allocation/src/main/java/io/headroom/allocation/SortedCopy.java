package io.headroom.allocation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Copies of maps that are gone through in the order of their keys and looked up by hash. Linear if the original is in order. */
final class SortedCopy {
    private SortedCopy() {}

    /** An immutable copy. */
    static <K, V> Map<K, V> of(Map<K, V> map, Comparator<? super K> order) {
        if (map.isEmpty()) {
            return Map.of();
        }
        Map<K, V> copy = sized(map.size());
        @Nullable K before = null;
        boolean sorted = true;
        for (Map.Entry<K, V> e : map.entrySet()) {
            sorted &= before == null || order.compare(before, e.getKey()) < 0;
            before = e.getKey();
            copy.put(e.getKey(), e.getValue());
        }
        return Collections.unmodifiableMap(sorted ? copy : sorted(copy, order));
    }

    private static <K, V> Map<K, V> sorted(Map<K, V> map, Comparator<? super K> order) {
        List<Map.Entry<K, V>> entries = new ArrayList<>(map.entrySet());
        entries.sort(Map.Entry.comparingByKey(order));
        Map<K, V> copy = sized(entries.size());
        entries.forEach(e -> copy.put(e.getKey(), e.getValue()));
        return copy;
    }

    /** An empty map that keeps the order of insertion, with room. */
    static <K, V> Map<K, V> sized(int size) {
        return new LinkedHashMap<>(Math.max(16, (int) Math.min(1 << 30, size / 0.75 + 1)));
    }
}
