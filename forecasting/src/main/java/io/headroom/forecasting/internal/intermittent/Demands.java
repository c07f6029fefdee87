package io.headroom.forecasting.internal.intermittent;

/**
 * A series as demands: sizes, intervals, and sums over the steps ahead. Values are divided by a power of two near the
 * largest.
 */
final class Demands {
    private static final int LEAST_TO_START = 4;

    final double[] y;
    final double scale;
    final int observed;
    final int demands;
    private final double[] sums;
    private final int[] counts;

    Demands(double[] values) {
        double largest = 0;
        for (double value : values) {
            largest = DemandState.isValue(value) ? Math.max(largest, Math.abs(value)) : largest;
        }
        scale = largest > 0 ? Math.scalb(1.0, Math.getExponent(largest)) : 1;
        y = new double[values.length];
        sums = new double[values.length + 1];
        counts = new int[values.length + 1];
        int above = 0;
        for (int t = 0; t < y.length; t++) {
            boolean there = DemandState.isValue(values[t]);
            y[t] = there ? values[t] / scale : Double.NaN;
            sums[t + 1] = sums[t] + (there ? y[t] : 0);
            counts[t + 1] = counts[t] + (there ? 1 : 0);
            above += there && y[t] > 0 ? 1 : 0;
        }
        observed = counts[y.length];
        demands = above;
    }

    /** Average steps from demand to demand; infinite without one. */
    double interval() {
        return (double) observed / demands;
    }

    /** Sum of the values in [from, to). */
    double sum(int from, int to) {
        return sums[to] - sums[from];
    }

    /** How many values there are in [from, to). */
    int count(int from, int to) {
        return counts[to] - counts[from];
    }

    /** A third of the series if it has four demands, else all of it. */
    int warmUp() {
        int seen = 0;
        for (int t = 0; t < y.length / 3; t++) {
            seen += y[t] > 0 ? 1 : 0;
        }
        return seen < LEAST_TO_START ? y.length : y.length / 3;
    }
}
