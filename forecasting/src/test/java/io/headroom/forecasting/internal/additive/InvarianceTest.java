package io.headroom.forecasting.internal.additive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** What must not change the mode. */
class InvarianceTest {
    private static final double[] Y = Made.series("hourly");
    private static final AdditiveOptions OPTIONS = Made.options("hourly");

    @Test
    void aMultipleOfTheSeriesHasThatMultipleOfTheMean() {
        AdditiveFit plain = Made.fit(OPTIONS, Y);
        for (double factor = 1e-9; factor < 2e15; factor *= 1000) {
            AdditiveFit other = Made.fit(OPTIONS, Made.times(Y, factor));
            assertThat(other.objective()).isCloseTo(plain.objective(), within(1e-7));
            for (int step = 0; step < 1100; step += 37) {
                double expected = factor * plain.model().mean(step);
                assertThat(other.model().mean(step)).isCloseTo(expected, within(1e-9 * Math.abs(expected)));
            }
        }
    }

    /** Both prior and likelihood of a sine and cosine pair are the same in every phase. */
    @Test
    void theSameSeriesAtAnotherTimeHasTheSameMode() {
        AdditiveFit plain = Made.fit(OPTIONS, Y);
        for (long offset : new long[] {1, 100, 480_011, 1_000_000_000_007L, -77}) {
            AdditiveFit later = new AdditiveFitter(OPTIONS).fit(Y, offset, () -> false);
            assertThat(later.objective()).isCloseTo(plain.objective(), within(1e-7));
            for (int step = 0; step < 1100; step += 37) {
                assertThat(later.model().mean(offset + step))
                        .isCloseTo(plain.model().mean(step), within(1e-7));
            }
        }
    }

    @Test
    void missingValuesAtBothEndsChangeNothing() {
        double[] wide = new double[Y.length + 50];
        Arrays.fill(wide, Double.NaN);
        System.arraycopy(Y, 0, wide, 20, Y.length);
        AdditiveFit plain = Made.fit(OPTIONS, Y);
        AdditiveFit other = new AdditiveFitter(OPTIONS).fit(wide, -20, () -> false);
        assertThat(other.objective()).isCloseTo(plain.objective(), within(1e-7));
        assertThat(other.model().mean(1000)).isCloseTo(plain.model().mean(1000), within(1e-7));
    }

    @Test
    void harmonicsThatAShorterSeasonHasMayBeLeftOut() {
        AdditiveOptions twice = AdditiveOptions.of(Season.of(24, 4), Season.of(168, 16));
        AdditiveOptions once =
                AdditiveOptions.of(Season.of(24, 4), Season.of(168, 16).without(7));
        assertThat(Made.fit(once, Y).coefficients()).hasSize(2 + 8 + 28);
        for (int step = 0; step < 1100; step += 37) {
            assertThat(Made.fit(once, Y).model().mean(step))
                    .isCloseTo(Made.fit(twice, Y).model().mean(step), within(1e-3));
        }
    }

    @Test
    void theSameSeriesHasTheSameBits() {
        AdditiveFit once = Made.fit(OPTIONS, Y);
        AdditiveFit again = Made.fit(OPTIONS, Y.clone());
        assertThat(again.objective()).isEqualTo(once.objective());
        assertThat(again.coefficients()).isEqualTo(once.coefficients());
        assertThat(again.changes()).isEqualTo(once.changes());
    }

    /** Digits that another machine must print too. */
    @Test
    void bitsAreThoseOfEveryMachine() {
        AdditiveFit fit = Made.fit(OPTIONS, Y);
        assertThat(Double.toHexString(fit.model().mean(1000))).isEqualTo("0x1.0df440d8ad49cp7");
        assertThat(Double.toHexString(fit.objective())).isEqualTo("-0x1.9dfc77202cf3cp11");
    }
}
