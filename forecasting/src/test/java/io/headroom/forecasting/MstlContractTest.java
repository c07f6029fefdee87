package io.headroom.forecasting;

import io.headroom.spi.Predictor;
import io.headroom.testkit.PredictorContract;

/** The predictor "mstl" against the contract of predictors. */
class MstlContractTest extends PredictorContract {
    @Override
    protected Predictor create() {
        return Predictors.mstl(24, 168);
    }
}
