package io.headroom.forecasting.internal.arima;

/**
 * How the errors of a likelihood change with the coefficients, as if all errors before the series were 0.
 *
 * <p>With e = phi(B) Phi(B^m) w / (theta(B) Theta(B^m)), the slope along phi[i] is -B^i e / phi(B), along theta[j] -B^j
 * e / theta(B), and so on: one filtered series for each of the four blocks, of which every column is a shifted copy.
 * Cost n k + n k^2 / 2 for k coefficients. Not thread-safe.
 */
final class Slopes {
    private final Coefficients layout;
    private final int k;
    private final double[][] filtered;
    private final double[] slope;
    /** k by k inner products of slopes, row-major, along the numbers that give the coefficients. */
    final double[] gram;
    /** Inner products of slopes and errors. */
    final double[] gradient;

    Slopes(Coefficients layout, int k, int n) {
        this.layout = layout;
        this.k = k;
        filtered = new double[Coefficients.BLOCKS][n];
        slope = new double[k * k];
        gram = new double[k * k];
        gradient = new double[k];
    }

    /** Computes slopes for the last evaluation of a likelihood, at the coefficients c of the numbers x. */
    void at(Likelihood likelihood, double[] x, double[] c) {
        double[] errors = likelihood.errors();
        int[] block = new int[k];
        int[] lag = new int[k];
        double[][] projected = new double[k][];
        for (int b = 0; b < Coefficients.BLOCKS; b++) {
            if (layout.count(b) > 0) {
                divide(errors, layout.polynomial(c, b), filtered[b]);
            }
            for (int i = 0; i < layout.count(b); i++) {
                int at = layout.from(b) + i;
                block[at] = b;
                lag[at] = Math.min(errors.length, (i + 1) * layout.spacing(b));
                projected[at] = likelihood.along(filtered[b], lag[at]);
            }
        }
        double[] raw = new double[k * k];
        double[] right = new double[k];
        for (int i = 0; i < k; i++) {
            double[] fi = filtered[block[i]];
            int n = errors.length;
            right[i] = -Likelihood.dot(errors, lag[i], fi, 0, n - lag[i]);
            for (int j = 0; j <= i; j++) {
                int most = Math.max(lag[i], lag[j]);
                double sum = Likelihood.dot(fi, most - lag[i], filtered[block[j]], most - lag[j], n - most)
                        - Likelihood.dot(projected[i], 0, projected[j], 0, projected[i].length);
                raw[i * k + j] = sum;
                raw[j * k + i] = sum;
            }
        }
        chain(x, raw, right);
    }

    private static void divide(double[] errors, LagPolynomial by, double[] result) {
        for (int t = 0; t < errors.length; t++) {
            result[t] = errors[t] - by.beforeOrZero(result, t);
        }
    }

    /** Goes over from coefficients to the numbers that give them. */
    private void chain(double[] x, double[] raw, double[] right) {
        double[] c = layout.of(x);
        double[] moved = x.clone();
        for (int j = 0; j < k; j++) {
            double h = 1e-6 * Math.max(1, Math.abs(x[j]));
            moved[j] = x[j] + h;
            double[] there = layout.of(moved);
            moved[j] = x[j];
            for (int i = 0; i < k; i++) {
                slope[i * k + j] = (there[i] - c[i]) / h;
            }
        }
        for (int u = 0; u < k; u++) {
            gradient[u] = 0;
            for (int i = 0; i < k; i++) {
                gradient[u] += slope[i * k + u] * right[i];
            }
            for (int v = 0; v < k; v++) {
                double sum = 0;
                for (int i = 0; i < k; i++) {
                    double row = 0;
                    for (int j = 0; j < k; j++) {
                        row += raw[i * k + j] * slope[j * k + v];
                    }
                    sum += slope[i * k + u] * row;
                }
                gram[u * k + v] = sum;
            }
        }
    }
}
