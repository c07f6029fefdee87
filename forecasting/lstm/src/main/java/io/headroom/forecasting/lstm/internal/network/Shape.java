package io.headroom.forecasting.lstm.internal.network;

/**
 * How large the parts of a network are, and where the weights of each lie in the flat array of all. Immutable and thread-safe.
 *
 * @param names rows of the table of flow names (regions and types); row 0 stands for a name that was not seen, and stays zero
 * @param embedding numbers that stand for a name
 * @param inputs what the memory reads of a step, the embedding not counted
 * @param hidden cells of the memory
 * @param targetInputs what is known of a step to forecast
 * @param decoder units between the memory and the outputs
 * @param anchors past values that a forecast leans on
 * @param levels quantiles
 */
public record Shape(
        int names, int embedding, int inputs, int hidden, int targetInputs, int decoder, int anchors, int levels) {
    /** Everything that the memory reads of a step. */
    int allInputs() {
        return inputs + embedding;
    }

    int gates() {
        return 4 * hidden;
    }

    /**
     * Outputs for a target step: a weight for each anchor, the shift of the median, and what lies between neighbouring quantiles.
     *
     * @return their number
     */
    public int outputs() {
        return anchors + levels;
    }

    int nameTable() {
        return 0;
    }

    int inputWeights() {
        return names * embedding;
    }

    int memoryWeights() {
        return inputWeights() + allInputs() * gates();
    }

    int gateOffsets() {
        return memoryWeights() + hidden * gates();
    }

    int contextWeights() {
        return gateOffsets() + gates();
    }

    int targetWeights() {
        return contextWeights() + hidden * decoder;
    }

    int decoderOffsets() {
        return targetWeights() + targetInputs * decoder;
    }

    int outputWeights() {
        return decoderOffsets() + decoder;
    }

    int outputOffsets() {
        return outputWeights() + decoder * outputs();
    }

    /**
     * Number of weights.
     *
     * @return the length of the flat array
     */
    public int size() {
        return outputOffsets() + outputs();
    }
}
