package io.headroom.forecasting.lstm.djl;

import io.headroom.forecasting.lstm.LstmPredictor;
import io.headroom.spi.PredictorSettings;

/** Makes predictors that train on PyTorch. Stateless and thread-safe. */
public final class LstmDjl {
    /** The name it is asked for by. */
    public static final String NAME = "lstm-djl";

    private LstmDjl() {}

    /**
     * The predictor with default settings, on a GPU if DJL finds one. Trainings of one process take turns on PyTorch, a training step at a
     * time. As long as one thread of one processor works, the result depends on the request alone, to the bit; otherwise that is up to
     * PyTorch.
     *
     * @param seasons declared seasons and their wall clock
     * @return the predictor, to be given settings, a listener or an earlier model; models of "lstm" and of this one are alike
     * @throws IllegalStateException if PyTorch cannot be loaded; the first call of a process loads it, which takes seconds, and longer
     *     still where its natives have to be unpacked
     */
    public static LstmPredictor predictor(PredictorSettings seasons) {
        return LstmPredictor.of(seasons).on(PyTorchEngine.load());
    }
}
