package io.headroom.forecasting.internal.additive;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Series that {@code reference.py} makes too, and what it found. */
final class Made {
    static final String[] NAMES = {"hourly", "daily", "short"};

    private Made() {}

    /** Uniform in [-1, 1). */
    static double[] noise(int n) {
        double[] noise = new double[n];
        long x = 12345;
        for (int i = 0; i < n; i++) {
            x = (1103515245L * x + 12345) % 2147483648L;
            noise[i] = x / 1073741824.0 - 1;
        }
        return noise;
    }

    static double[] series(String name) {
        double[] noise = noise(1500);
        double[] y = new double[name.equals("hourly") ? 960 : name.equals("daily") ? 1500 : 30];
        for (int i = 0; i < y.length; i++) {
            y[i] = switch (name) {
                case "hourly" ->
                    i % 97 == 5
                            ? Double.NaN
                            : 200
                                    + 0.1 * i
                                    - 0.25 * Math.max(0, i - 400)
                                    + 30 * wave(i, 24, 0)
                                    + 12 * wave(i, 168, 1)
                                    + 9 * noise[i];
                case "daily" ->
                    i % 50 < 3 || (i > 700 && i < 730)
                            ? Double.NaN
                            : 8
                                    + 0.001 * i
                                    + 0.002 * Math.max(0, i - 600)
                                    + 0.5 * wave(i, 365.25, 0)
                                    + 0.2 * wave(i, 7, 1)
                                    + 0.3 * noise[i];
                default -> i == 11 ? Double.NaN : 5 + 0.2 * i + noise[i];
            };
        }
        return y;
    }

    private static double wave(int i, double period, int quarter) {
        double angle = 2 * Math.PI * i / period;
        return quarter == 0 ? StrictMath.sin(angle) : StrictMath.cos(angle);
    }

    static AdditiveOptions options(String name) {
        return switch (name) {
            case "hourly" -> AdditiveOptions.of(Season.of(24, 4), Season.of(168, 3));
            case "daily" -> AdditiveOptions.of(Season.ofRatio(1461, 4, 10), Season.of(7, 3));
            default -> AdditiveOptions.of(Season.of(7, 2)).withChangepoints(5, 0.8, 0.5);
        };
    }

    static AdditiveFit fit(AdditiveOptions options, double[] y) {
        return new AdditiveFitter(options).fit(y, 0, () -> false);
    }

    /** Quantities of a series by name. */
    static Map<String, Double> reference(String series) {
        Map<String, Double> found = new TreeMap<>();
        for (String[] row : table("reference.csv")) {
            if (row[0].equals(series)) {
                found.put(row[1], Double.parseDouble(row[2]));
            }
        }
        return found;
    }

    static String[][] table(String file) {
        InputStream stream = Objects.requireNonNull(Made.class.getResourceAsStream(file), file);
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .collect(Collectors.toList())
                    .toArray(String[][]::new);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static double[] times(double[] y, double factor) {
        return Arrays.stream(y).map(v -> v * factor).toArray();
    }
}
