package io.headroom.core;

import static io.headroom.core.Forecasts.GRID;
import static io.headroom.core.Forecasts.alone;
import static io.headroom.core.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class MarginalForecastTest {
    private static final double[] QUARTERS = {0.25, 0.5, 0.75};

    private static MarginalForecastBuilder builder() {
        return MarginalForecast.builder(GRID, 5);
    }

    private static MarginalForecast table(double... row) {
        return builder().mean(row[1]).quantiles(QUARTERS, new double[][] {row}).build();
    }

    @Test
    void normalQuantiles() {
        MarginalForecast f = builder().mean(10, 1).standardDeviation(2, 4).build();
        assertThat(f.quantile(1, 0.5)).isEqualTo(10);
        assertThat(f.quantile(1, 0.975)).isCloseTo(10 + 2 * 1.959963984540054, within(1e-12));
        assertThat(f.quantile(2, 0.1)).isZero();
        assertThat(f.quantile(2, 0.9)).isCloseTo(1 + 4 * 1.2815515655446004, within(1e-12));
        assertThat(f.standardDeviation(2)).isEqualTo(4);
        assertThat(f.thirdMoment(1)).isZero();
        assertThat(f.levels()).isEmpty();
    }

    @Test
    void tablesAreReadAtTheirLevels() {
        MarginalForecast f = table(4, 6, 10);
        assertThat(f.quantile(1, 0.25)).isEqualTo(4);
        assertThat(f.quantile(1, 0.5)).isEqualTo(6);
        assertThat(f.quantile(1, 0.75)).isEqualTo(10);
        assertThat(f.mean(1)).isEqualTo(6);
        assertThat(f.levels()).containsExactly(QUARTERS);
    }

    /** Linear in the normal score between the levels, in the same line beyond them, never below zero. */
    @Test
    void tablesAreLinearInTheNormalScore() {
        MarginalForecast f = table(4, 6, 10);
        double quartile = 0.6744897501960817;
        assertThat(f.quantile(1, StandardNormal.cdf(quartile / 2))).isCloseTo(8, within(1e-9));
        assertThat(f.quantile(1, StandardNormal.cdf(3 * quartile))).isCloseTo(18, within(1e-9));
        assertThat(f.quantile(1, StandardNormal.cdf(-2 * quartile))).isCloseTo(2, within(1e-9));
        assertThat(f.quantile(1, StandardNormal.cdf(-5 * quartile))).isZero();
    }

    @Test
    void tableOfANormalDistributionHasItsMoments() {
        double[] levels = {0.001, 0.3, 0.999};
        double[] row = Arrays.stream(levels)
                .map(p -> 20 + 3 * StandardNormal.quantile(p))
                .toArray();
        MarginalForecast f =
                builder().mean(20).quantiles(levels, new double[][] {row}).build();
        // The scores are cut off at 4, beyond which a normal variable has 0.06 % of its variance.
        assertThat(f.standardDeviation(1)).isCloseTo(3, within(0.005));
        assertThat(f.thirdMoment(1)).isCloseTo(0, within(1e-9));
    }

    /** The table of 3 + max(Z, 0); max(Z, 0) has mean m = phi(0), second moment 1/2 and third moment 2 m. */
    @Test
    void tableOfASkewedDistributionHasItsMoments() {
        double[][] row = {{3, 3, 3 + StandardNormal.quantile(0.9)}};
        MarginalForecast f =
                builder().mean(3.4).quantiles(new double[] {0.1, 0.5, 0.9}, row).build();
        double m = 1 / Math.sqrt(2 * Math.PI);
        assertThat(f.standardDeviation(1)).isCloseTo(Math.sqrt(0.5 - m * m), within(0.002));
        assertThat(f.thirdMoment(1)).isCloseTo(2 * m - 1.5 * m + 2 * m * m * m, within(0.005));
    }

    @Test
    void anotherDependenceLeavesTheDistributionsAsTheyAre() {
        MarginalForecast f =
                builder().mean(50, 60).standardDeviation(1, 2).impulse(1, 0.5).build();
        Dependence other = new Dependence(7, "own", List.of("shared"), List.of(0.6));
        MarginalForecast same = f.with(other);
        assertThat(same.dependence()).isEqualTo(other);
        assertThat(same.quantile(2, 0.9)).isEqualTo(f.quantile(2, 0.9));
        Window both = Window.of(0, 2);
        assertThat(same.maximumQuantile(both, 0.9)).isEqualTo(f.maximumQuantile(both, 0.9));
        assertThat(f.dependence()).as("the original stays").isNotEqualTo(other);
    }

    @Test
    void impulseWeightsTieTheSteps() {
        MarginalForecast wandering =
                builder().mean(50, 50).standardDeviation(1, 1).impulse(1).build();
        MarginalForecast jumping =
                builder().mean(50, 50).standardDeviation(1, 1).build();
        assertThat(correlation(wandering)).isCloseTo(Math.sqrt(0.5), within(0.03));
        assertThat(correlation(jumping)).isCloseTo(0, within(0.04));
        // Steps that go together have a smaller maximum and a wider sum.
        Window both = Window.of(0, 2);
        assertThat(wandering.maximumQuantile(both, 0.9)).isLessThan(jumping.maximumQuantile(both, 0.9));
        assertThat(wandering.sumQuantile(both, 0.9)).isGreaterThan(jumping.sumQuantile(both, 0.9));
    }

    private static double correlation(RateForecast f) {
        int n = 20_000;
        double sum = 0;
        for (int s = 0; s < n; s++) {
            double[] path = f.path(s);
            sum += (path[0] - 50) * (path[1] - 50);
        }
        return sum / n;
    }

    /** For normal steps the sum is normal: its quantile has a closed form. */
    @Test
    void sumOfNormalStepsHasAClosedForm() {
        MarginalForecast f = builder()
                .mean(50, 60, 70)
                .standardDeviation(3, 4, 5)
                .impulse(1, 0.5, 0)
                .build();
        double c12 = 0.5 / Math.sqrt(1.25);
        double c23 = 0.5 / 1.25;
        double variance = 9 + 16 + 25 + 2 * (12 * c12 + 20 * c23);
        for (double p : new double[] {0.05, 0.5, 0.9, 0.99}) {
            double expected = 180 + Math.sqrt(variance) * StandardNormal.quantile(p);
            assertThat(f.sumQuantile(Window.of(0, 3), p)).isCloseTo(expected, within(0.05 * Math.sqrt(variance)));
        }
    }

    /** For independent normal steps of equal law, P(max <= x) = P(one <= x)^n. */
    @Test
    void maximumOfIndependentStepsHasAClosedForm() {
        for (int n : new int[] {2, 4, 8, 16, 32, 40}) {
            double[] mean = new double[n];
            double[] deviation = new double[n];
            Arrays.fill(mean, 50);
            Arrays.fill(deviation, 4);
            MarginalForecast f =
                    builder().mean(mean).standardDeviation(deviation).build();
            for (double p : new double[] {0.5, 0.9, 0.95, 0.99}) {
                double covered = Math.pow(StandardNormal.cdf((f.maximumQuantile(Window.of(0, n), p) - 50) / 4), n);
                // One standard error of as many independent points.
                assertThat(covered)
                        .as("%d steps", n)
                        .isCloseTo(p, within(Math.sqrt(p * (1 - p) / GaussianWindow.POINTS)));
            }
        }
    }

    @Test
    void isACopy() {
        double[] mean = {1, 2};
        double[] deviation = {1, 1};
        double[] impulse = {1, 0.5};
        MarginalForecast f = builder()
                .mean(mean)
                .standardDeviation(deviation)
                .impulse(impulse)
                .build();
        mean[0] = 99;
        deviation[0] = 99;
        impulse[0] = 99;
        f.impulse()[1] = 99;
        assertThat(f)
                .isEqualTo(builder()
                        .mean(1, 2)
                        .standardDeviation(1, 1)
                        .impulse(1, 0.5)
                        .build());
        double[][] rows = {{4, 6, 10}};
        MarginalForecast t = builder().mean(6).quantiles(QUARTERS, rows).build();
        rows[0][0] = 0;
        t.levels()[0] = 0.9;
        assertThat(t).isEqualTo(table(4, 6, 10));
    }

    @Test
    void equalityCountsEverything() {
        MarginalForecast f = builder().mean(1, 2).standardDeviation(1, 1).build();
        assertThat(f)
                .isNotEqualTo(MarginalForecast.builder(GRID, 6)
                        .mean(1, 2)
                        .standardDeviation(1, 1)
                        .build());
        assertThat(f).isNotEqualTo(builder().mean(1, 3).standardDeviation(1, 1).build());
        assertThat(f).isNotEqualTo(builder().mean(1, 2).standardDeviation(1, 2).build());
        assertThat(f)
                .isNotEqualTo(
                        builder().mean(1, 2).standardDeviation(1, 1).impulse(1).build());
        assertThat(f)
                .isNotEqualTo(
                        builder().mean(1, 2).standardDeviation(1, 1).skipped(2).build());
        assertThat(f)
                .isNotEqualTo(builder()
                        .mean(1, 2)
                        .standardDeviation(1, 1)
                        .dependence(alone("x"))
                        .build());
        assertThat(table(4, 6, 10)).isNotEqualTo(table(4, 6, 11));
    }

    @Test
    void certainHasNoSpread() {
        RateForecast f = RateForecast.certain(GRID, 5, 3, 0, 8);
        for (double p : new double[] {0.001, 0.5, 0.999}) {
            assertThat(f.quantile(1, p)).isEqualTo(3);
            assertThat(f.maximumQuantile(Window.of(0, 3), p)).isEqualTo(8);
            assertThat(f.maximumQuantile(Window.of(0, 2), p)).isEqualTo(3);
            assertThat(f.sumQuantile(Window.of(0, 3), p)).isEqualTo(11);
        }
        assertThat(f.path(77)).containsExactly(3, 0, 8);
        assertRefused(() -> RateForecast.certain(GRID, 5), "horizon 0", "[1, ");
        assertRefused(() -> RateForecast.certain(GRID, 5, -1), "forecast mean -1.0", "0 or more");
    }

    @Test
    void refusals() {
        assertRefused(() -> builder().build(), "horizon 0", "[1, ");
        assertRefused(() -> builder().mean(1, 2).build(), "0 standard deviations", "as many as the 2 means");
        assertRefused(
                () -> builder().mean(1).standardDeviation(-1).build(), "forecast standard deviation -1.0", "0 or");
        assertRefused(() -> builder().mean(Double.NaN).standardDeviation(1).build(), "forecast mean NaN", "0 or more");
        assertRefused(() -> valid().impulse().build(), "number of impulse weights 0", "[1, ");
        assertRefused(() -> valid().impulse(0, 1).build(), "first impulse weight 0.0", "above 0");
        assertRefused(() -> valid().impulse(1, Double.NaN).build(), "impulse weight NaN", "finite");
        assertRefused(() -> valid().skipped(-1).build(), "steps skipped -1", "[0, ");
        assertRefused(() -> table(4, 3, 10), "forecast quantile 3.0", "must not be below the one before, 4.0");
        assertRefused(() -> table(-4, 3, 10), "forecast quantile -4.0", "0 or more");
        assertRefused(() -> table(4, 6), "2 quantiles of a step", "as many as the 3 levels");
        assertRefused(
                () -> builder()
                        .mean(1, 2)
                        .quantiles(QUARTERS, new double[][] {{1, 2, 3}})
                        .build(),
                "1 rows of quantiles",
                "as many as the 2 means");
        double[][] two = {{1, 2}};
        assertRefused(() -> builder().mean(1).quantiles(new double[] {0.5}, two).build(), "quantile levels 1", "[2, ");
        assertRefused(
                () -> builder().mean(1).quantiles(new double[] {0.5, 0.5}, two).build(),
                "quantile level 0.5",
                "above the one");
        assertRefused(
                () -> builder().mean(1).quantiles(new double[] {5, 95}, two).build(), "quantile level 5.0", "0 and 1");
    }

    private static MarginalForecastBuilder valid() {
        return builder().mean(1).standardDeviation(1);
    }
}
