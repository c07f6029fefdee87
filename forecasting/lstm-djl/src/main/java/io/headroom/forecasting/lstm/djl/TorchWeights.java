package io.headroom.forecasting.lstm.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import io.headroom.forecasting.lstm.internal.network.Shape;

/**
 * The flat array of all weights, cut into the matrices that PyTorch wants; a slope that reaches them goes on to the flat array. PyTorch
 * keeps a row for each gate where ours is a column, and the candidate before the output gate.
 */
final class TorchWeights {
    /** A row for each name; that of the unknown name is held at zero. */
    final NDArray names;

    /** Inputs to gates, memory to gates, offsets, and offsets that PyTorch wants twice. */
    final NDList memory;

    final NDArray context;
    final NDArray target;
    final NDArray decoderOffsets;
    final NDArray output;
    final NDArray outputOffsets;

    TorchWeights(Shape shape, NDArray flat, TorchConstants constants) {
        NDList parts = flat.split(new long[] {
            shape.inputWeights(),
            shape.memoryWeights(),
            shape.gateOffsets(),
            shape.contextWeights(),
            shape.targetWeights(),
            shape.decoderOffsets(),
            shape.outputWeights(),
            shape.outputOffsets()
        });
        names = parts.get(0).reshape(shape.names(), shape.embedding()).mul(constants.known());
        memory = new NDList(
                gates(parts.get(1).reshape(shape.allInputs(), shape.gates()).transpose()),
                gates(parts.get(2).reshape(shape.hidden(), shape.gates()).transpose()),
                gates(parts.get(3)),
                constants.noOffsets());
        context = parts.get(4).reshape(shape.hidden(), shape.decoder());
        target = parts.get(5).reshape(shape.targetInputs(), shape.decoder());
        decoderOffsets = parts.get(6);
        output = parts.get(7).reshape(shape.decoder(), shape.outputs());
        outputOffsets = parts.get(8);
    }

    /** Input, forget, output gate and candidate become input, forget gate, candidate and output gate. */
    private static NDArray gates(NDArray ours) {
        NDList four = ours.split(4);
        return NDArrays.concat(new NDList(four.get(0), four.get(1), four.get(3), four.get(2)));
    }
}
