package io.headroom.core;

import static io.headroom.core.Forecasts.GRID;
import static io.headroom.core.Forecasts.HORIZON;
import static io.headroom.core.Forecasts.alone;
import static io.headroom.core.Forecasts.normal;
import static io.headroom.core.Forecasts.sampled;
import static io.headroom.core.Forecasts.skewed;
import static io.headroom.core.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every forecast, whatever it is made of. */
@ParameterizedClass
@MethodSource("forecasts")
class ForecastLawsTest {
    private static final double[] PROBABILITIES = {0.001, 0.01, 0.05, 0.1, 0.3, 0.5, 0.7, 0.9, 0.95, 0.99, 0.999, 0.9999
    };

    private final RateForecast forecast;

    ForecastLawsTest(RateForecast forecast) {
        this.forecast = forecast;
    }

    static Stream<Named<RateForecast>> forecasts() {
        Map<String, RateForecast> all = new TreeMap<>();
        RateForecast skewed = skewed(20, 0.4, alone("s").with("f", 0.7), Forecasts.FADING);
        RateForecast normal = normal(50, 6, alone("n").with("f", 0.5), Forecasts.LASTING);
        all.put("normal", normal);
        all.put("normal cut off at zero", normal(1, 2, alone("c"), Forecasts.NONE));
        all.put("random walk", normal(50, 6, alone("w"), 1));
        all.put("skewed table", skewed);
        all.put("certain", RateForecast.certain(GRID, 100, 3, 0, 4, 1, 5, 9, 2, 6, 5, 3));
        all.put("scenarios", sampled(skewed, 500));
        all.put("one scenario", sampled(normal, 1));
        all.put("sum", normal.plus(skewed));
        all.put("sum with itself", skewed.plus(skewed));
        all.put("sum with scenarios", normal.plus(sampled(skewed, 500)));
        all.put(
                "sum of many",
                RateForecast.sum(List.of(
                        normal, skewed, normal(5, 4, alone("x"), Forecasts.NONE), skewed(8, 0.7, alone("y"), 1))));
        return all.entrySet().stream().map(e -> Named.of(e.getKey(), e.getValue()));
    }

    @Test
    void placeInTime() {
        assertThat(forecast.grid()).isEqualTo(GRID);
        assertThat(forecast.firstIndex()).isEqualTo(100);
        assertThat(forecast.horizon()).isEqualTo(HORIZON);
        assertThat(forecast.start(1)).isEqualTo(GRID.start(100));
        assertThat(forecast.start(HORIZON)).isEqualTo(GRID.start(109));
    }

    @Test
    void quantilesAreOrderedFiniteAndNotNegative() {
        for (int step = 1; step <= HORIZON; step++) {
            double before = 0;
            for (double p : PROBABILITIES) {
                double q = forecast.quantile(step, p);
                assertThat(q).as("step %d, p %s", step, p).isFinite().isGreaterThanOrEqualTo(before);
                before = q;
            }
            assertThat(forecast.mean(step)).isFinite().isGreaterThanOrEqualTo(0);
        }
    }

    @Test
    void aWindowOfOneStepIsTheStep() {
        for (int step = 1; step <= HORIZON; step++) {
            for (double p : PROBABILITIES) {
                double q = forecast.quantile(step, p);
                assertThat(forecast.maximumQuantile(Window.of(step - 1, 1), p)).isEqualTo(q);
                assertThat(forecast.sumQuantile(Window.of(step - 1, 1), p)).isEqualTo(q);
            }
        }
    }

    @Test
    void windowQuantilesRiseWithTheProbability() {
        for (Window w : Forecasts.windows()) {
            double maximum = 0;
            double sum = 0;
            for (double p : PROBABILITIES) {
                double nextMaximum = forecast.maximumQuantile(w, p);
                double nextSum = forecast.sumQuantile(w, p);
                assertThat(nextMaximum).as("%s, p %s", w, p).isFinite().isGreaterThanOrEqualTo(maximum);
                assertThat(nextSum).as("%s, p %s", w, p).isFinite().isGreaterThanOrEqualTo(sum);
                maximum = nextMaximum;
                sum = nextSum;
            }
        }
    }

    @Test
    void theMaximumCoversEveryStepAndTheUnionBoundCoversTheMaximum() {
        for (Window w : Forecasts.windows()) {
            for (double p : PROBABILITIES) {
                double maximum = forecast.maximumQuantile(w, p);
                double bound = 0;
                for (int step = w.first(); step <= w.last(); step++) {
                    double q = forecast.quantile(step, p);
                    assertThat(maximum).as("%s, step %d, p %s", w, step, p).isGreaterThanOrEqualTo(q - 1e-9 * q);
                    bound = Math.max(bound, forecast.quantile(step, 1 - (1 - p) / w.length()));
                }
                assertThat(maximum).as("%s, p %s", w, p).isLessThanOrEqualTo(bound * (1 + 1e-9));
            }
        }
    }

    @Test
    void aLongerWindowHasNoSmallerMaximumAndSum() {
        for (double p : PROBABILITIES) {
            double maximum = 0;
            for (int length = 1; length <= HORIZON; length++) {
                double next = forecast.maximumQuantile(Window.of(0, length), p);
                assertThat(next).as("length %d, p %s", length, p).isGreaterThanOrEqualTo(maximum);
                maximum = next;
            }
        }
        assertThat(forecast.sumQuantile(Window.of(0, 10), 0.9))
                .isGreaterThan(forecast.sumQuantile(Window.of(0, 5), 0.9));
    }

    @Test
    void theSumLiesBetweenTheMaximumAndAsManyTimesThat() {
        for (Window w : Forecasts.windows()) {
            for (double p : new double[] {0.05, 0.5, 0.9, 0.95, 0.99}) {
                double maximum = forecast.maximumQuantile(w, p);
                assertThat(forecast.sumQuantile(w, p))
                        .as("%s, p %s", w, p)
                        .isBetween(maximum * (1 - 1e-9), w.length() * maximum * (1 + 1e-9));
            }
        }
    }

    @Test
    void pathsAreOfTheirScenarioAlone() {
        for (long scenario : new long[] {0, 1, 2, 999_999_999_999L}) {
            double[] path = forecast.path(scenario);
            assertThat(path).hasSize(HORIZON);
            assertThat(Arrays.stream(path).allMatch(v -> v >= 0 && v < 1e6)).isTrue();
            assertThat(forecast.path(scenario)).containsExactly(path).isNotSameAs(path);
            path[0] = -1;
            assertThat(forecast.path(scenario)[0]).isGreaterThanOrEqualTo(0);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.001, 1, 2.5, 1000})
    void timesScalesEverything(double factor) {
        RateForecast scaled = forecast.times(factor);
        assertThat(scaled.horizon()).isEqualTo(HORIZON);
        for (int step = 1; step <= HORIZON; step++) {
            assertThat(scaled.mean(step)).isCloseTo(factor * forecast.mean(step), within(1e-12 * scaled.mean(step)));
            for (double p : PROBABILITIES) {
                assertClose(scaled.quantile(step, p), factor * forecast.quantile(step, p));
            }
        }
        for (Window w : Forecasts.windows()) {
            assertClose(scaled.maximumQuantile(w, 0.95), factor * forecast.maximumQuantile(w, 0.95));
            assertClose(scaled.sumQuantile(w, 0.95), factor * forecast.sumQuantile(w, 0.95));
        }
        for (int step = 0; step < HORIZON; step++) {
            assertClose(scaled.path(3)[step], factor * forecast.path(3)[step]);
        }
    }

    private static void assertClose(double actual, double expected) {
        assertThat(actual).isCloseTo(expected, within(1e-9 * Math.abs(expected) + 1e-12));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 9})
    void skippedStepsAreLeftOutAndNothingElseChanges(int steps) {
        RateForecast rest = forecast.skip(steps);
        assertThat(rest.horizon()).isEqualTo(HORIZON - steps);
        assertThat(rest.start(1)).isEqualTo(forecast.start(1 + steps));
        for (int step = 1; step <= rest.horizon(); step++) {
            assertThat(rest.mean(step)).isEqualTo(forecast.mean(step + steps));
            for (double p : PROBABILITIES) {
                assertClose(rest.quantile(step, p), forecast.quantile(step + steps, p));
            }
        }
        for (Window w : Forecasts.windows()) {
            if (w.after() >= steps) {
                Window earlier = Window.of(w.after() - steps, w.length());
                assertClose(rest.maximumQuantile(earlier, 0.95), forecast.maximumQuantile(w, 0.95));
                assertClose(rest.sumQuantile(earlier, 0.95), forecast.sumQuantile(w, 0.95));
            }
        }
        assertThat(rest.path(5)).containsExactly(Arrays.copyOfRange(forecast.path(5), steps, HORIZON), within(1e-9));
        assertThat(rest.equals(forecast)).isEqualTo(steps == 0);
        assertThat(rest.skip(HORIZON - steps - 1).horizon()).isEqualTo(1);
        assertRefused(() -> forecast.skip(HORIZON), "steps to skip 10", "[0, 9]");
        assertRefused(() -> forecast.skip(-1), "steps to skip -1", "[0, 9]");
    }

    @Test
    void intervalsAreCentral() {
        for (int step = 1; step <= HORIZON; step++) {
            ConfidenceInterval interval = forecast.interval(step, 0.8);
            assertThat(interval.level()).isEqualTo(0.8);
            assertClose(interval.lower(), forecast.quantile(step, 0.1));
            assertClose(interval.upper(), forecast.quantile(step, 0.9));
        }
        assertRefused(() -> forecast.interval(1, 80), "confidence level 80.0", "between 0 and 1");
    }

    @Test
    void equalityIsByContent() {
        RateForecast same = forecast.times(1);
        assertThat(same).isEqualTo(forecast).hasSameHashCodeAs(forecast);
        assertThat(forecast.times(2)).isNotEqualTo(forecast);
        assertThat(forecast).isNotEqualTo("forecast");
        assertThat(forecast.toString()).contains("10 steps from 1970-01-01T01:40:00Z");
    }

    @Test
    void whatIsOutsideIsRefused() {
        for (int step : new int[] {-1, 0, HORIZON + 1}) {
            assertThatThrownBy(() -> forecast.mean(step)).isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> forecast.quantile(step, 0.5)).isInstanceOf(IndexOutOfBoundsException.class);
        }
        for (Window w : List.of(Window.of(0, HORIZON + 1), Window.of(HORIZON, 1), Window.of(5, 6))) {
            assertThatThrownBy(() -> forecast.maximumQuantile(w, 0.5)).isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> forecast.sumQuantile(w, 0.5)).isInstanceOf(IndexOutOfBoundsException.class);
        }
        for (double p : new double[] {0, 1, -1, 95, Double.NaN}) {
            assertRefused(() -> forecast.quantile(1, p), "probability " + p, "between 0 and 1");
            assertRefused(() -> forecast.maximumQuantile(Window.of(0, 3), p), "probability " + p, "between 0 and 1");
            assertRefused(() -> forecast.sumQuantile(Window.of(2, 1), p), "probability " + p, "between 0 and 1");
        }
        assertRefused(() -> forecast.times(-1), "factor -1.0", "0 or more");
        assertRefused(() -> forecast.times(Double.NaN), "factor NaN", "0 or more");
    }

    @Test
    void onlyTheSameStepsAddUp() {
        RateForecast later = RateForecast.certain(GRID, 101, new double[HORIZON]);
        RateForecast shorter = RateForecast.certain(GRID, 100, 1);
        assertRefused(() -> forecast.plus(later), "forecast " + later, "must cover the same steps");
        assertRefused(() -> forecast.plus(shorter), "forecast " + shorter, "must cover the same steps");
        assertThat(RateForecast.sum(List.of(forecast))).isSameAs(forecast);
    }
}
