package io.headroom.spi;

import io.headroom.core.Checks;
import java.time.Duration;
import java.time.Instant;

/**
 * A known event: a maintenance, a campaign, a holiday. Where it covers a share of a step, a factor f counts as 1 + share (f - 1) and a
 * closure leaves 1 - share of the rate; effects of overlapping events multiply. The effect may grow linearly over a lead-in after the start,
 * and fade out linearly before the end: at half strength a factor f counts as 1 + (f - 1) / 2. Immutable and thread-safe.
 *
 * @param name what it is called in reports; occurrences of the same event share it, see {@link EventEffect.Learned}
 * @param start its first instant
 * @param end the instant after its last, later than the start
 * @param scope which flows it touches
 * @param effect what it does to them
 * @param leadIn how long after its start it takes to full strength, 0 or more
 * @param fadeOut how long before its end it begins to fade, 0 or more; both together not longer than the event
 */
public record CalendarEvent(
        String name,
        Instant start,
        Instant end,
        EventScope scope,
        EventEffect effect,
        Duration leadIn,
        Duration fadeOut) {
    /**
     * Checks the order of start and end and the room for ramps.
     *
     * @param name what it is called in reports
     * @param start its first instant
     * @param end the instant after its last
     * @param scope which flows it touches
     * @param effect what it does to them
     * @param leadIn how long after its start it takes to full strength
     * @param fadeOut how long before its end it begins to fade
     * @throws IllegalArgumentException if the end is not after the start, or the ramps are negative or longer than the event
     */
    public CalendarEvent {
        if (!end.isAfter(start)) {
            throw Checks.failure(
                    "event '" + name + "' from " + start + " to " + end,
                    "must end after it starts",
                    "start and end were swapped");
        }
        Duration length = Duration.between(start, end);
        if (leadIn.isNegative() || fadeOut.isNegative() || leadIn.plus(fadeOut).compareTo(length) > 0) {
            throw Checks.failure(
                    "event '" + name + "' of " + length + " with lead-in " + leadIn + " and fade-out " + fadeOut,
                    "must have ramps of 0 or more that fit into it",
                    "it was meant to start earlier, with its lead-in");
        }
    }

    /**
     * An event that is at full strength from its start to its end.
     *
     * @param name what it is called in reports
     * @param start its first instant
     * @param end the instant after its last, later than the start
     * @param scope which flows it touches
     * @param effect what it does to them
     * @throws IllegalArgumentException if the end is not after the start
     */
    public CalendarEvent(String name, Instant start, Instant end, EventScope scope, EventEffect effect) {
        this(name, start, end, scope, effect, Duration.ZERO, Duration.ZERO);
    }

    /**
     * The same with ramps.
     *
     * @param newLeadIn how long after its start it takes to full strength, 0 or more
     * @param newFadeOut how long before its end it begins to fade, 0 or more
     * @return a copy
     * @throws IllegalArgumentException if they are negative or longer than the event
     */
    public CalendarEvent withRamps(Duration newLeadIn, Duration newFadeOut) {
        return new CalendarEvent(name, start, end, scope, effect, newLeadIn, newFadeOut);
    }

    /**
     * The same with another effect.
     *
     * @param newEffect what it does
     * @return a copy
     */
    public CalendarEvent withEffect(EventEffect newEffect) {
        return new CalendarEvent(name, start, end, scope, newEffect, leadIn, fadeOut);
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
