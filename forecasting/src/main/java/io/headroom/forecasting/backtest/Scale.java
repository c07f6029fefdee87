package io.headroom.forecasting.backtest;

import io.headroom.core.RateSeries;

/**
 * What the scaled scores of a series are divided by; NaN where there is nothing to divide by.
 *
 * @param absolute mean absolute change over a season
 * @param squared mean squared change over a season
 * @param level mean rate
 */
record Scale(double absolute, double squared, double level) {
    /** The scale of a series from the steps before its first origin. */
    static Scale of(Past past, int season) {
        RateSeries y = past.rates();
        double absolute = 0;
        double squared = 0;
        double level = 0;
        int changes = 0;
        for (int t = 0; t < y.length(); t++) {
            level += y.isMissing(t) ? 0 : y.rate(t);
            double change = t < season ? Double.NaN : y.rate(t) - y.rate(t - season);
            if (!Double.isNaN(change)) {
                absolute += Math.abs(change);
                squared += change * change;
                changes++;
            }
        }
        return new Scale(divisor(absolute, changes), divisor(squared, changes), divisor(level, y.observed()));
    }

    private static double divisor(double sum, int n) {
        return sum > 0 ? sum / n : Double.NaN;
    }
}
