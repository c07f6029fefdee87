package io.headroom.forecasting.lstm;

import static io.headroom.forecasting.lstm.Quick.DAY;
import static io.headroom.forecasting.lstm.Quick.FIRST;
import static io.headroom.forecasting.lstm.Quick.HOURS;
import static io.headroom.forecasting.lstm.Quick.KEY;
import static io.headroom.forecasting.lstm.Quick.daily;
import static io.headroom.forecasting.lstm.Quick.made;
import static io.headroom.forecasting.lstm.Quick.series;
import static io.headroom.forecasting.lstm.Quick.times;
import static io.headroom.forecasting.lstm.Quick.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headroom.core.RateForecast;
import io.headroom.core.RateSeries;
import io.headroom.core.Rung;
import io.headroom.spi.Deadline;
import io.headroom.spi.FitRequest;
import io.headroom.spi.FittedModel;
import io.headroom.spi.Predictor;
import io.headroom.spi.Tracker;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The laws that hold for every predictor of the forecasting module, for a short training; another engine brings a predictor of its own. */
public class LstmLawsTest {
    private static final long SEED = 7;
    private static final int LENGTH = 12 * DAY;
    private static final int HORIZON = DAY + 6;

    private final Predictor predictor = create();

    /** For subclasses. */
    protected LstmLawsTest() {}

    /** A short training; called several times. */
    protected LstmPredictor create() {
        return Quick.predictor();
    }

    private FittedModel fit(RateSeries history) {
        FittedModel model = predictor.fit(FitRequest.of(KEY, history).withSeed(SEED));
        Sound.check(model);
        return model;
    }

    @Test
    void aForecastCoversTheStepsAfterTheHistory() {
        RateSeries history = daily(LENGTH, SEED);
        RateForecast f = fit(history).forecast(HORIZON);
        assertThat(f.grid()).isEqualTo(HOURS);
        assertThat(f.firstIndex()).isEqualTo(history.endIndex());
        assertThat(f.horizon()).isEqualTo(HORIZON);
        assertThat(f.start(1)).isEqualTo(HOURS.start(history.endIndex()));
        assertThat(f.start(HORIZON)).isEqualTo(HOURS.start(history.endIndex() + HORIZON - 1));
    }

    @Test
    void quantilesAreOrderedFiniteAndNotNegative() {
        Sound.check(fit(daily(LENGTH, SEED)).forecast(HORIZON));
        Sound.check(fit(times(daily(LENGTH, SEED), 0.01)).forecast(HORIZON));
    }

    @Test
    void aMultipleOfTheHistoryGivesThatMultipleOfTheForecast() {
        RateSeries history = daily(LENGTH, SEED);
        RateForecast plain = fit(history).forecast(HORIZON);
        for (double factor = 1e-9; factor < 2e15; factor *= 1000) {
            Sound.near(plain, fit(times(history, factor)).forecast(HORIZON), factor, 1e-8);
        }
    }

    @Test
    void theSameRequestGivesTheSameBits() {
        RateSeries history = with(daily(LENGTH, SEED), 50, 55, i -> Double.NaN);
        RateForecast once = fit(history).forecast(HORIZON);
        assertThat(fit(history).forecast(HORIZON)).isEqualTo(once);
        assertThat(create().fit(FitRequest.of(KEY, history).withSeed(SEED)).forecast(HORIZON))
                .isEqualTo(once);
    }

    @Test
    void aConstantIsForecastAsThatConstant() {
        for (double level : new double[] {0, 0.05, 3, 1e9}) {
            RateForecast f = fit(made(LENGTH, i -> level)).forecast(HORIZON);
            for (int step = 1; step <= HORIZON; step++) {
                for (double value : new double[] {f.mean(step), f.quantile(step, 0.001), f.quantile(step, 0.999)}) {
                    assertThat(Math.abs(value - level)).isLessThanOrEqualTo(1e-9 * level);
                }
            }
        }
    }

    @Test
    void trackingEqualsRefiltering() {
        RateSeries all = with(
                with(daily(LENGTH + 80, SEED), 30, 34, i -> Double.NaN), LENGTH + 10, LENGTH + 15, i -> Double.NaN);
        FittedModel model = fit(all.slice(0, LENGTH));
        Tracker tracker = model.track(KEY);
        for (int i = LENGTH; i < all.length(); i++) {
            assertThat(model.track(KEY, all.slice(0, i)).forecast(3)).isEqualTo(tracker.forecast(3));
            tracker.observe(all.rate(i));
        }
        assertThat(model.track(KEY, all).forecast(HORIZON)).isEqualTo(tracker.forecast(HORIZON));
    }

    @Test
    void aHistoryThatEndsWithMissingStepsIsTrackedLikeOneThatStopsThere() {
        RateSeries stopped = with(daily(LENGTH, SEED), LENGTH - 9, LENGTH, i -> Double.NaN);
        FittedModel model = fit(stopped);
        assertThat(model.track(KEY, stopped).forecast(HORIZON))
                .isEqualTo(model.track(KEY).forecast(HORIZON));
    }

    @Test
    void snapshotsForecastLikeTheirOriginals() {
        RateSeries history = daily(LENGTH, SEED);
        FittedModel model = fit(history);
        FittedModel restored = predictor.restore(model.snapshot());
        assertThat(restored.description()).isEqualTo(model.description());
        assertThat(restored.rung()).isEqualTo(model.rung());
        assertThat(restored.keys()).isEqualTo(model.keys());
        assertThat(restored.forecast(HORIZON)).isEqualTo(model.forecast(HORIZON));
        assertThat(restored.track(KEY, history.slice(0, 100)).forecast(HORIZON))
                .isEqualTo(model.track(KEY, history.slice(0, 100)).forecast(HORIZON));
        Tracker tracker = model.track(KEY);
        for (double rate : new double[] {90, Double.NaN, 0, 130, Double.NaN}) {
            tracker.observe(rate);
            Tracker again = restored.restore(tracker.snapshot());
            assertThat(again.nextIndex()).isEqualTo(tracker.nextIndex());
            assertThat(again.forecast(HORIZON)).isEqualTo(tracker.forecast(HORIZON));
            again.observe(77);
            assertThat(again.nextMean()).isNotEqualTo(Double.NaN);
        }
    }

    @Test
    void missingStepsAreNotZeros() {
        RateSeries history = daily(LENGTH, SEED);
        RateSeries holes = with(history, 0, LENGTH, i -> i % 10 == 3 || i >= LENGTH - 2 ? Double.NaN : history.rate(i));
        RateSeries zeros = with(holes, 0, LENGTH, i -> holes.isMissing(i) ? 0 : holes.rate(i));
        RateForecast full = fit(history).forecast(HORIZON);
        RateForecast masked = fit(holes).forecast(HORIZON);
        RateForecast filled = fit(zeros).forecast(HORIZON);
        double missed = 0;
        double wrong = 0;
        for (int step = 1; step <= HORIZON; step++) {
            missed += Math.abs(masked.mean(step) - full.mean(step));
            wrong += Math.abs(filled.mean(step) - full.mean(step));
        }
        assertThat(missed)
                .as("what missing steps change, beside what zeros would")
                .isLessThan(wrong / 2);
        assertThat(missed).isPositive();
    }

    static Map<String, RateSeries> torture() {
        Map<String, RateSeries> all = new LinkedHashMap<>();
        RateSeries daily = daily(LENGTH, SEED);
        all.put("constant", made(LENGTH, i -> 42));
        for (int n = 0; n <= 3; n++) {
            all.put("n = " + n, daily.slice(0, n));
        }
        all.put("zeros", made(LENGTH, i -> 0));
        all.put("all missing", made(LENGTH, i -> Double.NaN));
        all.put("one spike", made(LENGTH, i -> i == LENGTH / 2 ? 1e6 : 0));
        all.put("a spike at the end", made(LENGTH, i -> i == LENGTH - 1 ? 1e6 : 1));
        all.put("a step", made(LENGTH, i -> i < LENGTH / 2 ? 10 : 50));
        all.put("an offset of 1e15", made(LENGTH, i -> 1e15 + daily.rate(i)));
        all.put("a scale of 1e-12", times(daily, 1e-12));
        all.put("a scale of 1e120", times(daily, 1e120));
        all.put("alternating", made(LENGTH, i -> i % 2 == 0 ? 0 : 100));
        all.put("intermittent", made(LENGTH, i -> i % 17 == 3 ? 1 + i % 5 : 0));
        all.put("1 to 100", made(100, i -> i + 1));
        all.put("100 to 1", made(100, i -> 100 - i));
        all.put("doubling", made(60, i -> StrictMath.pow(2, i)));
        all.put("one rate among missing ones", made(LENGTH, i -> i == 40 ? 5 : Double.NaN));
        all.put("stopped long ago", made(4000, i -> i < 300 ? daily.rate(i % LENGTH) : Double.NaN));
        return all;
    }

    @Test
    void oddDataLeaveForecastsUsable() {
        torture().forEach((what, history) -> {
            FittedModel model = fit(history);
            assertThat(model.keys()).as(what).containsExactly(KEY);
            Tracker tracker = model.track(KEY);
            Sound.check(tracker.forecast(HORIZON));
            for (double rate : new double[] {Double.NaN, 1000, 0, 1e12}) {
                tracker.observe(rate);
                Sound.check(tracker.forecast(3));
            }
        });
    }

    @Test
    void withoutDataThePriorIsZeroAndSaysSo() {
        for (RateSeries nothing : new RateSeries[] {series(), torture().get("all missing")}) {
            FittedModel model = fit(nothing);
            assertThat(model.rung()).isEqualTo(Rung.PRIOR);
            assertThat(model.forecast(2).mean(2)).isZero();
        }
    }

    @Test
    void theLevelOfOddDataIsKept() {
        assertThat(fit(torture().get("an offset of 1e15")).forecast(1).mean(1)).isBetween(0.999e15, 1.001e15);
        assertThat(fit(torture().get("a step")).forecast(1).mean(1)).isBetween(45.0, 55.0);
        assertThat(fit(torture().get("constant")).forecast(1).mean(1)).isBetween(41.9999, 42.0001);
    }

    @Test
    void aDeadlineOfZeroStillYieldsAModelWithItsReason() {
        RateSeries history = daily(60 * DAY, SEED);
        FittedModel model = predictor.fit(FitRequest.of(KEY, history).withDeadline(Deadline.after(Duration.ZERO)));
        Sound.check(model);
        Sound.check(model.forecast(HORIZON));
        double level = Arrays.stream(history.toArray()).average().orElseThrow();
        assertThat(model.forecast(HORIZON).mean(1)).isBetween(level / 3, level * 3);
        assertThat(model.rung()).isLessThan(Rung.PRIOR);
        assertThat(model.rung()).isEqualTo(Rung.SEASONAL_NAIVE);
        assertThat(model.rungReason()).contains("deadline");
    }

    @Test
    void refusedRatesChangeNothing() {
        Tracker tracker = fit(daily(LENGTH, SEED)).track(KEY);
        RateForecast before = tracker.forecast(HORIZON);
        for (double rate : new double[] {-1, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            assertThatThrownBy(() -> tracker.observe(rate))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(String.valueOf(rate))
                    .hasMessageContaining("Maybe");
        }
        assertThat(tracker.nextIndex()).isEqualTo(FIRST + LENGTH);
        assertThat(tracker.forecast(HORIZON)).isEqualTo(before);
    }
}
