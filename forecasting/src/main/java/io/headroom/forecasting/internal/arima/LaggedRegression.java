package io.headroom.forecasting.internal.arima;

import io.headroom.forecasting.internal.numeric.Cholesky;
import java.util.Arrays;

/**
 * Starts in the manner of Hannan and Rissanen (1982): with the errors of the best model so far in the place of the
 * unknown ones, an ARMA model is a linear regression of the series on its own lags and those of the errors. The products
 * of all lags that may occur are computed once, so that a start costs k^3 for k coefficients. Not thread-safe.
 */
final class LaggedRegression {
    private static final int ORDER = 5;
    private static final int SEASONAL_ORDER = 2;
    private static final double RIDGE = 1e-6;
    private static final double SHRINK = 0.95;
    private static final double ROOM = 1.03;
    private static final int MOST_SHRINKS = 40;

    private final int[] lags;
    private final int count;
    private final double[] products;
    private final double[] right;

    /** Takes a series without its mean, and as many errors. */
    LaggedRegression(double[] w, double[] errors, int period) {
        int seasonal = period > ORDER && w.length > 4 * SEASONAL_ORDER * period ? SEASONAL_ORDER : 0;
        count = ORDER + seasonal;
        lags = new int[count];
        for (int i = 0; i < count; i++) {
            lags[i] = i < ORDER ? i + 1 : (i - ORDER + 1) * period;
        }
        int k = 2 * count;
        int start = Math.min(w.length, lags[count - 1]);
        products = new double[k * k];
        right = new double[k];
        for (int i = 0; i < k; i++) {
            double[] a = i < count ? w : errors;
            int from = start - Math.min(start, lags[i % count]);
            right[i] = Likelihood.dot(a, from, w, start, w.length - start);
            for (int j = 0; j <= i; j++) {
                double[] b = j < count ? w : errors;
                int fromB = start - Math.min(start, lags[j % count]);
                double sum = Likelihood.dot(a, from, b, fromB, w.length - start);
                products[i * k + j] = sum;
                products[j * k + i] = sum;
            }
        }
    }

    /** Numbers for a model's coefficients; none if its lags are not all covered. */
    double[] start(ArimaOrder order, Coefficients layout) {
        boolean covered = Math.max(order.ar(), order.ma()) <= ORDER
                && ORDER + Math.max(order.seasonalAr(), order.seasonalMa()) <= count;
        int k = order.size();
        int[] places = new int[k];
        for (int b = 0; covered && b < Coefficients.BLOCKS; b++) {
            for (int i = 0; i < layout.count(b); i++) {
                int lag = b < 2 ? i : ORDER + i;
                places[layout.from(b) + i] = (b & 1) == 0 ? lag : count + lag;
            }
        }
        double[] a = new double[k * k];
        double[] c = new double[k];
        for (int i = 0; covered && i < k; i++) {
            c[i] = right[places[i]];
            for (int j = 0; j < k; j++) {
                a[i * k + j] = products[places[i] * 2 * count + places[j]];
            }
            a[i * k + i] = a[i * k + i] * (1 + RIDGE) + Double.MIN_NORMAL;
        }
        boolean solved = covered && Cholesky.factor(a, k) && Cholesky.solve(a, k, c, 1);
        return solved ? layout.numbers(shrunk(c, layout)) : new double[0];
    }

    /** Coefficients i damped by a power that goes with i, until they are stationary and invertible with some room. */
    private static double[] shrunk(double[] c, Coefficients layout) {
        double[] result = Arrays.copyOf(c, c.length);
        for (int round = 0; round < MOST_SHRINKS && !layout.clearOf(result, ROOM); round++) {
            for (int b = 0; b < Coefficients.BLOCKS; b++) {
                double power = 1;
                for (int i = 0; i < layout.count(b); i++) {
                    power *= SHRINK;
                    result[layout.from(b) + i] *= power;
                }
            }
        }
        return result;
    }
}
