package io.headroom.forecasting;

import io.headroom.spi.Predictor;
import io.headroom.testkit.PredictorContract;

/** The predictor "theta" against the contract of predictors. */
class ThetaContractTest extends PredictorContract {
    @Override
    protected Predictor create() {
        return Predictors.theta(24);
    }
}
