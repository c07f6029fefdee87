package io.headroom.forecasting.lstm.internal.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class RatioTest {
    @Test
    void exponentialAndLogarithmAreRightToThirteenDigits() {
        Random random = new Random(1);
        for (int i = 0; i < 10_000; i++) {
            double x = 20 * random.nextGaussian();
            assertThat(Elementary.exp(x) / StrictMath.exp(x)).isCloseTo(1, within(1e-13));
            double y = StrictMath.exp(x);
            assertThat(Elementary.log(y)).isCloseTo(StrictMath.log(y), within(1e-13 * (1 + Math.abs(x))));
        }
        assertThat(Elementary.exp(0)).isEqualTo(1);
        assertThat(Elementary.log(1)).isZero();
        assertThat(Elementary.exp(-1000)).isZero();
    }

    @Test
    void theLevelIsZeroAndTheWayBackIsExact() {
        for (double level : new double[] {1e-300, 0.05, 3, 1e15, 1e100}) {
            assertThat(Ratio.of(level, level)).isZero();
            assertThat(Ratio.rate(0, level)).isEqualTo(level);
            assertThat(Ratio.rate(Ratio.of(3 * level, level), level)).isCloseTo(3 * level, within(1e-5 * level));
            assertThat(Ratio.rate(Ratio.of(0, level), level)).isLessThan(1e-6 * level);
            assertThat(Ratio.rate(-100, level)).isZero();
        }
        assertThat(Ratio.of(5, 0)).isZero();
        assertThat(Ratio.of(1e300, 1e-300)).isEqualTo(Ratio.of(1e4, 1)).isLessThanOrEqualTo(7);
    }

    @Test
    void aChangeOfUnitsDoesNotMoveIt() {
        Random random = new Random(2);
        for (int i = 0; i < 10_000; i++) {
            double rate = random.nextDouble();
            double level = random.nextDouble();
            assertThat(Ratio.of(rate * 1000, level * 1000)).isEqualTo(Ratio.of(rate, level));
        }
    }
}
