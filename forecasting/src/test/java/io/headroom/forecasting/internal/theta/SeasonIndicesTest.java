package io.headroom.forecasting.internal.theta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Season test, moving average and classical decomposition. */
class SeasonIndicesTest {
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 7, 12, 24})
    void theMovingAverageIsTheSumTakenAtEachStep(int m) {
        Random random = new Random(m);
        double[] y = random.doubles(5 * m + 1).toArray();
        y[2 * m] = 1e9;
        double[] average = MovingAverage.centred(y, m);
        for (int t = m / 2; t < y.length - m / 2; t++) {
            double sum = 0;
            for (int k = -(m / 2); k <= m / 2; k++) {
                double weight = m % 2 == 0 && Math.abs(k) == m / 2 ? 0.5 : 1;
                sum += weight * y[t + k];
            }
            assertThat(average[t]).isCloseTo(sum / m, within(1e-12 * sum));
        }
        assertThat(average[m / 2 - 1]).isNaN();
    }

    /** A line passes the moving average unchanged, so that the season comes out exactly. */
    @ParameterizedTest
    @CsvSource({"3", "4", "12"})
    void aSeasonOnALineComesOut(int period) {
        double[] differences = new double[5 * period];
        double[] factors = new double[5 * period];
        for (int t = 0; t < differences.length; t++) {
            double turn = (t % period) - (period - 1) / 2.0;
            differences[t] = 10 + 0.5 * t + turn;
            factors[t] = 40 * (1 + turn / period);
        }
        SeasonIndices added = SeasonIndices.of(differences, period, Adjustment.DIFFERENCE, 0);
        SeasonIndices times = SeasonIndices.of(factors, period, Adjustment.FACTOR, 0);
        for (int k = 0; k < period; k++) {
            double turn = k - (period - 1) / 2.0;
            assertThat(added.at(k)).isCloseTo(turn, within(1e-12));
            assertThat(times.at(k)).isCloseTo(1 + turn / period, within(1e-12));
        }
        assertThat(times.withoutSeason(factors))
                .usingComparatorWithPrecision(1e-9)
                .containsOnly(40);
    }

    @Test
    void aSeasonIsTestedAtItsLag() {
        Random random = new Random(5);
        double[] noise = random.doubles(96).toArray();
        double[] season = new double[96];
        for (int t = 0; t < season.length; t++) {
            season[t] = noise[t] + (t % 24 < 8 ? 2 : 0);
        }
        assertThat(SeasonTest.isSeasonal(noise, 24)).isFalse();
        assertThat(SeasonTest.isSeasonal(season, 24)).isTrue();
        assertThat(SeasonTest.isSeasonal(Arrays.copyOf(season, 48), 24)).isFalse();
        assertThat(SeasonTest.isSeasonal(new double[96], 24)).isFalse();
    }

    /** So many lags that not all are looked at: the verdict stays. */
    @Test
    void aLongSeasonIsTestedToo() {
        int day = 1440;
        Random random = new Random(6);
        double[] y = new double[10 * day];
        for (int t = 0; t < y.length; t++) {
            y[t] = random.nextGaussian() + 0.5 * StrictMath.sin(2 * Math.PI * (t % day) / day);
        }
        assertThat(SeasonTest.isSeasonal(y, day)).isTrue();
    }

    @Test
    void factorsNeedPositiveValuesThatCanBeDivided() {
        double[] zeros = {1, 2, 0, 1, 2, 0, 1, 2, 0};
        double[] tiny = {1, 2, 1e-5, 1, 2, 1e-5, 1, 2, 1e-5};
        assertThat(new Sample(zeros).season(3, Adjustment.FACTOR)).isEmpty();
        assertThat(new Sample(zeros).season(3, Adjustment.LOGARITHM)).isEmpty();
        assertThat(new Sample(tiny).season(3, Adjustment.FACTOR)).isEmpty();
        assertThat(new Sample(tiny).season(3, Adjustment.LOGARITHM)).isPresent();
        assertThat(new Sample(zeros).season(3, Adjustment.DIFFERENCE)).isPresent();
    }

    @Test
    void threeSeasonsThatAreAlikeAreASeason() {
        Random random = new Random(5);
        double[] days = new double[72];
        Arrays.setAll(
                days, t -> 20 + 3 * StrictMath.sin(2 * Math.PI * t / 24) + 0.3 * random.nextGaussian() + 0.05 * t);
        assertThat(SeasonTest.isSeasonal(days, 24)).isTrue();
    }

    @Test
    void fewValuesThatWanderRiseOrBendAreNoSeason() {
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            double[] walk = new double[72];
            for (int t = 1; t < walk.length; t++) {
                walk[t] = walk[t - 1] + random.nextGaussian();
            }
            assertThat(SeasonTest.isSeasonal(walk, 24)).as("walk " + seed).isFalse();
        }
        double[] line = new double[72];
        Arrays.setAll(line, t -> 5 + 2.0 * t);
        assertThat(SeasonTest.isSeasonal(line, 24)).isFalse();
        double[] bend = new double[72];
        Arrays.setAll(bend, t -> (double) t * t);
        assertThat(SeasonTest.isSeasonal(bend, 24)).isFalse();
    }
}
