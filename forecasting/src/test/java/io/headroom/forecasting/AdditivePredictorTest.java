package io.headroom.forecasting;

import static io.headroom.forecasting.Rates.DAY;
import static io.headroom.forecasting.Rates.KEY;
import static io.headroom.forecasting.Rates.daily;
import static io.headroom.forecasting.Rates.made;
import static io.headroom.forecasting.Rates.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.headroom.core.RateForecast;
import io.headroom.core.RateSeries;
import io.headroom.core.Rung;
import io.headroom.forecasting.internal.additive.AdditiveFitter;
import io.headroom.forecasting.internal.additive.AdditiveModel;
import io.headroom.forecasting.internal.additive.AdditiveOptions;
import io.headroom.forecasting.internal.additive.ResidualMemory;
import io.headroom.forecasting.internal.additive.Season;
import io.headroom.spi.CalendarEvent;
import io.headroom.spi.Deadline;
import io.headroom.spi.EventCalendar;
import io.headroom.spi.EventEffect;
import io.headroom.spi.EventScope;
import io.headroom.spi.FitRequest;
import io.headroom.spi.FittedModel;
import io.headroom.spi.Predictor;
import io.headroom.spi.PredictorSettings;
import io.headroom.spi.Tracker;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class AdditivePredictorTest {
    private static final int WEEK = 7 * DAY;
    private static final int LENGTH = 5 * WEEK;

    private static double week(int i) {
        return 200 + 40 * StrictMath.sin(2 * Math.PI * i / DAY) + 30 * StrictMath.cos(2 * Math.PI * i / WEEK);
    }

    private static RateSeries noisy(int length) {
        RateSeries noise = daily(length, 5);
        return made(length, i -> week(i) + noise.rate(i) - Rates.wave(i));
    }

    private static FittedModel fit(RateSeries history, int... periods) {
        return Predictors.additive(periods).fit(FitRequest.of(KEY, history));
    }

    @Test
    void severalSeasonsAreContinued() {
        FittedModel model = fit(noisy(LENGTH), DAY, WEEK);
        assertThat(model.rung()).isEqualTo(Rung.FULL);
        assertThat(model.description()).startsWith("additive, seasons [24, 168]");
        RateForecast f = model.forecast(WEEK);
        for (int h = 1; h <= WEEK; h++) {
            assertThat(f.mean(h)).as("step %d", h).isCloseTo(week(LENGTH - 1 + h), within(8.0));
        }
    }

    @Test
    void aTrendIsContinued() {
        RateForecast f = fit(made(400, i -> 50 + 2.0 * i + (i % 3))).forecast(100);
        assertThat(f.mean(100)).isCloseTo(50 + 2.0 * 499 + 1, within(5.0));
    }

    @Test
    void aSeasonSeenLessThanTwiceIsLeftOut() {
        FittedModel model = fit(noisy(10 * DAY), DAY, WEEK);
        assertThat(model.rung()).isEqualTo(Rung.RESTRICTED);
        assertThat(model.rungReason()).isEqualTo("less than two cycles of the season of 168 steps");
        assertThat(model.description()).startsWith("additive, seasons [24]");
        assertThat(fit(noisy(7), DAY).rung()).isEqualTo(Rung.LAST_VALUE);
    }

    /** After a jump, the next forecast is near the new level; without memory, as in Prophet, it is near the old one. */
    @Test
    void theLastValuesCount() {
        RateSeries history = noisy(LENGTH);
        for (boolean remembers : new boolean[] {true, false}) {
            Predictor predictor = new AdditivePredictor(PredictorSettings.ofPeriods(DAY, WEEK), remembers);
            // A slow random walk in the history makes a memory worth having.
            RateSeries wavering = made(LENGTH, i -> history.rate(i) + 30 * StrictMath.sin(i / 15.0));
            Tracker tracker = predictor.fit(FitRequest.of(KEY, wavering)).track(KEY);
            for (int i = LENGTH; i < LENGTH + 6; i++) {
                tracker.observe(week(i) + 150);
            }
            double off = tracker.nextMean() - week(LENGTH + 6);
            assertThat(off).isBetween(remembers ? 75.0 : -50.0, remembers ? 180.0 : 50.0);
        }
    }

    @Test
    void aDeadlineBeforeOrWithinTheFitLowersTheRung() {
        FitRequest request = FitRequest.of(KEY, noisy(LENGTH));
        Predictor predictor = Predictors.additive(DAY, WEEK);
        FittedModel none = predictor.fit(request.withDeadline(Deadline.after(Duration.ZERO)));
        assertThat(none.rung()).isEqualTo(Rung.SEASONAL_NAIVE);
        assertThat(none.rungReason()).isEqualTo("the deadline came before the fit");
        AtomicLong clock = new AtomicLong();
        FittedModel part =
                predictor.fit(request.withDeadline(Deadline.after(Duration.ofNanos(3), clock::getAndIncrement)));
        assertThat(part.rung()).isEqualTo(Rung.RESTRICTED);
        assertThat(part.rungReason()).isEqualTo("the deadline came before the optimum");
        assertThat(part.forecast(1).mean(1)).isCloseTo(week(LENGTH), within(60.0));
        Thread.currentThread().interrupt();
        FittedModel interrupted = predictor.fit(request);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(interrupted.rungReason()).contains("deadline");
    }

    @Test
    void zerosInAClosedWindowLeaveEveryParameterAsItIs() {
        RateSeries history = noisy(LENGTH);
        CalendarEvent closed = new CalendarEvent(
                "works",
                Rates.HOURS.start(Rates.FIRST + 300),
                Rates.HOURS.start(Rates.FIRST + 320),
                EventScope.ALL,
                new EventEffect.Closed());
        FitRequest zeros = FitRequest.of(KEY, with(history, 300, 320, i -> 0));
        FittedModel known = Predictors.additive(DAY, WEEK).fit(zeros.withEvents(EventCalendar.of(List.of(closed))));
        byte[] missing =
                fit(with(history, 300, 320, i -> Double.NaN), DAY, WEEK).snapshot();
        assertThat(known.snapshot()).isEqualTo(missing);
        assertThat(Predictors.additive(DAY, WEEK).fit(zeros).snapshot()).isNotEqualTo(missing);
    }

    /** What the outlook says is what the state does when nothing is observed. */
    @Test
    void theOutlookIsThePathOfTheState() {
        AdditiveModel model = new AdditiveFitter(AdditiveOptions.of(Season.of(DAY, 3)))
                .fit(noisy(400).toArray(), 0, () -> false)
                .model();
        AdditiveState state = new AdditiveState(model, new ResidualMemory(0.9, 0.6), DAY, 5, 400, 12);
        SeriesState.Outlook outlook = state.outlook(50);
        AdditiveState shocked = state.copy();
        AdditiveState calm = state.copy();
        shocked.observe(state.mean() + 1);
        calm.observe(Double.NaN);
        double variance = 0;
        for (int h = 0; h < 50; h++) {
            assertThat(outlook.mean()[h]).isCloseTo(state.mean(), within(1e-9));
            variance += (h == 0 ? 1 : 4) * outlook.impulse()[h] * outlook.impulse()[h];
            double expected = Math.sqrt(25 * variance + model.uncertainty().variance(h));
            assertThat(outlook.deviation()[h]).isCloseTo(expected, within(1e-9));
            if (h < 49) {
                assertThat(outlook.impulse()[h + 1]).isCloseTo(shocked.mean() - calm.mean(), within(1e-9));
            }
            state.observe(Double.NaN);
            shocked.observe(Double.NaN);
            calm.observe(Double.NaN);
        }
        assertThat(outlook.deviation()[0]).isEqualTo(5);
    }

    @Test
    void aMillionUpdatesLeaveTheSeasonInPlace() {
        Tracker tracker = fit(made(LENGTH, i -> week(i) + i % 2), DAY, WEEK).track(KEY);
        for (int i = LENGTH; i < 1_000_000; i++) {
            tracker.observe(week(i) + i % 2);
        }
        assertThat(tracker.nextMean()).isCloseTo(week(1_000_000), within(8.0));
    }

    @Test
    void periodsAreChecked() {
        assertThatThrownBy(() -> Predictors.additive(1)).hasMessageContaining("period 1");
        assertThatThrownBy(() -> Predictors.additive(WEEK, DAY)).hasMessageContaining("period 24");
        assertThat(Predictors.additive().name()).isEqualTo("additive");
    }
}
