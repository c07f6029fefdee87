package io.headroom.forecasting.internal.arima;

import io.headroom.forecasting.internal.stl.Stl;
import io.headroom.forecasting.internal.stl.StlOptions;
import io.headroom.forecasting.internal.stl.StlParts;

/**
 * How often to difference, as R's {@code auto.arima} decides: once at the season if its strength in a decomposition
 * exceeds 0.64 (Wang, Smith and Hyndman 2006), then until a KPSS test (Kwiatkowski, Phillips, Schmidt and Shin 1992)
 * does not reject stationarity around a level at 5 %, at most twice.
 */
final class Differencing {
    private static final double STRENGTH = 0.64;

    /** The window of R's {@code mstl} for one season. */
    private static final int SEASONAL_WINDOW = 11;

    private static final double CRITICAL = 0.463;
    private static final int MOST = 2;
    /** A spread this small beside the magnitude is rounding. */
    private static final double CONSTANT = 1e-12;

    private Differencing() {}

    /** Differences by the tests, in a model without coefficients. */
    static ArimaOrder choose(double[] y, int period, double magnitude) {
        int seasonal = seasonal(y, period);
        double[] rest = LagPolynomial.difference(0, seasonal, period).apply(y);
        return new ArimaOrder(0, ordinary(rest, magnitude), 0, 0, seasonal, 0, period);
    }

    /** Differences for want of time: those of an ordinary one, a seasonal one, or both that leave the least squares. */
    static ArimaOrder atOnce(double[] y, int period) {
        ArimaOrder best = ArimaOrder.of(0, 1, 0);
        double least = Double.POSITIVE_INFINITY;
        for (int seasonal = 0; seasonal <= (period > 1 ? 1 : 0); seasonal++) {
            for (int d = 1 - seasonal; d <= 1; d++) {
                double[] w = LagPolynomial.difference(d, seasonal, period).apply(y);
                double meanSquare = Likelihood.dot(w, 0, w, 0, w.length) / w.length;
                if (meanSquare < least) {
                    least = meanSquare;
                    best = new ArimaOrder(0, d, 0, 0, seasonal, 0, period);
                }
            }
        }
        return best;
    }

    /** Count of seasonal differences, 0 or 1. */
    static int seasonal(double[] y, int period) {
        if (period < 2 || y.length <= 2L * period || isConstant(y, magnitude(y))) {
            return 0;
        }
        return strength(y, period) > STRENGTH ? 1 : 0;
    }

    /** Part of the variance without the trend that the season explains, 0 to 1. */
    static double strength(double[] y, int period) {
        StlParts parts = new Stl(StlOptions.of(period, SEASONAL_WINDOW)).split(y);
        double[] both = new double[y.length];
        for (int i = 0; i < y.length; i++) {
            both[i] = y[i] - parts.trend()[i];
        }
        double all = variance(both);
        return all > 0 ? Math.max(0, Math.min(1, 1 - variance(parts.remainder()) / all)) : 0;
    }

    /** Count of differences after the seasonal ones, 0 to 2. */
    static int ordinary(double[] seasonallyDifferenced, double magnitude) {
        LagPolynomial difference = LagPolynomial.difference(1, 0, 1);
        double[] x = seasonallyDifferenced;
        int d = 0;
        while (d < MOST
                && x.length > 3
                && !isConstant(x, magnitude)
                && kpss(x, (int) (3 * Math.sqrt(x.length) / 13)) > CRITICAL) {
            d++;
            x = difference.apply(x);
        }
        return d;
    }

    /** The KPSS statistic around a level, with Bartlett weights up to a lag. */
    static double kpss(double[] x, int lags) {
        int n = x.length;
        double mean = 0;
        for (double value : x) {
            mean += value / n;
        }
        double[] e = new double[n];
        double sum = 0;
        double sums = 0;
        for (int i = 0; i < n; i++) {
            e[i] = x[i] - mean;
            sum += e[i];
            sums += sum * sum;
        }
        double variance = Likelihood.dot(e, 0, e, 0, n);
        for (int lag = 1; lag <= lags; lag++) {
            variance += 2 * (1 - lag / (lags + 1.0)) * Likelihood.dot(e, lag, e, 0, n - lag);
        }
        return sums / n / variance;
    }

    /** Whether values vary by no more than rounding beside a magnitude. */
    static boolean isConstant(double[] x, double magnitude) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double value : x) {
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
        return !(high - low > CONSTANT * magnitude);
    }

    static double magnitude(double[] x) {
        double most = 0;
        for (double value : x) {
            most = Math.max(most, Math.abs(value));
        }
        return most;
    }

    private static double variance(double[] x) {
        double mean = 0;
        for (double value : x) {
            mean += value / x.length;
        }
        double sum = 0;
        for (double value : x) {
            sum += (value - mean) * (value - mean);
        }
        return sum / (x.length - 1);
    }
}
