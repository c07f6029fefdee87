package io.headroom.forecasting.internal.ets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A fit does not depend on units: forecast(a y) = a forecast(y), and for additive forms forecast(y + b) too. */
class EtsEquivarianceTest {

    private static final int HORIZON = 24;

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "AirPassengers 1e-9",
                "AirPassengers 3.7",
                "AirPassengers 1e15",
                "UKgas 1e-9",
                "UKgas 7e6",
                "USAccDeaths 1e-12",
                "USAccDeaths 1e15",
                "lynx 0.3",
                "WWWusage 1e9"
            })
    void choiceScalesWithTheSeries(String name, double factor) {
        Classics.Series series = Classics.series(name);
        EtsModel plain = select(series.values(), series.period());
        EtsModel scaled = select(times(series.values(), factor), series.period());
        assertThat(scaled.form()).isEqualTo(plain.form());
        double[] expected = plain.means(plain.start(), HORIZON);
        double[] actual = scaled.means(scaled.start(), HORIZON);
        double[] variances = plain.variances(plain.start(), HORIZON);
        double[] scaledVariances = scaled.variances(scaled.start(), HORIZON);
        for (int h = 0; h < HORIZON; h++) {
            assertThat(actual[h]).isCloseTo(factor * expected[h], within(1e-8 * Math.abs(factor * expected[h])));
            double variance = factor * factor * variances[h];
            assertThat(scaledVariances[h]).isCloseTo(variance, within(1e-7 * variance));
        }
    }

    @Test
    void powersOfTwoScaleBitForBit() {
        Classics.Series series = Classics.series("AirPassengers");
        EtsModel plain = select(series.values(), series.period());
        EtsModel scaled = select(times(series.values(), 0x1p-40), series.period());
        assertThat(scaled.parameters()).isEqualTo(plain.parameters());
        double[] expected = times(plain.means(plain.start(), HORIZON), 0x1p-40);
        assertThat(scaled.means(scaled.start(), HORIZON)).containsExactly(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"A,N,N", "A,A,N", "A,Ad,N", "A,N,A", "A,A,A", "A,Ad,A"})
    void additiveFormsShiftWithTheSeries(String form) {
        double[] y = Classics.series("USAccDeaths").values();
        double[] shifted = y.clone();
        for (int t = 0; t < y.length; t++) {
            shifted[t] = y[t] - 123456;
        }
        EtsModel plain = fit(y, form);
        EtsModel moved = fit(shifted, form);
        double[] expected = plain.means(plain.start(), HORIZON);
        double[] actual = moved.means(moved.start(), HORIZON);
        for (int h = 0; h < HORIZON; h++) {
            assertThat(actual[h]).isCloseTo(expected[h] - 123456, within(1e-5));
        }
        assertThat(moved.logLikelihood()).isCloseTo(plain.logLikelihood(), within(1e-8));
    }

    @Test
    void largeOffsetKeepsTheVariation() {
        double[] y = Classics.series("nottem").values();
        for (int t = 0; t < y.length; t++) {
            y[t] += 1e12;
        }
        EtsModel model = select(y, 12);
        assertThat(model.form().hasRelativeError()).isFalse();
        assertThat(model.form().hasSeason()).isTrue();
        assertThat(Math.sqrt(model.sigma2())).isBetween(2.0, 2.6);
    }

    @Test
    void sameInputGivesTheSameBits() {
        double[] y = Classics.series("UKgas").values();
        EtsModel one = select(y, 4);
        EtsModel two = select(y, 4);
        assertThat(two.parameters()).isEqualTo(one.parameters());
        assertThat(two.logLikelihood()).isEqualTo(one.logLikelihood());
        assertThat(two.means(two.start(), 9)).containsExactly(one.means(one.start(), 9));
    }

    private static EtsModel select(double[] y, int period) {
        return new EtsFitter(EtsOptions.defaults())
                .select(y, period, () -> false)
                .model()
                .orElseThrow();
    }

    private static EtsModel fit(double[] y, String form) {
        return new EtsFitter(EtsOptions.defaults())
                .fit(y, 12, EtsForm.parse(form), () -> false)
                .model()
                .orElseThrow();
    }

    private static double[] times(double[] y, double factor) {
        double[] scaled = y.clone();
        for (int t = 0; t < y.length; t++) {
            scaled[t] *= factor;
        }
        return scaled;
    }
}
