package io.headroom.forecasting.internal.arima;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Tests for differences. The choices on classic series are compared with R's in {@link ArimaChoiceTest}. */
class DifferencingTest {
    /** urca::ur.kpss(as.numeric(AirPassengers), type = "mu", use.lag = 4), R 4.2.2. */
    @Test
    void kpssIsThatOfR() {
        assertThat(Differencing.kpss(Classics.values("AirPassengers"), 4)).isCloseTo(2.73947362096, within(1e-9));
    }

    @Test
    void aPureSeasonIsStrongAndNoiseIsNot() {
        double[] season = new double[240];
        Arrays.setAll(season, t -> t % 12);
        assertThat(Differencing.strength(season, 12)).isGreaterThan(0.999);
        double[] noise = new Random(3).doubles(240).toArray();
        assertThat(Differencing.strength(noise, 12)).isLessThan(0.64);
        assertThat(Differencing.seasonal(season, 12)).isEqualTo(1);
        assertThat(Differencing.seasonal(noise, 12)).isZero();
        assertThat(Differencing.seasonal(Arrays.copyOf(season, 24), 12))
                .as("two seasons are too few")
                .isZero();
    }

    @Test
    void aParabolaIsDifferencedTwiceAndAConstantNever() {
        double[] parabola = new double[100];
        Arrays.setAll(parabola, t -> t * t);
        assertThat(Differencing.ordinary(parabola, 1e4)).isEqualTo(2);
        assertThat(Differencing.ordinary(new double[100], 1)).isZero();
    }
}
