package io.headroom.forecasting.internal.arima;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** The classic series and reference values in this package's test resources. */
final class Classics {
    /** A fit of R: coefficients, and the exact likelihood there and at the maximum near it. */
    record Point(
            String series,
            ArimaOrder order,
            boolean constant,
            boolean time,
            List<Double> coefficients,
            double there,
            double most) {
        double[] coefficientArray() {
            return coefficients.stream().mapToDouble(Double::doubleValue).toArray();
        }

        double[][] regressors() {
            double[][] columns = new double[time ? 1 : 0][values(series).length];
            for (double[] column : columns) {
                Arrays.setAll(column, t -> t + 1);
            }
            return columns;
        }

        @Override
        public String toString() {
            return series + " " + order;
        }
    }

    /** A choice of R. */
    record Pick(String series, ArimaOrder order, boolean constant, double aicc) {}

    private Classics() {}

    static List<Point> points() {
        return rows("points.csv").stream()
                .map(row -> new Point(
                        row.get(0),
                        order(row.get(1)),
                        Boolean.parseBoolean(row.get(2)),
                        Boolean.parseBoolean(row.get(3)),
                        Arrays.stream(numbers(row.get(4))).boxed().toList(),
                        Double.parseDouble(row.get(5)),
                        Double.parseDouble(row.get(6))))
                .toList();
    }

    static List<Pick> picks() {
        return rows("picks.csv").stream()
                .map(row -> new Pick(
                        row.get(0),
                        order(row.get(1)),
                        Boolean.parseBoolean(row.get(2)),
                        Double.parseDouble(row.get(3))))
                .toList();
    }

    private static ArimaOrder order(String text) {
        int[] o = Arrays.stream(text.split(" ", -1)).mapToInt(Integer::parseInt).toArray();
        return new ArimaOrder(o[0], o[1], o[2], o[3], o[4], o[5], o[6]);
    }

    static double[] values(String name) {
        boolean log = name.startsWith("log(");
        String plain = log ? name.substring(4, name.length() - 1) : name;
        for (List<String> row : rows("series.csv")) {
            if (row.get(0).equals(plain)) {
                double[] values = numbers(row.get(1));
                return log ? Arrays.stream(values).map(StrictMath::log).toArray() : values;
            }
        }
        throw new IllegalArgumentException("no series " + name);
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

    private static double[] numbers(String text) {
        return text.isEmpty()
                ? new double[0]
                : Arrays.stream(text.split(" ", -1))
                        .mapToDouble(Double::parseDouble)
                        .toArray();
    }
}
