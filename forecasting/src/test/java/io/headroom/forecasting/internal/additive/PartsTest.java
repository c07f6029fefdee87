package io.headroom.forecasting.internal.additive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Seasons, regressors, memory, deadlines, snapshots. */
class PartsTest {
    private static final double[] Y = Made.series("hourly");

    @Test
    void aSeasonFarAwayIsThatOfItsPhaseBitForBit() {
        Season season = Season.of(168, 5);
        Season year = Season.ofRatio(1461, 4, 3);
        double[] coefficients = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
        for (long step : new long[] {1_000_000_000_000L, 123_456_789_012L, -5}) {
            assertThat(season.value(step, coefficients, 0))
                    .isEqualTo(season.value(Math.floorMod(step, 168L), coefficients, 0));
            assertThat(year.value(step, coefficients, 0))
                    .isEqualTo(year.value(Math.floorMod(step, 1461L), coefficients, 0));
        }
    }

    @Test
    void harmonicsAreSinesAndCosines() {
        Season season = new Season(24, 1, 10, 4, 10);
        double[] row = new double[season.columns()];
        double angle = season.angle(season.phase(31));
        season.fill(StrictMath.sin(angle), StrictMath.cos(angle), row, 0);
        int[] harmonics = {1, 2, 3, 5, 6, 7, 9, 10};
        assertThat(row).hasSize(2 * harmonics.length);
        for (int j = 0; j < harmonics.length; j++) {
            double expected = 2 * Math.PI * harmonics[j] * 31 / 24;
            assertThat(row[2 * j]).isCloseTo(StrictMath.sin(expected), within(1e-13));
            assertThat(row[2 * j + 1]).isCloseTo(StrictMath.cos(expected), within(1e-13));
        }
    }

    @Test
    void aRegressorExplainsWhatItMoves() {
        double[] driver = Made.noise(Y.length);
        double[] y = Y.clone();
        for (int i = 0; i < y.length; i++) {
            y[i] += 40 * (driver[i] + 3);
        }
        AdditiveFit fit = Made.fit(Made.options("hourly").withRegressors(new Regressor(driver, 10)), y);
        double effect = fit.model().mean(1000, 1) - fit.model().mean(1000, 0);
        assertThat(effect).isCloseTo(49, within(1.0)); // 40, and 9 for the noise of the series, which is the same.
        assertThatThrownBy(() -> fit.model().mean(1000, 1, 2)).hasMessageContaining("2 values for 1 regressors");
    }

    @Test
    void aMemoryIsFoundAgain() {
        double[] u = Made.noise(5000);
        double[] residuals = new double[u.length];
        double expected = 0;
        ResidualMemory truth = new ResidualMemory(0.9, 0.5);
        for (int i = 0; i < u.length; i++) {
            residuals[i] = expected + u[i];
            expected = truth.next(expected, u[i]);
        }
        ResidualMemory found = ResidualMemory.fit(residuals);
        assertThat(found.decay()).isCloseTo(0.9, within(0.05));
        assertThat(found.gain()).isCloseTo(0.5, within(0.08));
        assertThat(ResidualMemory.fit(u)).isEqualTo(ResidualMemory.NONE);
        assertThat(ResidualMemory.fit(new double[20])).isEqualTo(ResidualMemory.NONE);
    }

    @Test
    void aFitThatIsStoppedIsUsable() {
        AtomicInteger asked = new AtomicInteger();
        AdditiveFit stopped = new AdditiveFitter(Made.options("hourly")).fit(Y, 0, () -> asked.incrementAndGet() > 0);
        AdditiveFit whole = Made.fit(Made.options("hourly"), Y);
        assertThat(stopped.complete()).isFalse();
        assertThat(asked).hasValue(1);
        assertThat(stopped.objective()).isGreaterThan(whole.objective());
        assertThat(stopped.model().mean(1000)).isCloseTo(whole.model().mean(1000), within(20.0));
        AdditiveFit curve = new AdditiveFitter(Made.options("hourly").withCapacity(1000)).fit(Y, 0, () -> true);
        assertThat(curve.complete()).isFalse();
        assertThat(curve.model().mean(1000)).isBetween(0.0, 1000.0);
    }

    @Test
    void aModelIsReadAsItWasWritten() throws IOException {
        for (AdditiveOptions options : new AdditiveOptions[] {
            Made.options("hourly"),
            Made.options("hourly").withCapacity(400),
            AdditiveOptions.of(Season.of(168, 20).without(7)).withRegressors(new Regressor(Made.noise(960), 1))
        }) {
            AdditiveModel model = Made.fit(options, Y).model();
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            model.writeTo(new DataOutputStream(bytes));
            AdditiveModel read =
                    AdditiveModel.readFrom(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
            for (int step = -5; step < 1500; step += 11) {
                assertThat(read.mean(step)).isEqualTo(model.mean(step));
            }
            assertThat(read.uncertainty().variance(9))
                    .isEqualTo(model.uncertainty().variance(9));
            assertThat(read.last()).isEqualTo(model.last());
        }
    }

    @Test
    void refusals() {
        assertThatThrownBy(() -> Season.of(1, 2)).hasMessageContaining("season of 1/1 steps");
        assertThatThrownBy(() -> Season.of(24, 0)).hasMessageContaining("order 0");
        assertThatThrownBy(() -> new Regressor(new double[] {1, Double.NaN}, 1)).hasMessageContaining("Maybe");
        assertThatThrownBy(() -> AdditiveOptions.of().withCapacity(0)).hasMessageContaining("capacity 0.0");
        assertThatThrownBy(() -> Made.fit(AdditiveOptions.of(), new double[2])).hasMessageContaining("2 values");
        AdditiveOptions wrong = AdditiveOptions.of().withRegressors(new Regressor(new double[3], 1));
        assertThatThrownBy(() -> Made.fit(wrong, Y)).hasMessageContaining("regressor of 3 values");
    }

    @Test
    void exactSeriesAreFittedToRounding() {
        for (double level : new double[] {0, 42, 1e-12, 1e15}) {
            double[] constant = new double[300];
            java.util.Arrays.fill(constant, level);
            AdditiveFit fit = Made.fit(Made.options("hourly"), constant);
            assertThat(fit.model().mean(400)).isCloseTo(level, within(1e-9 * level + Double.MIN_VALUE));
        }
        double[] line = new double[300];
        java.util.Arrays.setAll(line, i -> 7 + 3 * i);
        assertThat(Made.fit(Made.options("hourly"), line).model().mean(600)).isCloseTo(1807, within(1e-3));
    }
}
