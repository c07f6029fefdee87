package io.headroom.forecasting;

import io.headroom.core.Rung;
import io.headroom.forecasting.internal.intermittent.DemandFit;
import io.headroom.forecasting.internal.intermittent.DemandFitter;
import io.headroom.forecasting.internal.intermittent.DemandModel;
import io.headroom.spi.PredictorSettings;

/**
 * Intermittent flows, most of whose steps are zero: the Croston family (Croston 1972, Syntetos and Boylan 2005, Teunter,
 * Syntetos and Babai 2011), chosen by the error of the rate. Other flows are smoothed exponentially. Seasons are not
 * looked at.
 */
final class CrostonPredictor extends LocalPredictor {
    static final String NAME = "croston";

    private final DemandFitter fitter = new DemandFitter();

    CrostonPredictor(PredictorSettings settings) {
        super(NAME, settings);
    }

    @Override
    LocalModel fit(LocalFit fit) {
        DemandFit best = fitter.select(
                fit.values(),
                () -> fit.request().deadline().expired()
                        || Thread.currentThread().isInterrupted());
        if (best.model().isEmpty()) {
            return fit.fallback(
                    1, best.complete() ? "fewer than five values" : "the deadline came before a demand model");
        }
        DemandModel model = best.model().get();
        return fit.model(
                new DemandSeriesState(model.beginning()),
                model.toString(),
                best.complete() ? Rung.FULL : Rung.RESTRICTED,
                best.complete() ? "" : "the deadline came before all parameters were tried");
    }
}
