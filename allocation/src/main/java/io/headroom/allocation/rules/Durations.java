package io.headroom.allocation.rules;

import io.headroom.core.Checks;
import java.time.Duration;

/** Checks on times that a rule looks back. */
final class Durations {
    private Durations() {}

    static Duration notNegative(Duration value, String name) {
        if (value.isNegative()) {
            throw Checks.failure(name + " " + value, "must be 0 or more", "two instants were swapped");
        }
        return value;
    }
}
