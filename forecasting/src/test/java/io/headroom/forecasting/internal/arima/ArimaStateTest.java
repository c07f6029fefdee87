package io.headroom.forecasting.internal.arima;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The running state: what it forecasts, and where it starts. */
class ArimaStateTest {
    private static final double[] Y = Classics.values("AirPassengers");

    private static ArimaModel airline() {
        return new ArimaFitter()
                .fit(Y, new double[0][], new ArimaOrder(1, 0, 1, 0, 1, 1, 12), true, () -> false)
                .model()
                .orElseThrow();
    }

    private static ArimaState end(ArimaModel model) {
        ArimaState state = model.beginning();
        for (double y : Y) {
            state.observe(y);
        }
        return state;
    }

    @Test
    void impulseWeightsAreWhatAnErrorChanges() {
        ArimaState state = end(airline());
        ArimaState shocked = state.copy();
        double mean = state.mean();
        state.observe(mean);
        shocked.observe(mean + 1);
        double[] plain = state.means(29);
        double[] changed = shocked.means(29);
        double[] psi = end(airline()).impulseWeights(30);
        assertThat(psi[0]).isEqualTo(1);
        for (int h = 0; h < 29; h++) {
            assertThat(changed[h] - plain[h]).isCloseTo(psi[h + 1], within(1e-10));
        }
    }

    @Test
    void aMissingValueIsItsMean() {
        ArimaState missing = end(airline());
        ArimaState told = missing.copy();
        told.observe(told.mean());
        missing.observe(Double.NaN);
        assertThat(missing.means(5)).containsExactly(told.means(5), within(1e-9));
    }

    /** The start is near the exact one: one-step errors have the size that the likelihood found. */
    @Test
    void theStartLeavesNoTransient() {
        ArimaModel model = airline();
        ArimaState state = model.beginning();
        double squares = 0;
        for (int t = 0; t < Y.length; t++) {
            double e = Y[t] - state.mean();
            if (t >= 13) {
                squares += e * e;
            }
            assertThat(Math.abs(e)).as("error %d", t).isLessThan(5 * Math.sqrt(model.variance()));
            state.observe(Y[t]);
        }
        assertThat(squares / (Y.length - 13)).isBetween(0.8 * model.variance(), 1.3 * model.variance());
    }

    @Test
    void leadingHolesAreLookedBackOver() {
        double[] y = Y.clone();
        for (int t = 0; t < 7; t++) {
            y[t] = Double.NaN;
        }
        ArimaModel model = new ArimaFitter().select(y, 12, () -> false).model().orElseThrow();
        double[] means = model.beginning().means(7);
        for (int t = 0; t < 7; t++) {
            assertThat(means[t]).isCloseTo(Y[t], within(40.0));
        }
    }

    @Test
    void writtenStatesForecastTheSame() throws IOException {
        ArimaState state = end(airline());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        state.writeTo(new DataOutputStream(bytes));
        ArimaState read = ArimaState.readFrom(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
        assertThat(read.means(30)).isEqualTo(state.means(30));
        assertThat(read.impulseWeights(30)).isEqualTo(state.impulseWeights(30));
        assertThat(read.sigma2()).isEqualTo(state.sigma2());
        assertThat(read.period()).isEqualTo(12);
        state.observe(430);
        read.observe(430);
        assertThat(read.means(30)).isEqualTo(state.means(30));
    }

    @Test
    void bytesThatAreNoStateAreRefused() {
        byte[] zeros = new byte[400];
        zeros[7] = 2;
        assertThatThrownBy(() -> ArimaState.readFrom(new DataInputStream(new ByteArrayInputStream(zeros))))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("Maybe");
    }
}
