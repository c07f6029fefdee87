package io.headroom.forecasting.lstm.djl;

import io.headroom.spi.Predictor;
import io.headroom.spi.PredictorProvider;
import io.headroom.spi.PredictorSettings;

/** Provides the predictor "lstm-djl". Stateless and thread-safe. */
public final class LstmDjlProvider implements PredictorProvider {
    /** For {@link java.util.ServiceLoader}; loads nothing. */
    public LstmDjlProvider() {}

    @Override
    public String name() {
        return LstmDjl.NAME;
    }

    /**
     * Makes the predictor; the first call loads PyTorch.
     *
     * @throws IllegalStateException if PyTorch cannot be loaded
     */
    @Override
    public Predictor create(PredictorSettings settings) {
        return LstmDjl.predictor(settings);
    }
}
