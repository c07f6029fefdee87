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
    /**
     * Everything that the memory reads of a step.
     *
     * @return inputs and embedding
     */
    public int allInputs() {
        return inputs + embedding;
    }

    /**
     * Numbers that the gates and the candidate take: input, forget and output gate, candidate.
     *
     * @return four for each cell
     */
    public int gates() {
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

    /**
     * Weights of the table of names: a row for each name.
     *
     * @return first weight
     */
    public int nameTable() {
        return 0;
    }

    /**
     * Weights from what the memory reads to its gates: a row for each input.
     *
     * @return first weight
     */
    public int inputWeights() {
        return names * embedding;
    }

    /**
     * Weights from the memory's outputs to its gates: a row for each cell.
     *
     * @return first weight
     */
    public int memoryWeights() {
        return inputWeights() + allInputs() * gates();
    }

    /**
     * Offsets of the gates.
     *
     * @return first weight
     */
    public int gateOffsets() {
        return memoryWeights() + hidden * gates();
    }

    /**
     * Weights from the memory to the decoder: a row for each cell.
     *
     * @return first weight
     */
    public int contextWeights() {
        return gateOffsets() + gates();
    }

    /**
     * Weights from what is known of a target step to the decoder: a row for each input.
     *
     * @return first weight
     */
    public int targetWeights() {
        return contextWeights() + hidden * decoder;
    }

    /**
     * Offsets of the decoder's units.
     *
     * @return first weight
     */
    public int decoderOffsets() {
        return targetWeights() + targetInputs * decoder;
    }

    /**
     * Weights from the decoder to the outputs: a row for each unit.
     *
     * @return first weight
     */
    public int outputWeights() {
        return decoderOffsets() + decoder;
    }

    /**
     * Offsets of the outputs.
     *
     * @return first weight
     */
    public int outputOffsets() {
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
