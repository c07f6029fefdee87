package io.headroom.core;

import static io.headroom.core.Forecasts.GRID;
import static io.headroom.core.Forecasts.HORIZON;
import static io.headroom.core.Forecasts.alone;
import static io.headroom.core.Forecasts.normal;
import static io.headroom.core.Forecasts.sampled;
import static io.headroom.core.Forecasts.skewed;
import static io.headroom.core.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SumForecastTest {
    private static final MarginalForecast A = normal(50, 6, alone("a").with("f", 0.6), Forecasts.LASTING);
    private static final MarginalForecast B = normal(30, 4, alone("b").with("f", 0.5), Forecasts.LASTING);

    @Test
    void twiceANormalFlowIsTheFlowTimesTwo() {
        assertSame(A.plus(A), A.times(2), 1e-9);
    }

    /** Three moments stand for the table: equal up to a fifth of the spread of a step. */
    @Test
    void twiceASkewedFlowIsTheFlowTimesTwo() {
        MarginalForecast skewed = skewed(20, 0.4, alone("s").with("f", 0.7), Forecasts.FADING);
        assertSame(skewed.plus(skewed), skewed.times(2), 0.2 * 2 * skewed.standardDeviation(HORIZON));
    }

    private static void assertSame(RateForecast actual, RateForecast expected, double tolerance) {
        for (double p : new double[] {0.05, 0.1, 0.5, 0.9, 0.95, 0.99}) {
            for (int step = 1; step <= HORIZON; step++) {
                assertThat(actual.mean(step)).isCloseTo(expected.mean(step), within(1e-9));
                assertThat(actual.quantile(step, p))
                        .as("p %s", p)
                        .isCloseTo(expected.quantile(step, p), within(tolerance));
            }
            for (Window w : Forecasts.windows()) {
                assertThat(actual.maximumQuantile(w, p))
                        .as("maximum, %s, p %s", w, p)
                        .isCloseTo(expected.maximumQuantile(w, p), within(tolerance));
                assertThat(actual.sumQuantile(w, p))
                        .as("sum, %s, p %s", w, p)
                        .isCloseTo(expected.sumQuantile(w, p), within(tolerance * w.length()));
            }
        }
    }

    @Test
    void varianceFollowsTheLoadings() {
        SumForecast sum = (SumForecast) A.plus(B);
        SumForecast apart = (SumForecast) A.plus(normal(30, 4, alone("b"), Forecasts.LASTING));
        SumForecast otherSeed = (SumForecast)
                A.plus(normal(30, 4, Dependence.independent(8, "b").with("f", 0.5), Forecasts.LASTING));
        for (int step = 1; step <= HORIZON; step++) {
            double a = A.standardDeviation(step);
            double b = B.standardDeviation(step);
            assertThat(sum.standardDeviation(step)).isCloseTo(Math.sqrt(a * a + b * b + 2 * 0.3 * a * b), within(1e-9));
            assertThat(apart.standardDeviation(step)).isCloseTo(Math.hypot(a, b), within(1e-9));
            assertThat(otherSeed.standardDeviation(step)).isCloseTo(Math.hypot(a, b), within(1e-9));
        }
    }

    @Test
    void meansAddUp() {
        long seed = 4;
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < 50; round++) {
            List<RateForecast> terms = randomTerms(random);
            RateForecast sum = RateForecast.sum(terms);
            for (int h = 1; h <= HORIZON; h++) {
                int step = h;
                double expected = terms.stream().mapToDouble(t -> t.mean(step)).sum();
                assertThat(sum.mean(step))
                        .as("seed %d, round %d", seed, round)
                        .isCloseTo(expected, within(1e-9 * expected));
            }
        }
    }

    @Test
    void independentFlowsNeedLessThanTheSumOfTheirQuantiles() {
        List<RateForecast> terms = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            terms.add(
                    i % 2 == 0
                            ? normal(20 + i, 3, alone("n" + i), Forecasts.FADING)
                            : skewed(20 + i, 0.3, alone("s" + i), Forecasts.FADING));
        }
        RateForecast sum = RateForecast.sum(terms);
        for (double p : new double[] {0.8, 0.9, 0.95, 0.99}) {
            for (Window w : Forecasts.windows()) {
                double apart =
                        terms.stream().mapToDouble(t -> t.maximumQuantile(w, p)).sum();
                double together = sum.maximumQuantile(w, p);
                assertThat(together).as("%s, p %s", w, p).isLessThan(apart);
                assertThat(sum.sumQuantile(w, p))
                        .as("%s, p %s", w, p)
                        .isLessThan(terms.stream()
                                .mapToDouble(t -> t.sumQuantile(w, p))
                                .sum());
            }
        }
    }

    @Test
    void flowsThatMoveAsOneNeedTheSumOfTheirQuantiles() {
        MarginalForecast one = normal(50, 6, alone("one").with("f", 1), Forecasts.LASTING);
        MarginalForecast two = normal(20, 3, alone("two").with("f", 1), Forecasts.LASTING);
        RateForecast sum = one.plus(two);
        for (int step = 1; step <= HORIZON; step++) {
            assertThat(sum.quantile(step, 0.95))
                    .isCloseTo(one.quantile(step, 0.95) + two.quantile(step, 0.95), within(1e-9));
        }
    }

    @Test
    void sumsAreTakenApart() {
        MarginalForecast c = normal(10, 1, alone("c"), Forecasts.NONE);
        RateForecast left = A.plus(B).plus(c);
        assertThat(left).isEqualTo(A.plus(B.plus(c))).isEqualTo(RateForecast.sum(List.of(A, B, c)));
        assertThat(((SumForecast) left).terms()).containsExactly(A, B, c);
        assertThat(left).isNotEqualTo(A.plus(B));
        assertThat(left.times(3)).isEqualTo(RateForecast.sum(List.of(A.times(3), B.times(3), c.times(3))));
    }

    @Test
    void pathsAddUpScenarioByScenario() {
        RateForecast sum = A.plus(B);
        for (long s = 0; s < 20; s++) {
            double[] a = A.path(s);
            double[] b = B.path(s);
            double[] both = sum.path(s);
            for (int h = 0; h < HORIZON; h++) {
                assertThat(both[h]).isEqualTo(a[h] + b[h]);
            }
        }
    }

    @Test
    void withScenariosTheSumIsMadeOfScenarios() {
        ScenarioForecast sample = sampled(B, 3_000);
        RateForecast sum = A.plus(sample);
        assertThat(sum).isInstanceOf(ScenarioForecast.class).isEqualTo(sample.plus(A));
        assertThat(((ScenarioForecast) sum).scenarios()).isEqualTo(3_000);
        assertThat(((ScenarioForecast) sum.plus(sampled(B, 10))).scenarios()).isEqualTo(3_000);
        assertThat(sum.path(17)[4]).isEqualTo(A.path(17)[4] + B.path(17)[4]);
        // The scenarios of B hold its factor, so the dependence on A is kept: the spread is that of the analytic sum.
        SumForecast analytic = (SumForecast) A.plus(B);
        for (int step = 1; step <= HORIZON; step++) {
            double half = (sum.quantile(step, 0.8413447) - sum.quantile(step, 0.1586553)) / 2;
            assertThat(half / analytic.standardDeviation(step)).isCloseTo(1, within(0.08));
        }
    }

    @Test
    void refusals() {
        assertRefused(() -> RateForecast.sum(List.of()), "number of forecasts to add 0", "[1, ");
        RateForecast hours = RateForecast.certain(TimeGrid.of(Duration.ofHours(1)), 100, new double[HORIZON]);
        assertRefused(() -> A.plus(hours), "forecast " + hours, "must cover the same steps");
        assertThat(RateForecast.certain(GRID, 100, new double[HORIZON]).plus(A).quantile(3, 0.9))
                .isCloseTo(A.quantile(3, 0.9), within(1e-9));
    }

    private static List<RateForecast> randomTerms(SplittableRandom random) {
        List<RateForecast> terms = new ArrayList<>();
        int n = random.nextInt(2, 9);
        for (int i = 0; i < n; i++) {
            Dependence d = alone("t" + i).with("f", random.nextDouble(-1, 1));
            double level = random.nextDouble(1, 100);
            terms.add(
                    random.nextBoolean()
                            ? normal(level, random.nextDouble(0, level), d, 1, random.nextDouble(-1, 1))
                            : skewed(level, random.nextDouble(0, 1), d, 1, random.nextDouble(-1, 1)));
        }
        return terms;
    }
}
