package io.headroom.forecasting.lstm.internal.network;

import java.util.Arrays;

/**
 * Loss of a batch and its slope by backpropagation through the batch's steps; what came before a batch is taken as given (truncated
 * backpropagation). Holds work space: not thread-safe.
 */
public final class TrainingPass implements Pass {
    private final Shape shape;
    private final int lanes;
    private final int rows;
    private final float[] gates;
    private final float[] hiddenBefore;
    private final float[] cellsBefore;
    private final float[] cells;
    private final float[] hidden;
    private final float[] context;
    private final float[] units;
    private final float[] outputs;
    private final float[] unitSlopes;
    private final float[] hiddenSlopes;
    private final float[] laneHidden;
    private final float[] laneCells;
    private final float[] embeddingSlopes;
    private final Panels panels;
    private final float[] sum;
    private final float[][] four;
    private final Dropout dropout;
    private final float[] mask;
    private final float[] quantiles = new float[QuantileHead.size()];

    /**
     * Work space for batches of one size.
     *
     * @param shape the network's shape
     * @param lanes series side by side
     * @param steps steps of each
     * @param capacity most targets
     * @param dropout share of the decoder's units that are left out, others for each target, in [0, 1)
     * @param seed of their choice
     */
    public TrainingPass(Shape shape, int lanes, int steps, int capacity, double dropout, long seed) {
        this.shape = shape;
        this.lanes = lanes;
        this.rows = lanes * steps;
        int h = shape.hidden();
        this.gates = new float[rows * shape.gates()];
        this.hiddenBefore = new float[rows * h];
        this.cellsBefore = new float[rows * h];
        this.cells = new float[rows * h];
        this.hidden = new float[rows * h];
        this.context = new float[rows * shape.decoder()];
        this.units = new float[capacity * shape.decoder()];
        this.dropout = new Dropout(units.length, dropout, seed);
        this.mask = this.dropout.factors();
        this.unitSlopes = new float[capacity * shape.decoder()];
        this.outputs = new float[capacity * shape.outputs()];
        this.hiddenSlopes = new float[rows * h];
        this.laneHidden = new float[lanes * h];
        this.laneCells = new float[lanes * h];
        this.embeddingSlopes = new float[rows * shape.embedding()];
        this.panels = new Panels(shape);
        int widest = Math.max(shape.gates(), Math.max(shape.decoder(), shape.outputs()));
        this.sum = new float[widest];
        this.four = new float[4][widest];
    }

    /**
     * Runs forward, with the units that were left out last.
     *
     * @param w weights of the network
     * @param batch the batch; its states move to its end
     * @return mean weighted loss of its targets; 0 if there is none
     */
    public double forward(float[] w, Batch batch) {
        panels.copy(w);
        embed(w, batch);
        remember(w, batch);
        decode(w, batch);
        double loss = 0;
        int a = shape.anchors();
        for (int n = 0; n < batch.size(); n++) {
            QuantileHead.quantiles(a, batch.anchors, n * a, batch.scales[n], outputs, n * shape.outputs(), quantiles);
            loss += (double) batch.weights[n] * QuantileHead.loss(quantiles, batch.actuals[n]);
        }
        return batch.size() == 0 ? 0 : loss / batch.size();
    }

    private void embed(float[] w, Batch batch) {
        int e = shape.embedding();
        for (int r = 0; r < rows; r++) {
            int at = r * shape.allInputs() + shape.inputs();
            Arrays.fill(batch.inputs, at, at + e, 0);
            for (int k = 0; k < Batch.NAMES; k++) {
                int name = batch.names[r * Batch.NAMES + k];
                for (int j = 0; name > 0 && j < e; j++) {
                    batch.inputs[at + j] += w[shape.nameTable() + name * e + j];
                }
            }
        }
    }

    private void remember(float[] w, Batch batch) {
        int h = shape.hidden();
        int g = shape.gates();
        Matrices.repeat(rows, g, w, shape.gateOffsets(), gates, 0);
        panels.input.addProduct(rows, batch.inputs, 0, gates, 0, sum);
        float[] before = batch.hidden;
        float[] cellsOf = batch.cells;
        int from = 0;
        for (int row = 0; row < rows; row += lanes) {
            System.arraycopy(before, from, hiddenBefore, row * h, lanes * h);
            System.arraycopy(cellsOf, from, cellsBefore, row * h, lanes * h);
            for (int r = row; r < row + lanes; r++) {
                if (batch.fresh[r]) {
                    Arrays.fill(hiddenBefore, r * h, (r + 1) * h, 0);
                    Arrays.fill(cellsBefore, r * h, (r + 1) * h, 0);
                }
            }
            panels.memory.addProduct(lanes, hiddenBefore, row * h, gates, row * g, sum);
            for (int r = row; r < row + lanes; r++) {
                Network.cell(h, gates, r * g, cellsBefore, r * h, cells, r * h, hidden, r * h);
            }
            before = hidden;
            cellsOf = cells;
            from = row * h;
        }
        System.arraycopy(hidden, (rows - lanes) * h, batch.hidden, 0, lanes * h);
        System.arraycopy(cells, (rows - lanes) * h, batch.cells, 0, lanes * h);
    }

    private void decode(float[] w, Batch batch) {
        int m = shape.decoder();
        int n = batch.size();
        Matrices.repeat(rows, m, w, shape.decoderOffsets(), context, 0);
        panels.context.addProduct(rows, hidden, 0, context, 0, sum);
        for (int t = 0; t < n; t++) {
            System.arraycopy(context, batch.origins[t] * m, units, t * m, m);
        }
        panels.target.addProduct(n, batch.targets, 0, units, 0, sum);
        Network.rectify(n * m, units);
        for (int i = 0; i < n * m; i++) {
            units[i] *= mask[i];
        }
        Matrices.repeat(n, shape.outputs(), w, shape.outputOffsets(), outputs, 0);
        panels.output.addProduct(n, units, 0, outputs, 0, sum);
    }

    @Override
    public double slope(float[] w, Batch batch, float[] slope) {
        dropout.draw(batch.size() * shape.decoder());
        double loss = forward(w, batch);
        Arrays.fill(slope, 0);
        if (batch.size() > 0) {
            panels.copyTransposed(w);
            panels.clearSlopes();
            backDecode(batch, slope);
            backRemember(batch, slope);
            panels.writeSlopes(slope);
        }
        return loss;
    }

    /** Nothing to give back. */
    @Override
    public void close() {}

    private void backDecode(Batch batch, float[] slope) {
        int n = batch.size();
        int a = shape.anchors();
        int o = shape.outputs();
        int m = shape.decoder();
        for (int t = 0; t < n; t++) {
            float scale = batch.scales[t];
            float weight = batch.weights[t] / n;
            QuantileHead.quantiles(a, batch.anchors, t * a, scale, outputs, t * o, quantiles);
            QuantileHead.slopes(a, batch.anchors, t * a, scale, outputs, t * o, quantiles, batch.actuals[t], weight);
        }
        Matrices.addColumnSums(n, o, outputs, 0, slope, shape.outputOffsets());
        panels.outputSlope.addTransposedProduct(n, units, outputs, four);
        Arrays.fill(unitSlopes, 0, n * m, 0);
        panels.outputTransposed.addProduct(n, outputs, 0, unitSlopes, 0, sum);
        for (int i = 0; i < n * m; i++) {
            unitSlopes[i] *= units[i] > 0 ? mask[i] : Network.LEAK * mask[i];
        }
        panels.targetSlope.addTransposedProduct(n, batch.targets, unitSlopes, four);
        Arrays.fill(context, 0);
        for (int t = 0; t < n; t++) {
            Matrices.addColumnSums(1, m, unitSlopes, t * m, context, batch.origins[t] * m);
        }
        Matrices.addColumnSums(rows, m, context, 0, slope, shape.decoderOffsets());
        panels.contextSlope.addTransposedProduct(rows, hidden, context, four);
        Arrays.fill(hiddenSlopes, 0);
        panels.contextTransposed.addProduct(rows, context, 0, hiddenSlopes, 0, sum);
    }

    private void backRemember(Batch batch, float[] slope) {
        int h = shape.hidden();
        int g = shape.gates();
        Arrays.fill(laneHidden, 0);
        Arrays.fill(laneCells, 0);
        for (int row = rows - lanes; row >= 0; row -= lanes) {
            Matrices.addColumnSums(1, lanes * h, hiddenSlopes, row * h, laneHidden, 0);
            for (int lane = 0; lane < lanes; lane++) {
                backCell(row + lane, lane * h);
            }
            Arrays.fill(laneHidden, 0);
            panels.memoryTransposed.addProduct(lanes, gates, row * g, laneHidden, 0, sum);
            for (int lane = 0; lane < lanes; lane++) {
                if (batch.fresh[row + lane]) {
                    Arrays.fill(laneHidden, lane * h, (lane + 1) * h, 0);
                    Arrays.fill(laneCells, lane * h, (lane + 1) * h, 0);
                }
            }
        }
        Matrices.addColumnSums(rows, g, gates, 0, slope, shape.gateOffsets());
        panels.inputSlope.addTransposedProduct(rows, batch.inputs, gates, four);
        panels.memorySlope.addTransposedProduct(rows, hiddenBefore, gates, four);
        backEmbed(batch, slope);
    }

    /** Turns the gates of a row into the slopes of their sums. */
    private void backCell(int row, int lane) {
        int h = shape.hidden();
        int i = row * shape.gates();
        int f = i + h;
        int o = f + h;
        int g = o + h;
        int c = row * h;
        for (int j = 0; j < h; j++) {
            float squashed = Squash.tanh(cells[c + j]);
            float output = gates[o + j];
            float dh = laneHidden[lane + j];
            float dc = laneCells[lane + j] + dh * output * (1 - squashed * squashed);
            float input = gates[i + j];
            float forget = gates[f + j];
            float candidate = gates[g + j];
            gates[o + j] = dh * squashed * output * (1 - output);
            gates[i + j] = dc * candidate * input * (1 - input);
            gates[f + j] = dc * cellsBefore[c + j] * forget * (1 - forget);
            gates[g + j] = dc * input * (1 - candidate * candidate);
            laneCells[lane + j] = dc * forget;
        }
    }

    private void backEmbed(Batch batch, float[] slope) {
        int e = shape.embedding();
        Arrays.fill(embeddingSlopes, 0);
        panels.embeddingTransposed.addProduct(rows, gates, 0, embeddingSlopes, 0, sum);
        for (int r = 0; r < rows; r++) {
            for (int k = 0; k < Batch.NAMES; k++) {
                int name = batch.names[r * Batch.NAMES + k];
                if (name > 0) {
                    Matrices.addColumnSums(1, e, embeddingSlopes, r * e, slope, shape.nameTable() + name * e);
                }
            }
        }
    }
}
