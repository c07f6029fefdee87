package io.headroom.forecasting.internal.additive;

/** Cholesky factors of small symmetric positive definite matrices, row-major, only the lower triangle used. */
final class Triangular {
    private static final double LEAST_PIVOT = 1e-15;

    private Triangular() {}

    /**
     * Replaces the lower triangle of a by its factor L, a = L L'.
     *
     * @return false if a is not positive definite to working precision
     */
    static boolean factor(double[] a, int n) {
        for (int i = 0; i < n; i++) {
            double diagonal = a[i * n + i];
            for (int j = 0; j <= i; j++) {
                double sum = a[i * n + j];
                for (int k = 0; k < j; k++) {
                    sum -= a[i * n + k] * a[j * n + k];
                }
                if (j < i) {
                    a[i * n + j] = sum / a[j * n + j];
                } else if (sum > LEAST_PIVOT * diagonal) {
                    a[i * n + i] = Math.sqrt(sum);
                } else {
                    return false;
                }
            }
        }
        return true;
    }

    /** Solves L x = b in place. */
    static void forward(double[] l, int n, double[] b) {
        for (int i = 0; i < n; i++) {
            double sum = b[i];
            for (int k = 0; k < i; k++) {
                sum -= l[i * n + k] * b[k];
            }
            b[i] = sum / l[i * n + i];
        }
    }

    /** Solves L x = b in place for all columns of b, n rows of {@code columns} entries. */
    static void forward(double[] l, int n, double[] b, int columns) {
        for (int i = 0; i < n; i++) {
            int row = i * columns;
            for (int k = 0; k < i; k++) {
                double factor = l[i * n + k];
                int other = k * columns;
                for (int c = 0; c < columns; c++) {
                    b[row + c] -= factor * b[other + c];
                }
            }
            double pivot = 1 / l[i * n + i];
            for (int c = 0; c < columns; c++) {
                b[row + c] *= pivot;
            }
        }
    }

    /** Solves L' x = b in place. */
    static void backward(double[] l, int n, double[] b) {
        for (int i = n - 1; i >= 0; i--) {
            double value = b[i] / l[i * n + i];
            b[i] = value;
            for (int k = 0; k < i; k++) {
                b[k] -= l[i * n + k] * value;
            }
        }
    }
}
