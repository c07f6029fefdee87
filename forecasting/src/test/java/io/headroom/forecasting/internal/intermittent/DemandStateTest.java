package io.headroom.forecasting.internal.intermittent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The running state against R, by hand, and against its own law. */
class DemandStateTest {
    private static final double[] SERIES = {0, 1, 0, 11, 0, 0, 0, 0, 2, 0, 6, 3, 0, 0, 0, 0, 0, 7, 0, 0, 0, 0};

    private static DemandState state(DemandMethod method, double alpha, double beta) {
        double occurrence = method == DemandMethod.TEUNTER_SYNTETOS_BABAI ? 0.4 : 2;
        return new DemandState(method, alpha, beta, 3, occurrence, 0.5);
    }

    /**
     * R 4.2.2, forecast 8.20: croston(y, h = 3, alpha)$mean[1]; R starts at the first size, 1, and the first interval,
     * 2.
     */
    @ParameterizedTest
    @CsvSource({"0.1, 1.15237078341", "0.3, 1.4485100191"})
    void crostonAgreesWithR(double alpha, double expected) {
        DemandState state = new DemandState(DemandMethod.CROSTON, alpha, alpha, 1, 2, 0);
        DemandState corrected = new DemandState(DemandMethod.SYNTETOS_BOYLAN, alpha, alpha, 1, 2, 0);
        for (double value : SERIES) {
            state.observe(value);
            corrected.observe(value);
        }
        assertThat(state.mean()).isCloseTo(expected, within(1e-10));
        assertThat(corrected.mean()).isCloseTo((1 - alpha / 2) * expected, within(1e-10));
    }

    @Test
    void onlyTheProbabilityFadesWhenDemandStops() {
        DemandState fading = state(DemandMethod.TEUNTER_SYNTETOS_BABAI, 0.1, 0.1);
        DemandState waiting = state(DemandMethod.CROSTON, 0.1, 0.1);
        for (int t = 0; t < 50; t++) {
            fading.observe(0);
            waiting.observe(0);
        }
        assertThat(fading.mean()).isCloseTo(3 * 0.4 * StrictMath.pow(0.9, 50), within(1e-12));
        assertThat(waiting.mean()).isEqualTo(1.5);
    }

    @ParameterizedTest
    @EnumSource(DemandMethod.class)
    void missingValuesChangeNothing(DemandMethod method) {
        DemandState state = state(method, 0.2, 0.1);
        DemandState other = state(method, 0.2, 0.1);
        for (double value : SERIES) {
            state.observe(value);
            other.observe(Double.NaN);
            other.observe(value);
            other.observe(Double.POSITIVE_INFINITY);
        }
        assertThat(other.mean()).isEqualTo(state.mean());
        assertThat(other.deviations(5)).isEqualTo(state.deviations(5));
    }

    /** The compound Bernoulli law: probability 0.4, sizes 3 with the variance 0.5 * 9. */
    @Test
    void theDeviationIsThatOfTheCompoundLaw() {
        DemandState state = state(DemandMethod.TEUNTER_SYNTETOS_BABAI, 0.1, 0.1);
        assertThat(state.mean()).isCloseTo(1.2, within(1e-12));
        assertThat(state.deviation() * state.deviation()).isCloseTo(0.4 * (4.5 + 9) - 1.2 * 1.2, within(1e-12));
    }

    /** What the mean learns of an error is its regression on the error, here from draws of the law. */
    @Test
    void theResponseIsTheRegressionOnTheError() {
        DemandState state = state(DemandMethod.TEUNTER_SYNTETOS_BABAI, 0.2, 0.1);
        Random random = new Random(12);
        double products = 0;
        double squares = 0;
        for (int i = 0; i < 400_000; i++) {
            double size = 3 + random.nextGaussian() * Math.sqrt(4.5);
            double value = random.nextDouble() < 0.4 ? Math.abs(size) + 1e-9 : 0;
            DemandState next = state.copy();
            next.observe(value);
            double error = value - state.mean();
            products += error * (next.mean() - state.mean());
            squares += error * error;
        }
        assertThat(state.impulseWeights(4)[3]).isCloseTo(products / squares, within(0.01));
        assertThat(state.impulseWeights(4)[0]).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(DemandMethod.class)
    void snapshotsGoOnLikeTheirOriginals(DemandMethod method) throws IOException {
        DemandState state = state(method, 0.2, 0.1);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (double value : new double[] {0, 4, 0, 0}) {
            state.observe(value);
        }
        state.writeTo(new DataOutputStream(bytes));
        DemandState restored = DemandState.readFrom(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
        for (double value : SERIES) {
            assertThat(restored.means(2)).isEqualTo(state.means(2));
            assertThat(restored.deviations(9)).isEqualTo(state.deviations(9));
            state.observe(value);
            restored.observe(value);
        }
        byte[] broken = bytes.toByteArray();
        broken[4]++;
        assertThatThrownBy(() -> DemandState.readFrom(new DataInputStream(new ByteArrayInputStream(broken))))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("Maybe");
    }
}
