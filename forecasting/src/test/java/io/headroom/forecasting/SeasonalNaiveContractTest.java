package io.headroom.forecasting;

import io.headroom.spi.Predictor;
import io.headroom.testkit.PredictorContract;

/** The predictor "seasonal-naive" against the contract of predictors. */
class SeasonalNaiveContractTest extends PredictorContract {
    @Override
    protected Predictor create() {
        return Predictors.seasonalNaive(24);
    }
}
