package io.headroom.allocation.pairs;

import io.headroom.core.Checks;
import io.headroom.core.RegionPair;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What an {@link UpdatePlanner} plans for. Immutable and thread-safe.
 *
 * @param current what is reserved now by tunnel, each 0 or more
 * @param wanted what should be reserved; a tunnel that is left out is given up
 * @param capacities what each directed link carries, each 0 or more; a link that is left out is gone and carries nothing
 * @param scratch the share of every link that is left free once all is made, in (0, 1)
 */
public record UpdateRequest(
        Map<Tunnel, Double> current, List<Wanted> wanted, Map<RegionPair, Double> capacities, double scratch) {
    /**
     * Checks and copies.
     *
     * @param current what is reserved now by tunnel
     * @param wanted what should be reserved
     * @param capacities what each directed link carries
     * @param scratch the share of every link that is left free
     * @throws IllegalArgumentException if a number is outside its range, a tunnel is wanted twice, or two tunnels share a name
     */
    public UpdateRequest {
        Checks.require(
                scratch > 0 && scratch < 1,
                "scratch share " + scratch,
                "must lie between 0 and 1",
                "it was given in percent");
        current = Collections.unmodifiableMap(new TreeMap<>(current));
        wanted = List.copyOf(wanted);
        capacities = Collections.unmodifiableMap(new TreeMap<>(capacities));
        current.forEach((tunnel, amount) -> Checks.notNegative(amount, "amount reserved of " + tunnel));
        capacities.forEach((link, capacity) -> Checks.notNegative(capacity, "capacity of link " + link));
        Map<String, Tunnel> byName = new HashMap<>();
        current.keySet().forEach(tunnel -> byName.put(tunnel.name(), tunnel));
        Set<Tunnel> seen = new HashSet<>();
        for (Wanted one : wanted) {
            Tunnel tunnel = one.tunnel();
            Checks.require(
                    seen.add(tunnel)
                            && byName.getOrDefault(tunnel.name(), tunnel).equals(tunnel),
                    "tunnel " + tunnel,
                    "must be named once, with one route",
                    "its route changed: then it is another tunnel and needs another name");
        }
    }

    double capacity(RegionPair link) {
        return capacities.getOrDefault(link, 0.0);
    }
}
