package io.headroom.forecasting;

import io.headroom.core.Rung;
import io.headroom.spi.PredictorSettings;

/** The value one season ago for every step ahead. */
final class SeasonalNaivePredictor extends LocalPredictor {
    static final String NAME = "seasonal-naive";

    SeasonalNaivePredictor(PredictorSettings settings) {
        super(NAME, settings);
    }

    @Override
    LocalModel fit(LocalFit fit) {
        int period = period();
        if (period == 1 && fit.observed() >= 3) {
            return fit.lastValue(Rung.FULL, "");
        }
        return fit.seasonalPairs(period) >= 2
                ? fit.seasonalNaive(period, Rung.FULL, "")
                : fit.fallback(1, "fewer than 2 values with one a season of " + period + " before");
    }
}
