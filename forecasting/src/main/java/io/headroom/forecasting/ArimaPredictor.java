package io.headroom.forecasting;

import io.headroom.core.Rung;
import io.headroom.forecasting.internal.arima.ArimaFit;
import io.headroom.forecasting.internal.arima.ArimaFitter;
import io.headroom.forecasting.internal.arima.ArimaModel;
import io.headroom.forecasting.internal.arima.ArimaOutcome;
import io.headroom.spi.PredictorSettings;
import java.util.function.BooleanSupplier;

/**
 * Seasonal ARIMA with orders chosen as by Hyndman and Khandakar (2008), over more candidates and on the exact likelihood.
 * Differences come from the strength of the season and a KPSS test. Of several declared seasons the shortest is modelled.
 */
final class ArimaPredictor extends LocalPredictor {
    static final String NAME = "arima";

    private final ArimaFitter fitter = new ArimaFitter();

    ArimaPredictor(PredictorSettings settings) {
        super(NAME, settings);
    }

    @Override
    LocalModel fit(LocalFit fit) {
        BooleanSupplier expired = () ->
                fit.request().deadline().expired() || Thread.currentThread().isInterrupted();
        ArimaFit best = fitter.select(fit.values(), period(), expired);
        if (best.model().isEmpty()) {
            return fit.fallback(period(), "ARIMA found no model: " + best.outcome());
        }
        ArimaModel model = best.model().get();
        String reason = reason(model, best.outcome(), fit.values().length);
        return fit.model(
                new ArimaSeriesState(model.beginning()),
                model.toString(),
                reason.isEmpty() ? Rung.FULL : Rung.RESTRICTED,
                reason);
    }

    private String reason(ArimaModel model, ArimaOutcome outcome, int length) {
        if (outcome == ArimaOutcome.DEADLINE) {
            return "the deadline came before all orders were tried";
        }
        if (outcome == ArimaOutcome.LONG_SEASON) {
            return "a season of " + period() + " steps over " + length
                    + " steps takes too long: one seasonal coefficient at most";
        }
        boolean seasonLost = outcome == ArimaOutcome.COMPLETE && model.order().period() < period();
        return seasonLost ? "less than two seasons of data" : "";
    }
}
