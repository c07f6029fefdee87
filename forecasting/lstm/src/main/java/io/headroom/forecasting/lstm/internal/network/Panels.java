package io.headroom.forecasting.lstm.internal.network;

/** The matrices among the weights of a network, as a training needs them: as they are, transposed, and their slopes. Not thread-safe. */
final class Panels {
    final Panel input;
    final Panel memory;
    final Panel context;
    final Panel target;
    final Panel output;

    final Panel embeddingTransposed;
    final Panel memoryTransposed;
    final Panel contextTransposed;
    final Panel outputTransposed;

    final Panel inputSlope;
    final Panel memorySlope;
    final Panel contextSlope;
    final Panel targetSlope;
    final Panel outputSlope;

    private final Shape shape;

    Panels(Shape shape) {
        this.shape = shape;
        this.input = new Panel(shape.allInputs(), shape.gates());
        this.memory = new Panel(shape.hidden(), shape.gates());
        this.context = new Panel(shape.hidden(), shape.decoder());
        this.target = new Panel(shape.targetInputs(), shape.decoder());
        this.output = new Panel(shape.decoder(), shape.outputs());
        this.embeddingTransposed = new Panel(shape.gates(), shape.embedding());
        this.memoryTransposed = new Panel(shape.gates(), shape.hidden());
        this.contextTransposed = new Panel(shape.decoder(), shape.hidden());
        this.outputTransposed = new Panel(shape.outputs(), shape.decoder());
        this.inputSlope = new Panel(shape.allInputs(), shape.gates());
        this.memorySlope = new Panel(shape.hidden(), shape.gates());
        this.contextSlope = new Panel(shape.hidden(), shape.decoder());
        this.targetSlope = new Panel(shape.targetInputs(), shape.decoder());
        this.outputSlope = new Panel(shape.decoder(), shape.outputs());
    }

    /** Takes the weights, for a pass forward. */
    void copy(float[] w) {
        input.copy(w, shape.inputWeights());
        memory.copy(w, shape.memoryWeights());
        context.copy(w, shape.contextWeights());
        target.copy(w, shape.targetWeights());
        output.copy(w, shape.outputWeights());
    }

    /** Takes the weights once more, for the way back. */
    void copyTransposed(float[] w) {
        embeddingTransposed.copyTransposed(w, shape.inputWeights() + shape.inputs() * shape.gates());
        memoryTransposed.copyTransposed(w, shape.memoryWeights());
        contextTransposed.copyTransposed(w, shape.contextWeights());
        outputTransposed.copyTransposed(w, shape.outputWeights());
    }

    void clearSlopes() {
        inputSlope.clear();
        memorySlope.clear();
        contextSlope.clear();
        targetSlope.clear();
        outputSlope.clear();
    }

    void writeSlopes(float[] slope) {
        inputSlope.write(slope, shape.inputWeights());
        memorySlope.write(slope, shape.memoryWeights());
        contextSlope.write(slope, shape.contextWeights());
        targetSlope.write(slope, shape.targetWeights());
        outputSlope.write(slope, shape.outputWeights());
    }
}
