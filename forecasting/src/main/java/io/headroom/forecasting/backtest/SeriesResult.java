package io.headroom.forecasting.backtest;

import io.headroom.core.SeriesKey;
import java.util.Optional;

/**
 * One predictor on one series. Immutable and thread-safe.
 *
 * @param series the series
 * @param origins number of origins
 * @param scores the scores
 * @param description the last fitted model in words, for example "ETS(A,Ad,A)"; empty if no fit succeeded
 * @param rungReason why that model stands on its rung; empty on the full one
 * @param lastForecast the forecast at the last origin, if it was kept
 */
public record SeriesResult(
        SeriesKey series,
        int origins,
        Scores scores,
        String description,
        String rungReason,
        Optional<Fan> lastForecast) {}
