package io.headroom.core;

/**
 * Response of the normal score of each step to each shock, scaled so that the squares of a step's sum to 1. Rows are steps, columns are
 * shocks; the last column is the shock of the last step. A row is zero outside the columns from {@link #from} to its own. Immutable and
 * thread-safe.
 */
final class ScoreWeights {
    private final int skipped;
    private final int width;
    private final int reach;
    private final double[] values;

    /** Weights of a horizon, so many steps after the state that was forecast from. */
    ScoreWeights(double[] impulse, int horizon, int skipped) {
        this.skipped = skipped;
        this.width = horizon + skipped;
        this.reach = Math.min(width, reach(impulse));
        this.values = new double[horizon * width];
        double sum = 0;
        for (int k = 0; k < width; k++) {
            double last = weight(impulse, k);
            sum += last * last;
            if (k >= skipped) {
                double norm = 1 / Math.sqrt(sum);
                int row = (k - skipped) * width;
                for (int j = from(k - skipped); j <= k; j++) {
                    values[row + j] = weight(impulse, k - j) * norm;
                }
            }
        }
    }

    /** Weights beyond the last repeat it. */
    static double weight(double[] impulse, int lag) {
        return impulse[Math.min(lag, impulse.length - 1)];
    }

    /** How many steps a shock is felt. */
    private static int reach(double[] impulse) {
        if (impulse[impulse.length - 1] != 0) {
            return Integer.MAX_VALUE;
        }
        int reach = impulse.length - 1;
        while (reach > 1 && impulse[reach - 1] == 0) {
            reach--;
        }
        return Math.max(1, reach);
    }

    int width() {
        return width;
    }

    int reach() {
        return reach;
    }

    /** The first column of a row, counted from 0, that is not zero. */
    int from(int h) {
        return Math.max(0, skipped + h + 1 - reach);
    }

    /** The last column of a row that is not zero. */
    int to(int h) {
        return skipped + h;
    }

    double at(int h, int column) {
        return values[h * width + column];
    }

    /** The covariance of the scores. */
    double[][] covariance() {
        int n = width - skipped;
        double[][] covariance = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = 0;
                for (int k = from(i); k <= to(j); k++) {
                    sum += at(i, k) * at(j, k);
                }
                covariance[i][j] = sum;
                covariance[j][i] = sum;
            }
        }
        return covariance;
    }
}
