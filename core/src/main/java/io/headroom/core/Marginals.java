package io.headroom.core;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The distribution of each step, as a function from the normal score to the rate. Positions count from 0. Immutable and thread-safe.
 */
final class Marginals {
    /** Null for normal distributions. */
    private final @Nullable Levels levels;

    /** One quantile a level, or the mean of a normal distribution alone. */
    private final double[][] rates;

    /** For each step deviation and third moment. Those of a table follow from it, and are worked out when they are first asked for. */
    private volatile double @Nullable [][] moments;

    private Marginals(@Nullable Levels levels, double[][] rates, double @Nullable [][] moments) {
        this.levels = levels;
        this.rates = rates;
        this.moments = moments;
    }

    static Marginals normal(double[] mean, double[] deviation) {
        if (deviation.length != mean.length) {
            throw Checks.failure(
                    deviation.length + " standard deviations",
                    "must be as many as the " + mean.length + " means",
                    "the distribution was not set");
        }
        double[][] rows = new double[mean.length][];
        double[][] moments = new double[mean.length][];
        for (int h = 0; h < mean.length; h++) {
            rows[h] = new double[] {mean[h]};
            moments[h] = new double[] {Checks.notNegative(deviation[h], "forecast standard deviation"), 0};
        }
        return new Marginals(null, rows, moments);
    }

    static Marginals table(int horizon, double[] probabilities, double[][] quantiles) {
        if (quantiles.length != horizon) {
            throw Checks.failure(
                    quantiles.length + " rows of quantiles",
                    "must be as many as the " + horizon + " means",
                    "the table was transposed");
        }
        return table(Levels.of(probabilities), quantiles);
    }

    private static Marginals table(Levels levels, double[][] quantiles) {
        for (double[] row : quantiles) {
            checkRow(row, levels.size());
        }
        return new Marginals(levels, quantiles, null);
    }

    private static void checkRow(double[] row, int size) {
        if (row.length != size) {
            throw Checks.failure(
                    row.length + " quantiles of a step",
                    "must be as many as the " + size + " levels",
                    "the table was transposed");
        }
        for (int k = 0; k < row.length; k++) {
            Checks.notNegative(row[k], "forecast quantile");
            if (k > 0 && row[k] < row[k - 1]) {
                throw Checks.failure(
                        "forecast quantile " + row[k],
                        "must not be below the one before, " + row[k - 1],
                        "quantiles cross: sort them");
            }
        }
    }

    double deviation(int h) {
        return moments()[h][0];
    }

    double thirdMoment(int h) {
        return moments()[h][1];
    }

    /** Two threads may both work them out; they come to the same. */
    private double[][] moments() {
        double[][] known = moments;
        if (known != null) {
            return known;
        }
        Levels table = Objects.requireNonNull(levels);
        double[][] fresh = new double[rates.length][];
        double[] row = new double[3];
        for (int h = 0; h < fresh.length; h++) {
            table.moments(rates[h], row);
            fresh[h] = new double[] {row[1], row[2]};
        }
        moments = fresh;
        return fresh;
    }

    double[] levels() {
        return levels == null ? new double[0] : levels.toArray();
    }

    double rate(int h, double z) {
        return levels == null ? Math.max(0, rates[h][0] + deviation(h) * z) : levels.rate(rates[h], z);
    }

    Marginals times(double factor) {
        double[][] scaled = new double[rates.length][];
        double[][] spread = new double[rates.length][];
        for (int h = 0; h < rates.length; h++) {
            scaled[h] = times(rates[h], factor);
            spread[h] = levels == null ? times(moments()[h], factor) : spread[h];
        }
        return levels == null ? new Marginals(null, scaled, spread) : table(levels, scaled);
    }

    private static double[] times(double[] values, double factor) {
        double[] scaled = values.clone();
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] *= factor;
        }
        return scaled;
    }

    Marginals skip(int steps) {
        double[][] known = moments;
        return new Marginals(
                levels,
                Arrays.copyOfRange(rates, steps, rates.length),
                known == null ? null : Arrays.copyOfRange(known, steps, known.length));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Marginals m
                && Objects.equals(levels, m.levels)
                && Arrays.deepEquals(rates, m.rates)
                && (levels != null || Arrays.deepEquals(moments(), m.moments()));
    }

    @Override
    public int hashCode() {
        return Arrays.deepHashCode(rates);
    }
}
