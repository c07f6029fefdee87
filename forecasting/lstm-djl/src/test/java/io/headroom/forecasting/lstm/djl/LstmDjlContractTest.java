package io.headroom.forecasting.lstm.djl;

import io.headroom.spi.Predictor;
import io.headroom.testkit.GlobalPredictorContract;

/** The predictor "lstm-djl" against the contract of predictors that fit all series together. */
class LstmDjlContractTest extends GlobalPredictorContract {
    @Override
    protected Predictor create() {
        return Small.predictor();
    }
}
