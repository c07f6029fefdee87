package io.headroom.forecasting.lstm.djl;

import io.headroom.forecasting.lstm.LstmLawsTest;
import io.headroom.forecasting.lstm.LstmPredictor;

/** The laws of "lstm" for trainings on PyTorch. */
class LstmDjlLawsTest extends LstmLawsTest {
    @Override
    protected LstmPredictor create() {
        return Small.predictor();
    }
}
