package io.headroom.forecasting.lstm.internal.network;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * A long short-term memory (Hochreiter and Schmidhuber 1997, with forget gates after Gers 2000) that reads a series step by step, and a
 * decoder that answers for any step ahead from the memory and from what is known of that step, in the manner of MQ-RNN (Wen et al.
 * 2017):
 *
 * <pre>
 * i, f, o = sigmoid(W [x, h] + b),  g = tanh(W [x, h] + b),  c' = f c + i g,  h' = o tanh(c')
 * outputs = V relu(U h + T target + d) + e
 * </pre>
 *
 * <p>Immutable and thread-safe.
 */
public final class Network {
    /** Slope of the decoder's units below zero. */
    public static final float LEAK = 0.1f;

    private final Shape shape;
    private final float[] weights;
    private final Panel inputPart;
    private final Panel memoryPart;
    private final Panel contextPart;
    private final Panel targetPart;
    private final Panel outputPart;

    private Network(Shape shape, float[] weights) {
        this.shape = shape;
        this.weights = weights;
        this.inputPart = new Panel(shape.allInputs(), shape.gates()).copy(weights, shape.inputWeights());
        this.memoryPart = new Panel(shape.hidden(), shape.gates()).copy(weights, shape.memoryWeights());
        this.contextPart = new Panel(shape.hidden(), shape.decoder()).copy(weights, shape.contextWeights());
        this.targetPart = new Panel(shape.targetInputs(), shape.decoder()).copy(weights, shape.targetWeights());
        this.outputPart = new Panel(shape.decoder(), shape.outputs()).copy(weights, shape.outputWeights());
    }

    /**
     * A network with given weights.
     *
     * @param shape its shape
     * @param weights as many as the shape says; copied
     * @return the network
     */
    public static Network of(Shape shape, float[] weights) {
        return new Network(shape, Arrays.copyOf(weights, shape.size()));
    }

    /**
     * An untrained network: random memory and decoder, and outputs that are constant until something is learned.
     *
     * @param shape its shape
     * @param anchorWeights the constant weight of each anchor
     * @param seed of the random weights
     * @return the network
     */
    public static Network untrained(Shape shape, float[] anchorWeights, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] w = new float[shape.size()];
        fill(w, shape.inputWeights(), shape.memoryWeights(), shape.allInputs(), random);
        fill(w, shape.memoryWeights(), shape.gateOffsets(), shape.hidden(), random);
        fill(w, shape.contextWeights(), shape.targetWeights(), shape.hidden(), random);
        fill(w, shape.targetWeights(), shape.decoderOffsets(), shape.targetInputs(), random);
        // The memory keeps what it has until it learns to forget.
        Arrays.fill(w, shape.gateOffsets() + shape.hidden(), shape.gateOffsets() + 2 * shape.hidden(), 1);
        System.arraycopy(anchorWeights, 0, w, shape.outputOffsets(), anchorWeights.length);
        return new Network(shape, w);
    }

    private static void fill(float[] w, int from, int to, int fanIn, SplittableRandom random) {
        double reach = 1 / Math.sqrt(fanIn);
        for (int i = from; i < to; i++) {
            w[i] = (float) (reach * (2 * random.nextDouble() - 1));
        }
    }

    /**
     * The shape.
     *
     * @return sizes of all parts
     */
    public Shape shape() {
        return shape;
    }

    /**
     * All weights.
     *
     * @return a copy
     */
    public float[] weights() {
        return weights.clone();
    }

    float[] raw() {
        return weights;
    }

    /**
     * Adds up the embeddings of a flow's names.
     *
     * @param rows rows of the table; 0 adds nothing
     * @param out takes the sum
     * @param oo first element of the sum
     */
    public void embed(int[] rows, float[] out, int oo) {
        int e = shape.embedding();
        Arrays.fill(out, oo, oo + e, 0);
        for (int row : rows) {
            for (int j = 0; row > 0 && j < e; j++) {
                out[oo + j] += weights[shape.nameTable() + row * e + j];
            }
        }
    }

    /**
     * One step of the memory for a batch of series.
     *
     * @param rows series in the batch
     * @param x inputs, one row a series, with its embedding at the end of the row
     * @param h outputs of the memory, one row a series; replaced
     * @param c cells of the memory, one row a series; replaced
     * @param gates room for four times as many numbers as {@code h} has
     */
    public void step(int rows, float[] x, float[] h, float[] c, float[] gates) {
        int n = shape.hidden();
        Matrices.repeat(rows, shape.gates(), weights, shape.gateOffsets(), gates, 0);
        // A tracker's single row needs no work space: an observation allocates nothing.
        float[] sum = rows == 1 ? gates : new float[shape.gates()];
        inputPart.addProduct(rows, x, 0, gates, 0, sum);
        memoryPart.addProduct(rows, h, 0, gates, 0, sum);
        for (int r = 0; r < rows; r++) {
            cell(n, gates, r * 4 * n, c, r * n, c, r * n, h, r * n);
        }
    }

    /** Turns sums into gates (input, forget, output, candidate), moves the cells and gives the outputs. */
    static void cell(int n, float[] gates, int g, float[] before, int b, float[] c, int co, float[] h, int ho) {
        Squash.sigmoid(3 * n, gates, g, gates, g);
        Squash.tanh(n, gates, g + 3 * n, gates, g + 3 * n);
        int forget = g + n;
        int candidate = g + 3 * n;
        for (int j = 0; j < n; j++) {
            c[co + j] = gates[forget + j] * before[b + j] + gates[g + j] * gates[candidate + j];
        }
        int output = g + 2 * n;
        for (int j = 0; j < n; j++) {
            h[ho + j] = gates[output + j] * Squash.tanh(c[co + j]);
        }
    }

    /**
     * What the memory says to every step ahead.
     *
     * @param h outputs of the memory of one series
     * @param context takes one number for each unit of the decoder
     */
    public void context(float[] h, float[] context) {
        System.arraycopy(weights, shape.decoderOffsets(), context, 0, shape.decoder());
        contextPart.addProduct(1, h, 0, context, 0, context);
    }

    /**
     * Outputs for steps ahead of one series.
     *
     * @param rows number of steps
     * @param context from {@link #context}
     * @param targets what is known of each step, one row a step
     * @param units room for one number for each unit of the decoder and step
     * @param out takes the outputs, one row a step
     */
    public void decode(int rows, float[] context, float[] targets, float[] units, float[] out) {
        int m = shape.decoder();
        float[] sum = new float[Math.max(m, shape.outputs())];
        Matrices.repeat(rows, m, context, 0, units, 0);
        targetPart.addProduct(rows, targets, 0, units, 0, sum);
        rectify(rows * m, units);
        Matrices.repeat(rows, shape.outputs(), weights, shape.outputOffsets(), out, 0);
        outputPart.addProduct(rows, units, 0, out, 0, sum);
    }

    static void rectify(int n, float[] units) {
        for (int i = 0; i < n; i++) {
            units[i] = Math.max(units[i], LEAK * units[i]);
        }
    }
}
