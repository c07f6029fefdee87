package io.headroom.spi;

import io.headroom.core.Checks;
import java.time.Instant;

/**
 * A known event: a maintenance, a campaign, a holiday. Where it covers a share of a step, a factor f counts as 1 + share (f - 1) and a
 * closure leaves 1 - share of the rate; effects of overlapping events multiply. Immutable and thread-safe.
 *
 * @param name what it is called in reports
 * @param start its first instant
 * @param end the instant after its last, later than the start
 * @param scope which flows it touches
 * @param effect what it does to them
 */
public record CalendarEvent(String name, Instant start, Instant end, EventScope scope, EventEffect effect) {
    /**
     * Checks the order of start and end.
     *
     * @param name what it is called in reports
     * @param start its first instant
     * @param end the instant after its last
     * @param scope which flows it touches
     * @param effect what it does to them
     * @throws IllegalArgumentException if the end is not after the start
     */
    public CalendarEvent {
        if (!end.isAfter(start)) {
            throw Checks.failure(
                    "event '" + name + "' from " + start + " to " + end,
                    "must end after it starts",
                    "start and end were swapped");
        }
    }

    /**
     * How much of a span lies inside the event.
     *
     * @param from start of the span
     * @param to end of the span, exclusive, after {@code from}
     * @return a share in [0, 1]
     */
    public double share(Instant from, Instant to) {
        long first = Math.max(from.toEpochMilli(), start.toEpochMilli());
        long last = Math.min(to.toEpochMilli(), end.toEpochMilli());
        return last <= first ? 0 : (double) (last - first) / (to.toEpochMilli() - from.toEpochMilli());
    }
}
