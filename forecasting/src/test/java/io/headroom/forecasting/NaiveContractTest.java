package io.headroom.forecasting;

import io.headroom.spi.Predictor;
import io.headroom.testkit.PredictorContract;

/** The predictor "naive" against the contract of predictors. */
class NaiveContractTest extends PredictorContract {
    @Override
    protected Predictor create() {
        return Predictors.naive();
    }
}
