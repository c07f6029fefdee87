package io.headroom.forecasting.backtest;

import io.headroom.core.SeriesKey;

/**
 * A forecast that a predictor did not give. The seasonal naive forecast was scored in its place. Immutable and thread-safe.
 *
 * @param predictor the predictor's label
 * @param series the series
 * @param origin steps of the series before the forecast
 * @param stage what it was doing
 * @param message what it said
 */
public record FailedForecast(String predictor, SeriesKey series, int origin, Stage stage, String message) {
    /** What a predictor does at an origin. */
    public enum Stage {
        /** Fitting a model. */
        FIT,
        /** Observing the steps since the last origin. */
        OBSERVE,
        /** Forecasting. */
        FORECAST
    }
}
