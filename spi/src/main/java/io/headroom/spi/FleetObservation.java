package io.headroom.spi;

import io.headroom.core.Checks;
import io.headroom.core.Location;
import io.headroom.core.NodeGroup;
import io.headroom.core.ResourcePool;
import io.headroom.core.Stock;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * What a {@link Provisioner} found. Immutable and thread-safe.
 *
 * @param at when it was so
 * @param stocks the units of every node group that is there, empty groups included
 * @param quotas the most units that a group may have, warm ones included, where there is a limit
 */
public record FleetObservation(Instant at, Map<NodeGroup, Stock> stocks, Map<NodeGroup, Integer> quotas) {
    /**
     * Checks and copies.
     *
     * @param at when it was so
     * @param stocks the units of every node group that is there
     * @param quotas the most units that a group may have
     * @throws IllegalArgumentException if a quota is negative
     */
    public FleetObservation {
        stocks = sorted(stocks);
        quotas = sorted(quotas);
        quotas.forEach((group, quota) -> Checks.inRange(quota, 0, Integer.MAX_VALUE, "quota of " + group));
    }

    /** In the order of the groups, looked up by hash. */
    private static <V> Map<NodeGroup, V> sorted(Map<NodeGroup, V> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(new TreeMap<>(map)));
    }

    /**
     * The units of a group.
     *
     * @param group the node group
     * @return its stock; empty if it was not found
     */
    public Stock stock(NodeGroup group) {
        return stocks.getOrDefault(group, Stock.EMPTY);
    }

    /**
     * The quota of a group.
     *
     * @param group the node group
     * @return the most units it may have, if there is a limit
     */
    public OptionalInt quota(NodeGroup group) {
        Integer quota = quotas.get(group);
        return quota == null ? OptionalInt.empty() : OptionalInt.of(quota);
    }

    /**
     * The pool of a location made of given groups.
     *
     * @param location the region or link
     * @param groups its node groups
     * @return the pool
     * @throws IllegalArgumentException if a group belongs elsewhere
     */
    public ResourcePool pool(Location location, List<NodeGroup> groups) {
        Map<NodeGroup, Stock> own = new TreeMap<>();
        for (NodeGroup group : groups) {
            own.put(group, stock(group));
        }
        return new ResourcePool(location, own);
    }
}
