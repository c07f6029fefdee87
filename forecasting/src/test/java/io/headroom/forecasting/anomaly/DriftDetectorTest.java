package io.headroom.forecasting.anomaly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DriftDetectorTest {
    /** Errors until drift, at most so many. */
    private static int delay(double bias, long seed, int most) {
        DriftDetector drift = new DriftDetector();
        Random random = new Random(seed);
        for (int i = 1; i <= most; i++) {
            if (drift.observe(bias + random.nextGaussian())) {
                return i;
            }
        }
        return Integer.MAX_VALUE;
    }

    /** limit / (bias - slack) errors on average. */
    @ParameterizedTest
    @CsvSource({"0.5, 60, 100", "-0.5, 60, 100", "1, 23, 33", "-1, 23, 33", "2, 10, 14"})
    void aBiasIsDriftAfterAsManyErrorsAsItIsLarge(double bias, double least, double most) {
        double sum = 0;
        for (int seed = 0; seed < 200; seed++) {
            sum += delay(bias, seed, 10_000);
        }
        assertThat(sum / 200).as("seeds 0 to 199").isBetween(least, most);
    }

    @Test
    void chanceIsNoDrift() {
        int alarms = 0;
        for (int seed = 0; seed < 100; seed++) {
            alarms += delay(0, seed, 10_000) <= 10_000 ? 1 : 0;
        }
        assertThat(alarms)
                .as("in 100 runs of 10,000 errors, expected 6; seeds 0 to 99")
                .isLessThanOrEqualTo(14);
    }

    @Test
    void spikesAreNoDrift() {
        DriftDetector drift = new DriftDetector();
        Random random = new Random(7);
        for (int i = 0; i < 5000; i++) {
            boolean spike = i % 100 == 50;
            assertThat(drift.observe(spike ? 1e9 : random.nextGaussian()))
                    .as("error %d, seed 7", i)
                    .isFalse();
        }
    }

    @Test
    void missingErrorsChangeNothingAndAResetForgets() {
        DriftDetector drift = new DriftDetector(0.5, 4);
        assertThat(drift.observe(2)).isFalse();
        assertThat(drift.observe(Double.NaN)).isFalse();
        assertThat(drift.statistic()).isEqualTo(1.5);
        assertThat(drift.observe(Double.POSITIVE_INFINITY)).isFalse();
        assertThat(drift.observe(0.6)).isTrue();
        assertThat(drift.isDrifting()).isTrue();
        drift.reset();
        assertThat(drift.isDrifting()).isFalse();
        assertThat(drift.statistic()).isZero();
    }

    @Test
    void settingsOutsideTheirRangeAreNamed() {
        assertThatThrownBy(() -> new DriftDetector(3, 20)).hasMessageContaining("slack 3.0");
        assertThatThrownBy(() -> new DriftDetector(-0.1, 20)).hasMessageContaining("slack -0.1");
        assertThatThrownBy(() -> new DriftDetector(0.2, 0)).hasMessageContaining("limit");
    }
}
