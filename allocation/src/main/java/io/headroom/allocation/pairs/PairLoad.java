package io.headroom.allocation.pairs;

import io.headroom.core.Checks;
import io.headroom.core.RegionPair;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a pair is expected to need at its ends and on its link. Immutable and thread-safe.
 *
 * @param pair the pair
 * @param amounts how much of each place, in its units, 0 or more
 */
public record PairLoad(RegionPair pair, Map<Place, Double> amounts) {
    /**
     * Checks and copies the amounts.
     *
     * @param pair the pair
     * @param amounts how much of each place
     * @throws IllegalArgumentException if one is negative or not finite
     */
    public PairLoad {
        amounts = Collections.unmodifiableMap(new TreeMap<>(amounts));
        amounts.values().forEach(amount -> Checks.notNegative(amount, "load of " + pair));
    }
}
