package io.headroom.forecasting;

import io.headroom.core.Rung;
import io.headroom.forecasting.internal.ets.EtsFit;
import io.headroom.forecasting.internal.ets.EtsFitter;
import io.headroom.forecasting.internal.ets.EtsModel;
import io.headroom.forecasting.internal.ets.EtsOptions;
import io.headroom.forecasting.internal.ets.EtsOutcome;
import io.headroom.spi.PredictorSettings;
import java.util.function.BooleanSupplier;

/**
 * Exponential smoothing (Hyndman, Koehler, Ord and Snyder 2008): every admissible form is fitted by maximum likelihood. AICc looks one step
 * ahead and likes trends that run away, so that among the forms the one with the least error up to two seasons ahead within the history is
 * taken, and AICc decides between those that are as good. Without a season AICc alone decides.
 */
final class EtsPredictor extends LocalPredictor {
    static final String NAME = "ets";

    /** A longer season is compared over one season by default. */
    private static final int LONGEST_COMPARED_TWICE = 24;

    private final EtsFitter fitter;

    EtsPredictor(PredictorSettings settings) {
        super(NAME, settings);
        boolean twice = period() > 1 && period() <= LONGEST_COMPARED_TWICE;
        this.fitter = new EtsFitter(twice ? EtsOptions.defaults().withHorizon(2 * period()) : EtsOptions.defaults());
    }

    @Override
    LocalModel fit(LocalFit fit) {
        BooleanSupplier expired = () ->
                fit.request().deadline().expired() || Thread.currentThread().isInterrupted();
        EtsFit best = fitter.select(fit.values(), period(), expired);
        if (best.model().isEmpty()) {
            return fit.fallback(period(), "exponential smoothing found no model: " + best.outcome());
        }
        EtsModel model = best.model().get();
        boolean seasonLost = period() > 1 && fit.observed() < 2 * period();
        boolean full = best.outcome() != EtsOutcome.DEADLINE && !seasonLost;
        String reason = full
                ? ""
                : seasonLost ? "less than two seasons of data" : "the deadline came before all forms were tried";
        return fit.model(
                new EtsSeriesState(model.beginning(), model.sigma2()),
                "ETS(" + model.form() + ")",
                full ? Rung.FULL : Rung.RESTRICTED,
                reason);
    }
}
