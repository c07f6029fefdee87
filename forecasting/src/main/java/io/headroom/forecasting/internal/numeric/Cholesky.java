package io.headroom.forecasting.internal.numeric;

/** Cholesky factors of small symmetric positive definite matrices, row-major in plain arrays. */
public final class Cholesky {

    private static final double LEAST_PIVOT = 1e-14;

    private Cholesky() {}

    /**
     * Replaces the lower triangle of a by its factor L, a = L L'.
     *
     * @param a n rows of n entries
     * @param n rows and columns
     * @return false if a is not positive definite to working precision
     */
    public static boolean factor(double[] a, int n) {
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

    /**
     * Solves L L' x = b for every column of b, in place.
     *
     * @param l what {@link #factor} left
     * @param n rows and columns of it
     * @param b n rows of {@code columns} entries
     * @param columns right-hand sides
     * @return true if the solution is finite
     */
    public static boolean solve(double[] l, int n, double[] b, int columns) {
        boolean finite = true;
        for (int c = 0; c < columns; c++) {
            for (int i = 0; i < n; i++) {
                double sum = b[i * columns + c];
                for (int k = 0; k < i; k++) {
                    sum -= l[i * n + k] * b[k * columns + c];
                }
                b[i * columns + c] = sum / l[i * n + i];
            }
            for (int i = n - 1; i >= 0; i--) {
                double sum = b[i * columns + c];
                for (int k = i + 1; k < n; k++) {
                    sum -= l[k * n + i] * b[k * columns + c];
                }
                b[i * columns + c] = sum / l[i * n + i];
                finite &= Math.abs(b[i * columns + c]) < Double.POSITIVE_INFINITY;
            }
        }
        return finite;
    }
}
