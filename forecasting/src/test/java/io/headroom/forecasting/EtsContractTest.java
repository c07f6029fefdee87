package io.headroom.forecasting;

import io.headroom.spi.Predictor;
import io.headroom.testkit.PredictorContract;

/** The predictor "ets" against the contract of predictors. */
class EtsContractTest extends PredictorContract {
    @Override
    protected Predictor create() {
        return Predictors.ets(24);
    }
}
