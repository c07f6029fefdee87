package io.headroom.benchmarks;

import io.headroom.benchmarks.data.CsvOutput;
import io.headroom.core.RateForecast;
import io.headroom.core.Window;
import java.util.ArrayList;
import java.util.List;

/** The numbers read off one forecast: a row for each step with the mean and the quantiles. Immutable and thread-safe. */
final class ForecastTable {
    private final List<String> labels;
    private final double[][] rows;

    private ForecastTable(List<String> labels, double[][] rows) {
        this.labels = labels;
        this.rows = rows;
    }

    /** Reads steps 1 to {@code horizon}. */
    static ForecastTable read(RateForecast forecast, int horizon, QuantileColumns quantiles) {
        List<String> labels = new ArrayList<>(horizon + 1);
        double[][] rows = new double[horizon][];
        for (int step = 1; step <= horizon; step++) {
            labels.add(Integer.toString(step));
            double[] row = new double[1 + quantiles.levels().size()];
            row[0] = forecast.mean(step);
            for (int q = 1; q < row.length; q++) {
                row[q] = forecast.quantile(step, quantiles.levels().get(q - 1));
            }
            rows[step - 1] = row;
        }
        return new ForecastTable(labels, rows);
    }

    /** Reads the row {@code max} of a window's maximum; forecasts have no mean of it, so the median stands in its place. */
    static ForecastTable readMaximum(RateForecast forecast, Window window, QuantileColumns quantiles) {
        double[] row = new double[1 + quantiles.levels().size()];
        row[0] = forecast.maximumQuantile(window, 0.5);
        for (int q = 1; q < row.length; q++) {
            row[q] = forecast.maximumQuantile(window, quantiles.levels().get(q - 1));
        }
        return new ForecastTable(List.of("max"), new double[][] {row});
    }

    /**
     * Refuses a table that no one should use.
     *
     * @throws IllegalStateException if a number is not finite or a quantile is below the one before
     */
    ForecastTable checked() {
        for (int i = 0; i < rows.length; i++) {
            for (int q = 0; q < rows[i].length; q++) {
                if (!Double.isFinite(rows[i][q])) {
                    throw new IllegalStateException("step " + labels.get(i) + " has a number that is not finite");
                }
                if (q > 1 && rows[i][q] < rows[i][q - 1]) {
                    throw new IllegalStateException("step " + labels.get(i) + " has quantiles that cross");
                }
            }
        }
        return this;
    }

    /** Writes the rows, each after the given fields. */
    void write(CsvOutput out, String... before) {
        for (int i = 0; i < rows.length; i++) {
            List<String> fields = new ArrayList<>(List.of(before));
            fields.add(labels.get(i));
            for (double number : rows[i]) {
                fields.add(Double.toString(number));
            }
            out.row(fields);
        }
    }

    /** The header of a file of such rows. */
    static List<String> header(QuantileColumns quantiles, String... before) {
        List<String> fields = new ArrayList<>(List.of(before));
        fields.add("step");
        fields.add("mean");
        fields.addAll(quantiles.labels());
        return fields;
    }
}
