package io.headroom.forecasting.lstm;

import io.headroom.core.Measure;
import io.headroom.core.SeriesKey;
import io.headroom.forecasting.lstm.internal.network.Batch;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Which row of the name table stands for a region or a type; row 0 for one that was not seen. Immutable and thread-safe. */
final class Names {
    private final Map<String, Integer> rows = new TreeMap<>();

    Names(Collection<String> names) {
        names.forEach(name -> rows.putIfAbsent(name, rows.size() + 1));
    }

    static Names of(Collection<SeriesKey> keys) {
        return new Names(keys.stream()
                .flatMap(key -> names(key).stream())
                .sorted()
                .distinct()
                .toList());
    }

    private static List<String> names(SeriesKey key) {
        return List.of(
                "from " + key.flow().pair().source().name(),
                "to " + key.flow().pair().destination().name(),
                (key.measure() == Measure.BYTES ? "bytes of " : "count of ")
                        + key.flow().type().name());
    }

    /** Rows of the table, row 0 included. */
    int size() {
        return rows.size() + 1;
    }

    /** Rows of a flow's names. */
    int[] rows(SeriesKey key) {
        int[] found = new int[Batch.NAMES];
        for (int k = 0; k < found.length; k++) {
            found[k] = rows.getOrDefault(names(key).get(k), 0);
        }
        return found;
    }

    /** All names, by rising row. */
    List<String> all() {
        return rows.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .toList();
    }
}
