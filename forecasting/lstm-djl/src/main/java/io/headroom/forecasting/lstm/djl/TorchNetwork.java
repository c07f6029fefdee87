package io.headroom.forecasting.lstm.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.ndarray.types.SparseFormat;
import io.headroom.forecasting.lstm.internal.network.Batch;
import io.headroom.forecasting.lstm.internal.network.Dropout;
import io.headroom.forecasting.lstm.internal.network.Network;
import io.headroom.forecasting.lstm.internal.network.QuantileHead;
import java.nio.FloatBuffer;

/**
 * The network of {@link Network} in PyTorch's terms, its memory in PyTorch's one operation for a whole sequence. For one batch; the arrays
 * belong to the manager given. Not thread-safe.
 */
final class TorchNetwork {
    private final NDManager manager;
    private final io.headroom.forecasting.lstm.internal.network.Shape shape;
    private final TorchWeights weights;
    private final TorchConstants constants;

    TorchNetwork(
            NDManager manager,
            io.headroom.forecasting.lstm.internal.network.Shape shape,
            TorchWeights weights,
            TorchConstants constants) {
        this.manager = manager;
        this.shape = shape;
        this.weights = weights;
        this.constants = constants;
    }

    /** Outputs of the memory, one row for each step and lane; the batch's states move to its end. */
    NDArray remember(Batch batch) {
        int h = shape.hidden();
        NDArray x = inputs(batch);
        Shape state = new Shape(1, batch.lanes, h);
        NDList states = new NDList(manager.create(batch.hidden, state), manager.create(batch.cells, state));
        NDList outputs = new NDList();
        int from = 0;
        while (from < batch.steps) {
            int to = from + 1;
            while (to < batch.steps && !anyFresh(batch, to)) {
                to++;
            }
            if (anyFresh(batch, from)) {
                NDArray kept = kept(batch, from);
                states = new NDList(states.get(0).mul(kept), states.get(1).mul(kept));
            }
            NDArray piece = to - from == batch.steps ? x : x.get(new NDIndex().addSliceDim(from, to));
            NDList after =
                    piece.getNDArrayInternal().lstm(piece, states, weights.memory, true, 1, 0, true, false, false);
            outputs.add(after.get(0));
            states = new NDList(after.get(1), after.get(2));
            from = to;
        }
        System.arraycopy(states.get(0).toFloatArray(), 0, batch.hidden, 0, batch.hidden.length);
        System.arraycopy(states.get(1).toFloatArray(), 0, batch.cells, 0, batch.cells.length);
        NDArray all = outputs.size() == 1 ? outputs.get(0) : NDArrays.concat(outputs);
        return all.reshape((long) batch.steps * batch.lanes, h);
    }

    private NDArray inputs(Batch batch) {
        int rows = batch.steps * batch.lanes;
        NDArray read = manager.create(batch.inputs, new Shape(rows, shape.allInputs()))
                .get(new NDIndex().addAllDim().addSliceDim(0, shape.inputs()));
        NDArray names = manager.create(batch.names, new Shape(rows, Batch.NAMES));
        NDArray embedded = rows(weights.names, names).sum(new int[] {1});
        return NDArrays.concat(new NDList(read, embedded), 1).reshape(batch.steps, batch.lanes, shape.allInputs());
    }

    private static NDArray rows(NDArray table, NDArray indices) {
        return table.getNDArrayInternal()
                .embedding(indices, table, SparseFormat.DENSE)
                .get(0);
    }

    private static boolean anyFresh(Batch batch, int step) {
        for (int lane = 0; lane < batch.lanes; lane++) {
            if (batch.fresh[step * batch.lanes + lane]) {
                return true;
            }
        }
        return false;
    }

    /** 0 for each lane that begins anew with a step, 1 for the others. */
    private NDArray kept(Batch batch, int step) {
        float[] kept = new float[batch.lanes];
        for (int lane = 0; lane < batch.lanes; lane++) {
            kept[lane] = batch.fresh[step * batch.lanes + lane] ? 0 : 1;
        }
        return manager.create(kept, new Shape(1, batch.lanes, 1));
    }

    /** Outputs of the decoder, one row for each target. */
    NDArray outputs(Batch batch, NDArray hidden, Dropout dropout) {
        int n = batch.size();
        NDArray said = hidden.matMul(weights.context).add(weights.decoderOffsets);
        NDArray targets = first(batch.targets, n, shape.targetInputs());
        NDArray origins = manager.create(batch.origins).get(new NDIndex().addSliceDim(0, n));
        NDArray units = rows(said, origins).add(targets.matMul(weights.target));
        NDArray rectified = units.getNDArrayInternal().leakyRelu(Network.LEAK);
        if (dropout.isNeeded()) {
            rectified = rectified.mul(first(dropout.factors(), n, shape.decoder()));
        }
        return rectified.matMul(weights.output).add(weights.outputOffsets);
    }

    private NDArray first(float[] values, int rows, int columns) {
        return manager.create(
                FloatBuffer.wrap(values, 0, rows * columns).slice(), new Shape(rows, columns), DataType.FLOAT32);
    }

    /** Quantiles as {@link QuantileHead} makes them, one row for each target. */
    NDArray quantiles(Batch batch, NDArray outputs) {
        int n = batch.size();
        int a = shape.anchors();
        NDList parts = outputs.split(new long[] {a, a + 1}, 1);
        NDArray scales = first(batch.scales, n, 1);
        NDArray anchored = parts.get(0).mul(first(batch.anchors, n, a)).sum(new int[] {1}, true);
        NDArray median = anchored.add(parts.get(1).mul(scales));
        NDArray d = parts.get(2);
        NDArray distances = d.add(d.square().add(4).sqrt()).mul(0.5f).mul(scales);
        return median.add(distances.matMul(constants.outwards()));
    }

    /** Mean weighted loss. */
    NDArray loss(Batch batch, NDArray quantiles) {
        int n = batch.size();
        NDArray over = quantiles.sub(first(batch.actuals, n, 1));
        NDArray slope = over.gt(0).toType(DataType.FLOAT32, false).sub(constants.levels());
        float unit = 2f / (QuantileHead.size() * (float) n);
        return slope.mul(over).mul(first(batch.weights, n, 1)).sum().mul(unit);
    }
}
