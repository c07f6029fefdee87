package io.headroom.allocation.rules;

import io.headroom.core.Checks;
import java.time.Instant;

/**
 * Once, from one instant to another. Immutable and thread-safe.
 *
 * @param from its first instant
 * @param to the instant after its last, later than {@code from}
 */
public record Period(Instant from, Instant to) implements Recurrence {
    /**
     * Checks the order.
     *
     * @param from its first instant
     * @param to the instant after its last
     * @throws IllegalArgumentException if {@code to} is not later
     */
    public Period {
        if (!to.isAfter(from)) {
            throw Checks.failure("period from " + from + " to " + to, "must end after it starts", "they were swapped");
        }
    }

    @Override
    public boolean holds(Instant at) {
        return !at.isBefore(from) && at.isBefore(to);
    }

    @Override
    public String toString() {
        return from + "/" + to;
    }
}
