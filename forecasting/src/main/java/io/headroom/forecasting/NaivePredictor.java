package io.headroom.forecasting;

import io.headroom.core.Rung;
import io.headroom.spi.PredictorSettings;

/** The last value for every step ahead. */
final class NaivePredictor extends LocalPredictor {
    static final String NAME = "naive";

    NaivePredictor(PredictorSettings settings) {
        super(NAME, settings);
    }

    @Override
    LocalModel fit(LocalFit fit) {
        return fit.observed() >= 3 ? fit.lastValue(Rung.FULL, "") : fit.fallback(1, "fewer than 3 values");
    }
}
