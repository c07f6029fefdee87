package io.headroom.testkit;

import io.headroom.core.RateForecast;
import io.headroom.core.RateSeries;
import io.headroom.spi.CalendarEvent;
import io.headroom.spi.EventCalendar;
import io.headroom.spi.EventEffect;
import io.headroom.spi.EventScope;
import io.headroom.spi.FitRequest;
import io.headroom.spi.FittedModel;
import io.headroom.spi.Tracker;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/** Clauses of {@link PredictorContract} about known events; all of them begin and end with a step. */
final class EventClauses {
    private static final double TOLERANCE = 1e-9;
    private static final int HORIZON = 12;
    private static final int FIRST = 4;
    private static final int LAST = 6;

    private EventClauses() {}

    /** An event over the positions [from, to), counted from the start of the history. */
    static CalendarEvent event(int from, int to, EventScope scope, EventEffect effect) {
        return new CalendarEvent(
                "event",
                Samples.GRID.start(Samples.FIRST + from),
                Samples.GRID.start(Samples.FIRST + to),
                scope,
                effect);
    }

    private static EventCalendar calendar(int from, int to, EventEffect effect) {
        return EventCalendar.of(
                List.of(event(from, to, EventScope.of(Samples.KEY.flow().pair()), effect)));
    }

    private static FittedModel fitted(Clause c, PredictorContract kit, RateSeries history, EventCalendar events) {
        FitRequest request = FitRequest.of(Samples.KEY, history).withSeed(11).withEvents(events);
        return FitClauses.fit(c, kit.create(), request);
    }

    /** The regular history with some steps replaced. */
    private static RateSeries with(PredictorContract kit, int from, int to, IntToDoubleFunction change) {
        double[] rates = kit.history().toArray();
        for (int i = from; i < to; i++) {
            rates[i] = change.applyAsDouble(i);
        }
        return Samples.series(rates);
    }

    static void closedAhead(Clause c, PredictorContract kit) {
        c.mend("the forecast does not look at the calendar, or lets the closure run on: set the closed steps to zero"
                + " after all else");
        ahead(c, kit, new EventEffect.Closed(), 0);
    }

    static void multipliedAhead(Clause c, PredictorContract kit) {
        c.mend("the mean is multiplied and the spread is not, or the factor outlasts the event: scale the"
                + " distributions of the event's steps alone");
        ahead(c, kit, new EventEffect.Multiply(3), 3);
    }

    private static void ahead(Clause c, PredictorContract kit, EventEffect effect, double factor) {
        int n = kit.historyLength();
        RateForecast plain = fitted(c, kit, kit.history(), EventCalendar.none()).forecast(HORIZON);
        RateForecast f = fitted(c, kit, kit.history(), calendar(n + FIRST - 1, n + LAST, effect))
                .forecast(HORIZON);
        Figures.sameSteps(c, "forecast with an event", plain, f);
        double scale = plain.mean(1) + plain.mean(FIRST);
        for (int step = 1; step <= HORIZON; step++) {
            boolean inside = step >= FIRST && step <= LAST;
            Figures.nearAt(
                    c,
                    inside ? "inside the event" : "outside the event, held against the forecast without it",
                    plain,
                    f,
                    step,
                    inside ? factor : 1,
                    TOLERANCE,
                    scale);
        }
    }

    static void closedBefore(Clause c, PredictorContract kit) {
        c.mend("rates inside a closed window reach the parameters or the state: treat its steps as missing");
        int to = kit.historyLength();
        int from = to - 30;
        EventCalendar closed = calendar(from, to, new EventEffect.Closed());
        RateForecast expected =
                fitted(c, kit, with(kit, from, to, i -> Double.NaN), closed).forecast(HORIZON);
        for (double inside : new double[] {0, 50 * Samples.LEVEL}) {
            RateForecast f =
                    fitted(c, kit, with(kit, from, to, i -> inside), closed).forecast(HORIZON);
            Figures.near(
                    c, "rates of " + inside + " in the closed window against missing ones", expected, f, TOLERANCE);
        }
    }

    static void closedWhileTracking(Clause c, PredictorContract kit) {
        c.mend("observe() does not look at the calendar: treat a rate of a closed step as missing");
        int n = kit.historyLength();
        FittedModel model = fitted(c, kit, kit.history(), calendar(n + 2, n + 9, new EventEffect.Closed()));
        for (int steps : new int[] {9, HORIZON}) {
            RateForecast expected = tracked(model, Double.NaN, steps);
            for (double inside : new double[] {0, 50 * Samples.LEVEL}) {
                String where =
                        "rates of " + inside + " observed in the closed window against missing ones, after " + steps;
                Figures.near(c, where, expected, tracked(model, inside, steps), TOLERANCE);
            }
        }
    }

    /** Observes some steps, those of the window [2, 9) with the given rate. */
    private static RateForecast tracked(FittedModel model, double inside, int steps) {
        Tracker tracker = model.track(Samples.KEY);
        for (int i = 0; i < steps; i++) {
            tracker.observe(i >= 2 && i < 9 ? inside : Samples.LEVEL + 10 * i);
        }
        return tracker.forecast(HORIZON);
    }

    static void multipliedBefore(Clause c, PredictorContract kit) {
        c.mend("rates inside a multiplied window are learned as they are: divide them by the factor first");
        int to = kit.historyLength();
        int from = to - 40;
        double[] plain = kit.history().toArray();
        RateSeries doubled = with(kit, from, to, i -> 2 * plain[i]);
        RateForecast f = fitted(c, kit, doubled, calendar(from, to, new EventEffect.Multiply(2)))
                .forecast(HORIZON);
        RateForecast expected =
                fitted(c, kit, kit.history(), EventCalendar.none()).forecast(HORIZON);
        Figures.near(c, "a doubled window with its event against the plain history", expected, f, TOLERANCE);
    }

    static void multipliedWhileTracking(Clause c, PredictorContract kit) {
        c.mend("observe() does not look at the calendar: divide a rate of a multiplied step by the factor first");
        int n = kit.historyLength();
        EventCalendar events = calendar(n + 2, n + 9, new EventEffect.Multiply(2));
        Tracker plain = fitted(c, kit, kit.history(), EventCalendar.none()).track(Samples.KEY);
        Tracker tracker = fitted(c, kit, kit.history(), events).track(Samples.KEY);
        for (int i = 0; i < HORIZON; i++) {
            double rate = Samples.LEVEL + 10 * i;
            plain.observe(rate);
            tracker.observe(i >= 2 && i < 9 ? 2 * rate : rate);
            int factor = i + 1 >= 2 && i + 1 < 9 ? 2 : 1;
            String where = "doubled rates observed in the event against plain ones without it, after " + (i + 1);
            Figures.nearAt(c, where, plain.forecast(1), tracker.forecast(1), 1, factor, TOLERANCE, rate);
        }
    }

    static void ofOthers(Clause c, PredictorContract kit) {
        c.mend("the scope of an event is not looked at: ask event.scope().matches(key.flow())");
        int n = kit.historyLength();
        List<CalendarEvent> others = new ArrayList<>();
        for (EventScope scope : List.of(
                EventScope.of(Samples.OTHER.flow().pair()),
                EventScope.of(Samples.OTHER.flow().type()),
                EventScope.of(Samples.OTHER.flow().pair().destination()))) {
            others.add(event(n - 50, n - 30, scope, new EventEffect.Closed()));
            others.add(event(n + 1, n + 5, scope, new EventEffect.Multiply(4)));
        }
        Figures.near(
                c,
                "events of other flows against none",
                fitted(c, kit, kit.history(), EventCalendar.none()).forecast(HORIZON),
                fitted(c, kit, kit.history(), EventCalendar.of(others)).forecast(HORIZON),
                TOLERANCE);
    }

    static void generousCalendar(Clause c, PredictorContract kit) {
        c.mend("what the calendar returns is taken for what was asked: test each event's share of the step, and"
                + " expect any order");
        int n = kit.historyLength();
        List<CalendarEvent> events = new ArrayList<>(List.of(
                event(n - 60, n - 50, EventScope.ALL, new EventEffect.Closed()),
                event(n - 40, n - 20, EventScope.ALL, new EventEffect.Multiply(0.5)),
                event(n + 2, n + 4, EventScope.ALL, new EventEffect.Multiply(2)),
                event(n + 6, n + 8, EventScope.ALL, new EventEffect.Closed()),
                event(n + 500, n + 600, EventScope.ALL, new EventEffect.Closed())));
        RateForecast exact =
                fitted(c, kit, kit.history(), EventCalendar.of(events)).forecast(HORIZON);
        Collections.reverse(events);
        List<CalendarEvent> all = List.copyOf(events);
        RateForecast generous = fitted(c, kit, kit.history(), (from, to) -> all).forecast(HORIZON);
        Figures.near(
                c,
                "a calendar that always returns all events against one that returns those asked for",
                exact,
                generous,
                TOLERANCE);
    }
}
