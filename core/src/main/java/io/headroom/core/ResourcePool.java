package io.headroom.core;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToIntFunction;

/**
 * The pool of compute, storage and bandwidth of one location: its node groups and how many units of each are allocated, booting
 * and warm. Immutable and thread-safe.
 *
 * @param location the region or link
 * @param stocks the units of each node group of the location, in the order of their names
 */
public record ResourcePool(Location location, Map<NodeGroup, Stock> stocks) {
    /**
     * Checks that all groups belong to the location, and copies.
     *
     * @param location the region or link
     * @param stocks the units of each node group of the location
     * @throws IllegalArgumentException if a group belongs elsewhere
     */
    public ResourcePool {
        for (NodeGroup group : stocks.keySet()) {
            if (!group.location().equals(location)) {
                throw Checks.failure(
                        "node group " + group + " of " + group.location().key(),
                        "must belong to the pool of " + location.key(),
                        "two pools were mixed up");
            }
        }
        stocks = Collections.unmodifiableMap(new TreeMap<>(stocks));
    }

    /**
     * What is usable and assigned now.
     *
     * @return the resources of all allocated units
     */
    public Resources allocated() {
        return total(Stock::allocated);
    }

    /**
     * What is asked for, to be assigned, and not yet usable.
     *
     * @return the resources of all booting units
     */
    public Resources booting() {
        return total(Stock::booting);
    }

    /**
     * What is usable and waits unassigned.
     *
     * @return the resources of all warm units
     */
    public Resources warm() {
        return total(Stock::warm);
    }

    /**
     * What will be assigned once all has booted.
     *
     * @return allocated plus booting
     */
    public Resources committed() {
        return total(Stock::committed);
    }

    private Resources total(ToIntFunction<Stock> units) {
        Resources sum = Resources.NONE;
        for (Map.Entry<NodeGroup, Stock> e : stocks.entrySet()) {
            sum = sum.plus(e.getKey().perUnit().times(units.applyAsInt(e.getValue())));
        }
        return sum;
    }
}
