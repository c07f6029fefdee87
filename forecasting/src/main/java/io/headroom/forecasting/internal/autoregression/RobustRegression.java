package io.headroom.forecasting.internal.autoregression;

import java.util.Arrays;

/**
 * Ridge regression with Huber's weights (1964, tuning constant 1.345) by iterated least squares, a fixed number of
 * rounds, so that the result depends smoothly on the data. Rows may carry weights of their own. The last column is the
 * constant and is not shrunk. A round costs O(rows x columns^2). Not thread-safe.
 */
final class RobustRegression {
    private static final double HUBER = 1.345;
    private static final double MAD_TO_DEVIATION = 1.4826;
    private static final double JITTER = 1e-8;
    private static final double TINY = 1e-12;
    private static final int ROUNDS = 6;

    private final double[] x;
    private final double[] y;
    private final double[] own;
    private final int columns;
    private final int rows;
    private final double ridge;
    private final double[] weights;

    /**
     * A regression.
     *
     * @param x rows of {@code columns} entries, the last of each is 1
     * @param y one value a row
     * @param own one weight a row, above 0
     * @param ridge share of each diagonal entry of the normal equations that is added to it
     */
    RobustRegression(double[] x, double[] y, double[] own, int columns, double ridge) {
        this.x = x;
        this.y = y;
        this.own = own;
        this.columns = columns;
        this.rows = y.length;
        this.ridge = ridge;
        this.weights = own.clone();
    }

    /** Coefficients of all rows. */
    double[] solve() {
        double[] coefficients = new double[columns];
        double[] misses = new double[rows];
        double[] scratch = new double[rows];
        for (int round = 0; round < ROUNDS; round++) {
            Equations all = equations(0, rows);
            coefficients = all.solve(ridge);
            for (int i = 0; i < rows; i++) {
                double fitted = 0;
                for (int j = 0; j < columns; j++) {
                    fitted += coefficients[j] * x[i * columns + j];
                }
                misses[i] = Math.abs(y[i] - fitted);
            }
            double limit = HUBER * (MAD_TO_DEVIATION * median(misses, scratch) + TINY);
            for (int i = 0; i < rows; i++) {
                weights[i] = own[i] * (misses[i] > limit ? limit / misses[i] : 1);
            }
        }
        return coefficients;
    }

    /** Normal equations of some rows, with the weights that the last round left. */
    Equations equations(int from, int to) {
        Equations equations = new Equations(columns);
        int i = from;
        for (; i + 4 <= to; i += 4) {
            equations.addFour(x, i * columns, y, weights, i);
        }
        for (; i < to; i++) {
            equations.add(x, i * columns, y[i], weights[i]);
        }
        return equations;
    }

    /** Coefficients from the equations of some rows, with the same ridge. */
    double[] solve(Equations equations) {
        return equations.solve(ridge);
    }

    private static double median(double[] values, double[] scratch) {
        System.arraycopy(values, 0, scratch, 0, values.length);
        Arrays.sort(scratch);
        int n = scratch.length;
        return n % 2 == 1 ? scratch[n / 2] : 0.5 * (scratch[n / 2 - 1] + scratch[n / 2]);
    }

    /** X'WX and X'Wy, which can be added and subtracted. Not thread-safe. */
    static final class Equations {
        private final int n;
        private final double[] gram;
        private final double[] right;

        Equations(int n) {
            this.n = n;
            this.gram = new double[n * n];
            this.right = new double[n];
        }

        private void add(double[] x, int at, double y, double weight) {
            for (int i = 0; i < n; i++) {
                double a = weight * x[at + i];
                right[i] += a * y;
                int row = i * n;
                for (int j = 0; j <= i; j++) {
                    gram[row + j] += a * x[at + j];
                }
            }
        }

        /** Four rows at once: the sums are read and written a quarter as often. */
        private void addFour(double[] x, int at, double[] y, double[] weights, int row) {
            int at1 = at + n;
            int at2 = at1 + n;
            int at3 = at2 + n;
            for (int i = 0; i < n; i++) {
                double a = weights[row] * x[at + i];
                double b = weights[row + 1] * x[at1 + i];
                double c = weights[row + 2] * x[at2 + i];
                double d = weights[row + 3] * x[at3 + i];
                right[i] += (a * y[row] + b * y[row + 1]) + (c * y[row + 2] + d * y[row + 3]);
                int to = i * n;
                for (int j = 0; j <= i; j++) {
                    gram[to + j] += (a * x[at + j] + b * x[at1 + j]) + (c * x[at2 + j] + d * x[at3 + j]);
                }
            }
        }

        void add(Equations other, double factor) {
            for (int i = 0; i < gram.length; i++) {
                gram[i] += factor * other.gram[i];
            }
            for (int i = 0; i < n; i++) {
                right[i] += factor * other.right[i];
            }
        }

        private double[] solve(double ridge) {
            double trace = 0;
            for (int i = 0; i < n; i++) {
                trace += gram[i * n + i];
            }
            double[] a = gram.clone();
            for (int i = 0; i < n; i++) {
                a[i * n + i] += (i < n - 1 ? ridge * gram[i * n + i] : 0) + JITTER * trace / n;
            }
            double[] b = right.clone();
            for (int i = 0; i < n; i++) {
                for (int j = 0; j <= i; j++) {
                    double sum = a[i * n + j];
                    for (int k = 0; k < j; k++) {
                        sum -= a[i * n + k] * a[j * n + k];
                    }
                    a[i * n + j] = i == j ? Math.sqrt(Math.max(sum, Double.MIN_NORMAL)) : sum / a[j * n + j];
                }
            }
            for (int i = 0; i < n; i++) {
                for (int k = 0; k < i; k++) {
                    b[i] -= a[i * n + k] * b[k];
                }
                b[i] /= a[i * n + i];
            }
            for (int i = n - 1; i >= 0; i--) {
                for (int k = i + 1; k < n; k++) {
                    b[i] -= a[k * n + i] * b[k];
                }
                b[i] /= a[i * n + i];
            }
            return b;
        }
    }
}
