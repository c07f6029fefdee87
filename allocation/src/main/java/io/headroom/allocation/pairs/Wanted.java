package io.headroom.allocation.pairs;

import io.headroom.allocation.rules.Priority;
import io.headroom.core.Checks;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * How much a tunnel should have reserved. Immutable and thread-safe.
 *
 * @param tunnel the tunnel
 * @param amounts bandwidth by the priority of what needs it, in one unit throughout a network, each 0 or more
 */
public record Wanted(Tunnel tunnel, Map<Priority, Double> amounts) {
    /**
     * Checks and copies the amounts.
     *
     * @param tunnel the tunnel
     * @param amounts bandwidth by the priority of what needs it
     * @throws IllegalArgumentException if one is negative or not finite
     */
    public Wanted {
        Map<Priority, Double> copy = new EnumMap<>(Priority.class);
        copy.putAll(amounts);
        copy.values().forEach(amount -> Checks.notNegative(amount, "amount wanted of " + tunnel));
        amounts = Collections.unmodifiableMap(copy);
    }

    /**
     * An amount that is interactive.
     *
     * @param tunnel the tunnel
     * @param amount bandwidth, 0 or more
     * @return the wish
     * @throws IllegalArgumentException if it is negative or not finite
     */
    public static Wanted of(Tunnel tunnel, double amount) {
        return new Wanted(tunnel, Map.of(Priority.INTERACTIVE, amount));
    }
}
