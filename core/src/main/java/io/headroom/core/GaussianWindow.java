package io.headroom.core;

import java.util.Arrays;

/**
 * Quantiles of the maximum and the sum over a window of steps whose normal scores are jointly Gaussian: quasi-Monte
 * Carlo over a Korobov lattice with a fixed shift (1021 points, generator 76: L'Ecuyer and Lemieux, Management Science
 * 46, 2000). Its error is about 0.2 to 0.6 times that of as many random draws for windows of 2 to 24 steps, 0.75 times
 * for 100. Cost: POINTS times the square of the window's length. Not thread-safe: it keeps what was worked out.
 */
final class GaussianWindow {
    static final int POINTS = 1021;
    private static final long GENERATOR = 76;

    /** Scores of the lattice, made once: shorter windows use its first columns. 256 KiB. */
    private static final double[][] SCORES = scores(32);

    /** Turns the normal score of a step into a rate. */
    @FunctionalInterface
    interface Score {
        double rate(int step, double z);
    }

    /** Folds the rates of one point of the lattice into one number. */
    private interface Fold {
        double apply(double soFar, double rate);
    }

    private final Window window;
    private final double[][] factor;
    private final Score score;

    /** The largest rates at the points of the lattice, sorted, once they were asked for. */
    private double[] maxima = {};

    /**
     * @param covariance of the scores or of any multiple of them, indexed from step 1, for the whole horizon
     */
    GaussianWindow(Window window, double[][] covariance, Score score) {
        this.window = window;
        this.score = score;
        this.factor = correlationFactor(window, covariance);
    }

    /**
     * Kept between the largest quantile of a step and the union bound, between which the true value lies for certain.
     */
    double maximum(double p) {
        Checks.probability(p, "probability");
        if (maxima.length == 0) {
            maxima = values(Math::max);
        }
        double estimate = interpolate(maxima, p);
        double lower = largest(StandardNormal.quantile(p));
        double upper = largest(-StandardNormal.quantile((1 - p) / window.length()));
        return Math.max(lower, Math.min(upper, estimate));
    }

    private double largest(double z) {
        double largest = 0;
        for (int step = window.first(); step <= window.last(); step++) {
            largest = Math.max(largest, score.rate(step, z));
        }
        return largest;
    }

    double sum(double p) {
        Checks.probability(p, "probability");
        return window.length() == 1
                ? score.rate(window.first(), StandardNormal.quantile(p))
                : interpolate(values(Double::sum), p);
    }

    /** What comes of each point of the lattice, sorted. */
    private double[] values(Fold fold) {
        int w = window.length();
        double[][] points = w <= SCORES[0].length ? SCORES : scores(w);
        double[] values = new double[POINTS];
        for (int i = 0; i < POINTS; i++) {
            double value = 0;
            for (int j = 0; j < w; j++) {
                double s = 0;
                for (int k = 0; k <= j; k++) {
                    s += factor[j][k] * points[i][k];
                }
                value = fold.apply(value, score.rate(window.first() + j, s));
            }
            values[i] = value;
        }
        Arrays.sort(values);
        return values;
    }

    /** Linear interpolation between order statistics placed at (i + 1/2)/n; beyond them, the extremes. */
    static double interpolate(double[] sorted, double p) {
        double position = p * sorted.length - 0.5;
        int low = (int) Math.max(0, Math.min(sorted.length - 1, Math.floor(position)));
        int high = Math.min(low + 1, sorted.length - 1);
        double weight = Math.max(0, Math.min(1, position - low));
        return sorted[low] + weight * (sorted[high] - sorted[low]);
    }

    /** Normal scores of the points: a row each, a column for each step of a window. */
    private static double[][] scores(int dimensions) {
        long[] generators = generators(dimensions);
        double[][] scores = new double[POINTS][dimensions];
        for (int i = 0; i < POINTS; i++) {
            for (int j = 0; j < dimensions; j++) {
                scores[i][j] = StandardNormal.quantile(coordinate(generators, i, j));
            }
        }
        return scores;
    }

    private static double coordinate(long[] generators, int i, int j) {
        long key = Counter.mix(j);
        if (j >= POINTS - 1) {
            // The powers of the generator begin again here: independent numbers instead.
            return Counter.uniform(key, i);
        }
        double u = (i * generators[j] % POINTS) / (double) POINTS + Counter.uniform(key, 0);
        u -= Math.floor(u);
        return Math.max(1e-9, Math.min(1 - 1e-9, u));
    }

    /** The powers of the generator, modulo the number of points. */
    private static long[] generators(int dimensions) {
        long[] powers = new long[dimensions];
        long power = 1;
        for (int j = 0; j < dimensions; j++) {
            powers[j] = power;
            power = power * GENERATOR % POINTS;
        }
        return powers;
    }

    /** Lower Cholesky factor of the correlation of the window's steps; a step without spread gets a row of its own. */
    private static double[][] correlationFactor(Window window, double[][] covariance) {
        int w = window.length();
        double[][] l = new double[w][w];
        for (int i = 0; i < w; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = correlation(covariance, window.after() + i, window.after() + j);
                for (int k = 0; k < j; k++) {
                    sum -= l[i][k] * l[j][k];
                }
                if (i == j) {
                    l[i][i] = Math.sqrt(Math.max(sum, 0));
                } else {
                    l[i][j] = l[j][j] > 1e-8 ? sum / l[j][j] : 0;
                }
            }
        }
        return l;
    }

    private static double correlation(double[][] covariance, int i, int j) {
        if (i == j) {
            return 1;
        }
        double scale = Math.sqrt(covariance[i][i]) * Math.sqrt(covariance[j][j]);
        return scale > 0 ? Math.max(-1, Math.min(1, covariance[i][j] / scale)) : 0;
    }
}
