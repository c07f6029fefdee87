package io.headroom.forecasting.internal.arima;

/**
 * Values and errors before a series, so that a model that knows only its last values and errors starts near the exact
 * predictions (Box and Jenkins 1976, section 7.1.4): an ARMA process looks the same backwards, so what came before is
 * predicted from the reversed series; the differences are undone backwards, and the errors follow by the model's own
 * recursion from a time when all that is left is the mean.
 */
final class Backcast {
    /** What an autoregression remembers fades within this many steps, and this many times its lags. */
    private static final int FADING = 200;

    private static final int FADING_LAGS = 3;

    final double[] values;
    final double[] errors;

    /**
     * Looks back.
     *
     * @param z the series, without holes
     * @param first steps before the first of z at which the model is to start
     * @param constant mean of the differenced series
     */
    Backcast(double[] z, int first, LagPolynomial difference, LagPolynomial ar, LagPolynomial ma, double constant) {
        int p = ar.degree();
        int q = ma.degree();
        int s = difference.degree();
        int memory = p == 0 ? 0 : FADING + FADING_LAGS * Math.max(p, q);
        int horizon = first + s + p + 2 * q + memory;
        double[] before = reversed(predicted(z, difference, ar, ma, constant, horizon));
        double[] all = undone(z, difference, before);
        values = new double[p + s];
        System.arraycopy(all, horizon - first - values.length, values, 0, values.length);
        errors = new double[q];
        double[] e = new double[horizon - first - s];
        for (int t = p; t < e.length; t++) {
            double deviation = before[t] - constant;
            for (int i = 0; i < ar.lags().length; i++) {
                deviation += ar.coefficients()[i] * (before[t - ar.lags()[i]] - constant);
            }
            e[t] = deviation - ma.beforeOrZero(e, t);
        }
        System.arraycopy(e, e.length - q, errors, 0, q);
    }

    private static double[] predicted(
            double[] z, LagPolynomial difference, LagPolynomial ar, LagPolynomial ma, double constant, int horizon) {
        double[] w = reversed(difference.apply(z));
        for (int t = 0; t < w.length; t++) {
            w[t] -= constant;
        }
        InnovationFilter filter = new InnovationFilter(1, w.length);
        double[][] column = {w};
        filter.run(ar, ma, column, 1);
        double[] back = filter.predict(ar, ma, column, 0, horizon);
        for (int h = 0; h < horizon; h++) {
            back[h] += constant;
        }
        return back;
    }

    private static double[] reversed(double[] x) {
        double[] result = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            result[i] = x[x.length - 1 - i];
        }
        return result;
    }

    /** The series with as many values before it as differences are given. */
    private static double[] undone(double[] z, LagPolynomial difference, double[] before) {
        int horizon = before.length;
        int s = difference.degree();
        double[] all = new double[horizon + z.length];
        System.arraycopy(z, 0, all, horizon, z.length);
        if (s == 0) {
            System.arraycopy(before, 0, all, 0, horizon);
            return all;
        }
        int last = difference.lags().length - 1;
        for (int t = horizon - 1; t >= 0; t--) {
            int top = t + s;
            double rest = before[t] - all[top];
            for (int i = 0; i < last; i++) {
                rest -= difference.coefficients()[i] * all[top - difference.lags()[i]];
            }
            all[t] = rest / difference.coefficients()[last];
        }
        return all;
    }
}
