package io.headroom.forecasting.internal.ets;

import java.util.Arrays;

/**
 * A rough split of the first cycles of a series into level, slope and season, to start a fit from.
 *
 * <p>The trend is piecewise linear through the means of up to ten cycles, the season the mean deviation from it by step
 * of the season; one more pass takes the cycle means without the season, which matters when values are missing. Cost:
 * O(n).
 */
final class Decomposition {

    static final int CYCLES = 10;
    private static final int PASSES = 2;

    private Decomposition() {}

    static double[] season(double[] y, int period, boolean factors) {
        double[] season = new double[period];
        Arrays.fill(season, factors ? 1 : 0);
        int cycles = Math.min(CYCLES, y.length / period);
        double[] mean = new double[cycles];
        for (int pass = 0; pass < PASSES; pass++) {
            cycleMeans(y, period, season, factors, mean);
            deviations(y, period, mean, factors, season);
        }
        return season;
    }

    private static void cycleMeans(double[] y, int period, double[] season, boolean factors, double[] mean) {
        double last = 0;
        int firstSeen = mean.length;
        for (int c = 0; c < mean.length; c++) {
            double sum = 0;
            int count = 0;
            for (int i = 0; i < period; i++) {
                double value = y[c * period + i];
                if (!Double.isNaN(value)) {
                    sum += factors ? value / season[i] : value - season[i];
                    count++;
                }
            }
            if (count > 0) {
                last = sum / count;
                firstSeen = Math.min(firstSeen, c);
            }
            mean[c] = last;
        }
        if (firstSeen < mean.length) {
            Arrays.fill(mean, 0, firstSeen, mean[firstSeen]);
        }
    }

    private static void deviations(double[] y, int period, double[] mean, boolean factors, double[] season) {
        double total = 0;
        for (int i = 0; i < period; i++) {
            double sum = 0;
            int count = 0;
            for (int c = 0; c < mean.length; c++) {
                double value = y[c * period + i];
                double trend = trend(mean, c + (i + 0.5) / period - 0.5);
                if (!Double.isNaN(value) && (!factors || trend > 0)) {
                    sum += factors ? value / trend : value - trend;
                    count++;
                }
            }
            season[i] = count > 0 ? sum / count : factors ? 1 : 0;
            total += season[i];
        }
        double centre = total / period;
        for (int i = 0; i < period; i++) {
            season[i] = factors ? Math.max(season[i] / centre, 1e-3) : season[i] - centre;
        }
    }

    /** Interpolates the cycle means, and goes on straight beyond the first and the last. */
    private static double trend(double[] mean, double at) {
        if (mean.length == 1) {
            return mean[0];
        }
        int from = (int) Math.min(Math.max(Math.floor(at), 0), mean.length - 2);
        return mean[from] + (at - from) * (mean[from + 1] - mean[from]);
    }
}
