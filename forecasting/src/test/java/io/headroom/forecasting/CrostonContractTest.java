package io.headroom.forecasting;

import io.headroom.spi.Predictor;
import io.headroom.testkit.PredictorContract;

/** The predictor "croston" against the contract of predictors. */
class CrostonContractTest extends PredictorContract {
    @Override
    protected Predictor create() {
        return Predictors.croston();
    }
}
