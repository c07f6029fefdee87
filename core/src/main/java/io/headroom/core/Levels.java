package io.headroom.core;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/**
 * The probabilities of a quantile table, their normal scores, and how a rate is read between them: linear in the score, going on in the
 * same line beyond the last two. Immutable and thread-safe.
 */
final class Levels {
    private static final int NODES = 41;
    private static final double REACH = 4;
    private static final double[] NODE_SCORES = nodes();
    private static final double[] WEIGHTS = weights();

    /** Nearly all tables of a process have the same levels: the last ones are kept. */
    private static volatile Levels last = new Levels(new double[] {0.25, 0.75});

    private final double[] probabilities;
    private final double[] scores;
    private final int[] segments = new int[NODES];

    private Levels(double[] probabilities) {
        this.probabilities = probabilities;
        this.scores = new double[probabilities.length];
        for (int k = 0; k < scores.length; k++) {
            scores[k] = StandardNormal.quantile(Checks.probability(probabilities[k], "quantile level"));
            if (k > 0 && !(scores[k] > scores[k - 1])) {
                throw Checks.failure(
                        "quantile level " + probabilities[k],
                        "must be above the one before, " + probabilities[k - 1],
                        "the levels were not sorted");
            }
        }
        for (int i = 0; i < NODES; i++) {
            segments[i] = segment(node(i));
        }
    }

    static Levels of(double[] probabilities) {
        Levels known = last;
        if (Arrays.equals(known.probabilities, probabilities)) {
            return known;
        }
        Checks.inRange(probabilities.length, 2, 10_000, "number of quantile levels");
        Levels fresh = new Levels(probabilities.clone());
        last = fresh;
        return fresh;
    }

    int size() {
        return scores.length;
    }

    double[] toArray() {
        return probabilities.clone();
    }

    /** The rate at a normal score, never negative, off the row that begins at an offset, each rate times a factor. */
    double rate(double[] rows, int row, double z, double factor) {
        return rate(rows, row, z, segment(z), factor);
    }

    /** The rate at a normal score, never negative, off rates by position. */
    double rate(IntToDoubleFunction row, double z) {
        int high = segment(z);
        return rate(row.applyAsDouble(high - 1), row.applyAsDouble(high), z, high);
    }

    private double rate(double[] rows, int row, double z, int high, double factor) {
        return rate(rows[row + high - 1] * factor, rows[row + high] * factor, z, high);
    }

    private double rate(double below, double top, double z, int high) {
        if (z == scores[high]) {
            return top;
        }
        double slope = (top - below) / (scores[high] - scores[high - 1]);
        return Math.max(0, below + slope * (z - scores[high - 1]));
    }

    /** Position of the upper end of the segment that holds a score, in [1, size - 1]. */
    private int segment(double z) {
        int k = Arrays.binarySearch(scores, z);
        return Math.min(Math.max(k >= 0 ? k : -k - 1, 1), scores.length - 1);
    }

    /** Writes standard deviation and third central moment of rate(Z) of each row, Z standard normal, by the trapezoidal rule. */
    void moments(double[] rows, double[] out) {
        double[] values = new double[NODES];
        for (int h = 0; 2 * h < out.length; h++) {
            int row = h * scores.length;
            double mean = 0;
            for (int i = 0; i < NODES; i++) {
                values[i] = rate(rows, row, NODE_SCORES[i], segments[i], 1);
                mean += WEIGHTS[i] * values[i];
            }
            double second = 0;
            double third = 0;
            for (int i = 0; i < NODES; i++) {
                double d = values[i] - mean;
                second += WEIGHTS[i] * d * d;
                third += WEIGHTS[i] * d * d * d;
            }
            out[2 * h] = Math.sqrt(second);
            out[2 * h + 1] = third;
        }
    }

    private static double node(int i) {
        return REACH * (2.0 * i / (NODES - 1) - 1);
    }

    private static double[] nodes() {
        double[] nodes = new double[NODES];
        Arrays.setAll(nodes, Levels::node);
        return nodes;
    }

    private static double[] weights() {
        double[] w = new double[NODES];
        double sum = 0;
        for (int i = 0; i < NODES; i++) {
            w[i] = StrictMath.exp(-node(i) * node(i) / 2);
            sum += w[i];
        }
        for (int i = 0; i < NODES; i++) {
            w[i] /= sum;
        }
        return w;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Levels l && Arrays.equals(probabilities, l.probabilities);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(probabilities);
    }
}
