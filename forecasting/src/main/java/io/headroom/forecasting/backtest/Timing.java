package io.headroom.forecasting.backtest;

import java.time.Duration;

/**
 * How often a predictor fitted, observed and forecast, and how long it took, on one thread, the virtual machine's warming up included.
 * Reading the scored quantiles is part of a forecast. Immutable and thread-safe.
 *
 * @param fits number of fits, failed ones included
 * @param fit time of all fits
 * @param observations number of observed steps
 * @param observe time of all observations
 * @param forecasts number of forecasts
 * @param forecast time of all forecasts
 */
public record Timing(long fits, Duration fit, long observations, Duration observe, long forecasts, Duration forecast) {
    /** No work. */
    static final Timing NONE = new Timing(0, Duration.ZERO, 0, Duration.ZERO, 0, Duration.ZERO);

    Timing plus(Timing other) {
        return new Timing(
                fits + other.fits,
                fit.plus(other.fit),
                observations + other.observations,
                observe.plus(other.observe),
                forecasts + other.forecasts,
                forecast.plus(other.forecast));
    }

    /**
     * Mean time of a fit.
     *
     * @return milliseconds; 0 if there was none
     */
    public double fitMillis() {
        return mean(fit, fits) / 1e6;
    }

    /**
     * Mean time of an observation.
     *
     * @return nanoseconds; 0 if there was none
     */
    public double observeNanos() {
        return mean(observe, observations);
    }

    /**
     * Mean time of a forecast.
     *
     * @return microseconds; 0 if there was none
     */
    public double forecastMicros() {
        return mean(forecast, forecasts) / 1e3;
    }

    private static double mean(Duration total, long n) {
        return n == 0 ? 0 : (double) total.toNanos() / n;
    }
}
