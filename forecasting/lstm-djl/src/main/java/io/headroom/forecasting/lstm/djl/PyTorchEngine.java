package io.headroom.forecasting.lstm.djl;

import ai.djl.engine.EngineException;
import io.headroom.core.Checks;
import io.headroom.forecasting.lstm.internal.network.Engine;
import io.headroom.forecasting.lstm.internal.network.Pass;
import io.headroom.forecasting.lstm.internal.network.Shape;

/** Slopes by PyTorch's automatic differentiation. Thread-safe. */
final class PyTorchEngine implements Engine {
    private final ai.djl.engine.Engine torch;

    private PyTorchEngine(ai.djl.engine.Engine torch) {
        this.torch = torch;
    }

    /** Loads PyTorch; later calls find it loaded. */
    static PyTorchEngine load() {
        try {
            return new PyTorchEngine(ai.djl.engine.Engine.getEngine("PyTorch"));
        } catch (EngineException | IllegalArgumentException | LinkageError e) {
            throw new IllegalStateException(
                    Checks.message(
                            "PyTorch engine of " + LstmDjl.NAME,
                            "must be there with the natives of this platform",
                            "the jars ai.djl.pytorch:pytorch-jni and pytorch-native-cpu are missing on the class path"),
                    e);
        }
    }

    @Override
    public String predictor() {
        return LstmDjl.NAME;
    }

    @Override
    public Pass pass(Shape shape, int lanes, int steps, int capacity, double dropout, long seed) {
        return new TorchPass(torch, shape, capacity, dropout, seed);
    }
}
