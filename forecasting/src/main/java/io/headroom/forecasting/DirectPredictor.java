package io.headroom.forecasting;

import io.headroom.core.Rung;
import io.headroom.forecasting.internal.direct.DirectForecaster;
import io.headroom.spi.PredictorSettings;

/** Direct regressions for short horizons, which learn while they track, with an error law that moves with the errors. */
final class DirectPredictor extends LocalPredictor {
    static final String NAME = "direct";

    DirectPredictor(PredictorSettings settings) {
        super(NAME, settings);
    }

    @Override
    LocalModel fit(LocalFit fit) {
        if (fit.request().deadline().expired() || Thread.currentThread().isInterrupted()) {
            return fit.fallback(period(), "the deadline came before the history was read");
        }
        if (fit.observed() == 0) {
            return fit.fallback(period(), "no data");
        }
        return fit.model(new DirectState(new DirectForecaster(period())), "direct regressions", Rung.FULL, "");
    }
}
