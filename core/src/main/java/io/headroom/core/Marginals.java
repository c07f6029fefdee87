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

    private final double[] deviation;
    private final double[] thirdMoment;

    private Marginals(@Nullable Levels levels, double[][] rates, double[] deviation, double[] thirdMoment) {
        this.levels = levels;
        this.rates = rates;
        this.deviation = deviation;
        this.thirdMoment = thirdMoment;
    }

    static Marginals normal(double[] mean, double[] deviation) {
        if (deviation.length != mean.length) {
            throw Checks.failure(
                    deviation.length + " standard deviations",
                    "must be as many as the " + mean.length + " means",
                    "the distribution was not set");
        }
        double[][] rows = new double[mean.length][];
        for (int h = 0; h < mean.length; h++) {
            Checks.notNegative(deviation[h], "forecast standard deviation");
            rows[h] = new double[] {mean[h]};
        }
        return new Marginals(null, rows, deviation.clone(), new double[mean.length]);
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
        double[] deviation = new double[quantiles.length];
        double[] third = new double[quantiles.length];
        double[] moments = new double[3];
        for (int h = 0; h < quantiles.length; h++) {
            checkRow(quantiles[h], levels.size());
            levels.moments(quantiles[h], moments);
            deviation[h] = moments[1];
            third[h] = moments[2];
        }
        return new Marginals(levels, quantiles, deviation, third);
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
        return deviation[h];
    }

    double thirdMoment(int h) {
        return thirdMoment[h];
    }

    double[] levels() {
        return levels == null ? new double[0] : levels.toArray();
    }

    double rate(int h, double z) {
        return levels == null ? Math.max(0, rates[h][0] + deviation[h] * z) : levels.rate(rates[h], z);
    }

    Marginals times(double factor) {
        double[][] scaled = new double[rates.length][];
        for (int h = 0; h < rates.length; h++) {
            scaled[h] = times(rates[h], factor);
        }
        return levels == null
                ? new Marginals(null, scaled, times(deviation, factor), thirdMoment)
                : table(levels, scaled);
    }

    private static double[] times(double[] values, double factor) {
        double[] scaled = values.clone();
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] *= factor;
        }
        return scaled;
    }

    Marginals skip(int steps) {
        return new Marginals(
                levels,
                Arrays.copyOfRange(rates, steps, rates.length),
                Arrays.copyOfRange(deviation, steps, deviation.length),
                Arrays.copyOfRange(thirdMoment, steps, thirdMoment.length));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Marginals m
                && Objects.equals(levels, m.levels)
                && Arrays.deepEquals(rates, m.rates)
                && Arrays.equals(deviation, m.deviation);
    }

    @Override
    public int hashCode() {
        return Arrays.deepHashCode(rates);
    }
}
