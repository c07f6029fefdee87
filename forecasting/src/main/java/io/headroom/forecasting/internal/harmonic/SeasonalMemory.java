package io.headroom.forecasting.internal.harmonic;

import java.util.Arrays;

/**
 * What errors remember of whole seasons ago: the product of factors (1 - weight B^lag) that comes before the ARMA model.
 * Waves are the same all the time; this is what lets the shape of a day move on. Immutable and thread-safe as long as
 * nobody writes to the arrays: it stays inside the package.
 */
final class SeasonalMemory {
    /** Longer rings would make a tracker heavy. */
    static final int LONGEST = 512;

    static final SeasonalMemory NONE = new SeasonalMemory(new int[0], new double[0]);

    /** Shortest series, in seasons, whose errors can tell something about it. */
    private static final int LEAST_SEASONS = 4;

    private static final double MOST = 0.95;
    private static final double THRESHOLD = 8;

    final int[] lags;
    final double[] weights;

    SeasonalMemory(int[] lags, double[] weights) {
        this.lags = lags;
        this.weights = weights;
    }

    /**
     * With one more factor, if errors of a season apart are alike: the regression of white errors on those a season
     * before.
     *
     * @param white one-step errors, NaN where there is none
     * @param lag steps in the season
     */
    SeasonalMemory with(double[] white, int lag) {
        if (lag > LONGEST || white.length < LEAST_SEASONS * lag) {
            return this;
        }
        double products = 0;
        double squares = 0;
        double total = 0;
        int n = 0;
        for (int t = lag; t < white.length; t++) {
            double product = white[t] * white[t - lag];
            if (!Double.isNaN(product)) {
                products += product;
                squares += white[t - lag] * white[t - lag];
                total += white[t] * white[t];
                n++;
            }
        }
        double weight = squares > 0 ? Math.min(MOST, products / squares) : 0;
        boolean tells = weight > 0 && products * weight * n > THRESHOLD * total;
        return tells ? new SeasonalMemory(append(lags, lag), append(weights, weight)) : this;
    }

    private static int[] append(int[] a, int value) {
        int[] b = Arrays.copyOf(a, a.length + 1);
        b[a.length] = value;
        return b;
    }

    private static double[] append(double[] a, double value) {
        double[] b = Arrays.copyOf(a, a.length + 1);
        b[a.length] = value;
        return b;
    }

    /** Takes the memory out of a series; NaN as long as nothing is there to remember. */
    double[] forget(double[] x) {
        double[] y = x;
        for (int k = 0; k < lags.length; k++) {
            double[] next = new double[y.length];
            for (int t = 0; t < y.length; t++) {
                next[t] = t < lags[k] ? Double.NaN : y[t] - weights[k] * y[t - lags[k]];
            }
            y = next;
        }
        return y;
    }

    /** Lets a series of responses echo. */
    void echo(double[] impulse) {
        for (int k = 0; k < lags.length; k++) {
            for (int h = lags[k]; h < impulse.length; h++) {
                impulse[h] += weights[k] * impulse[h - lags[k]];
            }
        }
    }

    /** What {@link #forget} makes of a wave exp(i w t), times a complex number. */
    double[] times(double[] response, double w) {
        double re = response[0];
        double im = response[1];
        for (int k = 0; k < lags.length; k++) {
            double a = 1 - weights[k] * StrictMath.cos(w * lags[k]);
            double b = weights[k] * StrictMath.sin(w * lags[k]);
            double product = re * a - im * b;
            im = re * b + im * a;
            re = product;
        }
        return new double[] {re, im};
    }
}
