package io.headroom.spi;

import io.headroom.core.Flow;
import io.headroom.core.TimeGrid;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;

/**
 * What known events do to the rate of one flow, step by step: an effect f at strength w multiplies by 1 + w (f - 1), and
 * a step takes the mean over its time. For authors of predictors. Thread-safe if the calendar is; costs one question to the calendar a
 * step, none if it is {@link EventCalendar#none}.
 */
public final class EventEffects {
    /** Where less of a step than this is open, its rate teaches nothing. */
    private static final double LEAST_OPEN = 0.5;

    /** A rate beyond this teaches nothing either: its square would leave no room for sums. */
    private static final double LARGEST = 1e100;

    /** Distance of a Gauss-Legendre point from the middle, as a share of the span. */
    private static final double GAUSS = 0.5 / Math.sqrt(3);

    private final EventCalendar calendar;
    private final Flow flow;
    private final TimeGrid grid;

    /**
     * The effects of a calendar on one flow.
     *
     * @param calendar all known events
     * @param flow the flow
     * @param grid the grid of its steps
     */
    public EventEffects(EventCalendar calendar, Flow flow, TimeGrid grid) {
        this.calendar = calendar;
        this.flow = flow;
        this.grid = grid;
    }

    /**
     * Factor of the rate in a step. An effect that is yet to be learned counts as none.
     *
     * @param index grid index
     * @return 1 without events, 0 if the whole step is closed
     */
    public double factor(long index) {
        return mean(events(index), index, EventEffects::factor);
    }

    /**
     * What a rate would have been without events.
     *
     * @param index grid index
     * @param rate what was observed; NaN if missing
     * @return rate, 0 or more; NaN if it teaches nothing: closed for more than half of the step, or above 1e100
     */
    public double undo(long index, double rate) {
        List<CalendarEvent> events = events(index);
        double value = rate;
        if (!events.isEmpty() && !Double.isNaN(rate)) {
            double open = mean(events, index, event -> event.effect() instanceof EventEffect.Closed ? 0 : 1);
            value = open < LEAST_OPEN ? Double.NaN : rate / mean(events, index, EventEffects::factor);
        }
        return value <= LARGEST ? value : Double.NaN;
    }

    /** At full strength; an effect that is yet to be learned is none. */
    private static double factor(CalendarEvent event) {
        if (event.effect() instanceof EventEffect.Multiply m) {
            return m.factor();
        }
        return event.effect() instanceof EventEffect.Closed ? 0 : 1;
    }

    /**
     * Mean strength of an event over a step.
     *
     * @param event one event
     * @param index grid index
     * @return 1 inside, 0 outside, between them at its ends and on its ramps
     */
    public double strength(CalendarEvent event, long index) {
        return 1 - mean(List.of(event), index, e -> 0);
    }

    /**
     * How much of a step lies in events whose effect is to be learned, for models that learn one effect for all of them.
     *
     * @param index grid index
     * @return the strength of the strongest of them, in [0, 1]
     */
    public double learned(long index) {
        List<CalendarEvent> events = events(index);
        if (events.isEmpty()) {
            return 0; // Not even an iterator: an observation allocates nothing.
        }
        double strongest = 0;
        for (CalendarEvent event : events) {
            if (event.effect() instanceof EventEffect.Learned) {
                strongest = Math.max(strongest, strength(event, index));
            }
        }
        return strongest;
    }

    /**
     * Mean over a step of the product of all effects: where events overlap, both apply; where one closes, nothing else
     * counts. Between the ends of events and of their ramps each effect is linear in time; two points of Gauss and
     * Legendre are exact for the product of up to three that change at once.
     */
    private double mean(List<CalendarEvent> events, long index, ToDoubleFunction<CalendarEvent> effect) {
        if (events.isEmpty()) {
            return 1;
        }
        long start = grid.start(index).toEpochMilli();
        long end = grid.start(index + 1).toEpochMilli();
        double sum = 0;
        long from = start;
        for (long to : cuts(events, start, end).tailSet(start, false)) {
            double product = product(events, from, to, 0.5 - GAUSS, effect);
            if (changes(events, from, to)) {
                product = (product + product(events, from, to, 0.5 + GAUSS, effect)) / 2;
            }
            sum += product * ((double) (to - from) / (end - start));
            from = to;
        }
        return sum;
    }

    private NavigableSet<Long> cuts(List<CalendarEvent> events, long start, long end) {
        TreeSet<Long> cuts = new TreeSet<>(List.of(start, end));
        for (CalendarEvent event : events) {
            if (event.scope().matches(flow)) {
                long first = event.start().toEpochMilli();
                long last = event.end().toEpochMilli();
                for (long cut : new long[] {
                    first,
                    first + event.leadIn().toMillis(),
                    last - event.fadeOut().toMillis(),
                    last
                }) {
                    cuts.add(Math.max(start, Math.min(end, cut)));
                }
            }
        }
        return cuts;
    }

    private boolean isOn(CalendarEvent event, long from, long to) {
        return event.start().toEpochMilli() <= from
                && event.end().toEpochMilli() >= to
                && event.scope().matches(flow);
    }

    private boolean changes(List<CalendarEvent> events, long from, long to) {
        for (CalendarEvent event : events) {
            if (isOn(event, from, to) && !(strength(event, from, 0) == 1 && strength(event, to, 0) == 1)) {
                return true;
            }
        }
        return false;
    }

    private double product(
            List<CalendarEvent> events, long from, long to, double share, ToDoubleFunction<CalendarEvent> effect) {
        double product = 1;
        for (CalendarEvent event : events) {
            if (isOn(event, from, to)) {
                double strength = strength(event, from, share * (to - from));
                double full = effect.applyAsDouble(event);
                product *= strength == 1 ? full : 1 + strength * (full - 1);
            }
        }
        return product;
    }

    /** At an instant between start and end: some milliseconds after a point in time. */
    private static double strength(CalendarEvent event, long from, double after) {
        long leadIn = event.leadIn().toMillis();
        long fadeOut = event.fadeOut().toMillis();
        double growing = leadIn == 0 ? 1 : (from - event.start().toEpochMilli() + after) / leadIn;
        double fading = fadeOut == 0 ? 1 : (event.end().toEpochMilli() - from - after) / fadeOut;
        return Math.min(1, Math.min(growing, fading));
    }

    private List<CalendarEvent> events(long index) {
        return calendar == EventCalendar.none() ? List.of() : calendar.events(grid.start(index), grid.start(index + 1));
    }
}
