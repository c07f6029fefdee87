package io.headroom.allocation.pairs;

import io.headroom.core.RegionPair;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.ToDoubleBiFunction;

/** Sums over the links that tunnels run over. */
final class Loads {
    private Loads() {}

    /** What each link carries. */
    static Map<RegionPair, Double> of(Map<Tunnel, Double> amounts) {
        Map<RegionPair, Double> loads = new TreeMap<>();
        amounts.forEach((tunnel, amount) -> add(loads, tunnel, amount));
        return loads;
    }

    /** The sum over tunnels of something about two states; both have the same tunnels. */
    static Map<RegionPair, Double> of(
            Map<Tunnel, Double> before, Map<Tunnel, Double> after, ToDoubleBiFunction<Double, Double> part) {
        Map<RegionPair, Double> loads = new TreeMap<>();
        before.forEach((tunnel, amount) -> add(loads, tunnel, part.applyAsDouble(amount, amount(after, tunnel))));
        return loads;
    }

    /** The amount of a key that is there. */
    static <K> double amount(Map<K, Double> amounts, K key) {
        return Objects.requireNonNull(amounts.get(key));
    }

    private static void add(Map<RegionPair, Double> loads, Tunnel tunnel, double amount) {
        tunnel.route().forEach(link -> loads.merge(link, amount, Double::sum));
    }

    /** What each pair has over all its tunnels. */
    static Map<RegionPair, Double> byPair(Map<Tunnel, Double> amounts) {
        Map<RegionPair, Double> totals = new TreeMap<>();
        amounts.forEach((tunnel, amount) -> totals.merge(tunnel.pair(), amount, Double::sum));
        return totals;
    }
}
