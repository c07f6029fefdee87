package io.headroom.forecasting.internal.arima;

import java.util.Arrays;

/**
 * The partial autocorrelation transform (Barndorff-Nielsen and Schou 1973; Monahan 1984): any numbers x to coefficients
 * of a stationary autoregression. The partial autocorrelations are x / sqrt(1 + x^2), from which the coefficients
 * follow by the recursion of Durbin and Levinson. Cost k^2 for k coefficients.
 */
final class Partial {
    /** Beyond this, a partial autocorrelation differs from 1 by less than 6e-6. */
    static final double FURTHEST = 300;

    private Partial() {}

    /** Writes k coefficients of 1 - a1 B - ... - ak B^k for the k numbers from a place on, at the same place. */
    static void coefficients(double[] x, int from, int k, double[] a) {
        double[] last = new double[k];
        for (int j = 0; j < k; j++) {
            double partial = x[from + j] / Math.sqrt(1 + x[from + j] * x[from + j]);
            for (int i = 0; i < j; i++) {
                a[from + i] = last[i] - partial * last[j - 1 - i];
            }
            a[from + j] = partial;
            System.arraycopy(a, from, last, 0, j + 1);
        }
    }

    /**
     * Finds the numbers that give these coefficients, or something near them if they are not those of a stationary
     * autoregression.
     */
    static void inverse(double[] a, int from, int k, double[] x) {
        double[] rest = Arrays.copyOfRange(a, from, from + k);
        for (int j = k - 1; j >= 0; j--) {
            double partial = Math.max(-0.99999, Math.min(0.99999, rest[j]));
            x[from + j] = partial / Math.sqrt(1 - partial * partial);
            stepDown(rest, j, partial);
        }
    }

    /** Whether 1 - a1 z - ... - ak z^k has no root within a circle of this radius around 0, or on it. */
    static boolean isStationary(double[] a, int from, int k, double radius) {
        double[] rest = new double[k];
        double power = 1;
        for (int i = 0; i < k; i++) {
            power *= radius;
            rest[i] = a[from + i] * power;
        }
        for (int j = k - 1; j >= 0; j--) {
            if (!(Math.abs(rest[j]) < 1)) {
                return false;
            }
            stepDown(rest, j, rest[j]);
        }
        return true;
    }

    /** Turns the j + 1 coefficients of order j + 1 into the j of order j. */
    static void stepDown(double[] a, int j, double partial) {
        double divisor = (1 - partial) * (1 + partial);
        for (int i = 0, k = j - 1; i <= k; i++, k--) {
            double low = (a[i] + partial * a[k]) / divisor;
            a[k] = (a[k] + partial * a[i]) / divisor;
            a[i] = low;
        }
    }
}
