package io.headroom.simulation.report;

import java.time.Instant;

/**
 * A stretch of time, half-open. Immutable.
 *
 * @param from the first instant inside
 * @param until the first instant after it, later than {@code from}
 */
public record TimeSpan(Instant from, Instant until) {

    /**
     * Checks the order.
     *
     * @param from the first instant inside
     * @param until the first instant after it, later than {@code from}
     * @throws IllegalArgumentException if the span is empty, runs backwards or leaves the years 1 to 9999
     */
    public TimeSpan {
        Checks.instant("start of time span", from);
        Checks.instant("end of time span", until);
        if (!until.isAfter(from)) {
            throw Checks.refused(
                    "time span ends at " + until + ", needs to end after its start " + from, "the two were swapped.");
        }
    }
}
