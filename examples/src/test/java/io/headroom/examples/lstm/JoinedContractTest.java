package io.headroom.examples.lstm;

import io.headroom.forecasting.Predictors;
import io.headroom.forecasting.lstm.LstmPredictor;
import io.headroom.forecasting.lstm.LstmSettings;
import io.headroom.spi.Predictor;
import io.headroom.spi.PredictorSettings;
import io.headroom.testkit.GlobalPredictorContract;

/** A network beside the flows' own models against the contract of predictors that fit all series together. */
class JoinedContractTest extends GlobalPredictorContract {
    @Override
    protected Predictor create() {
        LstmSettings small = LstmSettings.defaults().withSize(8, 8).withUpdates(6);
        return Predictors.joined(
                Predictors.ets(24),
                LstmPredictor.of(PredictorSettings.ofPeriods(24)).with(small));
    }
}
