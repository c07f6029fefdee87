package io.headroom.forecasting;

import io.headroom.core.Flow;
import io.headroom.core.TimeGrid;
import io.headroom.spi.CalendarEvent;
import io.headroom.spi.EventCalendar;
import io.headroom.spi.EventEffect;
import java.util.List;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;

/** What known events do to the rate of one flow, step by step. Thread-safe if the calendar is. */
final class EventEffects {
    /** Where less of a step than this is open, its rate teaches nothing. */
    private static final double LEAST_OPEN = 0.5;

    /** A rate beyond this teaches nothing either: its square would leave no room for sums. */
    private static final double LARGEST = 1e100;

    private final EventCalendar calendar;
    private final Flow flow;
    private final TimeGrid grid;

    EventEffects(EventCalendar calendar, Flow flow, TimeGrid grid) {
        this.calendar = calendar;
        this.flow = flow;
        this.grid = grid;
    }

    /** Factor of the rate in a step: 1 without events, 0 if the whole step is closed. */
    double factor(long index) {
        return mean(events(index), index, EventEffects::factor);
    }

    /**
     * What a rate would have been without events; NaN if it teaches nothing: closed for too much of the step, or too
     * large.
     */
    double undo(long index, double rate) {
        List<CalendarEvent> events = events(index);
        double value = rate;
        if (!events.isEmpty() && !Double.isNaN(rate)) {
            double open = mean(events, index, event -> event.effect() instanceof EventEffect.Closed ? 0 : 1);
            value = open < LEAST_OPEN ? Double.NaN : rate / mean(events, index, EventEffects::factor);
        }
        return value <= LARGEST ? value : Double.NaN;
    }

    private static double factor(CalendarEvent event) {
        return event.effect() instanceof EventEffect.Multiply m ? m.factor() : 0;
    }

    /**
     * Mean over a step of the product of all effects: where events overlap, both apply; where one closes, nothing else
     * counts.
     */
    private double mean(List<CalendarEvent> events, long index, ToDoubleFunction<CalendarEvent> effect) {
        if (events.isEmpty()) {
            return 1;
        }
        long start = grid.start(index).toEpochMilli();
        long end = grid.start(index + 1).toEpochMilli();
        TreeSet<Long> cuts = new TreeSet<>(List.of(start, end));
        for (CalendarEvent event : events) {
            if (event.scope().matches(flow)) {
                cuts.add(Math.max(start, Math.min(end, event.start().toEpochMilli())));
                cuts.add(Math.max(start, Math.min(end, event.end().toEpochMilli())));
            }
        }
        double sum = 0;
        long from = start;
        for (long to : cuts.tailSet(start, false)) {
            double product = 1;
            for (CalendarEvent event : events) {
                boolean on = event.start().toEpochMilli() <= from && event.end().toEpochMilli() >= to;
                product *= on && event.scope().matches(flow) ? effect.applyAsDouble(event) : 1;
            }
            sum += product * ((double) (to - from) / (end - start));
            from = to;
        }
        return sum;
    }

    private List<CalendarEvent> events(long index) {
        return calendar == EventCalendar.none() ? List.of() : calendar.events(grid.start(index), grid.start(index + 1));
    }
}
