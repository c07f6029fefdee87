package io.headroom.forecasting.lstm.internal.network;

/**
 * Pieces of several series side by side, and the steps ahead that are forecast from them. Rows of the memory are numbered by step, then
 * by lane: {@code row = step * lanes + lane}. A lane goes on where it was left by the batch before. Filled anew for each training step;
 * fields are open for that. Not thread-safe.
 */
public final class Batch {
    /** Names a flow has: where from, where to, of what type. */
    public static final int NAMES = 3;

    /** Series side by side. */
    public final int lanes;

    /** Steps of each. */
    public final int steps;

    /** What the memory reads: a row for each step and lane, with room for the embedding at its end. */
    public final float[] inputs;

    /** Rows of the name table: {@link #NAMES} for each row. */
    public final int[] names;

    /** Rows before which a lane's memory is emptied. */
    public final boolean[] fresh;

    /** Outputs of the memory when the batch begins; those at its end afterwards. */
    public final float[] hidden;

    /** Cells of the memory when the batch begins; those at its end afterwards. */
    public final float[] cells;

    /** Row that each target is forecast from. */
    public final int[] origins;

    /** What is known of each target step. */
    public final float[] targets;

    /** Anchors of each target. */
    public final float[] anchors;

    /** Size of a surprise for each target. */
    public final float[] scales;

    /** What came. */
    public final float[] actuals;

    /** Weight of each target's loss. */
    public final float[] weights;

    /** Number of targets. */
    private int filled;

    /**
     * Room for a batch.
     *
     * @param shape the network's shape
     * @param lanes series side by side
     * @param steps steps of each
     * @param capacity most targets
     */
    public Batch(Shape shape, int lanes, int steps, int capacity) {
        this.lanes = lanes;
        this.steps = steps;
        int rows = lanes * steps;
        this.inputs = new float[rows * shape.allInputs()];
        this.names = new int[rows * NAMES];
        this.fresh = new boolean[rows];
        this.hidden = new float[lanes * shape.hidden()];
        this.cells = new float[lanes * shape.hidden()];
        this.origins = new int[capacity];
        this.targets = new float[capacity * shape.targetInputs()];
        this.anchors = new float[capacity * shape.anchors()];
        this.scales = new float[capacity];
        this.actuals = new float[capacity];
        this.weights = new float[capacity];
    }

    /** Forgets all targets. */
    public void clear() {
        filled = 0;
    }

    /**
     * Number of targets.
     *
     * @return 0 or more
     */
    public int size() {
        return filled;
    }

    /**
     * Adds a target, whose row of {@link #targets} and {@link #anchors} has been written already.
     *
     * @param origin row that it is forecast from
     * @param scale size of a surprise
     * @param actual what came
     * @param weight weight of its loss
     */
    public void add(int origin, float scale, float actual, float weight) {
        origins[filled] = origin;
        scales[filled] = scale;
        actuals[filled] = actual;
        weights[filled] = weight;
        filled++;
    }
}
