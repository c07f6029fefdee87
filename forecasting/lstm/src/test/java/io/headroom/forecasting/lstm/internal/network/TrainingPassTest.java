package io.headroom.forecasting.lstm.internal.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Slopes against finite differences, and passes against the network step by step. */
class TrainingPassTest {
    private static final Shape SHAPE = new Shape(4, 2, 3, 5, 4, 6, 3, QuantileHead.size());
    private static final int LANES = 3;
    private static final int STEPS = 7;
    private static final int TARGETS = 40;

    private final Random random = new Random(5);
    private final TrainingPass pass = new TrainingPass(SHAPE, LANES, STEPS, TARGETS, 0.25, 1);

    private static void fill(float[] values, double size, Random random) {
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (size * random.nextGaussian());
        }
    }

    /** All is random: names, targets, and a lane that begins anew in the middle. */
    private Batch batch() {
        Random made = new Random(17);
        Batch batch = new Batch(SHAPE, LANES, STEPS, TARGETS);
        fill(batch.inputs, 1, made);
        fill(batch.hidden, 0.3, made);
        fill(batch.cells, 0.5, made);
        fill(batch.targets, 1, made);
        fill(batch.anchors, 1, made);
        for (int i = 0; i < batch.names.length; i++) {
            batch.names[i] = made.nextInt(SHAPE.names());
        }
        batch.fresh[4 * LANES + 1] = true;
        for (int n = 0; n < TARGETS; n++) {
            batch.add(made.nextInt(LANES * STEPS), 0.2f + made.nextFloat(), (float) made.nextGaussian(), 1);
        }
        return batch;
    }

    private float[] weights() {
        float[] weights = new float[SHAPE.size()];
        fill(weights, 0.3, random);
        Arrays.fill(weights, 0, SHAPE.embedding(), 0);
        return weights;
    }

    /**
     * Along random directions within each part of the weights. Single precision leaves about four digits of a difference quotient, and
     * the loss has bends: where a target lies on a quantile, or a unit of the decoder at zero, so that the median over directions is judged.
     */
    @Test
    void slopesEqualFiniteDifferences() {
        float[] weights = weights();
        float[] slope = new float[weights.length];
        pass.slope(weights, batch(), slope);
        int[] parts = {
            SHAPE.embedding(),
            SHAPE.inputWeights(),
            SHAPE.memoryWeights(),
            SHAPE.gateOffsets(),
            SHAPE.contextWeights(),
            SHAPE.targetWeights(),
            SHAPE.decoderOffsets(),
            SHAPE.outputWeights(),
            SHAPE.outputOffsets(),
            SHAPE.size()
        };
        for (int p = 0; p + 1 < parts.length; p++) {
            double[] errors = new double[21];
            for (int d = 0; d < errors.length; d++) {
                errors[d] = error(weights, slope, parts[p], parts[p + 1]);
            }
            Arrays.sort(errors);
            assertThat(errors[errors.length / 2])
                    .as("relative error of the slope in weights [%d, %d)", parts[p], parts[p + 1])
                    .isLessThan(0.01);
        }
    }

    private double error(float[] weights, float[] slope, int from, int to) {
        double size = 2e-3;
        float[] up = weights.clone();
        float[] down = weights.clone();
        double expected = 0;
        double scale = 0;
        for (int i = from; i < to; i++) {
            float step = (float) ((random.nextBoolean() ? size : -size) * (slope[i] < 0 ? -1 : 1));
            up[i] += step;
            down[i] -= step;
            expected += slope[i] * ((double) up[i] - down[i]);
            scale += Math.abs(slope[i] * ((double) up[i] - down[i]));
        }
        double got = pass.forward(up, batch()) - pass.forward(down, batch());
        return Math.abs(got - expected) / scale;
    }

    @Test
    void aPassEqualsTheNetworkStepByStep() {
        float[] weights = weights();
        Network network = Network.of(SHAPE, weights);
        Batch batch = batch();
        float[] h = Arrays.copyOf(batch.hidden, SHAPE.hidden());
        float[] c = Arrays.copyOf(batch.cells, SHAPE.hidden());
        pass.forward(weights, batch);
        float[] x = new float[SHAPE.allInputs()];
        float[] gates = new float[SHAPE.gates()];
        for (int step = 0; step < STEPS; step++) {
            int row = step * LANES;
            System.arraycopy(batch.inputs, row * x.length, x, 0, x.length);
            network.embed(
                    Arrays.copyOfRange(batch.names, row * Batch.NAMES, (row + 1) * Batch.NAMES), x, SHAPE.inputs());
            network.step(1, x, h, c, gates);
        }
        assertThat(Arrays.copyOf(batch.hidden, SHAPE.hidden())).containsExactly(h);
        assertThat(Arrays.copyOf(batch.cells, SHAPE.hidden())).containsExactly(c);
    }

    @Test
    void aBatchOfSeriesMovesLikeEachAlone() {
        Network network = Network.of(SHAPE, weights());
        int rows = 5;
        float[] x = new float[rows * SHAPE.allInputs()];
        float[] h = new float[rows * SHAPE.hidden()];
        float[] c = new float[rows * SHAPE.hidden()];
        fill(x, 1, random);
        fill(h, 0.5, random);
        fill(c, 1, random);
        float[] x1 = Arrays.copyOfRange(x, 2 * SHAPE.allInputs(), 3 * SHAPE.allInputs());
        float[] h1 = Arrays.copyOfRange(h, 2 * SHAPE.hidden(), 3 * SHAPE.hidden());
        float[] c1 = Arrays.copyOfRange(c, 2 * SHAPE.hidden(), 3 * SHAPE.hidden());
        network.step(rows, x, h, c, new float[rows * SHAPE.gates()]);
        network.step(1, x1, h1, c1, new float[SHAPE.gates()]);
        assertThat(Arrays.copyOfRange(h, 2 * SHAPE.hidden(), 3 * SHAPE.hidden()))
                .containsExactly(h1);
        assertThat(Arrays.copyOfRange(c, 2 * SHAPE.hidden(), 3 * SHAPE.hidden()))
                .containsExactly(c1);
    }

    @Test
    void theUnknownNameLearnsNothing() {
        float[] slope = new float[SHAPE.size()];
        pass.slope(weights(), batch(), slope);
        assertThat(Arrays.copyOf(slope, SHAPE.embedding())).containsOnly(0);
    }

    @Test
    void squashingIsRightToSevenDigits() {
        for (double x = -20; x <= 20; x += 0.01) {
            assertThat((double) Squash.tanh((float) x))
                    .isBetween(StrictMath.tanh((float) x) - 5e-7, StrictMath.tanh((float) x) + 5e-7);
        }
    }

    @Test
    void quantilesDoNotCrossWhateverTheOutputs() {
        float[] q = new float[QuantileHead.size()];
        float[] out = new float[SHAPE.outputs()];
        for (double size : new double[] {0, 1, 30, 1000}) {
            fill(out, size, random);
            QuantileHead.quantiles(3, new float[] {1, -1, 0.5f}, 0, 0.1f, out, 0, q);
            assertThat(q).isSorted();
        }
    }
}
