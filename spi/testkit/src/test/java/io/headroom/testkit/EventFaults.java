package io.headroom.testkit;

import static io.headroom.testkit.TrackerDouble.row;

import io.headroom.core.MarginalForecast;
import io.headroom.core.RateForecast;
import io.headroom.spi.CalendarEvent;
import io.headroom.spi.EventCalendar;
import io.headroom.spi.EventEffect;
import io.headroom.spi.EventScope;
import io.headroom.spi.FitRequest;
import io.headroom.spi.FittedModel;
import io.headroom.spi.Tracker;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Predictors that take known events wrongly. */
final class EventFaults {
    private EventFaults() {}

    static List<BrokenDouble> rows() {
        return List.of(
                row("P32", "closed steps are forecast as open", TrackerDouble.forecast(EventFaults::open)),
                PredictorDouble.row("P33", "a closed past is learned", ignoringPast(EventEffect.Closed.class)),
                PredictorDouble.row("P34", "a closed window is observed as open", blind(EventEffect.Closed.class)),
                row("P35", "only the mean is multiplied", TrackerDouble.forecast(EventFaults::narrow)),
                PredictorDouble.row("P36", "a multiplied past is learned", ignoringPast(EventEffect.Multiply.class)),
                PredictorDouble.row(
                        "P37", "a multiplied window is observed as it is", blind(EventEffect.Multiply.class)),
                PredictorDouble.row("P38", "every event is everybody's", calendar(EventFaults::everybodys)),
                PredictorDouble.row("P39", "what is returned counts for the span", calendar(EventFaults::stretched)));
    }

    static PredictorDouble.Maker calendar(UnaryOperator<EventCalendar> change) {
        return PredictorDouble.request(request -> request.withEvents(change.apply(request.events())));
    }

    static EventCalendar everybodys(EventCalendar calendar) {
        return (from, to) -> calendar.events(from, to).stream()
                .map(e -> new CalendarEvent(e.name(), e.start(), e.end(), EventScope.ALL, e.effect()))
                .toList();
    }

    private static EventCalendar stretched(EventCalendar calendar) {
        return (from, to) -> calendar.events(from, to).stream()
                .map(e -> new CalendarEvent(e.name(), from, to, e.scope(), e.effect()))
                .toList();
    }

    private static EventCalendar without(EventCalendar calendar, Predicate<CalendarEvent> hidden) {
        return (from, to) ->
                calendar.events(from, to).stream().filter(hidden.negate()).toList();
    }

    /** Leaves out the events of a kind that ended with the history. */
    private static PredictorDouble.Maker ignoringPast(Class<? extends EventEffect> kind) {
        return PredictorDouble.request(request -> {
            Instant end = Samples.GRID.start(request.single().endIndex());
            return request.withEvents(without(
                    request.events(),
                    e -> kind.isInstance(e.effect()) && !e.end().isAfter(end)));
        });
    }

    /** Does not see events of a kind while it observes. */
    private static PredictorDouble.Maker blind(Class<? extends EventEffect> kind) {
        return () -> new PredictorDouble() {
            private boolean observing;

            @Override
            public FittedModel fit(FitRequest request) {
                EventCalendar events = without(request.events(), e -> observing && kind.isInstance(e.effect()));
                return new ModelDouble(super.fit(request.withEvents(events))) {
                    @Override
                    Tracker started(Tracker tracker) {
                        return new TrackerDouble(tracker) {
                            @Override
                            public void observe(double rate) {
                                observing = true;
                                super.observe(rate);
                                observing = false;
                            }
                        };
                    }
                };
            }
        };
    }

    /** Gives closed steps the mean of the first. */
    private static RateForecast open(RateForecast f) {
        return edited(f, h -> f.mean(h) == 0 ? f.mean(1) : f.mean(h), 1);
    }

    /** Leaves the spread of steps that were multiplied by more than 2 as it was. */
    private static RateForecast narrow(RateForecast f) {
        return edited(f, f::mean, 3);
    }

    private interface Means {
        double at(int step);
    }

    private static RateForecast edited(RateForecast f, Means means, double narrower) {
        MarginalForecast m = (MarginalForecast) f;
        double[] mean = new double[f.horizon()];
        double[] deviation = new double[f.horizon()];
        for (int h = 0; h < mean.length; h++) {
            boolean multiplied = f.mean(h + 1) > 2 * f.mean(1);
            mean[h] = means.at(h + 1);
            deviation[h] = m.standardDeviation(h + 1) / (multiplied ? narrower : 1);
        }
        return MarginalForecast.builder(f.grid(), f.firstIndex())
                .mean(mean)
                .standardDeviation(deviation)
                .impulse(m.impulse())
                .dependence(m.dependence())
                .build();
    }
}
