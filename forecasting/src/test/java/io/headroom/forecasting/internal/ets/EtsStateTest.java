package io.headroom.forecasting.internal.ets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tracking: the state a series leaves behind, value by value. */
class EtsStateTest {

    static List<EtsForm> forms() {
        return EtsForm.admissible(true, true);
    }

    @ParameterizedTest
    @MethodSource("forms")
    void trackingEqualsFilteringAgain(EtsForm form) {
        double[] y = Classics.series("AirPassengers").values();
        double[] head = Arrays.copyOf(y, 120);
        EtsModel model = new EtsFitter(EtsOptions.defaults())
                .fit(head, 12, form, () -> false)
                .model()
                .orElseThrow();
        EtsState tracked = model.start();
        for (int t = 120; t < y.length; t++) {
            tracked.observe(y[t]);
        }
        EtsState again = model.beginning();
        for (double value : y) {
            again.observe(value);
        }
        assertThat(tracked.means(30)).containsExactly(again.means(30));
        EtsModel whole = EtsModel.evaluate(form, model.parameters(), model.initial(), y);
        double[] expected = whole.means(whole.start(), 30);
        double[] actual = whole.means(tracked, 30);
        for (int h = 0; h < 30; h++) {
            assertThat(actual[h]).isCloseTo(expected[h], within(1e-9 * expected[h]));
        }
    }

    @ParameterizedTest
    @MethodSource("forms")
    void millionUpdatesAgreeWithTheRecursion(EtsForm form) {
        EtsState state = state(form, 24);
        double[] season = states(form, 24).season();
        Random random = new Random(3);
        double level = 100;
        double slope = form.hasTrend() ? 0.1 : 0;
        double phi = form.isDamped() ? 0.9 : 1;
        double beta = form.hasTrend() ? 0.01 : 0;
        for (int t = 0; t < 1_000_000; t++) {
            double y = 100 + 10 * random.nextGaussian();
            state.observe(y);
            double base = level + phi * slope;
            double s = form.hasSeason() ? season[t % 24] : 0;
            double f = form.hasSeasonFactors() ? base * s : base + s;
            double q = form.hasSeasonFactors() ? (y - f) / s : y - f;
            double r = form.hasSeasonFactors() ? (y - f) / base : y - f;
            level = base + 0.3 * q;
            slope = phi * slope + beta * q;
            if (form.hasSeason()) {
                season[t % 24] = s + 0.2 * r;
            }
        }
        assertThat(state.level()).isCloseTo(level, within(1e-9 * Math.abs(level)));
        assertThat(state.season(1)).isCloseTo(form.hasSeason() ? season[1_000_000 % 24] : 0, within(1e-9 * 100));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void savedStateForecastsTheSameBits(EtsForm form) throws IOException {
        EtsState state = state(form, 7);
        Random random = new Random(11);
        for (int t = 0; t < 100; t++) {
            state.observe(90 + 20 * random.nextDouble());
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        state.writeTo(new DataOutputStream(bytes));
        EtsState restored = EtsState.readFrom(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
        assertThat(restored.means(20)).containsExactly(state.means(20));
        restored.observe(77);
        state.observe(77);
        assertThat(restored.means(20)).containsExactly(state.means(20));
        assertThat(restored.form()).isEqualTo(form);
    }

    @Test
    void copyIsIndependent() {
        EtsState state = state(EtsForm.parse("A,Ad,A"), 4);
        EtsState copy = state.copy();
        double[] before = copy.means(8);
        state.observe(500);
        assertThat(copy.means(8)).containsExactly(before);
        assertThat(state.means(8)).isNotEqualTo(before);
    }

    @Test
    void missingValueMovesTheStateByItsForecast() {
        EtsState state = state(EtsForm.parse("M,Ad,M"), 4);
        double[] ahead = state.means(6);
        state.observe(Double.NaN);
        state.observe(Double.NEGATIVE_INFINITY);
        double[] after = state.means(4);
        for (int h = 0; h < 4; h++) {
            assertThat(after[h]).isCloseTo(ahead[h + 2], within(1e-12 * ahead[h + 2]));
        }
    }

    @Test
    void runOfZerosLeavesAStateThatRecovers() {
        EtsState state = state(EtsForm.parse("M,A,M"), 12);
        for (int t = 0; t < 5_000; t++) {
            state.observe(0);
        }
        assertThat(state.mean()).isBetween(0.0, 1e-3);
        for (int t = 0; t < 600; t++) {
            state.observe(80);
        }
        assertThat(state.mean()).isCloseTo(80, within(8.0));
        assertThat(state.means(100)).doesNotContain(Double.NaN, Double.POSITIVE_INFINITY);
    }

    @Test
    void brokenBytesAreRefused() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        state(EtsForm.parse("A,N,A"), 4).writeTo(new DataOutputStream(bytes));
        byte[] broken = bytes.toByteArray();
        broken[3] = 'Q';
        assertThatThrownBy(() -> EtsState.readFrom(new DataInputStream(new ByteArrayInputStream(broken))))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("Maybe");
        byte[] cut = Arrays.copyOf(bytes.toByteArray(), 40);
        assertThatThrownBy(() -> EtsState.readFrom(new DataInputStream(new ByteArrayInputStream(cut))))
                .isInstanceOf(IOException.class);
    }

    private static EtsState state(EtsForm form, int period) {
        double phi = form.isDamped() ? 0.9 : 1;
        return new EtsState(form, new EtsParameters(0.3, 0.01, 0.2, phi), states(form, period));
    }

    private static EtsStates states(EtsForm form, int period) {
        double[] season = new double[form.hasSeason() ? period : 0];
        for (int i = 0; i < season.length; i++) {
            double wave = Math.sin(2 * Math.PI * i / period);
            season[i] = form.hasSeasonFactors() ? 1 + 0.3 * wave : 20 * wave;
        }
        return new EtsStates(100, form.hasTrend() ? 0.1 : 0, season);
    }
}
