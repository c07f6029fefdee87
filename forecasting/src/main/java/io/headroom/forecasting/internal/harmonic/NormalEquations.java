package io.headroom.forecasting.internal.harmonic;

/**
 * Solves symmetric positive definite systems by Cholesky's method. A column that depends on those before it gets the
 * coefficient 0. Stateless.
 */
final class NormalEquations {
    private static final double DEPENDENT = 1e-10;

    private NormalEquations() {}

    /**
     * Solves for some of the columns.
     *
     * @param gram a symmetric matrix; left as it is
     * @param right the right-hand side
     * @param columns which columns take part
     * @return one coefficient for each of them
     */
    static double[] solve(double[][] gram, double[] right, int[] columns) {
        int m = columns.length;
        double[][] lower = new double[m][];
        double[] x = new double[m];
        for (int i = 0; i < m; i++) {
            double[] row = new double[i + 1];
            lower[i] = row;
            double[] source = gram[columns[i]];
            double value = right[columns[i]];
            for (int j = 0; j < i; j++) {
                row[j] = lower[j][j] == 0 ? 0 : (source[columns[j]] - dot(row, lower[j], j)) / lower[j][j];
                value -= row[j] * x[j];
            }
            double rest = source[columns[i]] - dot(row, row, i);
            row[i] = rest > DEPENDENT * source[columns[i]] ? Math.sqrt(rest) : 0;
            x[i] = row[i] == 0 ? 0 : value / row[i];
        }
        for (int i = m - 1; i >= 0; i--) {
            double value = x[i];
            for (int j = i + 1; j < m; j++) {
                value -= lower[j][i] * x[j];
            }
            x[i] = lower[i][i] == 0 ? 0 : value / lower[i][i];
        }
        return x;
    }

    static double[] solve(double[][] gram, double[] right) {
        int[] all = new int[right.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = i;
        }
        return solve(gram, right, all);
    }

    private static double dot(double[] a, double[] b, int n) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
