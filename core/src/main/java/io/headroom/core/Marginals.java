package io.headroom.core;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The distribution of each step, as a function from the normal score to the rate. Positions count from 0. Immutable and thread-safe; what
 * follows from the rest is worked out when it is first asked for.
 */
final class Marginals {
    /** Null for normal distributions. */
    private final @Nullable Levels levels;

    private final int steps;

    /** One quantile a level, or the mean of a normal distribution alone, one step after the other; null until a multiple is asked for them. */
    private volatile double @Nullable [] rates;

    /** For each step deviation and third moment. Those of a table follow from it. */
    private volatile double @Nullable [] moments;

    /** What this is a multiple of, or null. */
    private final @Nullable Marginals base;

    private final double factor;

    private Marginals(@Nullable Levels levels, int steps, double[] rates, double @Nullable [] moments) {
        this.levels = levels;
        this.steps = steps;
        this.rates = rates;
        this.moments = moments;
        this.base = null;
        this.factor = 1;
    }

    private Marginals(Marginals base, double factor) {
        this.levels = base.levels;
        this.steps = base.steps;
        this.base = base;
        this.factor = factor;
    }

    static Marginals normal(double[] mean, double[] deviation) {
        if (deviation.length != mean.length) {
            throw Checks.failure(
                    deviation.length + " standard deviations",
                    "must be as many as the " + mean.length + " means",
                    "the distribution was not set");
        }
        double[] moments = new double[2 * mean.length];
        for (int h = 0; h < mean.length; h++) {
            moments[2 * h] = Checks.notNegative(deviation[h], "forecast standard deviation");
        }
        return new Marginals(null, mean.length, mean.clone(), moments);
    }

    static Marginals table(int horizon, double[] probabilities, double[][] quantiles) {
        if (quantiles.length != horizon) {
            throw Checks.failure(
                    quantiles.length + " rows of quantiles",
                    "must be as many as the " + horizon + " means",
                    "the table was transposed");
        }
        Levels levels = Levels.of(probabilities);
        int size = levels.size();
        double[] rates = new double[horizon * size];
        for (int h = 0; h < horizon; h++) {
            checkRow(quantiles[h], size);
            System.arraycopy(quantiles[h], 0, rates, h * size, size);
        }
        return new Marginals(levels, horizon, rates, null);
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

    private int size() {
        return levels == null ? 1 : levels.size();
    }

    double deviation(int h) {
        return moments()[2 * h];
    }

    double thirdMoment(int h) {
        return moments()[2 * h + 1];
    }

    /** Whether a third moment may differ from 0. */
    boolean skewed() {
        return levels != null;
    }

    /** Two threads may both work them out; they come to the same. */
    private double[] moments() {
        double[] known = moments;
        if (known != null) {
            return known;
        }
        double[] fresh = new double[2 * steps];
        if (base != null) {
            double[] of = base.moments();
            for (int h = 0; h < steps; h++) {
                fresh[2 * h] = of[2 * h] * factor;
                fresh[2 * h + 1] = of[2 * h + 1] * factor * factor * factor;
            }
        } else {
            Objects.requireNonNull(levels).moments(rates(), fresh);
        }
        moments = fresh;
        return fresh;
    }

    private double[] rates() {
        double[] known = rates;
        if (known != null) {
            return known;
        }
        double[] fresh = Objects.requireNonNull(base).rates().clone();
        for (int i = 0; i < fresh.length; i++) {
            fresh[i] *= factor;
        }
        rates = fresh;
        return fresh;
    }

    double[] levels() {
        return levels == null ? new double[0] : levels.toArray();
    }

    double rate(int h, double z) {
        if (levels == null) {
            return Math.max(0, value(h) + deviation(h) * z);
        }
        if (base == null || rates != null) {
            return levels.rate(rates(), h * levels.size(), z, 1);
        }
        return base.base == null
                ? levels.rate(base.rates(), h * levels.size(), z, factor)
                : levels.rate(position -> value(h * levels.size() + position), z);
    }

    /** One of the rates, without working out all of a multiple's. */
    private double value(int position) {
        double[] known = rates;
        return known != null ? known[position] : Objects.requireNonNull(base).value(position) * factor;
    }

    Marginals times(double times) {
        if (levels != null) {
            for (int h = 0; h < steps; h++) {
                Checks.notNegative(value((h + 1) * levels.size() - 1) * times, "forecast quantile");
            }
        }
        return new Marginals(this, times);
    }

    Marginals skip(int skipped) {
        if (base != null) {
            return new Marginals(base.skip(skipped), factor);
        }
        int size = size();
        double[] known = moments;
        return new Marginals(
                levels,
                steps - skipped,
                Arrays.copyOfRange(rates(), skipped * size, steps * size),
                known == null ? null : Arrays.copyOfRange(known, 2 * skipped, 2 * steps));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Marginals m
                && Objects.equals(levels, m.levels)
                && steps == m.steps
                && Arrays.equals(rates(), m.rates())
                && (levels != null || Arrays.equals(moments(), m.moments()));
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(rates());
    }
}
