package io.headroom.spi;

import java.time.Instant;
import java.util.List;

/**
 * The known events. A host may implement it over its own calendar; calls must be cheap and local.
 *
 * <p>Contract: an event that overlaps the span is returned, once, others may be; the answer for a span does not change while a forecast is
 * made. Implementations are thread-safe.
 */
@FunctionalInterface
public interface EventCalendar {
    /**
     * The events that overlap a span.
     *
     * @param from start of the span
     * @param to end of the span, exclusive
     * @return the events, in any order
     */
    List<CalendarEvent> events(Instant from, Instant to);

    /**
     * A calendar without events.
     *
     * @return the empty calendar, always the same one
     */
    static EventCalendar none() {
        return NoEvents.INSTANCE;
    }

    /**
     * A calendar of given events.
     *
     * @param events the events
     * @return an immutable calendar
     */
    static EventCalendar of(List<CalendarEvent> events) {
        List<CalendarEvent> copy = List.copyOf(events);
        return (from, to) -> copy.stream()
                .filter(e -> e.start().isBefore(to) && e.end().isAfter(from))
                .toList();
    }
}
