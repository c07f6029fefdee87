package io.headroom.simulation;

import io.headroom.core.Checks;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands still until it is moved. Thread-safe. */
public final class SimulatedClock implements InstantSource {
    private Instant now;

    /**
     * A clock.
     *
     * @param start what it shows first
     */
    public SimulatedClock(Instant start) {
        this.now = start;
    }

    @Override
    public synchronized Instant instant() {
        return now;
    }

    /**
     * Moves it forward.
     *
     * @param duration zero or more
     * @throws IllegalArgumentException if the duration is negative
     */
    public synchronized void advance(Duration duration) {
        Checks.require(
                !duration.isNegative(), "advance by " + duration, "must be 0 or more", "two instants were swapped");
        now = now.plus(duration);
    }
}
