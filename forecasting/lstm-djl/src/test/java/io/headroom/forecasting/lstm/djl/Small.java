package io.headroom.forecasting.lstm.djl;

import io.headroom.forecasting.lstm.LstmPredictor;
import io.headroom.forecasting.lstm.Quick;
import io.headroom.spi.PredictorSettings;

/** Small networks that are trained in no time. */
final class Small {
    private Small() {}

    static LstmPredictor predictor() {
        return LstmDjl.predictor(PredictorSettings.ofPeriods(Quick.DAY)).with(Quick.SMALL);
    }
}
