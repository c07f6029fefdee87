package io.headroom.testkit;

import io.headroom.spi.Predictor;
import io.headroom.spi.PredictorProvider;
import io.headroom.spi.PredictorSettings;

/** Provides a global predictor that was written from the javadoc of the SPI alone. */
public final class ProfileProvider implements PredictorProvider {
    public ProfileProvider() {}

    @Override
    public String name() {
        return ProfilePredictor.NAME;
    }

    @Override
    public Predictor create(PredictorSettings settings) {
        return new ProfilePredictor(
                settings.periods().isEmpty() ? 1 : settings.periods().get(0));
    }
}
