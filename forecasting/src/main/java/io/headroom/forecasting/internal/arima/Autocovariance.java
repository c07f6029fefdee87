package io.headroom.forecasting.internal.arima;

/** Autocovariances of an ARMA process with errors of variance 1. */
final class Autocovariance {
    private Autocovariance() {}

    /**
     * Computes lags 0 to {@code last}, or nothing if the autoregression is not stationary.
     *
     * <p>The autoregression's own come from its partial autocorrelations, by the recursion of Durbin and Levinson, first
     * down, then up; the moving average is then laid over them twice. Cost p^2 + s (last + q), where s counts the terms
     * of the moving average; memory p + q + last.
     *
     * @return the autocovariances, empty if there are none
     */
    static double[] of(LagPolynomial ar, LagPolynomial ma, int last) {
        double[] own = autoregressive(ar, last + ma.degree());
        if (own.length == 0 || ma.degree() == 0) {
            return own;
        }
        double[] once = new double[last + ma.degree() + 1];
        for (int k = 0; k < once.length; k++) {
            once[k] = own[k];
        }
        int[] lags = ma.lags();
        for (int j = 0; j < lags.length; j++) {
            double theta = ma.coefficients()[j];
            for (int k = 0; k < once.length; k++) {
                once[k] += theta * own[Math.abs(k - lags[j])];
            }
        }
        double[] twice = new double[last + 1];
        for (int k = 0; k <= last; k++) {
            twice[k] = once[k];
        }
        for (int j = 0; j < lags.length; j++) {
            double theta = ma.coefficients()[j];
            for (int k = 0; k <= last; k++) {
                twice[k] += theta * once[k + lags[j]];
            }
        }
        return twice;
    }

    private static double[] autoregressive(LagPolynomial ar, int last) {
        int p = ar.degree();
        double[] a = new double[p];
        for (int i = 0; i < ar.lags().length; i++) {
            a[ar.lags()[i] - 1] = -ar.coefficients()[i];
        }
        double[] partial = new double[p];
        double variance = 1;
        for (int j = p - 1; j >= 0; j--) {
            partial[j] = a[j];
            if (!(Math.abs(a[j]) < 1)) {
                return new double[0];
            }
            variance /= (1 - a[j]) * (1 + a[j]);
            Partial.stepDown(a, j, partial[j]);
        }
        double[] gamma = new double[Math.max(last, p) + 1];
        gamma[0] = variance;
        for (int k = 1; k <= p; k++) {
            gamma[k] = levinson(a, partial[k - 1], k, gamma, variance);
            variance *= (1 - partial[k - 1]) * (1 + partial[k - 1]);
        }
        for (int k = p + 1; k < gamma.length; k++) {
            gamma[k] = -ar.before(gamma, k);
        }
        return gamma;
    }

    /** The autocovariance at lag k from those before; raises the coefficients to order k. */
    private static double levinson(double[] a, double partial, int k, double[] gamma, double variance) {
        double sum = partial * variance;
        for (int i = 1; i < k; i++) {
            sum += a[i - 1] * gamma[k - i];
        }
        for (int i = 0, j = k - 2; i <= j; i++, j--) {
            double low = a[i] - partial * a[j];
            a[j] -= partial * a[i];
            a[i] = low;
        }
        a[k - 1] = partial;
        return sum;
    }
}
