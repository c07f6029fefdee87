package io.headroom.forecasting.internal.additive;

/**
 * Cholesky factors of small symmetric positive definite matrices, a = U'U, row-major, only the upper triangle used. All
 * inner loops run along rows and sum nothing up, so that they can be done several entries at once with the same bits.
 */
final class Triangular {
    private static final double LEAST_PIVOT = 1e-15;

    private Triangular() {}

    /**
     * Replaces the upper triangle of a by its factor U.
     *
     * @return false if a is not positive definite to working precision
     */
    static boolean factor(double[] a, int n) {
        double[] diagonal = new double[n];
        for (int i = 0; i < n; i++) {
            diagonal[i] = a[i * n + i];
        }
        for (int k = 0; k < n; k++) {
            int row = k * n;
            if (!(a[row + k] > LEAST_PIVOT * diagonal[k])) {
                return false;
            }
            double pivot = Math.sqrt(a[row + k]);
            a[row + k] = pivot;
            for (int j = k + 1; j < n; j++) {
                a[row + j] /= pivot;
            }
            for (int i = k + 1; i < n; i++) {
                double factor = a[row + i];
                int into = i * n;
                for (int j = i; j < n; j++) {
                    a[into + j] -= factor * a[row + j];
                }
            }
        }
        return true;
    }

    /** Solves U'x = b in place. */
    static void forward(double[] u, int n, double[] b) {
        for (int k = 0; k < n; k++) {
            double value = b[k] / u[k * n + k];
            b[k] = value;
            for (int i = k + 1; i < n; i++) {
                b[i] -= u[k * n + i] * value;
            }
        }
    }

    /** Solves U'x = b in place for all columns of b, n rows of {@code columns} entries. */
    static void forward(double[] u, int n, double[] b, int columns) {
        for (int k = 0; k < n; k++) {
            int row = k * columns;
            double pivot = 1 / u[k * n + k];
            for (int c = 0; c < columns; c++) {
                b[row + c] *= pivot;
            }
            for (int i = k + 1; i < n; i++) {
                double factor = u[k * n + i];
                int into = i * columns;
                for (int c = 0; c < columns; c++) {
                    b[into + c] -= factor * b[row + c];
                }
            }
        }
    }

    /** Solves U x = b in place. */
    static void backward(double[] u, int n, double[] b) {
        for (int i = n - 1; i >= 0; i--) {
            double sum = b[i];
            for (int k = i + 1; k < n; k++) {
                sum -= u[i * n + k] * b[k];
            }
            b[i] = sum / u[i * n + i];
        }
    }
}
