package io.headroom.forecasting.anomaly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.headroom.core.MarginalForecast;
import io.headroom.core.RateForecast;
import io.headroom.core.StandardNormal;
import io.headroom.core.TimeGrid;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OneStepLawTest {
    private static final double[] SCORES = {-3, -2.5, -2, -1.5, -1, 0, 1, 1.5, 2, 2.5, 3};

    /** A forecast whose quantile at Phi(s) is the mean plus so many deviations of 10. */
    private static RateForecast forecast(double mean, double... errors) {
        double[] levels = new double[SCORES.length];
        double[] quantiles = new double[SCORES.length];
        for (int k = 0; k < SCORES.length; k++) {
            levels[k] = StandardNormal.cdf(SCORES[k]);
            quantiles[k] = Math.max(0, mean + 10 * errors[k]);
        }
        return MarginalForecast.builder(TimeGrid.of(Duration.ofHours(1)), 0)
                .mean(mean)
                .quantiles(levels, new double[][] {quantiles})
                .build();
    }

    @Test
    void aNormalForecastHasItsErrorsAsScores() {
        OneStepLaw law = OneStepLaw.of(forecast(1000, SCORES), 1000, 10);
        for (double error = -50; error <= 50; error += 0.25) {
            assertThat(law.score(error)).as("error %s", error).isCloseTo(error, within(1e-6));
        }
    }

    /** Skewed to the right: the same error is less of a surprise above than below. */
    @Test
    void aSkewedForecastHasTheScoresOfItsQuantiles() {
        double[] errors = {-1.5, -1.4, -1.2, -1, -0.8, -0.1, 1, 2, 3.5, 5, 8};
        OneStepLaw law = OneStepLaw.of(forecast(1000, errors), 1000, 10);
        for (int k = 0; k < errors.length; k++) {
            if (k != 5) {
                assertThat(law.score(errors[k])).as("quantile %d", k).isCloseTo(SCORES[k], within(1e-6));
            }
        }
        assertThat(law.score(16)).isCloseTo(6, within(1e-6));
        assertThat(law.score(-3)).isCloseTo(-6, within(1e-6));
        double before = Double.NEGATIVE_INFINITY;
        for (double error = -20; error <= 20; error += 0.01) {
            double score = law.score(error);
            assertThat(score).as("error %s", error).isGreaterThanOrEqualTo(before);
            before = score;
        }
    }

    /** A mean of 10 with deviation 10: the quantiles stop at 0, one deviation below, and no rate is lower. */
    @Test
    void whereQuantilesStopAtZeroARateOfZeroIsNoSurprise() {
        OneStepLaw law = OneStepLaw.of(forecast(10, SCORES), 10, 10);
        assertThat(law.score(-1)).isCloseTo(-1, within(1e-6));
        assertThat(law.score(3)).isCloseTo(3, within(1e-6));
    }

    /** By SciPy 1.17: -(numpy.log(2) + scipy.special.log_ndtr(-s)). */
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "1, 1.147874464449318",
        "3, 5.914579040950405",
        "-3, 5.914579040950405",
        "8, 34.32028997935461",
        "29.99, 453.32781412390824",
        "30.01, 453.9284793172813"
    })
    void theSurpriseIsTheLogarithmOfBothTails(double score, double nats) {
        assertThat(OneStepLaw.surprise(score)).isCloseTo(nats, within(1e-7));
    }

    @Test
    void theSurpriseRisesWithoutAStep() {
        double before = -1;
        for (double s = 0; s < 60; s += 0.01) {
            double surprise = OneStepLaw.surprise(s);
            assertThat(surprise).as("score %s", s).isGreaterThan(before).isLessThan(before + 1.01);
            before = surprise;
        }
        assertThat(OneStepLaw.surprise(OneStepLaw.LARGEST)).isBetween(5e5, 5.1e5);
    }
}
