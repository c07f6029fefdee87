package io.headroom.forecasting.internal.arima;

import io.headroom.forecasting.internal.numeric.LogProduct;
import java.util.Arrays;

/**
 * Exact one-step prediction of a stationary ARMA process from its own past alone: turns correlated values into
 * independent ones of variance 1, and gives the logarithm of the determinant of their covariance.
 *
 * <p>The recursions of Chandrasekhar type (Morf, Sidhu and Kailath 1974; Pearlman 1980), which for a scalar process are
 * Schur's algorithm: with the covariances N[i] of the error at t with the value at t + i, and a second row L, both at
 * first the autocovariances of lags 1 to r, r the larger degree,
 *
 * <pre>
 *   rho = L[1] / F,  N' = N - rho TL,  L' = TL - rho N,  F' = F (1 - rho^2)
 * </pre>
 *
 * where T shifts by one and continues by the autoregression, and predictions move as x' = Tx + N v / F for the error v.
 * Shifting is free here, as rows are kept by their absolute time. When L is negligible, the gain is steady and the rest
 * costs as many multiplications a value as there are coefficients. Cost n r at most, memory n + r; not thread-safe.
 */
final class InnovationFilter {
    /** The largest element of L, beside the deviation of an error, that is negligible: its square counts. */
    private static final double NEGLIGIBLE = 1e-10;

    private static final int CHECK = 64;
    private static final double LEAST_VARIANCE = 1 - 1e-6;

    private final double[][] raw;
    private final double[][] white;
    private final int n;
    private double[] gain = {};
    private double[] second = {};
    private double[][] ahead = new double[0][];
    private double logDeterminant;
    private boolean steady;

    /** Makes room for series of length n. */
    InnovationFilter(int columns, int n) {
        this.n = n;
        raw = new double[columns][n];
        white = new double[columns][n];
    }

    /**
     * Filters some columns.
     *
     * @param columns series with the same covariance, or regressors
     * @param count how many columns to take
     * @return false if the autoregression is not stationary to working precision
     */
    boolean run(LagPolynomial ar, LagPolynomial ma, double[][] columns, int count) {
        int r = Math.max(ar.degree(), ma.degree());
        double[] gamma = Autocovariance.of(ar, ma, r);
        if (gamma.length == 0) {
            return false;
        }
        prepare(gamma, r, count);
        LogProduct determinant = new LogProduct();
        double f = gamma[0];
        int t = 0;
        steady = false;
        for (; t < n && !steady; t++) {
            if (!(f >= LEAST_VARIANCE && f < Double.POSITIVE_INFINITY)) {
                return false;
            }
            determinant.multiply(f);
            double deviation = Math.sqrt(f);
            for (int c = 0; c < count; c++) {
                double v = columns[c][t] - ahead[c][t];
                raw[c][t] = v;
                white[c][t] = v / deviation;
                if (r > 0) {
                    ahead[c][t + r] = -ar.before(ahead[c], t + r);
                    add(v / f, gain, ahead[c], t + 1, r);
                }
            }
            if (r > 0) {
                double rho = second[t] / f;
                second[t + r] = -ar.before(second, t + r);
                rotate(rho, gain, second, t + 1, r);
                f *= (1 - rho) * (1 + rho);
            }
            steady = t >= r && t % CHECK == 0 && isNegligible(t + 1, r, f);
        }
        if (steady) {
            goOn(ar, ma, columns, count, t, f);
        }
        logDeterminant = determinant.log() + (n - t) * StrictMath.log(f);
        return logDeterminant < Double.POSITIVE_INFINITY;
    }

    private void prepare(double[] gamma, int r, int count) {
        gain = Arrays.copyOfRange(gamma, 1, r + 1);
        if (second.length < n + r + 1) {
            second = new double[n + r + 1];
            ahead = new double[raw.length][n + r + 1];
        }
        System.arraycopy(gamma, 1, second, 0, r);
        for (int c = 0; c < count; c++) {
            Arrays.fill(ahead[c], 0, r + 1, 0);
        }
        if (r == 0) {
            for (int c = 0; c < count; c++) {
                Arrays.fill(ahead[c], 0);
            }
        }
    }

    /** Four at a time: that is what a processor does at once. */
    private static void add(double factor, double[] gain, double[] row, int at, int r) {
        int i = 0;
        for (; i < r - 3; i += 4) {
            double a = row[at + i] + factor * gain[i];
            double b = row[at + i + 1] + factor * gain[i + 1];
            double c = row[at + i + 2] + factor * gain[i + 2];
            double d = row[at + i + 3] + factor * gain[i + 3];
            row[at + i] = a;
            row[at + i + 1] = b;
            row[at + i + 2] = c;
            row[at + i + 3] = d;
        }
        for (; i < r; i++) {
            row[at + i] += factor * gain[i];
        }
    }

    private static void rotate(double rho, double[] gain, double[] second, int at, int r) {
        int i = 0;
        for (; i < r - 1; i += 2) {
            double g0 = gain[i];
            double g1 = gain[i + 1];
            double l0 = second[at + i];
            double l1 = second[at + i + 1];
            gain[i] = g0 - rho * l0;
            gain[i + 1] = g1 - rho * l1;
            second[at + i] = l0 - rho * g0;
            second[at + i + 1] = l1 - rho * g1;
        }
        for (; i < r; i++) {
            double g = gain[i];
            double l = second[at + i];
            gain[i] = g - rho * l;
            second[at + i] = l - rho * g;
        }
    }

    private boolean isNegligible(int at, int r, double f) {
        double most = 0;
        for (int i = 0; i < r; i++) {
            most = Math.max(most, Math.abs(second[at + i]));
        }
        return most <= NEGLIGIBLE * Math.sqrt(f);
    }

    /** Filters the rest with the steady gain. */
    private void goOn(LagPolynomial ar, LagPolynomial ma, double[][] columns, int count, int from, double f) {
        double deviation = Math.sqrt(f);
        for (int c = 0; c < count; c++) {
            for (int t = from; t < n; t++) {
                double v = columns[c][t] + ar.before(columns[c], t) - ma.before(raw[c], t);
                raw[c][t] = v;
                white[c][t] = v / deviation;
            }
        }
    }

    /**
     * Predicts the values after the last one of a column.
     *
     * @param column the column as it was filtered
     */
    double[] predict(LagPolynomial ar, LagPolynomial ma, double[][] columns, int column, int horizon) {
        int r = Math.max(ar.degree(), ma.degree());
        double[] x = Arrays.copyOf(columns[column], n + horizon);
        double[] errors = Arrays.copyOf(raw[column], n + horizon);
        for (int t = n; t < n + horizon; t++) {
            boolean known = !steady && t < n + r;
            x[t] = known ? ahead[column][t] : ma.beforeOrZero(errors, t) - ar.beforeOrZero(x, t);
        }
        return Arrays.copyOfRange(x, n, n + horizon);
    }

    /** Independent errors of variance 1 of a column, not to be changed. */
    double[] white(int column) {
        return white[column];
    }

    /** One-step errors of a column, not to be changed. */
    double[] raw(int column) {
        return raw[column];
    }

    /** Logarithm of the determinant of the covariance of n values, for errors of variance 1. */
    double logDeterminant() {
        return logDeterminant;
    }
}
