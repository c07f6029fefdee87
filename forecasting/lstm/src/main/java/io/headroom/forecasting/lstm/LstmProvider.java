package io.headroom.forecasting.lstm;

import io.headroom.spi.Predictor;
import io.headroom.spi.PredictorProvider;
import io.headroom.spi.PredictorSettings;

/** Provides the predictor "lstm". Stateless and thread-safe. */
public final class LstmProvider implements PredictorProvider {
    /** For {@link java.util.ServiceLoader}. */
    public LstmProvider() {}

    @Override
    public String name() {
        return LstmPredictor.NAME;
    }

    @Override
    public Predictor create(PredictorSettings settings) {
        return LstmPredictor.of(settings);
    }
}
