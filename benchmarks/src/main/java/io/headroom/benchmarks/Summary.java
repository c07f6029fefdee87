package io.headroom.benchmarks;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.StringJoiner;

/** The last line of standard output: pairs of key and value. Not thread-safe. */
final class Summary {
    private final StringJoiner pairs = new StringJoiner(" ");

    Summary put(String key, String value) {
        pairs.add(key + "=" + value);
        return this;
    }

    Summary put(String key, long value) {
        return put(key, Long.toString(value));
    }

    /** A measured number, with three digits after the point. */
    Summary put(String key, double value) {
        return put(key, value, 3);
    }

    Summary put(String key, double value, int digits) {
        return put(key, String.format(Locale.ROOT, "%." + digits + "f", value));
    }

    void print(PrintWriter out) {
        out.println(pairs);
    }
}
