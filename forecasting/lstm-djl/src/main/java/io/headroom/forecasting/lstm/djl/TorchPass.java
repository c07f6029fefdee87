package io.headroom.forecasting.lstm.djl;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import io.headroom.forecasting.lstm.internal.network.Batch;
import io.headroom.forecasting.lstm.internal.network.Dropout;
import io.headroom.forecasting.lstm.internal.network.Pass;
import io.headroom.forecasting.lstm.internal.network.Shape;
import java.util.Arrays;
import java.util.concurrent.locks.ReentrantLock;

/** A batch forward and backward on PyTorch. Holds native memory until it is closed: not thread-safe. */
final class TorchPass implements Pass {
    /** DJL collects slopes for one computation of a process at a time, and fails a second one. */
    private static final ReentrantLock TURN = new ReentrantLock();

    private final Engine torch;
    private final NDManager manager;
    private final TorchConstants constants;
    private final Shape shape;
    private final Dropout dropout;

    TorchPass(Engine torch, Shape shape, int capacity, double dropout, long seed) {
        this.torch = torch;
        this.manager = torch.newBaseManager();
        this.constants = TorchConstants.of(manager, shape);
        this.shape = shape;
        this.dropout = new Dropout(capacity * shape.decoder(), dropout, seed);
    }

    @Override
    public double slope(float[] w, Batch batch, float[] slope) {
        Arrays.fill(slope, 0);
        dropout.draw(batch.size() * shape.decoder());
        TURN.lock();
        try (NDManager step = manager.newSubManager();
                GradientCollector collector = torch.newGradientCollector()) {
            NDArray flat = step.create(w);
            flat.setRequiresGradient(true);
            TorchNetwork network = new TorchNetwork(step, shape, new TorchWeights(shape, flat, constants), constants);
            NDArray hidden = network.remember(batch);
            if (batch.size() == 0) {
                return 0;
            }
            NDArray loss = network.loss(batch, network.quantiles(batch, network.outputs(batch, hidden, dropout)));
            collector.backward(loss);
            System.arraycopy(flat.getGradient().toFloatArray(), 0, slope, 0, slope.length);
            return loss.getFloat();
        } finally {
            TURN.unlock();
        }
    }

    @Override
    public void close() {
        manager.close();
    }
}
