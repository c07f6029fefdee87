package io.headroom.forecasting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.headroom.core.StandardNormal;
import java.util.Arrays;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorLawTest {
    private static final int N = 5000;
    private static final long SEED = 4;

    /** Means of a day with a quiet night. */
    private static double[] profile(double level) {
        double[] means = new double[N];
        Arrays.setAll(means, i -> level * (1 + 0.9 * StrictMath.sin(2 * Math.PI * i / 24)));
        return means;
    }

    private static double[] counts(double[] means, long seed) {
        Random random = new Random(seed);
        return Arrays.stream(means).map(mean -> Rates.poisson(random, mean)).toArray();
    }

    private static ErrorLaw learn(double[] means, double[] values, double deviation, boolean additive) {
        double[] errors = new double[values.length];
        Arrays.setAll(errors, i -> values[i] - means[i]);
        double[] deviations = new double[values.length];
        Arrays.fill(deviations, deviation);
        return ErrorLaw.learn(means, errors, deviations, additive);
    }

    /** The law of errors of deviation 1 around a mean of 1000, far from zero. */
    private static ErrorLaw shape(ToDoubleFunction<Random> error) {
        Random random = new Random(SEED);
        double[] means = new double[N];
        Arrays.fill(means, 1000);
        double[] values = new double[N];
        Arrays.setAll(values, i -> 1000 + error.applyAsDouble(random));
        return learn(means, values, 1, false);
    }

    private static double quantile(ErrorLaw law, double mean, double deviation, double weight, double level) {
        int k = Arrays.binarySearch(EmpiricalShape.levels(), level);
        return law.quantiles(mean, deviation, weight, new LiveCalibration())[k];
    }

    private static double coverage(ErrorLaw law, double[] means, double[] values, double deviation, double level) {
        int inside = 0;
        for (int i = 0; i < values.length; i++) {
            inside += values[i] <= quantile(law, means[i], deviation * law.size(means[i]), 1, level) ? 1 : 0;
        }
        return (double) inside / values.length;
    }

    /**
     * Poisson counts whose variance is their mean. A learned quantile covers its level up to sqrt(p (1 - p) / n), 0.003
     * at 0.95 and 0.0014 at 0.99, three times that in and out of sample; and a count covers more than its level by up
     * to half of its probability, 0.02 and 0.005 here.
     */
    @ParameterizedTest
    @ValueSource(doubles = {10, 40, 400})
    void countsAreCoveredInAndOutOfSample(double level) {
        double[] means = profile(level);
        double[] seen = counts(means, SEED);
        double deviation = Math.sqrt(level);
        ErrorLaw law = learn(means, seen, deviation, true);
        for (double[] values : new double[][] {seen, counts(means, SEED + 1)}) {
            assertThat(coverage(law, means, values, deviation, 0.95))
                    .as("0.95, seed 4")
                    .isBetween(0.94, 0.975);
            assertThat(coverage(law, means, values, deviation, 0.99))
                    .as("0.99, seed 4")
                    .isBetween(0.985, 0.998);
        }
    }

    @Test
    void theSizeOfCountsGrowsWithTheSquareRootOfTheirMean() {
        double[] means = profile(100);
        ErrorLaw law = learn(means, counts(means, SEED), 10, true);
        for (double mean : new double[] {25, 100, 190}) {
            assertThat(law.size(mean)).as("size at %s", mean).isCloseTo(Math.sqrt(mean / 100), within(0.08));
        }
    }

    @Test
    void errorsOfTheSameSizeEverywhereAreSeenAsThat() {
        double[] means = profile(100);
        Random random = new Random(SEED);
        double[] values = Arrays.stream(means)
                .map(mean -> mean + 7 * random.nextGaussian())
                .toArray();
        ErrorLaw law = learn(means, values, 7, true);
        for (double mean : new double[] {10, 100, 190}) {
            assertThat(law.size(mean)).as("size at %s", mean).isCloseTo(1, within(0.07));
        }
    }

    /** The last value as a mean is often zero where the next one is not: then no law may be certain of zero. */
    @Test
    void aMeanOfZeroIsNotCertain() {
        Random random = new Random(SEED);
        double[] values = new double[N];
        Arrays.setAll(values, i -> Rates.poisson(random, 1.5));
        double[] means = new double[N];
        System.arraycopy(values, 0, means, 1, N - 1);
        double deviation = Math.sqrt(3);
        ErrorLaw law = learn(means, values, deviation, true);
        // Errors are whole numbers, each with up to 0.05 of the probability, and a quantile may fall just short of one.
        assertThat(coverage(law, means, values, deviation, 0.95)).isBetween(0.92, 0.99);
        assertThat(coverage(law, means, values, deviation, 0.99)).isBetween(0.975, 1.0);
        assertThat(quantile(law, 0, deviation * law.size(0), 1, 0.95)).isGreaterThan(1);
    }

    /**
     * Student's t with 3 degrees of freedom, scaled to deviation 1, has quantiles 2.62 at 0.99 and 5.90 at 0.999, the
     * normal law 2.33 and 3.09.
     */
    @Test
    void heavyTailsAreHeavy() {
        ErrorLaw law = shape(random -> random.nextGaussian()
                / Math.sqrt((square(random) + square(random) + square(random)) / 3)
                / Math.sqrt(3));
        assertThat(quantile(law, 1000, 1, 1, 0.99) - 1000).isBetween(2.4, 2.9);
        assertThat(quantile(law, 1000, 1, 1, 0.999) - 1000).isBetween(4.3, 8.0);
        assertThat(1000 - quantile(law, 1000, 1, 1, 0.001)).isBetween(4.3, 8.0);
    }

    private static double square(Random random) {
        double z = random.nextGaussian();
        return z * z;
    }

    /** An exponential error minus its mean of 1 has quantiles -0.95 at 0.05 and 3.61 at 0.99. */
    @Test
    void skewedErrorsAreSkewedOneStepAheadAndNormalFarAhead() {
        ErrorLaw law = shape(random -> -StrictMath.log(1 - random.nextDouble()) - 1);
        assertThat(quantile(law, 1000, 1, 1, 0.05) - 1000).isCloseTo(-0.95, within(0.05));
        assertThat(quantile(law, 1000, 1, 1, 0.99) - 1000).isCloseTo(3.61, within(0.3));
        assertThat(quantile(law, 1000, 1, 0, 0.99) - 1000).isCloseTo(StandardNormal.quantile(0.99), within(1e-12));
        double between = quantile(law, 1000, 1, 0.5, 0.99) - 1000;
        assertThat(between).isBetween(2.5, 3.4);
    }

    @Test
    void levelsRiseAndQuantilesDoNotFall() {
        ErrorLaw law = shape(random -> Math.round(2 * random.nextGaussian()));
        double[] levels = EmpiricalShape.levels();
        for (double mean : new double[] {0, 0.5, 3, 1e6}) {
            double[] row = law.quantiles(mean, 2, 0.8, new LiveCalibration());
            for (int k = 1; k < row.length; k++) {
                assertThat(levels[k]).isGreaterThan(levels[k - 1]);
                assertThat(row[k]).isGreaterThanOrEqualTo(row[k - 1]);
                assertThat(row[k]).isNotNegative();
            }
        }
    }

    @Test
    void fewErrorsOrNoneLeaveTheNormalLaw() {
        for (int n : new int[] {0, 1, 20, 49}) {
            double[] means = new double[n];
            double[] values = new double[n];
            Arrays.setAll(values, i -> i % 3);
            ErrorLaw law = learn(means, values, 1, true);
            assertThat(quantile(law, 100, 1, 1, 0.99)).isEqualTo(100 + StandardNormal.quantile(0.99));
        }
        double[] same = new double[200];
        ErrorLaw exact = learn(same, same, 0, true);
        assertThat(exact.quantiles(5, 0, 1, new LiveCalibration())).containsOnly(5);
    }
}
