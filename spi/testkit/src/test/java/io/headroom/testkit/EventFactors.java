package io.headroom.testkit;

import io.headroom.core.Flow;
import io.headroom.core.TimeGrid;
import io.headroom.spi.CalendarEvent;
import io.headroom.spi.EventCalendar;
import io.headroom.spi.EventEffect;
import java.time.Instant;
import java.util.List;

/** What known events do to the rates of one flow, step by step. */
final class EventFactors {
    private static final long AHEAD = 1 << 20;

    private final EventCalendar calendar;
    private final Flow flow;
    private final TimeGrid grid;
    private long plainFrom = Long.MAX_VALUE;
    private long plainTo = Long.MIN_VALUE;

    EventFactors(EventCalendar calendar, Flow flow, TimeGrid grid) {
        this.calendar = calendar;
        this.flow = flow;
        this.grid = grid;
    }

    /** The rate as it would have been without events; NaN if it teaches nothing. */
    double learned(long step, double rate) {
        double factor = factor(step);
        return factor == 0 ? Double.NaN : rate / factor;
    }

    /** What the rate of a step is multiplied by; 0 if any part of it is closed. */
    double factor(long step) {
        if (step >= plainFrom && step < plainTo) {
            return 1;
        }
        Instant start = grid.start(step);
        if (calendar.events(start, grid.start(step + AHEAD)).isEmpty()) {
            plainFrom = step;
            plainTo = step + AHEAD;
            return 1;
        }
        double factor = 1;
        List<CalendarEvent> events = calendar.events(start, grid.start(step + 1));
        for (CalendarEvent event : events) {
            double share = event.scope().matches(flow) ? event.share(start, grid.start(step + 1)) : 0;
            if (share > 0 && event.effect() instanceof EventEffect.Multiply m) {
                factor *= 1 + share * (m.factor() - 1);
            } else if (share > 0) {
                factor = 0;
            }
        }
        return factor;
    }
}
