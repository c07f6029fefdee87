package io.headroom.testkit;

import io.headroom.spi.CalendarEvent;
import io.headroom.spi.EventCalendar;
import io.headroom.spi.EventEffect;
import io.headroom.spi.EventScope;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The contract of {@link EventCalendar}. A subclass loads the kit's events into its calendar. */
public abstract class EventCalendarContract extends Contract {
    private static final Instant START = Instant.parse("2024-10-01T00:00:00Z");

    /** For subclasses. */
    protected EventCalendarContract() {}

    /**
     * Makes the calendar.
     *
     * @param events its events
     * @return a calendar of these events
     */
    protected abstract EventCalendar create(List<CalendarEvent> events);

    private static Instant hour(int hours) {
        return START.plus(Duration.ofHours(hours));
    }

    private static List<CalendarEvent> events() {
        return List.of(
                new CalendarEvent("maintenance", hour(10), hour(12), EventScope.ALL, new EventEffect.Closed()),
                new CalendarEvent("campaign", hour(11), hour(60), EventScope.ALL, new EventEffect.Multiply(1.5)),
                new CalendarEvent("holiday", hour(100), hour(124), EventScope.ALL, new EventEffect.Multiply(0.5)));
    }

    private Set<CalendarEvent> overlapping(Instant from, Instant to) {
        Set<CalendarEvent> expected = new HashSet<>(events());
        expected.removeIf(e -> !e.start().isBefore(to) || !e.end().isAfter(from));
        return expected;
    }

    @Test
    @DisplayName("E1 Every event that overlaps the span is returned, as it was entered")
    final void overlapping() {
        check(c -> {
            c.mend("only events that start or lie inside the span are looked up: an event overlaps if it starts"
                    + " before the end and ends after the start");
            EventCalendar calendar = create(events());
            for (int from = 0; from < 130; from += 5) {
                for (int hours : new int[] {1, 7, 200}) {
                    List<CalendarEvent> got = calendar.events(hour(from), hour(from + hours));
                    for (CalendarEvent event : overlapping(hour(from), hour(from + hours))) {
                        c.at("events from " + hour(from) + " to " + hour(from + hours));
                        c.hold(got.contains(event), event + " among them", got);
                    }
                }
            }
        });
    }

    @Test
    @DisplayName("E2 No event is made up or returned twice")
    final void nothingElse() {
        check(c -> {
            c.mend("an event is cut to the span or repeated for each of its days: return it once, as a whole");
            List<CalendarEvent> got = create(events()).events(hour(0), hour(200));
            c.at("events that nobody entered");
            c.same(List.of(), got.stream().filter(e -> !events().contains(e)).toList());
            c.at("number of events");
            c.same(Math.toIntExact(got.stream().distinct().count()), got.size());
        });
    }

    @Test
    @DisplayName("E3 The answer for a span stays the same, for many threads too")
    final void stable() {
        check(c -> {
            c.mend("a cache is changed without a lock, or a cursor is not set back");
            EventCalendar calendar = create(events());
            Set<CalendarEvent> expected = Set.copyOf(calendar.events(hour(0), hour(200)));
            c.at("events asked for by four threads at a time");
            for (List<CalendarEvent> got : Parallel.run(4, patience(), () -> calendar.events(hour(0), hour(200)))) {
                c.same(expected, Set.copyOf(got));
            }
        });
    }
}
