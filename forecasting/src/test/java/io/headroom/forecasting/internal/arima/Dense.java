package io.headroom.forecasting.internal.arima;

/** A plain implementation of the Gaussian likelihood: matrices, no recursion over time. */
final class Dense {
    private static final int PSI = 4000;

    private Dense() {}

    /** Covariance of n values of a stationary process with errors of variance 1, from sums over its psi weights. */
    static double[][] covariance(int n, ArimaOrder order, double... c) {
        Coefficients layout = new Coefficients(order, false);
        LagPolynomial ar = layout.autoregression(c);
        LagPolynomial ma = layout.movingAverage(c);
        double[] psi = new double[PSI + n];
        for (int i = 0; i < ma.lags().length; i++) {
            psi[ma.lags()[i]] = ma.coefficients()[i];
        }
        psi[0] = 1;
        for (int t = 1; t < psi.length; t++) {
            for (int i = 0; i < ar.lags().length && ar.lags()[i] <= t; i++) {
                psi[t] -= ar.coefficients()[i] * psi[t - ar.lags()[i]];
            }
        }
        double[] gamma = new double[n];
        for (int k = 0; k < n; k++) {
            for (int t = 0; t < PSI; t++) {
                gamma[k] += psi[t] * psi[t + k];
            }
        }
        double[][] covariance = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                covariance[i][j] = gamma[Math.abs(i - j)];
            }
        }
        return covariance;
    }

    /** Log-likelihood with the variance at its best. */
    static double logLikelihood(double[] y, double[][] covariance) {
        int n = y.length;
        double[][] l = new double[n][n];
        double[] e = new double[n];
        double squares = 0;
        double logDeterminant = 0;
        for (int i = 0; i < n; i++) {
            double rest = y[i];
            for (int j = 0; j <= i; j++) {
                double sum = covariance[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= l[i][k] * l[j][k];
                }
                l[i][j] = j == i ? Math.sqrt(sum) : sum / l[j][j];
                rest -= j < i ? l[i][j] * e[j] : 0;
            }
            e[i] = rest / l[i][i];
            squares += e[i] * e[i];
            logDeterminant += 2 * Math.log(l[i][i]);
        }
        return -0.5 * (n * (Math.log(2 * Math.PI * squares / n) + 1) + logDeterminant);
    }

    static double[] some(double[] y, boolean[] kept, int n) {
        double[] result = new double[n];
        int at = 0;
        for (int i = 0; i < y.length; i++) {
            if (kept[i]) {
                result[at++] = y[i];
            }
        }
        return result;
    }

    static double[][] some(double[][] a, boolean[] kept, int n) {
        double[][] result = new double[n][];
        int at = 0;
        for (int i = 0; i < a.length; i++) {
            if (kept[i]) {
                result[at++] = some(a[i], kept, n);
            }
        }
        return result;
    }

    static double[] times(double[][] a, double[] x) {
        double[] result = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < x.length; j++) {
                result[i] += a[i][j] * x[j];
            }
        }
        return result;
    }

    /** a s a'. */
    static double[][] around(double[][] a, double[][] s) {
        double[][] right = new double[a.length][];
        for (int i = 0; i < a.length; i++) {
            right[i] = times(s, a[i]);
        }
        double[][] result = new double[a.length][];
        for (int i = 0; i < a.length; i++) {
            result[i] = times(right, a[i]);
        }
        return result;
    }
}
