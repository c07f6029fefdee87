package io.headroom.forecasting;

import io.headroom.spi.Predictor;
import io.headroom.testkit.PredictorContract;

/** The predictor "arima" against the contract of predictors. */
class ArimaContractTest extends PredictorContract {
    @Override
    protected Predictor create() {
        return Predictors.arima(24);
    }
}
