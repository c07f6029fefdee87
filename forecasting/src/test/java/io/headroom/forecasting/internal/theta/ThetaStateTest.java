package io.headroom.forecasting.internal.theta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The running state: gaps, moments ahead, snapshots. */
class ThetaStateTest {
    private static final int PERIOD = 6;
    private static final int LENGTH = 90;
    private static final int HORIZON = 20;
    private static final long SEED = 11;

    /** A rising season of six around 50, all values above zero. */
    static double[] series(int length) {
        Random random = new Random(SEED);
        double[] y = new double[length];
        for (int t = 0; t < length; t++) {
            y[t] = (50 + 0.3 * t) * (1 + 0.4 * StrictMath.sin(2 * Math.PI * (t % PERIOD) / PERIOD))
                    + 3 * random.nextGaussian();
        }
        return y;
    }

    static Stream<Arguments> members() {
        return Stream.of(ThetaForm.values())
                .flatMap(form -> Stream.of(Adjustment.values()).map(adjustment -> Arguments.of(form, adjustment)));
    }

    private static ThetaModel model(double[] y, ThetaForm form, Adjustment adjustment) {
        return new ThetaFitter(List.of(PERIOD)).fit(y, form, adjustment).orElseThrow();
    }

    private static ThetaState after(ThetaModel model, double[] y) {
        ThetaState state = model.beginning();
        for (double value : y) {
            state.observe(value);
        }
        return state;
    }

    @ParameterizedTest
    @MethodSource("members")
    void missingValuesLeaveTheForecastAsItWas(ThetaForm form, Adjustment adjustment) {
        double[] y = series(LENGTH);
        ThetaState state = after(model(y, form, adjustment), y);
        double[] means = state.means(HORIZON);
        for (int h = 0; h < HORIZON; h++) {
            assertThat(state.mean()).isCloseTo(means[h], within(1e-9 * means[h]));
            state.observe(h % 2 == 0 ? Double.NaN : 1e200);
        }
    }

    @ParameterizedTest
    @MethodSource("members")
    void nothingButTheSeasonMovesBeforeTheFirstValue(ThetaForm form, Adjustment adjustment) {
        double[] y = series(LENGTH);
        ThetaState late = model(y, form, adjustment).beginning();
        for (int t = 0; t < PERIOD; t++) {
            late.observe(Double.NaN);
        }
        ThetaState onTime = model(y, form, adjustment).beginning();
        for (double value : y) {
            assertThat(late.mean()).isEqualTo(onTime.mean());
            late.observe(value);
            onTime.observe(value);
        }
    }

    /** Impulse weights are the change of the means ahead by a small change of the next value. */
    @ParameterizedTest
    @MethodSource("members")
    void impulseWeightsAreResponses(ThetaForm form, Adjustment adjustment) {
        double[] y = series(LENGTH);
        ThetaState state = after(model(y, form, adjustment), y);
        double[] weights = state.impulseWeights(HORIZON);
        double nudge = 1e-5 * state.mean();
        ThetaState plain = state.copy();
        ThetaState nudged = state.copy();
        plain.observe(state.mean());
        nudged.observe(state.mean() + nudge);
        assertThat(weights[0]).isEqualTo(1);
        double[] before = plain.means(HORIZON - 1);
        double[] after = nudged.means(HORIZON - 1);
        for (int h = 1; h < HORIZON; h++) {
            assertThat((after[h - 1] - before[h - 1]) / nudge).isCloseTo(weights[h], within(1e-3));
        }
    }

    @Test
    void deviationsAreThoseOfSimulatedPaths() {
        double[] y = series(LENGTH);
        ThetaModel model = model(y, ThetaForm.DYNAMIC_OPTIMISED, Adjustment.FACTOR);
        ThetaState state = after(model, y);
        double[] deviations = state.deviations(HORIZON, model.sigma());
        double[] means = state.means(HORIZON);
        int paths = 40_000;
        double[] squares = new double[HORIZON];
        Random random = new Random(SEED);
        for (int i = 0; i < paths; i++) {
            ThetaState path = state.copy();
            for (int h = 0; h < HORIZON; h++) {
                double value = path.mean() + path.deviation(model.sigma()) * random.nextGaussian();
                squares[h] += (value - means[h]) * (value - means[h]) / paths;
                path.observe(value);
            }
        }
        for (int h = 0; h < HORIZON; h++) {
            assertThat(Math.sqrt(squares[h])).isCloseTo(deviations[h], within(0.02 * deviations[h]));
        }
    }

    @ParameterizedTest
    @MethodSource("members")
    void snapshotsGoOnLikeTheirOriginals(ThetaForm form, Adjustment adjustment) throws IOException {
        double[] y = series(LENGTH);
        ThetaState state = after(model(y, form, adjustment), y);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        state.writeTo(new DataOutputStream(bytes));
        ThetaState restored = ThetaState.readFrom(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
        for (int k = 0; k < 2; k++) {
            assertThat(restored.means(HORIZON)).isEqualTo(state.means(HORIZON));
            assertThat(restored.deviations(HORIZON, 1)).isEqualTo(state.deviations(HORIZON, 1));
            state.observe(61);
            restored.observe(61);
        }
        byte[] broken = bytes.toByteArray();
        broken[4]++;
        assertThatThrownBy(() -> ThetaState.readFrom(new DataInputStream(new ByteArrayInputStream(broken))))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("Maybe");
    }

    @Test
    void aDrawnOutRiseOfLogarithmsStaysFinite() {
        double[] y = new double[40];
        for (int t = 0; t < y.length; t++) {
            y[t] = StrictMath.pow(1.4, t);
        }
        ThetaState state = after(model(y, ThetaForm.STANDARD, Adjustment.LOGARITHM), y);
        double[] means = state.means(100_000);
        assertThat(means[means.length - 1]).isBetween(y[39], 2000 * y[39]);
        state.observe(0);
        assertThat(state.mean()).isPositive();
    }
}
