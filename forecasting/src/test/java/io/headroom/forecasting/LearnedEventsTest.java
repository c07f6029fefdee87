package io.headroom.forecasting;

import static io.headroom.forecasting.Rates.DAY;
import static io.headroom.forecasting.Rates.FIRST;
import static io.headroom.forecasting.Rates.HOURS;
import static io.headroom.forecasting.Rates.KEY;
import static io.headroom.forecasting.Rates.daily;
import static io.headroom.forecasting.Rates.made;
import static io.headroom.forecasting.Rates.times;
import static io.headroom.forecasting.Rates.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.headroom.core.RateForecast;
import io.headroom.core.RateSeries;
import io.headroom.core.Region;
import io.headroom.spi.CalendarEvent;
import io.headroom.spi.EventCalendar;
import io.headroom.spi.EventEffect;
import io.headroom.spi.EventEffects;
import io.headroom.spi.EventScope;
import io.headroom.spi.FitRequest;
import io.headroom.spi.Predictor;
import io.headroom.spi.PredictorSettings;
import io.headroom.spi.Tracker;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Effects of events that local predictors learn from what happened before. */
@ParameterizedClass(name = "{0}")
@MethodSource("names")
class LearnedEventsTest {
    private static final int LENGTH = 21 * DAY;
    private static final EventEffect LEARNED = new EventEffect.Learned();

    /** Where the sale was and will be. */
    private static final int[] SALES = {100, 220, 390, LENGTH + 3};

    private static final int HOURS_LONG = 6;
    private static final int HORIZON = DAY;

    private final Predictor predictor;

    LearnedEventsTest(String name) {
        this.predictor = Predictors.named(name, PredictorSettings.ofPeriods(DAY));
    }

    static Stream<String> names() {
        return Stream.of("seasonal-naive", "ets", "additive");
    }

    private static Instant at(int step) {
        return HOURS.start(FIRST + step);
    }

    private static CalendarEvent sale(int from, EventEffect effect) {
        return new CalendarEvent("sale", at(from), at(from + HOURS_LONG), EventScope.ALL, effect);
    }

    private static EventCalendar sales(int first, EventEffect effect) {
        List<CalendarEvent> sales = new ArrayList<>();
        for (int i = first; i < SALES.length; i++) {
            sales.add(sale(SALES[i], effect));
        }
        return EventCalendar.of(sales);
    }

    /** Rates, multiplied while there was a sale. */
    private static RateSeries sold(RateSeries plain, int first, double factor) {
        RateSeries sold = plain;
        for (int i = first; i < SALES.length - 1; i++) {
            RateSeries before = sold;
            sold = with(before, SALES[i], SALES[i] + HOURS_LONG, k -> factor * before.rate(k));
        }
        return sold;
    }

    private LocalModel fit(RateSeries history, EventCalendar events) {
        return (LocalModel) predictor.fit(FitRequest.of(KEY, history).withEvents(events));
    }

    private static double factor(LocalModel model) {
        return LearnedCalendar.factors(model.setting().events()).getOrDefault("sale", 1.0);
    }

    @Test
    void threeOccurrencesCountThreeQuarters() {
        LocalModel model = fit(sold(daily(LENGTH, 3), 0, 3), sales(0, LEARNED));
        assertThat(factor(model)).isCloseTo(1 + 0.75 * 2, within(0.15));
        assertThat(factor(fit(sold(daily(LENGTH, 3), 2, 3), sales(2, LEARNED)))).isCloseTo(2, within(0.15));
        assertThat(factor(fit(sold(daily(LENGTH, 3), 0, 0.4), sales(0, LEARNED))))
                .isCloseTo(0.55, within(0.05));
    }

    @Test
    void withoutAnOccurrenceNothingIsDone() {
        RateSeries history = daily(LENGTH, 3);
        LocalModel model = fit(history, sales(3, LEARNED));
        assertThat(factor(model)).isEqualTo(1);
        assertThat(model.forecast(HORIZON))
                .isEqualTo(fit(history, EventCalendar.none()).forecast(HORIZON));
        assertThat(model.snapshot())
                .isEqualTo(fit(history, EventCalendar.none()).snapshot());
    }

    @Test
    void aLearnedFactorDoesWhatAKnownOneDoes() {
        RateSeries history = sold(daily(LENGTH, 3), 0, 3);
        LocalModel learned = fit(history, sales(0, LEARNED));
        LocalModel known = fit(history, sales(0, new EventEffect.Multiply(factor(learned))));
        assertThat(learned.forecast(HORIZON)).isEqualTo(known.forecast(HORIZON));
        Tracker one = learned.track(KEY);
        Tracker other = known.track(KEY);
        for (int i = 0; i < 12; i++) {
            one.observe(100 + i);
            other.observe(100 + i);
            assertThat(one.nextMean()).isEqualTo(other.nextMean());
        }
        assertThat(learned.track(KEY, history).forecast(HORIZON)).isEqualTo(learned.forecast(HORIZON));
    }

    @Test
    void theNextSaleIsForecastLikeThePastOnes() {
        RateForecast plain = fit(daily(LENGTH, 3), EventCalendar.none()).forecast(HORIZON);
        RateForecast sale = fit(sold(daily(LENGTH, 3), 0, 3), sales(0, LEARNED)).forecast(HORIZON);
        for (int step = 1; step <= HORIZON; step++) {
            boolean inside = step > 3 && step <= 3 + HOURS_LONG;
            assertThat(sale.mean(step) / plain.mean(step)).isBetween(inside ? 2.0 : 0.75, inside ? 3.2 : 1.35);
        }
    }

    @Test
    void snapshotsKeepTheFactorsForACalendarThatComesLater() {
        LocalModel model = fit(sold(daily(LENGTH, 3), 0, 3), sales(0, LEARNED));
        LocalModel restored = (LocalModel) predictor.restore(model.snapshot());
        assertThat(factor(restored)).isEqualTo(factor(model));
        assertThat(restored.snapshot()).isEqualTo(model.snapshot());
        assertThat(restored.withEvents(sales(0, LEARNED)).forecast(HORIZON)).isEqualTo(model.forecast(HORIZON));
        LocalModel without = fit(daily(LENGTH, 3), EventCalendar.none());
        assertThat(((LocalModel) predictor.restore(without.snapshot())).snapshot())
                .isEqualTo(without.snapshot());
    }

    @Test
    void namesAndScopesAreKeptApart() {
        RateSeries history = sold(daily(LENGTH, 3), 0, 3);
        CalendarEvent elsewhere = new CalendarEvent("sale", at(10), at(30), EventScope.of(Region.of("mars")), LEARNED);
        CalendarEvent other = new CalendarEvent("holiday", at(60), at(70), EventScope.ALL, LEARNED);
        List<CalendarEvent> all = new ArrayList<>(List.of(elsewhere, other));
        all.addAll(sales(0, LEARNED).events(at(0), at(LENGTH + 100)));
        LocalModel model = fit(history, (from, to) -> all);
        assertThat(factor(model)).isCloseTo(factor(fit(history, sales(0, LEARNED))), within(1e-12));
        assertThat(LearnedCalendar.factors(model.setting().events()).get("holiday"))
                .isCloseTo(1, within(0.1));
    }

    @Test
    void overlappingNamesTeachNothingAndClosuresAreLeftOut() {
        RateSeries history = sold(daily(LENGTH, 3), 0, 3);
        CalendarEvent sameTime = new CalendarEvent("fair", at(SALES[0]), at(SALES[0] + 3), EventScope.ALL, LEARNED);
        CalendarEvent closed =
                new CalendarEvent("works", at(SALES[1]), at(SALES[1] + 3), EventScope.ALL, new EventEffect.Closed());
        List<CalendarEvent> all = new ArrayList<>(List.of(sameTime, closed));
        all.addAll(sales(0, LEARNED).events(at(0), at(LENGTH + 100)));
        RateSeries zeros = with(history, SALES[1], SALES[1] + 3, i -> 0);
        LocalModel model = fit(zeros, EventCalendar.of(all));
        assertThat(factor(model)).as("two halves and a whole").isCloseTo(1 + 2 * 2 / 3.0, within(0.15));
        assertThat(LearnedCalendar.factors(model.setting().events())).doesNotContainKey("fair");
    }

    @Test
    void rampsAreLearnedAtTheirFullStrength() {
        Duration ramp = Duration.ofHours(3);
        List<CalendarEvent> ramps = new ArrayList<>();
        RateSeries history = daily(LENGTH, 3);
        for (int from : SALES) {
            CalendarEvent event = sale(from, new EventEffect.Multiply(4)).withRamps(ramp, ramp);
            EventEffects truth = new EventEffects(EventCalendar.of(List.of(event)), KEY.flow(), HOURS);
            RateSeries before = history;
            history = from >= LENGTH
                    ? before
                    : with(before, from, from + HOURS_LONG, i -> before.rate(i) * truth.factor(FIRST + i));
            ramps.add(event.withEffect(LEARNED));
        }
        assertThat(factor(fit(history, EventCalendar.of(ramps)))).isCloseTo(1 + 0.75 * 3, within(0.2));
    }

    @Test
    void aFactorHasNoScaleAndBounds() {
        RateSeries history = sold(daily(LENGTH, 3), 0, 3);
        double factor = factor(fit(history, sales(0, LEARNED)));
        assertThat(factor(fit(times(history, 1e12), sales(0, LEARNED)))).isCloseTo(factor, within(1e-9));
        assertThat(factor(fit(made(LENGTH, i -> 0), sales(0, LEARNED)))).isEqualTo(1);
        assertThat(factor(fit(sold(made(LENGTH, i -> 1), 0, 1e9), sales(0, LEARNED))))
                .isEqualTo(100);
        assertThat(factor(fit(sold(made(LENGTH, i -> 1), 0, 0), sales(0, LEARNED))))
                .isCloseTo(0.25, within(1e-9));
    }
}
