package io.headroom.core;

import static io.headroom.core.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The expected values were computed with 60 digits (Python, mpmath 1.3.0): erfc(-z / sqrt(2)) / 2 for the distribution
 * function, and bisection of it for the quantile, each at the exact value of the double.
 */
class StandardNormalTest {
    @ParameterizedTest
    @CsvSource({
        "4.9e-324, -38.467405617144346251",
        "1e-300, -37.047096299361199237",
        "1e-100, -21.273453560965324294",
        "1e-20, -9.2623400897984075796",
        "1e-10, -6.3613409024040561991",
        "1e-5, -4.2648907939228246102",
        "0.001, -3.0902323061678135354",
        "0.025, -1.9599639845400542118",
        "0.05, -1.644853626951472688",
        "0.0749, -1.4402382675279636631",
        "0.0751, -1.4388253927525399824",
        "0.1, -1.2815515655446004353",
        "0.25, -0.6744897501960817432",
        "0.4, -0.25334710313579974132",
        "0.6, 0.25334710313579974132",
        "0.75, 0.6744897501960817432",
        "0.9, 1.2815515655446005935",
        "0.9249, 1.4388253927525403742",
        "0.9251, 1.4402382675279638594",
        "0.95, 1.6448536269514722843",
        "0.975, 1.9599639845400538556",
        "0.99, 2.3263478740408407676",
        "0.999, 3.0902323061678132778",
        "0.9999, 3.7190164854557083867",
        "0.9999999999, 6.3613408896974218642"
    })
    void quantileAgreesWithHighPrecision(double p, double expected) {
        assertThat(StandardNormal.quantile(p)).isCloseTo(expected, within(1e-15 * Math.max(1, Math.abs(expected))));
    }

    @ParameterizedTest
    @CsvSource({
        "-37, 5.7255712225245768227e-300",
        "-30, 4.9067139271481870595e-198",
        "-20, 2.7536241186062336951e-89",
        "-10, 7.619853024160526066e-24",
        "-7.08, 7.2077230864674785091e-13",
        "-7.07, 7.7466848656364783281e-13",
        "-5, 2.8665157187919391167e-7",
        "-3, 0.0013498980316300945267",
        "-1.96, 0.024997895148220436213",
        "-1, 0.15865525393145705141",
        "-0.5, 0.30853753872598689636",
        "-0.1, 0.46017216272297101633",
        "0, 0.5",
        "0.1, 0.53982783727702898367",
        "0.5, 0.69146246127401310364",
        "1, 0.84134474606854294859",
        "1.96, 0.97500210485177956379",
        "3, 0.99865010196836990547",
        "5, 0.99999971334842812081",
        "7.07, 0.99999999999922533151",
        "8, 0.9999999999999993779"
    })
    void cdfAgreesWithHighPrecision(double z, double expected) {
        assertThat(StandardNormal.cdf(z)).isCloseTo(expected, within(1e-15));
        // The lower tail keeps its leading digits too: 9 of them, and 7 from the continued fraction.
        if (z < 0) {
            assertThat(StandardNormal.cdf(z) / expected).isCloseTo(1, within(z < -7 ? 1e-7 : 1e-9));
        }
    }

    @Test
    void cdfOfTheFarTails() {
        assertThat(StandardNormal.cdf(Double.NEGATIVE_INFINITY)).isZero();
        assertThat(StandardNormal.cdf(-38)).isZero();
        assertThat(StandardNormal.cdf(38)).isEqualTo(1);
        assertThat(StandardNormal.cdf(Double.POSITIVE_INFINITY)).isEqualTo(1);
        assertThat(StandardNormal.cdf(Double.NaN)).isNaN();
    }

    /** Near 1 a double holds a probability no better than 1e-16, which the density turns into an error of the score. */
    @Test
    void quantileInvertsCdf() {
        for (double z = -36; z <= 8; z += 0.0625) {
            double density = Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
            double tolerance = 1e-7 + (z > 0 ? 2e-16 / density : 0);
            assertThat(StandardNormal.quantile(StandardNormal.cdf(z)))
                    .as("z %s", z)
                    .isCloseTo(z, within(tolerance));
        }
        for (double z = -6; z <= 4; z += 0.0625) {
            assertThat(StandardNormal.quantile(StandardNormal.cdf(z)))
                    .as("z %s", z)
                    .isCloseTo(z, within(1e-9));
        }
    }

    @Test
    void cdfInvertsQuantileAndBothRise() {
        long seed = 20130208;
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 10_000; i++) {
            double p = random.nextDouble(1e-9, 1 - 1e-9);
            double z = StandardNormal.quantile(p);
            assertThat(StandardNormal.cdf(z)).as("seed %d, p %s", seed, p).isCloseTo(p, within(2e-15));
            assertThat(StandardNormal.quantile(Math.min(p * 1.0001, 0.9999999999)))
                    .as("seed %d, p %s", seed, p)
                    .isGreaterThanOrEqualTo(z);
            assertThat(StandardNormal.quantile(1 - p))
                    .as("seed %d, p %s", seed, p)
                    .isCloseTo(-z, within(1e-6));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, -0.25, 1.5, Double.NaN, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY})
    void quantileRefusesWhatIsNoProbability(double p) {
        assertRefused(() -> StandardNormal.quantile(p), "probability " + p, "strictly between 0 and 1");
    }
}
