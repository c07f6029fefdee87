package io.headroom.forecasting.backtest;

import io.headroom.core.Rung;
import java.util.List;
import java.util.Map;

/** What one predictor did on one series: its scores in whole and by bucket, and what happened on the way. Immutable. */
record SeriesOutcome(
        SeriesResult result,
        List<Scores> buckets,
        Map<Rung, Integer> rungs,
        List<FailedForecast> failures,
        Timing timing) {}
