package io.headroom.forecasting;

import io.headroom.core.StandardNormal;
import java.util.function.IntToDoubleFunction;

/**
 * Quantiles of a sample at fixed levels. As far as the data reach (5 values beyond a level) they are the empirical ones;
 * further out the last one goes on along the normal law.
 */
final class EmpiricalShape {
    private static final double[] LEVELS = {
        0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.975, 0.99, 0.995, 0.999
    };
    private static final double[] SCORES = scores();
    private static final double BEYOND = 5;

    /** Nodes of the trapezoidal rule: five a unit of the normal score, four units either way. */
    private static final int PER_SCORE = 5;

    private static final int REACH = 4 * PER_SCORE;

    /** Place of 0.1 among the levels. */
    static final int LOW = 5;

    /** Place of the median among the levels. */
    static final int MEDIAN = 9;

    /** Place of 0.9 among the levels. */
    static final int HIGH = 13;

    private EmpiricalShape() {}

    private static double[] scores() {
        double[] scores = new double[LEVELS.length];
        for (int k = 0; k < scores.length; k++) {
            scores[k] = StandardNormal.quantile(LEVELS[k]);
        }
        return scores;
    }

    static int size() {
        return LEVELS.length;
    }

    static double[] levels() {
        return LEVELS.clone();
    }

    /** Normal score of the k-th level. */
    static double score(int k) {
        return SCORES[k];
    }

    /** The scores of all levels: the shape of a normal law. */
    static double[] normal() {
        return SCORES.clone();
    }

    /**
     * Quantiles at all levels.
     *
     * @param sorted values, rising, one or more
     * @param scale the size of a deviation: the tails go on with this one at least
     */
    static double[] of(double[] sorted, double scale) {
        return of(i -> sorted[i], sorted.length, scale);
    }

    /** The same for n values that are read by their rank, from 0. */
    static double[] of(IntToDoubleFunction sorted, int n, double scale) {
        double[] shape = new double[LEVELS.length];
        double centre = quantile(sorted, n, 0.5);
        for (int k = 0; k < LEVELS.length; k++) {
            double reach = Math.min(LEVELS[k], 1 - LEVELS[k]);
            double inner = Math.max(reach, Math.min(0.5, BEYOND / n));
            double level = LEVELS[k] < 0.5 ? inner : 1 - inner;
            double z = StandardNormal.quantile(level);
            double there = quantile(sorted, n, level);
            double slope = z == 0 ? scale : Math.max(scale, (there - centre) / z);
            shape[k] = there + slope * (SCORES[k] - z);
        }
        for (int k = 1; k < shape.length; k++) {
            shape[k] = Math.max(shape[k], shape[k - 1]);
        }
        return shape;
    }

    /** Standard deviation of a table of quantiles, linear in the normal score between levels, by the trapezoidal rule. */
    static double deviation(double[] shape) {
        double weights = 0;
        double sum = 0;
        double squares = 0;
        int high = 1;
        for (int i = -REACH; i <= REACH; i++) {
            double z = (double) i / PER_SCORE;
            while (high < SCORES.length - 1 && SCORES[high] < z) {
                high++;
            }
            double slope = (shape[high] - shape[high - 1]) / (SCORES[high] - SCORES[high - 1]);
            double value = shape[high] + slope * (z - SCORES[high]);
            double weight = StrictMath.exp(-z * z / 2);
            weights += weight;
            sum += weight * value;
            squares += weight * value * value;
        }
        double mean = sum / weights;
        return Math.sqrt(Math.max(0, squares / weights - mean * mean));
    }

    private static double quantile(IntToDoubleFunction sorted, int n, double p) {
        double position = Math.max(0, Math.min(n - 1.0, p * n - 0.5));
        int low = (int) position;
        int high = Math.min(low + 1, n - 1);
        double at = sorted.applyAsDouble(low);
        return at + (position - low) * (sorted.applyAsDouble(high) - at);
    }
}
