package io.headroom.testkit;

import io.headroom.core.Flow;
import io.headroom.core.RateForecast;
import io.headroom.core.RateSeries;
import io.headroom.core.SeriesKey;
import io.headroom.spi.Deadline;
import io.headroom.spi.EventCalendar;
import io.headroom.spi.EventEffect;
import io.headroom.spi.EventScope;
import io.headroom.spi.FitRequest;
import io.headroom.spi.FittedModel;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * The contract of a {@link io.headroom.spi.Predictor} that fits one model to all series: all of
 * {@link PredictorContract}, and clauses about several series at a time.
 */
public abstract class GlobalPredictorContract extends PredictorContract {
    private static final SeriesKey SMALL = SeriesKey.transactions(Flow.of("ap-south", "eu-west", "api"));
    private static final SeriesKey LARGE = SeriesKey.bytes(Flow.of("eu-west", "us-east", "api"));

    /** For subclasses. */
    protected GlobalPredictorContract() {}

    /**
     * How far the mean of a forecast may be from the level of its series, as a factor: levels of the series differ by a
     * thousand.
     *
     * @return above 1; by default 3
     */
    protected double levelFactor() {
        return 3;
    }

    /** Three series whose levels differ by a thousand; may be added to. */
    final Map<SeriesKey, RateSeries> several() {
        return new TreeMap<>(Map.of(
                Samples.KEY, history(), SMALL, Samples.times(history(), 0.001), LARGE, Samples.times(history(), 1000)));
    }

    final FitRequest request(Map<SeriesKey, RateSeries> series) {
        return new FitRequest(series, EventCalendar.none(), Deadline.none(), 11);
    }

    private FittedModel fitted(Clause c, Map<SeriesKey, RateSeries> series, EventCalendar events) {
        return FitClauses.fit(c, create(), new FitRequest(series, events, Deadline.none(), 11));
    }

    final void level(Clause c, String where, RateForecast f, double level) {
        Figures.sound(c, where, f);
        c.at(where + ", mean of step 1");
        boolean ok = f.mean(1) <= level * levelFactor() && f.mean(1) >= level / levelFactor();
        c.hold(ok, "within a factor of " + levelFactor() + " of the series' own level, " + level, f.mean(1));
    }

    @Test
    @DisplayName("P40 Every series of the fit is tracked from its own end at its own level")
    final void everySeries() {
        check(c -> {
            c.mend("the scale of a series is not kept with its state: divide by its own level, and multiply the"
                    + " forecast back");
            FittedModel model = fitted(c, several(), EventCalendar.none());
            c.at("keys()");
            c.same(several().keySet(), model.keys());
            several().forEach((key, history) -> {
                c.at("track(" + key + "), nextIndex()");
                c.same(history.endIndex(), model.track(key).nextIndex());
                double last = history.rate(history.length() - 1);
                level(c, "forecast of " + key, model.track(key).forecast(2), last);
            });
        });
    }

    @Test
    @DisplayName("P41 A series that was not fitted is forecast at its own level")
    final void newSeries() {
        check(c -> {
            c.mend("an unseen series is given the level of a fitted one: take it from the history given to track(key,"
                    + " history)");
            FittedModel model = fitted(c, several(), EventCalendar.none());
            RateSeries history = Samples.times(Samples.regular(2 * period(), period()), 50);
            double last = history.rate(history.length() - 1);
            level(
                    c,
                    "forecast of an unseen series",
                    model.track(Samples.OTHER, history).forecast(2),
                    last);
        });
    }

    @Test
    @DisplayName("P42 A series without data does not harm the others")
    final void deadSeries() {
        check(c -> {
            c.mend("missing rates or a level of zero spread through shared sums: leave such a series out of them");
            for (RateSeries dead : Samples.empty(historyLength()).values()) {
                Map<SeriesKey, RateSeries> series = several();
                series.put(Samples.OTHER, dead);
                FittedModel model = fitted(c, series, EventCalendar.none());
                level(
                        c,
                        "forecast beside a series without data",
                        model.track(Samples.KEY).forecast(2),
                        Samples.LEVEL);
                Figures.sound(
                        c,
                        "forecast of a series without data",
                        model.track(Samples.OTHER).forecast(2));
            }
        });
    }

    @Test
    @DisplayName("P43 An event ahead touches the series in its scope alone")
    final void scopedEvents() {
        check(c -> {
            c.mend("events are applied to all series: ask event.scope().matches(key.flow()) for each");
            int n = historyLength();
            EventScope scope = EventScope.of(SMALL.flow().pair());
            EventCalendar events =
                    EventCalendar.of(List.of(EventClauses.event(n, n + 3, scope, new EventEffect.Closed())));
            FittedModel model = fitted(c, several(), events);
            FittedModel plain = fitted(c, several(), EventCalendar.none());
            c.at("forecast inside a closure of its pair");
            c.same(0.0, model.track(SMALL).forecast(3).mean(2));
            Figures.near(
                    c,
                    "forecast of a pair that another one's closure leaves alone",
                    plain.track(LARGE).forecast(3),
                    model.track(LARGE).forecast(3),
                    1e-9);
        });
    }

    @Test
    @DisplayName("P44 A snapshot of a model keeps every series")
    final void snapshotOfSeveral() {
        check(c -> {
            c.mend("only the first series is written: write each key with its state");
            FittedModel model = fitted(c, several(), EventCalendar.none());
            FittedModel restored = create().restore(model.snapshot());
            c.at("keys() of the restored model");
            c.same(model.keys(), restored.keys());
            for (SeriesKey key : model.keys()) {
                SnapshotClauses.alike(
                        c, "tracker of " + key + " of the restored model", model.track(key), restored.track(key));
            }
        });
    }

    @Test
    @DisplayName("P45 The same seed gives every series the same bits, whatever the seed")
    final void seeded() {
        check(c -> GlobalClauses.seeded(c, this));
    }

    @Test
    @DisplayName("P46 A series shorter than a season is forecast at its own level beside longer ones")
    final void shortSeries() {
        check(c -> GlobalClauses.shortSeries(c, this));
    }

    @Test
    @DisplayName("P47 A series that was not fitted is forecast from its first rate on")
    final void coldStart() {
        check(c -> GlobalClauses.coldStart(c, this));
    }

    @Test
    @DisplayName("P48 A fit of many series returns soon after its deadline, with all of them")
    final void deadlineOfMany() {
        check(c -> SpeedClauses.deadline(c, this, GlobalClauses.many(this)));
    }

    @Test
    @DisplayName("P49 An interrupt ends a fit of many series early and stays set")
    final void interruptOfMany() {
        check(c -> SpeedClauses.interrupt(c, this, GlobalClauses.many(this)));
    }

    @Test
    @DisplayName("P50 A fit leaves no thread running")
    final void leavesNoThread() {
        check(c -> GlobalClauses.leavesNoThread(c, this));
    }

    @Test
    @DisplayName("P51 A restored model forecasts an unseen series like the original")
    final void unseenAfterRestore() {
        check(c -> GlobalClauses.unseenAfterRestore(c, this));
    }
}
