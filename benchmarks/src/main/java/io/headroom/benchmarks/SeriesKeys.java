package io.headroom.benchmarks;

import io.headroom.benchmarks.data.NamedSeries;
import io.headroom.core.Flow;
import io.headroom.core.SeriesKey;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Keys for the series of a file, so that one model can be fitted to all: a directed pair is read from the name SRC&gt;DST. Immutable. */
final class SeriesKeys {
    private final Map<String, SeriesKey> keys = new HashMap<>();

    SeriesKeys(List<NamedSeries> series) {
        Set<SeriesKey> taken = new HashSet<>();
        for (NamedSeries s : series) {
            SeriesKey key = key(s.name());
            for (int i = 2; !taken.add(key); i++) {
                key = key(s.name() + "-" + i);
            }
            keys.put(s.name(), key);
        }
    }

    SeriesKey of(NamedSeries series) {
        SeriesKey key = keys.get(series.name());
        if (key == null) {
            throw new IllegalArgumentException("series '" + series.name() + "' is not of this file");
        }
        return key;
    }

    private static SeriesKey key(String name) {
        int cut = name.indexOf('>');
        if (cut > 0 && cut < name.length() - 1) {
            String from = plain(name.substring(0, cut));
            String to = plain(name.substring(cut + 1));
            if (!from.equals(to)) {
                return SeriesKey.transactions(Flow.of(from, to, "series"));
            }
        }
        return SeriesKey.transactions(Flow.of(plain(name) + " of", "the file", "series"));
    }

    private static String plain(String name) {
        return name.replaceAll("[>/#\\p{Cntrl}]", "-").strip();
    }
}
