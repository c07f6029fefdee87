package io.headroom.spi;

import java.time.Instant;
import java.util.List;

/** The calendar without events. Immutable and thread-safe. */
enum NoEvents implements EventCalendar {
    INSTANCE;

    @Override
    public List<CalendarEvent> events(Instant from, Instant to) {
        return List.of();
    }
}
