package io.headroom.forecasting;

import static io.headroom.forecasting.Rates.DAY;
import static io.headroom.forecasting.Rates.KEY;
import static io.headroom.forecasting.Rates.daily;
import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.core.MarginalForecast;
import io.headroom.core.RateForecast;
import io.headroom.core.Window;
import io.headroom.spi.FitRequest;
import io.headroom.spi.FittedModel;
import io.headroom.spi.PredictorSettings;
import io.headroom.spi.Tracker;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Missing steps before a forecast count like steps further ahead. */
@ParameterizedClass(name = "{0}")
@MethodSource("names")
class GapsTest {
    private final FittedModel model;

    /** A stationary model's uncertainty has come to its limit after a day. */
    private final boolean stationary;

    /** A predictor that learns while it tracks keeps the moments of its regressions and its errors. */
    private static final int MOMENTS = 48;

    /** A blend keeps the recent past of its members beside its own. */
    private final int histories;

    GapsTest(String name) {
        this.stationary = name.equals(HarmonicPredictor.NAME);
        this.histories = name.equals(AutoPredictor.NAME) ? 3 : name.equals(DirectPredictor.NAME) ? MOMENTS : 1;
        this.model =
                Predictors.named(name, PredictorSettings.ofPeriods(DAY)).fit(FitRequest.of(KEY, daily(10 * DAY, 11)));
    }

    static Stream<String> names() {
        return Predictors.names().stream();
    }

    private Tracker afterGap(int steps) {
        Tracker tracker = model.track(KEY);
        tracker.observe(100);
        for (int i = 0; i < steps; i++) {
            tracker.observe(Double.NaN);
        }
        return tracker;
    }

    @Test
    void aForecastAfterAGapIsTheLongerForecastWithoutItsFirstSteps() {
        RateForecast longer = afterGap(0).forecast(DAY + 40);
        for (int gap : new int[] {1, 5, 40}) {
            RateForecast after = afterGap(gap).forecast(DAY);
            RateForecast skipped = afterGap(0).forecast(DAY + gap).skip(gap);
            assertThat(after).isEqualTo(skipped);
            assertThat(((MarginalForecast) after).skipped()).isEqualTo(gap);
            assertThat(after.maximumQuantile(Window.of(0, 6), 0.95))
                    .isEqualTo(skipped.maximumQuantile(Window.of(0, 6), 0.95));
            assertThat(after.path(9)).isEqualTo(skipped.path(9));
            for (int step = 1; step <= DAY; step++) {
                assertThat(after.quantile(step, 0.95)).isEqualTo(longer.quantile(step + gap, 0.95));
            }
        }
    }

    @Test
    void uncertaintyGrowsOverAGap() {
        double before = 0;
        for (int gap : new int[] {0, DAY, 10 * DAY}) {
            Tracker tracker = afterGap(gap);
            RateForecast f = tracker.forecast(1);
            double width = f.quantile(1, 0.95) - f.quantile(1, 0.05);
            if (gap > DAY && stationary) {
                assertThat(width).as("after a gap of %d", gap).isGreaterThanOrEqualTo(before);
            } else {
                assertThat(width).as("after a gap of %d", gap).isGreaterThan(before);
            }
            assertThat(tracker.nextDeviation()).isPositive();
            before = width;
        }
    }

    @Test
    void theNextMeanAndDeviationAreThoseOfTheForecast() {
        for (int gap : new int[] {0, 1, 30}) {
            Tracker tracker = afterGap(gap);
            MarginalForecast f = (MarginalForecast) tracker.forecast(1);
            assertThat(tracker.nextMean()).isEqualTo(f.mean(1));
            assertThat(tracker.nextDeviation() / f.standardDeviation(1)).isBetween(0.9, 1.1);
        }
    }

    @Test
    void aValueEndsTheGap() {
        Tracker tracker = afterGap(30);
        double wide = tracker.nextDeviation();
        tracker.observe(100);
        assertThat(tracker.nextDeviation()).isLessThan(wide);
        assertThat(((MarginalForecast) tracker.forecast(2)).skipped()).isZero();
    }

    @Test
    void aVeryLongGapIsTakenOverByTheState() {
        Tracker tracker = afterGap(20_000);
        Sound.check(tracker.forecast(3));
        assertThat(((MarginalForecast) tracker.forecast(3)).skipped()).isEqualTo(LocalTracker.LONGEST_GAP);
        assertThat(tracker.snapshot().length).isLessThan(histories * (1024 + 8 * DAY));
        assertThat(model.restore(tracker.snapshot()).forecast(3)).isEqualTo(tracker.forecast(3));
    }
}
