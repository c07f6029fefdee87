package io.headroom.forecasting.internal.ets;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The classic series and reference values in this package's test resources. */
final class Classics {

    record Series(String name, int period, List<Double> list) {
        double[] values() {
            return list.stream().mapToDouble(Double::doubleValue).toArray();
        }
    }

    private static final Map<String, Series> SERIES = read();

    private Classics() {}

    static List<Series> all() {
        return List.copyOf(SERIES.values());
    }

    static Series series(String name) {
        Series series = SERIES.get(name);
        if (series == null) {
            throw new IllegalArgumentException("no series " + name);
        }
        return series;
    }

    static EtsForm form(String text) {
        return EtsForm.parse(text.replace(' ', ','));
    }

    /** Reads a resource without its header line, split at commas. */
    static List<List<String>> rows(String resource) {
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(Classics.class.getResourceAsStream(resource), StandardCharsets.UTF_8))) {
            return reader.lines()
                    .skip(1)
                    .map(line -> Arrays.asList(line.split(",", -1)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static double[] numbers(String text) {
        return text.isEmpty()
                ? new double[0]
                : Arrays.stream(text.split(" ", -1))
                        .mapToDouble(Double::parseDouble)
                        .toArray();
    }

    private static Map<String, Series> read() {
        Map<String, Series> series = new LinkedHashMap<>();
        for (List<String> row : rows("series.csv")) {
            List<Double> values = Arrays.stream(numbers(row.get(2))).boxed().toList();
            series.put(row.get(0), new Series(row.get(0), Integer.parseInt(row.get(1)), values));
        }
        return series;
    }
}
