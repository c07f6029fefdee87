package io.headroom.forecasting;

import io.headroom.spi.Predictor;
import io.headroom.testkit.PredictorContract;

/** The predictor "direct" against the contract of predictors. */
class DirectContractTest extends PredictorContract {
    @Override
    protected Predictor create() {
        return Predictors.direct(24);
    }

    /** Moments of seven pairs of regressions, 500 errors of each, and the forecasts that wait for their values. */
    @Override
    protected int stateBytes() {
        return 60_000;
    }
}
