package io.headroom.forecasting;

import static io.headroom.forecasting.Rates.DAY;
import static io.headroom.forecasting.Rates.FIRST;
import static io.headroom.forecasting.Rates.HOURS;
import static io.headroom.forecasting.Rates.KEY;
import static io.headroom.forecasting.Rates.daily;
import static io.headroom.forecasting.Rates.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.core.RateForecast;
import io.headroom.core.RateSeries;
import io.headroom.spi.CalendarEvent;
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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** What known events do to every predictor on the class path. */
@ParameterizedClass(name = "{0}")
@MethodSource("names")
class EventLawsTest {
    private static final int LENGTH = 10 * DAY;
    private static final int FROM = LENGTH - 60;
    private static final int TO = LENGTH - 30;

    private final Predictor predictor;

    EventLawsTest(String name) {
        this.predictor = Predictors.named(name, PredictorSettings.ofPeriods(DAY));
    }

    static Stream<String> names() {
        return Predictors.names().stream();
    }

    private static CalendarEvent event(int from, int to, EventEffect effect) {
        return new CalendarEvent("event", HOURS.start(FIRST + from), HOURS.start(FIRST + to), EventScope.ALL, effect);
    }

    private FittedModel fit(RateSeries history, CalendarEvent... events) {
        return predictor.fit(FitRequest.of(KEY, history).withEvents(EventCalendar.of(List.of(events))));
    }

    @Test
    void aClosedWindowOfTheHistoryLeavesAllParametersUnchanged() {
        RateSeries history = daily(LENGTH, 3);
        CalendarEvent closed = event(FROM, TO, new EventEffect.Closed());
        FittedModel missing = fit(with(history, FROM, TO, i -> Double.NaN), closed);
        FittedModel zeros = fit(with(history, FROM, TO, i -> 0), closed);
        FittedModel garbage = fit(with(history, FROM, TO, i -> 1e6 * (i % 3)), closed);
        assertThat(zeros.snapshot()).isEqualTo(missing.snapshot());
        assertThat(garbage.snapshot()).isEqualTo(missing.snapshot());
        FittedModel taught = fit(with(history, FROM, TO, i -> 0));
        assertThat(taught.snapshot()).as("without the event").isNotEqualTo(missing.snapshot());
    }

    @Test
    void aClosedWindowAheadIsForecastAsZeroAndChangesNoOtherStep() {
        RateSeries history = daily(LENGTH, 3);
        RateForecast plain = fit(history).forecast(DAY);
        RateForecast closed = fit(history, event(LENGTH + 4, LENGTH + 8, new EventEffect.Closed()))
                .forecast(DAY);
        for (int step = 1; step <= DAY; step++) {
            boolean inside = step > 4 && step <= 8;
            assertThat(closed.mean(step)).isEqualTo(inside ? 0 : plain.mean(step));
            assertThat(closed.quantile(step, 0.999)).isEqualTo(inside ? 0 : plain.quantile(step, 0.999));
            assertThat(closed.quantile(step, 0.01)).isEqualTo(inside ? 0 : plain.quantile(step, 0.01));
        }
    }

    @Test
    void aClosedWindowThatATrackerPassesTeachesNothing() {
        FittedModel model = fit(daily(LENGTH, 3), event(LENGTH + 2, LENGTH + 9, new EventEffect.Closed()));
        Tracker missing = model.track(KEY);
        Tracker garbage = model.track(KEY);
        for (int i = 0; i < 12; i++) {
            boolean inside = i >= 2 && i < 9;
            assertThat(garbage.nextMean() == 0).as("step %d", i).isEqualTo(inside);
            missing.observe(inside ? Double.NaN : 80);
            garbage.observe(inside ? 4000 * (i % 2) : 80);
            assertThat(garbage.forecast(30)).isEqualTo(missing.forecast(30));
            assertThat(garbage.snapshot()).isEqualTo(missing.snapshot());
        }
    }

    /** Doubling and halving are exact in binary, so the bits are the same. */
    @Test
    void aMultipliedWindowOfTheHistoryIsDividedBeforeAnythingIsLearned() {
        RateSeries history = daily(LENGTH, 3);
        RateSeries doubled = with(history, FROM, TO, i -> 2 * history.rate(i));
        FittedModel known = fit(doubled, event(FROM, TO, new EventEffect.Multiply(2)));
        assertThat(known.snapshot()).isEqualTo(fit(history).snapshot());
        assertThat(fit(doubled).snapshot())
                .as("without the event")
                .isNotEqualTo(fit(history).snapshot());
    }

    @Test
    void aMultipliedWindowAheadIsMultipliedAndChangesNoOtherStep() {
        RateSeries history = daily(LENGTH, 3);
        RateForecast plain = fit(history).forecast(DAY);
        RateForecast campaign = fit(history, event(LENGTH + 4, LENGTH + 8, new EventEffect.Multiply(2)))
                .forecast(DAY);
        for (int step = 1; step <= DAY; step++) {
            double factor = step > 4 && step <= 8 ? 2 : 1;
            assertThat(campaign.mean(step)).isEqualTo(factor * plain.mean(step));
            assertThat(campaign.quantile(step, 0.99)).isEqualTo(factor * plain.quantile(step, 0.99));
        }
    }

    @Test
    void aMultipliedWindowThatATrackerPassesIsDivided() {
        CalendarEvent campaign = event(LENGTH, LENGTH + 5, new EventEffect.Multiply(4));
        Tracker with = fit(daily(LENGTH, 3), campaign).track(KEY);
        Tracker plain = fit(daily(LENGTH, 3)).track(KEY);
        for (int i = 0; i < 8; i++) {
            assertThat(with.nextMean()).isEqualTo((i < 5 ? 4 : 1) * plain.nextMean());
            with.observe(i < 5 ? 4 * 90 : 90);
            plain.observe(90);
        }
        assertThat(with.forecast(DAY)).isEqualTo(plain.forecast(DAY));
    }

    @Test
    void anEventThatCoversHalfAStepCountsHalf() {
        CalendarEvent half = new CalendarEvent(
                "half an hour",
                HOURS.start(FIRST + LENGTH + 2).plus(Duration.ofMinutes(30)),
                HOURS.start(FIRST + LENGTH + 4),
                EventScope.ALL,
                new EventEffect.Closed());
        RateForecast plain = fit(daily(LENGTH, 3)).forecast(6);
        RateForecast f = fit(daily(LENGTH, 3), half).forecast(6);
        assertThat(f.mean(2)).isEqualTo(plain.mean(2));
        assertThat(f.mean(3)).isEqualTo(plain.mean(3) / 2);
        assertThat(f.mean(4)).isZero();
        assertThat(f.mean(5)).isEqualTo(plain.mean(5));
    }
}
