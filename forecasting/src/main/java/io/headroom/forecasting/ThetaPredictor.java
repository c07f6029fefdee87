package io.headroom.forecasting;

import io.headroom.core.Rung;
import io.headroom.forecasting.internal.theta.ThetaFit;
import io.headroom.forecasting.internal.theta.ThetaFitter;
import io.headroom.forecasting.internal.theta.ThetaModel;
import io.headroom.spi.PredictorSettings;

/**
 * The theta method (Assimakopoulos and Nikolopoulos 2000; Fiorucci et al. 2016): a smoothed level that drifts with a share
 * of the trend line, on the series without its season. The season that counts (one of those declared, if the series
 * shows it), how it is taken out, and the member of the family are those with the least error over the last two seasons
 * of the history, when fitted to what is before.
 */
final class ThetaPredictor extends LocalPredictor {
    static final String NAME = "theta";

    private final ThetaFitter fitter;

    ThetaPredictor(PredictorSettings settings) {
        super(NAME, settings);
        this.fitter = new ThetaFitter(settings.periods());
    }

    @Override
    LocalModel fit(LocalFit fit) {
        ThetaFit best = fitter.select(
                fit.values(),
                () -> fit.request().deadline().expired()
                        || Thread.currentThread().isInterrupted());
        if (best.model().isEmpty()) {
            return fit.fallback(
                    period(), best.complete() ? "fewer than five values" : "the deadline came before a theta model");
        }
        ThetaModel model = best.model().get();
        boolean seasonLost = period() > 1 && fit.observed() < 2 * period();
        boolean full = best.complete() && !seasonLost;
        String reason = full
                ? ""
                : seasonLost ? "less than two seasons of data" : "the deadline came before all forms were tried";
        return fit.model(
                new ThetaSeriesState(model.beginning(), model.sigma()),
                "theta (" + model + ")",
                full ? Rung.FULL : Rung.RESTRICTED,
                reason);
    }
}
