package io.headroom.forecasting;

import io.headroom.spi.FitRequest;
import io.headroom.spi.FittedModel;
import io.headroom.spi.Predictor;
import io.headroom.spi.PredictorSettings;

/** What the predictors of one series share. Immutable and thread-safe. */
abstract class LocalPredictor implements Predictor {
    private final String name;
    private final PredictorSettings settings;

    LocalPredictor(String name, PredictorSettings settings) {
        this.name = name;
        this.settings = settings;
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final FittedModel fit(FitRequest request) {
        return fit(new LocalFit(request, settings.zone(), settings.periods()));
    }

    abstract LocalModel fit(LocalFit fit);

    /** The shortest declared season; 1 if none is declared. */
    final int period() {
        return settings.periods().isEmpty() ? 1 : settings.periods().get(0);
    }

    @Override
    public final FittedModel restore(byte[] snapshot) {
        return LocalSnapshots.model(snapshot);
    }
}
