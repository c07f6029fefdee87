package io.headroom.simulation.strategy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Rows of a CSV fixture beside this class; each fixture carries the script that made it. */
public final class ReferenceTable {

    private ReferenceTable() {}

    public static List<Row> read(String resource) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(ReferenceTable.class.getResourceAsStream(resource), resource),
                StandardCharsets.UTF_8))) {
            String[] header = reader.readLine().split(",", -1);
            return reader.lines().map(line -> Row.of(header, line)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public record Row(Map<String, String> fields) {
        static Row of(String[] header, String line) {
            String[] values = line.split(",", -1);
            Map<String, String> fields = new HashMap<>();
            for (int i = 0; i < header.length; i++) {
                fields.put(header[i], values[i]);
            }
            return new Row(fields);
        }

        public String text(String column) {
            return Objects.requireNonNull(fields.get(column), column);
        }

        public double number(String column) {
            return Double.parseDouble(text(column));
        }

        public int whole(String column) {
            return Integer.parseInt(text(column));
        }
    }

    /** The generator that the fixtures' scripts use too. */
    public static final class Lcg {
        private long x;

        public Lcg(long seed) {
            x = seed;
        }

        public int below(int bound) {
            x = (1_103_515_245L * x + 12_345) % (1L << 31);
            return (int) ((x >> 8) % bound);
        }
    }
}
