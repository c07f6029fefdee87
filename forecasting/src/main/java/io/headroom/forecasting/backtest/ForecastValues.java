package io.headroom.forecasting.backtest;

import io.headroom.core.RateForecast;

/** The numbers of one forecast that are scored, read once and checked. Immutable. */
final class ForecastValues {
    private final double[] mean;
    private final double[][] quantiles;
    private final double maximum;

    private ForecastValues(double[] mean, double[][] quantiles, double maximum) {
        this.mean = mean;
        this.quantiles = quantiles;
        this.maximum = maximum;
    }

    /**
     * Reads.
     *
     * @throws IllegalStateException if a number is not finite, quantiles cross or the forecast starts elsewhere
     */
    static ForecastValues read(RateForecast forecast, long firstIndex, BacktestSettings settings) {
        if (forecast.firstIndex() != firstIndex) {
            throw new IllegalStateException(
                    "the forecast starts at step " + forecast.firstIndex() + " of the grid, not at " + firstIndex);
        }
        LevelGrid levels = settings.levels();
        double[] mean = new double[settings.horizon()];
        double[][] quantiles = new double[settings.horizon()][levels.size()];
        for (int step = 1; step <= mean.length; step++) {
            mean[step - 1] = finite(forecast.mean(step), step);
            double before = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < levels.size(); i++) {
                double q = finite(forecast.quantile(step, levels.level(i)), step);
                if (q < before) {
                    throw new IllegalStateException("quantiles of step " + step + " cross");
                }
                quantiles[step - 1][i] = q;
                before = q;
            }
        }
        double maximum = settings.window()
                .map(w -> finite(forecast.maximumQuantile(w, settings.windowLevel()), w.last()))
                .orElse(Double.NaN);
        return new ForecastValues(mean, quantiles, maximum);
    }

    private static double finite(double value, int step) {
        if (!Double.isFinite(value)) {
            throw new IllegalStateException("step " + step + " has a number that is not finite");
        }
        return value;
    }

    double mean(int step) {
        return mean[step - 1];
    }

    /** The quantile of a step at a position of the level grid. */
    double quantile(int step, int i) {
        return quantiles[step - 1][i];
    }

    /** The quantile of the maximum over the lead window; NaN without one. */
    double maximum() {
        return maximum;
    }
}
