package io.headroom.allocation;

import io.headroom.core.Checks;
import java.time.Instant;

/**
 * An amount at an instant: a change, or a recommendation. Immutable and thread-safe.
 *
 * @param at when
 * @param amount in the resource's units, finite
 */
public record Moment(Instant at, double amount) {
    /**
     * Checks the amount.
     *
     * @param at when
     * @param amount in the resource's units
     * @throws IllegalArgumentException if it is not finite
     */
    public Moment {
        Checks.finite(amount, "amount at " + at);
    }
}
