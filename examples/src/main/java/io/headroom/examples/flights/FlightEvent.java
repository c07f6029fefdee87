package io.headroom.examples.flights;

import io.headroom.core.Checks;
import java.time.Instant;

/**
 * Something that was known in advance to change air traffic. Immutable and thread-safe.
 *
 * @param name what it is called
 * @param start its first instant, inclusive
 * @param end its last instant, exclusive; after the start
 */
public record FlightEvent(String name, Instant start, Instant end) {
    /**
     * Checks the name and the order of the instants.
     *
     * @throws IllegalArgumentException if the name is blank or the end is not after the start
     */
    public FlightEvent {
        Checks.name(name, "flight event");
        Checks.require(
                start.isBefore(end),
                "flight event '" + name + "' from " + start + " to " + end,
                "must end after it starts",
                "start and end were swapped");
    }

    /**
     * Whether an instant lies inside.
     *
     * @param instant the instant
     * @return true from the start, inclusive, to the end, exclusive
     */
    public boolean contains(Instant instant) {
        return !instant.isBefore(start) && instant.isBefore(end);
    }
}
