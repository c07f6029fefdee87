package io.headroom.forecasting.lstm.djl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.headroom.forecasting.lstm.internal.network.Adam;
import io.headroom.forecasting.lstm.internal.network.Batch;
import io.headroom.forecasting.lstm.internal.network.Dropout;
import io.headroom.forecasting.lstm.internal.network.Network;
import io.headroom.forecasting.lstm.internal.network.Pass;
import io.headroom.forecasting.lstm.internal.network.QuantileHead;
import io.headroom.forecasting.lstm.internal.network.Shape;
import io.headroom.forecasting.lstm.internal.network.TrainingPass;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The network in plain Java against PyTorch's: the same weights give the same outputs, and backpropagation by hand the same slopes as
 * automatic differentiation. Tolerances: single precision has 6e-8, the squashing functions are right to 3e-7, and some hundred of such
 * errors add up along a sequence.
 */
class CrossCheckTest {
    private static final Shape SHAPE = Batches.SHAPE;
    private static final int LANES = 3;
    private static final int STEPS = 11;
    private static final int TARGETS = 50;
    private static final int BATCHES = 10;
    private static final float OUTPUTS = 5e-6f;

    /** Relative to the longest slope of a part. */
    private static final double SLOPES = 2e-5;

    private final PyTorchEngine engine = PyTorchEngine.load();

    private static Batch batch(long seed) {
        return Batches.batch(SHAPE, LANES, STEPS, TARGETS, seed % 2 == 0 ? 0 : 0.1, seed);
    }

    private static Map<String, int[]> parts() {
        Map<String, int[]> parts = new LinkedHashMap<>();
        parts.put("names", new int[] {SHAPE.nameTable(), SHAPE.inputWeights()});
        parts.put("inputs to gates", new int[] {SHAPE.inputWeights(), SHAPE.memoryWeights()});
        parts.put("memory to gates", new int[] {SHAPE.memoryWeights(), SHAPE.gateOffsets()});
        parts.put("offsets of gates", new int[] {SHAPE.gateOffsets(), SHAPE.contextWeights()});
        parts.put("memory to decoder", new int[] {SHAPE.contextWeights(), SHAPE.targetWeights()});
        parts.put("targets to decoder", new int[] {SHAPE.targetWeights(), SHAPE.decoderOffsets()});
        parts.put("offsets of the decoder", new int[] {SHAPE.decoderOffsets(), SHAPE.outputWeights()});
        parts.put("decoder to outputs", new int[] {SHAPE.outputWeights(), SHAPE.outputOffsets()});
        parts.put("offsets of outputs", new int[] {SHAPE.outputOffsets(), SHAPE.size()});
        return parts;
    }

    @Test
    void statesOutputsQuantilesAndLossAreTheSame() {
        for (long seed = 0; seed < BATCHES; seed++) {
            float[] w = Batches.weights(SHAPE, 100 + seed);
            Batch ours = batch(seed);
            Batch theirs = batch(seed);
            float[] outputs = outputs(Network.of(SHAPE, w), batch(seed));
            double loss = new TrainingPass(SHAPE, LANES, STEPS, TARGETS, 0, 1).forward(w, ours);
            try (NDManager manager = NDManager.newBaseManager(ai.djl.Device.cpu(), "PyTorch")) {
                TorchConstants constants = TorchConstants.of(manager, SHAPE);
                TorchNetwork network = new TorchNetwork(
                        manager, SHAPE, new TorchWeights(SHAPE, manager.create(w), constants), constants);
                NDArray hidden = network.remember(theirs);
                NDArray said = network.outputs(theirs, hidden, new Dropout(0, 0, 1));
                NDArray quantiles = network.quantiles(theirs, said);
                near("outputs of the memory, seed " + seed, ours.hidden, theirs.hidden);
                near("cells of the memory, seed " + seed, ours.cells, theirs.cells);
                near("outputs of the decoder, seed " + seed, outputs, said.toFloatArray());
                near("quantiles, seed " + seed, quantiles(ours, outputs), quantiles.toFloatArray());
                assertThat((double) network.loss(theirs, quantiles).getFloat())
                        .as("loss, seed %d", seed)
                        .isCloseTo(loss, within(1e-6 * Math.abs(loss)));
            }
        }
    }

    /** Step by step, lane by lane, target by target: as a tracker does it. */
    private static float[] outputs(Network network, Batch batch) {
        int h = SHAPE.hidden();
        float[] hidden = new float[LANES * STEPS * h];
        float[] x = new float[SHAPE.allInputs()];
        for (int lane = 0; lane < LANES; lane++) {
            float[] states = Arrays.copyOfRange(batch.hidden, lane * h, (lane + 1) * h);
            float[] cells = Arrays.copyOfRange(batch.cells, lane * h, (lane + 1) * h);
            for (int row = lane; row < LANES * STEPS; row += LANES) {
                if (batch.fresh[row]) {
                    Arrays.fill(states, 0);
                    Arrays.fill(cells, 0);
                }
                System.arraycopy(batch.inputs, row * x.length, x, 0, x.length);
                int[] names = Arrays.copyOfRange(batch.names, row * Batch.NAMES, (row + 1) * Batch.NAMES);
                network.embed(names, x, SHAPE.inputs());
                network.step(1, x, states, cells, new float[SHAPE.gates()]);
                System.arraycopy(states, 0, hidden, row * h, h);
            }
        }
        float[] all = new float[TARGETS * SHAPE.outputs()];
        float[] context = new float[SHAPE.decoder()];
        float[] out = new float[SHAPE.outputs()];
        int width = SHAPE.targetInputs();
        for (int n = 0; n < TARGETS; n++) {
            int row = batch.origins[n];
            network.context(Arrays.copyOfRange(hidden, row * h, (row + 1) * h), context);
            float[] target = Arrays.copyOfRange(batch.targets, n * width, (n + 1) * width);
            network.decode(1, context, target, new float[context.length], out);
            System.arraycopy(out, 0, all, n * out.length, out.length);
        }
        return all;
    }

    private static float[] quantiles(Batch batch, float[] outputs) {
        float[] all = new float[TARGETS * QuantileHead.size()];
        float[] q = new float[QuantileHead.size()];
        int a = SHAPE.anchors();
        for (int n = 0; n < TARGETS; n++) {
            QuantileHead.quantiles(a, batch.anchors, n * a, batch.scales[n], outputs, n * SHAPE.outputs(), q);
            System.arraycopy(q, 0, all, n * q.length, q.length);
        }
        return all;
    }

    @Test
    void slopesAreTheSameInEachPartOfTheWeights() {
        for (double dropout : new double[] {0, 0.3}) {
            TrainingPass ours = new TrainingPass(SHAPE, LANES, STEPS, TARGETS, dropout, 9);
            try (Pass theirs = engine.pass(SHAPE, LANES, STEPS, TARGETS, dropout, 9)) {
                for (long seed = 0; seed < BATCHES; seed++) {
                    float[] w = Batches.weights(SHAPE, 100 + seed);
                    float[] expected = new float[w.length];
                    float[] got = new float[w.length];
                    double loss = ours.slope(w, batch(seed), expected);
                    assertThat(theirs.slope(w, batch(seed), got)).isCloseTo(loss, within(1e-6 * Math.abs(loss)));
                    String what = "seed " + seed + ", dropout " + dropout;
                    parts().forEach((part, range) -> sameSlopes(part + ", " + what, range, expected, got));
                }
            }
        }
    }

    private static void sameSlopes(String what, int[] range, float[] expected, float[] got) {
        double longest = 0;
        double error = 0;
        for (int i = range[0]; i < range[1]; i++) {
            longest = Math.max(longest, Math.abs(expected[i]));
            error = Math.max(error, Math.abs((double) expected[i] - got[i]));
        }
        assertThat(longest).as("longest slope in %s", what).isPositive();
        assertThat(error / longest).as("relative error in %s", what).isLessThan(SLOPES);
    }

    @Test
    void aBatchWithoutTargetsMovesTheStatesAlone() {
        Batch ours = batch(1);
        Batch theirs = batch(1);
        ours.clear();
        theirs.clear();
        float[] w = Batches.weights(SHAPE, 1);
        float[] slope = new float[w.length];
        Arrays.fill(slope, 7);
        new TrainingPass(SHAPE, LANES, STEPS, TARGETS, 0, 1).forward(w, ours);
        try (Pass pass = engine.pass(SHAPE, LANES, STEPS, TARGETS, 0, 1)) {
            assertThat(pass.slope(w, theirs, slope)).isZero();
        }
        assertThat(slope).containsOnly(0);
        near("outputs of the memory", ours.hidden, theirs.hidden);
    }

    @Test
    void aFewStepsOfTrainingGoTheSameWay() {
        Adam ours = new Adam(Batches.weights(SHAPE, 3), 1, 0.9);
        Adam theirs = new Adam(Batches.weights(SHAPE, 3), 1, 0.9);
        float[] slope = new float[SHAPE.size()];
        TrainingPass here = new TrainingPass(SHAPE, LANES, STEPS, TARGETS, 0.3, 5);
        try (Pass there = engine.pass(SHAPE, LANES, STEPS, TARGETS, 0.3, 5)) {
            for (int step = 0; step < 20; step++) {
                here.slope(ours.weights(), batch(step), slope);
                ours.step(slope, 0.01, 0.01);
                there.slope(theirs.weights(), batch(step), slope);
                theirs.step(slope, 0.01, 0.01);
            }
        }
        assertThat(theirs.average()).containsExactly(ours.average(), within(1e-4f));
    }

    private static void near(String what, float[] expected, float[] got) {
        assertThat(got).as(what).containsExactly(expected, within(OUTPUTS));
    }
}
