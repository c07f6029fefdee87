package io.headroom.forecasting;

import io.headroom.spi.CalendarEvent;
import io.headroom.spi.EventCalendar;
import io.headroom.spi.EventEffect;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A calendar in which effects that were to be learned have the factors that a fit found, by the name of the event.
 * Thread-safe if the calendar below is.
 */
final class LearnedCalendar implements EventCalendar {
    private static final int MOST_NAMES = 1_000_000;

    private final EventCalendar below;
    private final SortedMap<String, Double> factors;

    private LearnedCalendar(EventCalendar below, SortedMap<String, Double> factors) {
        this.below = below;
        this.factors = factors;
    }

    /** A calendar with factors; the calendar itself if there are none. */
    static EventCalendar of(EventCalendar below, SortedMap<String, Double> factors) {
        return factors.isEmpty() ? below : new LearnedCalendar(below, Collections.unmodifiableSortedMap(factors));
    }

    /** The factors that a calendar has. */
    static SortedMap<String, Double> factors(EventCalendar calendar) {
        return calendar instanceof LearnedCalendar learned ? learned.factors : new TreeMap<>();
    }

    /** A calendar that knows the same events; {@link EventCalendar#none} if there are none, so that nobody needs to ask. */
    static EventCalendar orNone(EventCalendar calendar) {
        EventCalendar asked = calendar instanceof LearnedCalendar learned ? learned.below : calendar;
        return asked == EventCalendar.none() ? asked : calendar;
    }

    @Override
    public List<CalendarEvent> events(Instant from, Instant to) {
        return below.events(from, to).stream().map(this::known).toList();
    }

    private CalendarEvent known(CalendarEvent event) {
        Double factor = factors.get(event.name());
        if (factor == null || !(event.effect() instanceof EventEffect.Learned)) {
            return event;
        }
        return event.withEffect(new EventEffect.Multiply(factor));
    }

    /** Writes the factors of a calendar, nothing if it has none; the events are not part of a snapshot. */
    static void write(EventCalendar calendar, DataOutput out) throws IOException {
        SortedMap<String, Double> factors = factors(calendar);
        if (!factors.isEmpty()) {
            out.writeInt(factors.size());
            for (Map.Entry<String, Double> factor : factors.entrySet()) {
                out.writeUTF(factor.getKey());
                out.writeDouble(factor.getValue());
            }
        }
    }

    /** Reads what was written for a calendar that has any factors. */
    static EventCalendar read(DataInput in) throws IOException {
        int names = in.readInt();
        if (names < 1 || names > MOST_NAMES) {
            throw new IOException(names + " is no number of learned events");
        }
        SortedMap<String, Double> factors = new TreeMap<>();
        for (int i = 0; i < names; i++) {
            String name = in.readUTF();
            double factor = in.readDouble();
            if (!(factor > 0 && factor < Double.POSITIVE_INFINITY)) {
                throw new IOException("the factor " + factor + " of event '" + name + "' is none");
            }
            factors.put(name, factor);
        }
        return of(EventCalendar.none(), factors);
    }
}
