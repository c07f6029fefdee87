package io.headroom.forecasting;

import io.headroom.spi.Predictor;
import io.headroom.testkit.PredictorContract;

/** The predictor "harmonic" against the contract of predictors. */
class HarmonicContractTest extends PredictorContract {
    @Override
    protected Predictor create() {
        return Predictors.harmonic(24, 168);
    }
}
