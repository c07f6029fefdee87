package io.headroom.forecasting.internal.arima;

import java.util.Arrays;

/**
 * The exact Gaussian likelihood of a differenced series under ARMA coefficients, with the variance and the regression
 * coefficients at their best (generalised least squares).
 *
 * <p>With the errors u of the whitened regression, N values that are not missing, and D the columns of missing values,
 * -2 log L = N (log(2 pi u'u / N) + 1) + log|R| + log|D' R^-1 D|: what integrating over the missing values leaves. That
 * is a sum of squares once u is multiplied by the root of |R|^(1/N) |D' R^-1 D|^(1/N). Cost of an evaluation: one pass
 * of {@link InnovationFilter} a column, and n k^2 for k columns. Not thread-safe.
 */
final class Likelihood {
    private static final double LOG_TWO_PI = 1.8378770664093453;
    private static final double LEAST_PIVOT = 1e-11;
    /** Part of the squares of the series below which those of the errors are rounding. */
    private static final double ROUNDING = 1e-28;

    private final Differenced data;
    private final InnovationFilter filter;
    private final int most;
    private final double[] factor;
    private final double[] beta;
    private final double[] errors;
    private final double floor;
    private int regressors;
    private int effective;
    private double squares;
    private double scale = 1;

    Likelihood(Differenced data) {
        this.data = data;
        most = data.count(true) - 1;
        filter = new InnovationFilter(most + 1, data.n);
        factor = new double[most * most];
        beta = new double[most];
        errors = new double[data.n];
        floor = Math.max(ROUNDING * dot(data.series(), 0, data.series(), 0, data.n), 1e-300);
    }

    /**
     * Evaluates coefficients.
     *
     * @return the negative log-likelihood, infinite where it is not defined
     */
    double evaluate(LagPolynomial ar, LagPolynomial ma, boolean constant) {
        regressors = data.count(constant) - 1;
        if (!filter.run(ar, ma, data.columns, regressors + 1)) {
            return Double.POSITIVE_INFINITY;
        }
        double logDeterminant = filter.logDeterminant() + regress();
        if (effective < 1) {
            return Double.POSITIVE_INFINITY;
        }
        double[] y = filter.white(0);
        System.arraycopy(y, 0, errors, 0, data.n);
        for (int j = 0; j < regressors; j++) {
            double[] column = filter.white(j + 1);
            for (int t = 0; t < data.n; t++) {
                errors[t] -= beta[j] * column[t];
            }
        }
        scale = StrictMath.exp(logDeterminant / (2 * effective));
        double sum = Math.max(dot(errors, 0, errors, 0, data.n), floor);
        for (int t = 0; t < data.n; t++) {
            errors[t] *= scale;
        }
        squares = sum * scale * scale;
        double value = 0.5 * effective * (LOG_TWO_PI + StrictMath.log(sum / effective) + 1) + 0.5 * logDeterminant;
        return value < Double.POSITIVE_INFINITY ? value : Double.POSITIVE_INFINITY;
    }

    /** Solves the normal equations; returns the logarithm of the determinant of the part of missing values. */
    private double regress() {
        int k = regressors;
        effective = data.n;
        double logDeterminant = 0;
        for (int i = 0; i < k; i++) {
            double[] row = filter.white(i + 1);
            for (int j = 0; j <= i; j++) {
                factor[i * most + j] = dot(row, 0, filter.white(j + 1), 0, data.n);
            }
            beta[i] = dot(row, 0, filter.white(0), 0, data.n);
        }
        for (int i = 0; i < k; i++) {
            double diagonal = factor[i * most + i];
            double pivot = eliminate(i);
            boolean determined = pivot > LEAST_PIVOT * diagonal;
            factor[i * most + i] = determined ? Math.sqrt(pivot) : Double.POSITIVE_INFINITY;
            if (determined && i < data.missing) {
                logDeterminant += StrictMath.log(pivot);
                effective--;
            }
        }
        solveForward(beta);
        for (int i = k - 1; i >= 0; i--) {
            double sum = beta[i];
            for (int j = i + 1; j < k; j++) {
                double l = factor[j * most + i];
                sum -= l * beta[j];
            }
            beta[i] = sum / factor[i * most + i];
        }
        return logDeterminant;
    }

    private double eliminate(int i) {
        double pivot = factor[i * most + i];
        for (int j = 0; j < i; j++) {
            double sum = factor[i * most + j] - dot(factor, i * most, factor, j * most, j);
            double l = sum / factor[j * most + j];
            factor[i * most + j] = l;
            pivot -= l * l;
        }
        return pivot;
    }

    /** Divides by the lower triangle of the factor. */
    private void solveForward(double[] b) {
        for (int i = 0; i < regressors; i++) {
            b[i] = (b[i] - dot(factor, i * most, b, 0, i)) / factor[i * most + i];
        }
    }

    /**
     * Projects a direction of the errors onto the whitened regressors.
     *
     * @return coordinates along an orthonormal basis of them
     */
    double[] along(double[] direction, int lag) {
        double[] b = new double[regressors];
        for (int i = 0; i < regressors; i++) {
            b[i] = dot(filter.white(i + 1), lag, direction, 0, data.n - lag);
        }
        solveForward(b);
        return b;
    }

    /** Inner product of parts of two rows, in four sums, so that it does not wait for each addition. */
    static double dot(double[] a, int from, double[] b, int fromB, int n) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int i = 0;
        for (; i < n - 3; i += 4) {
            s0 += a[from + i] * b[fromB + i];
            s1 += a[from + i + 1] * b[fromB + i + 1];
            s2 += a[from + i + 2] * b[fromB + i + 2];
            s3 += a[from + i + 3] * b[fromB + i + 3];
        }
        for (; i < n; i++) {
            s0 += a[from + i] * b[fromB + i];
        }
        return s0 + s1 + (s2 + s3);
    }

    /** Errors whose squares are to be least, not to be changed. */
    double[] errors() {
        return errors;
    }

    /** Independent errors in units of the series, a copy. */
    double[] innovations() {
        double[] result = errors.clone();
        for (int t = 0; t < result.length; t++) {
            result[t] /= scale;
        }
        return result;
    }

    /** Sum of the squares of {@link #errors}. */
    double squares() {
        return squares;
    }

    /** Values that are not missing, less those that differencing takes. */
    int effective() {
        return effective;
    }

    /** Most likely variance of the errors. */
    double variance() {
        double sum = 0;
        double[] y = filter.white(0);
        for (int t = 0; t < data.n; t++) {
            double e = y[t];
            for (int j = 0; j < regressors; j++) {
                e -= beta[j] * filter.white(j + 1)[t];
            }
            sum += e * e;
        }
        return sum / effective;
    }

    /** Regression coefficients in the order of the columns. */
    double[] regression() {
        return Arrays.copyOf(beta, regressors);
    }
}
