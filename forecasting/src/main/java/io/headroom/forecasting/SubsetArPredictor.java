package io.headroom.forecasting;

import io.headroom.forecasting.internal.blend.BlendFitter;
import io.headroom.spi.PredictorSettings;

/**
 * Autoregression on a few short and seasonal lags, by robust regression: on logs, roots or levels, of values or of
 * seasonal differences, whichever forecast best from origins within the history.
 */
final class SubsetArPredictor extends BlendPredictor {
    static final String NAME = "subset-ar";

    SubsetArPredictor(PredictorSettings settings) {
        super(
                NAME,
                settings,
                new BlendFitter(shortest(settings), longest(settings), BlendFitter.Choice.BEST_AUTOREGRESSION));
    }

    @Override
    LocalModel fit(LocalFit fit) {
        return blend(fit)
                .orElseGet(() -> fit.fallback(
                        period(), "too few values, or no time, for an autoregression before the deadline"));
    }
}
