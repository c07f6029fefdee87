package io.headroom.forecasting.lstm;

import io.headroom.spi.Predictor;
import io.headroom.testkit.GlobalPredictorContract;

/** The predictor "lstm" against the contract of predictors that fit all series together. */
class LstmContractTest extends GlobalPredictorContract {
    @Override
    protected Predictor create() {
        return Quick.predictor();
    }
}
