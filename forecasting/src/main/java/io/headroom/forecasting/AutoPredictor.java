package io.headroom.forecasting;

import io.headroom.forecasting.internal.blend.BlendFitter;
import io.headroom.spi.PredictorSettings;

/**
 * Picks by the data: a blend of cheap and different members where the history is long enough to weigh them by their
 * errors within it, exponential smoothing where it is short.
 */
final class AutoPredictor extends BlendPredictor {
    static final String NAME = "auto";

    private final EtsPredictor smoothing;

    AutoPredictor(PredictorSettings settings) {
        super(NAME, settings, new BlendFitter(shortest(settings), longest(settings), BlendFitter.Choice.ALL));
        this.smoothing = new EtsPredictor(settings);
    }

    @Override
    LocalModel fit(LocalFit fit) {
        return blend(fit).orElseGet(() -> smoothing.fit(fit));
    }
}
