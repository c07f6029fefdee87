package io.headroom.forecasting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headroom.core.RateSeries;
import io.headroom.core.Rung;
import io.headroom.core.SeriesKey;
import io.headroom.spi.Deadline;
import io.headroom.spi.FitRequest;
import io.headroom.spi.FittedModel;
import io.headroom.spi.Predictor;
import io.headroom.spi.PredictorSettings;
import io.headroom.spi.Tracker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every predictor on the class path against {@link OddSeries}: no exception, forecasts finite, not negative and
 * ordered, also after odd observations, and each fit within its deadline. A build takes every 47th, 200 of them, five of each kind.
 * All 10,000 are run by
 *
 * <pre>mvn -Pquick test -pl forecasting -am -Dtest=TortureTest -Dsurefire.failIfNoSpecifiedTests=false -Dheadroom.torture.series=10000</pre>
 *
 * <p>A failure names its series; {@code -Dheadroom.torture.first=NUMBER -Dheadroom.torture.series=1} in place of the last option runs that one
 * alone; {@code -Dheadroom.torture.predictor=NAME} leaves out the other predictors.
 */
class TortureTest {
    private static final int FIRST = Integer.getInteger("headroom.torture.first", 0);
    private static final int SERIES = Integer.getInteger("headroom.torture.series", 200);
    private static final int STRIDE = Integer.getInteger("headroom.torture.series") == null ? 47 : 1;
    private static final SeriesKey KEY = Rates.KEY;
    private static final Duration BUDGET = Duration.ofMillis(500);

    /** What the contract grants, a tenth of a second, and as much again for a machine that is busy with other things. */
    private static final double LATEST = BUDGET.toNanos() / 1e9 + 0.2;

    private final Map<Integer, Predictor> predictors = new HashMap<>();
    private final List<String> failures = new ArrayList<>();
    private double slowest;

    /** Series on which some predictor failed once; every build runs them. */
    private static final int[] FAILED_ONCE = {378, 1587, 3831, 4786, 6078, 6918, 7958, 8617, 9478};

    static Stream<String> names() {
        String only = System.getProperty("headroom.torture.predictor");
        return only == null ? Predictors.names().stream() : Stream.of(only);
    }

    @ParameterizedTest
    @MethodSource("names")
    void oddSeriesLeaveForecastsUsable(String name) {
        long full = 0;
        for (int i = 0; i < SERIES; i++) {
            OddSeries odd = OddSeries.of(FIRST + i * STRIDE);
            try {
                full += run(name, odd) == Rung.FULL ? 1 : 0;
            } catch (RuntimeException | AssertionError | StackOverflowError e) {
                failures.add(odd + ": " + e);
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%s: %d odd series, %d full models, slowest fit %.0f ms, %d failures%n",
                name,
                SERIES,
                full,
                1000 * slowest,
                failures.size());
        assertThat(failures).as("failures of %s", name).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("names")
    void whatFailedOnceDoesNotAgain(String name) {
        for (int number : FAILED_ONCE) {
            OddSeries odd = OddSeries.of(number);
            assertThatCode(() -> run(name, odd)).as("%s on %s", name, odd).doesNotThrowAnyException();
        }
    }

    private Rung run(String name, OddSeries odd) {
        Predictor predictor = predictors.computeIfAbsent(
                odd.period(),
                period -> Predictors.named(
                        name, period == 1 ? PredictorSettings.ofPeriods() : PredictorSettings.ofPeriods(period)));
        FittedModel model = timed(predictor, odd.rates());
        Sound.check(model);
        Tracker tracker = model.track(KEY);
        Sound.check(tracker.forecast(Math.max(3, odd.period() + 1)));
        double size = Math.max(1, tracker.nextMean());
        for (double rate : new double[] {Double.NaN, 10 * size, 0, 1e6 * size, Double.NaN, size}) {
            tracker.observe(rate);
            Sound.check(tracker.forecast(2));
        }
        assertThat(model.restore(tracker.snapshot()).forecast(2)).as("restored").isEqualTo(tracker.forecast(2));
        return model.rung();
    }

    /** A fit that comes late is tried again: the machine may have been busy. */
    private FittedModel timed(Predictor predictor, RateSeries history) {
        double seconds = Double.POSITIVE_INFINITY;
        FittedModel model = null;
        for (int i = 0; model == null || (i < 3 && seconds > LATEST); i++) {
            long start = System.nanoTime();
            model = predictor.fit(FitRequest.of(KEY, history).withSeed(1).withDeadline(Deadline.after(BUDGET)));
            seconds = Math.min(seconds, (System.nanoTime() - start) / 1e9);
        }
        slowest = Math.max(slowest, seconds);
        assertThat(seconds).as("seconds of a fit, best of three").isLessThan(LATEST);
        return model;
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, -1e-300})
    void whatIsNoRateDoesNotReachAPredictor(double rate) {
        assertThatThrownBy(() -> RateSeries.of(Rates.HOURS, 0, 1, rate, 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("rate of step 1 " + rate)
                .hasMessageContaining("Maybe");
    }

    @Test
    void everyKindIsRunAndANumberAlwaysGivesTheSameSeries() {
        assertThat(Stream.iterate(0, i -> i + 47)
                        .limit(200)
                        .map(i -> OddSeries.of(i).kind()))
                .contains(OddSeries.Kind.values());
        for (int number = 0; number < 2000; number += 37) {
            assertThat(OddSeries.of(number)).isEqualTo(OddSeries.of(number));
        }
    }
}
