package io.headroom.forecasting.internal.additive;

import java.util.Arrays;
import java.util.List;

/**
 * The rows of an additive model: one for each observed value. Columns are two of the trend (slope and offset), then
 * sines and cosines, then regressors; hinges (t - s)+ at the changepoints s are not stored, since their sums follow from
 * suffix sums. Time t runs from 0 to 1 over the history, values are divided by the largest absolute one.
 */
final class Design {
    /** Columns of the trend. */
    static final int TREND = 2;

    final int rows;
    final int columns;
    final long first;
    final long last;
    final double scale;
    final double[] t;
    final double[] y;

    /** Row-major. */
    final double[] x;

    /** Weights of the hinges, 1 for a linear trend. */
    final double[] weight;

    /** Rows at which the trend may bend, rising. */
    final int[] bends;

    /** First column behind the seasons. */
    final int seasonsEnd;

    /** Steps after which all seasons begin anew, if they do so often within the history; else 0. */
    final int cycle;

    /** For each phase of the cycle: a row, and the number of rows. */
    final int[] example;

    final int[] counts;

    /** Precision of the normal prior of each column. */
    final double[] ridge;

    /** Rate of the Laplace prior of a change of slope. */
    final double penalty;

    /**
     * Lays out the rows.
     *
     * @param values the series, NaN where missing, at least two of them observed
     * @param offset step of the first value, for the phases of the seasons
     */
    Design(double[] values, long offset, AdditiveOptions options) {
        int n = 0;
        double largest = 0;
        for (double value : values) {
            if (!Double.isNaN(value)) {
                n++;
                largest = Math.max(largest, Math.abs(value));
            }
        }
        this.rows = n;
        this.scale = largest > 0 ? largest : 1;
        int seasonal = options.seasons().stream().mapToInt(Season::columns).sum();
        this.seasonsEnd = TREND + seasonal;
        this.columns = TREND + seasonal + options.regressors().size();
        this.t = new double[n];
        this.y = new double[n];
        this.x = new double[n * columns];
        this.weight = new double[n];
        Arrays.fill(weight, 1);
        int[] positions = positions(values, n);
        this.first = offset + positions[0];
        this.last = offset + positions[n - 1];
        double length = last - first;
        for (int i = 0; i < n; i++) {
            y[i] = values[positions[i]] / scale;
            t[i] = (positions[i] - positions[0]) / length;
            x[i * columns] = t[i];
            x[i * columns + 1] = 1;
        }
        this.cycle = cycle(options.seasons(), n / 2);
        this.example = new int[cycle];
        this.counts = new int[cycle];
        fillSeasons(options, positions, offset);
        fillRegressors(options, positions, TREND + seasonal);
        this.bends = bends(n, options.changepoints(), options.range());
        this.ridge = ridge(options);
        this.penalty = 1 / options.changepointScale();
    }

    private static int[] positions(double[] values, int n) {
        int[] positions = new int[n];
        int i = 0;
        for (int position = 0; position < values.length; position++) {
            if (!Double.isNaN(values[position])) {
                positions[i++] = position;
            }
        }
        return positions;
    }

    private static int cycle(List<Season> seasons, int longest) {
        long cycle = 1;
        for (Season season : seasons) {
            long a = cycle;
            long b = season.numerator();
            while (b != 0) {
                long rest = a % b;
                a = b;
                b = rest;
            }
            cycle = cycle / a * season.numerator();
            if (season.denominator() > 1 || cycle > longest) {
                return 0;
            }
        }
        return (int) cycle;
    }

    private void fillSeasons(AdditiveOptions options, int[] positions, long offset) {
        List<FirstHarmonics> tables = options.seasons().stream()
                .map(season -> new FirstHarmonics(season, rows))
                .toList();
        for (int i = 0; i < rows; i++) {
            int row = i * columns + TREND;
            int phase = cycle == 0 ? 0 : positions[i] % cycle;
            if (cycle > 0 && counts[phase]++ > 0) {
                System.arraycopy(x, example[phase] * columns + TREND, x, row, seasonsEnd - TREND);
            } else {
                for (FirstHarmonics table : tables) {
                    table.fill(offset + positions[i], x, row);
                    row += table.columns();
                }
                if (cycle > 0) {
                    example[phase] = i;
                }
            }
        }
    }

    private void fillRegressors(AdditiveOptions options, int[] positions, int from) {
        for (int r = 0; r < options.regressors().size(); r++) {
            Regressor regressor = options.regressors().get(r);
            for (int i = 0; i < rows; i++) {
                x[i * columns + from + r] = regressor.standard(positions[i]);
            }
        }
    }

    /** Prophet's places: evenly over the first rows, never the very first. */
    static int[] bends(int rows, int changepoints, double range) {
        int size = (int) Math.floor(rows * range);
        int count = Math.max(0, Math.min(changepoints, size - 1));
        int[] bends = new int[count];
        for (int j = 1; j <= count; j++) {
            bends[j - 1] = (int) Math.rint(j * ((size - 1.0) / count));
        }
        return bends;
    }

    private double[] ridge(AdditiveOptions options) {
        double[] precisions = new double[columns];
        precisions[0] = 1 / 25.0;
        precisions[1] = 1 / 25.0;
        int at = TREND;
        for (Season season : options.seasons()) {
            Arrays.fill(precisions, at, at + season.columns(), 1 / (season.scale() * season.scale()));
            at += season.columns();
        }
        for (Regressor regressor : options.regressors()) {
            precisions[at++] = 1 / (regressor.scale() * regressor.scale());
        }
        return precisions;
    }

    /** Adds the columns and hinges times their coefficients, row by row; coefficients of hinges come last. */
    void times(double[] theta, double[] into) {
        int next = 0;
        double level = 0;
        double slope = 0;
        for (int i = 0; i < rows; i++) {
            while (next < bends.length && bends[next] <= i) {
                double change = theta[columns + next];
                slope += change;
                level -= change * t[bends[next]];
                next++;
            }
            double sum = weight[i] * (level + slope * t[i]);
            for (int c = 0; c < columns; c++) {
                sum += theta[c] * x[i * columns + c];
            }
            into[i] = sum;
        }
    }

    /** Sum of squared differences between a target and the columns times their coefficients. */
    double squares(double[] theta, double[] target, double[] work) {
        times(theta, work);
        double sum = 0;
        for (int i = 0; i < rows; i++) {
            double r = target[i] - work[i];
            sum += r * r;
        }
        return sum;
    }
}
