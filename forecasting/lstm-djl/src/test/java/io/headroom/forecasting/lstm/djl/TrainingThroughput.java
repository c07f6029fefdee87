package io.headroom.forecasting.lstm.djl;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.forecasting.lstm.internal.input.Encoder;
import io.headroom.forecasting.lstm.internal.network.Adam;
import io.headroom.forecasting.lstm.internal.network.Batch;
import io.headroom.forecasting.lstm.internal.network.Engine;
import io.headroom.forecasting.lstm.internal.network.Pass;
import io.headroom.forecasting.lstm.internal.network.QuantileHead;
import io.headroom.forecasting.lstm.internal.network.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/**
 * Training steps a second, plain Java and PyTorch side by side, one thread each: 32 cells, windows of 168 steps, 32 series in a batch.
 * Not part of the build; its name keeps it out:
 *
 * <pre>
 * mvn -Pquick,pytorch -pl forecasting/lstm-djl -am test -Dtest=TrainingThroughput -Dsurefire.failIfNoSpecifiedTests=false
 * </pre>
 *
 * <p>A step is forward, backward and Adam. PyTorch runs the memory in its one operation for a whole sequence, and is handed the batch and
 * the weights as a training does it. The two take turns, and the median of the rounds is judged.
 */
class TrainingThroughput {
    private static final int HIDDEN = 32;
    private static final int WINDOW = 168;
    private static final int LANES = 32;
    private static final int ROUNDS = 11;
    private static final double ROUND_SECONDS = 1;
    private static final Shape SHAPE =
            new Shape(40, 4, Encoder.INPUTS, HIDDEN, Encoder.TARGET_INPUTS, 48, Encoder.ANCHORS, QuantileHead.size());

    /** An engine at work on one batch over and over. */
    private static final class Runner {
        final Pass pass;
        final Batch batch;
        final Adam adam = new Adam(Batches.weights(SHAPE, 1), 1, 0.99);
        final float[] slope = new float[SHAPE.size()];
        final double[] speeds = new double[ROUNDS];

        Runner(Engine engine, int targets, double anew) {
            pass = engine.pass(SHAPE, LANES, WINDOW, targets, 0.3, 1);
            batch = Batches.batch(SHAPE, LANES, WINDOW, targets, anew, 1);
        }

        void run(int round) {
            long start = System.nanoTime();
            int steps = 0;
            double seconds = 0;
            while (seconds < ROUND_SECONDS) {
                assertThat(pass.slope(adam.weights(), batch, slope)).isFinite();
                adam.step(slope, 1e-4, 0.01);
                steps++;
                seconds = (System.nanoTime() - start) / 1e9;
            }
            speeds[round] = steps / seconds;
        }

        double median() {
            double[] sorted = speeds.clone();
            Arrays.sort(sorted);
            return sorted[sorted.length / 2];
        }

        double best() {
            return Arrays.stream(speeds).max().orElseThrow();
        }
    }

    private static double compare(String what, int targets, double anew) {
        Runner java = new Runner(Engine.JAVA, targets, anew);
        Runner torch = new Runner(PyTorchEngine.load(), targets, anew);
        // One round to warm up: it is overwritten.
        for (Runner runner : List.of(java, torch)) {
            runner.run(0);
            runner.run(0);
        }
        for (int round = 0; round < ROUNDS; round++) {
            (round % 2 == 0 ? java : torch).run(round);
            (round % 2 == 0 ? torch : java).run(round);
        }
        java.pass.close();
        torch.pass.close();
        double ratio = java.median() / torch.median();
        System.out.printf(
                Locale.ROOT,
                "%-52s java %6.1f (best %6.1f)  pytorch %6.1f (best %6.1f) steps/s  ratio %.2f%n",
                what,
                java.median(),
                java.best(),
                torch.median(),
                torch.best(),
                ratio);
        return ratio;
    }

    @Test
    void plainJavaIsAtLeastHalfAsFast() {
        double training = compare("two targets a step, as a training has them", 2 * LANES * WINDOW, 0);
        compare("one target a series: the memory alone", LANES, 0);
        compare("two targets a step, series that begin on the way", 2 * LANES * WINDOW, 1.0 / 700);
        assertThat(training).isGreaterThan(0.5);
    }
}
