package io.headroom.testkit;

import io.headroom.spi.Predictor;
import io.headroom.spi.PredictorSettings;

/** A predictor that a reader of the SPI's javadoc wrote passes the contract of global predictors. */
class ProfileContractTest extends GlobalPredictorContract {
    @Override
    protected Predictor create() {
        return new ProfileProvider().create(PredictorSettings.ofPeriods(period()));
    }
}
