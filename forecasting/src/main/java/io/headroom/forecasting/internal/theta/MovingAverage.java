package io.headroom.forecasting.internal.theta;

import java.util.Arrays;

/** Centred moving averages of one season. */
final class MovingAverage {
    private MovingAverage() {}

    /**
     * The average of the m values around each step; with an even m, of m + 1 with half weight at both ends. NaN within
     * half a season of the ends. Costs n: sums from block borders, so that no value is ever taken off a sum again and
     * a spike leaves no rounding behind it.
     */
    static double[] centred(double[] y, int m) {
        double[] sums = sums(y, m);
        double[] average = new double[y.length];
        Arrays.fill(average, Double.NaN);
        int half = m / 2;
        for (int t = half; t < y.length - half; t++) {
            average[t] = m % 2 == 1 ? sums[t - half] / m : (sums[t - half] + sums[t - half + 1]) / (2 * m);
        }
        return average;
    }

    /** Sums of the m values from each step on: those left in its block of m, and the first ones of the next. */
    private static double[] sums(double[] y, int m) {
        int n = y.length;
        double[] before = new double[n];
        double[] sums = new double[n];
        for (int t = 0; t < n; t++) {
            before[t] = t % m == 0 ? y[t] : before[t - 1] + y[t];
        }
        double after = 0;
        for (int t = n - 1; t >= 0; t--) {
            after = (t + 1) % m == 0 ? y[t] : after + y[t];
            int last = t + m - 1;
            sums[t] = last >= n ? Double.NaN : t % m == 0 ? before[last] : after + before[last];
        }
        return sums;
    }
}
