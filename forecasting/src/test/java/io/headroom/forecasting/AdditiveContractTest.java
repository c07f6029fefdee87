package io.headroom.forecasting;

import io.headroom.spi.Predictor;
import io.headroom.testkit.PredictorContract;

/** The predictor "additive" against the contract of predictors. */
class AdditiveContractTest extends PredictorContract {
    @Override
    protected Predictor create() {
        return Predictors.additive(24, 168);
    }
}
