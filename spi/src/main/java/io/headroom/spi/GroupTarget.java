package io.headroom.spi;

import io.headroom.core.Checks;
import io.headroom.core.NodeGroup;
import io.headroom.core.Stock;

/**
 * How many units a node group should have: absolute numbers, so that asking twice changes nothing. Immutable and thread-safe.
 *
 * @param group the node group
 * @param allocated units that should be assigned, booting ones included, 0 or more
 * @param warm units that should wait unassigned, warming ones included, 0 or more
 */
public record GroupTarget(NodeGroup group, int allocated, int warm) {
    /**
     * Checks the counts.
     *
     * @param group the node group
     * @param allocated units that should be assigned
     * @param warm units that should wait unassigned
     * @throws IllegalArgumentException if one is negative
     */
    public GroupTarget {
        if (allocated < 0 || warm < 0) {
            Checks.inRange(allocated, 0, Integer.MAX_VALUE, "allocated target of " + group);
            Checks.inRange(warm, 0, Integer.MAX_VALUE, "warm target of " + group);
        }
    }

    /**
     * Whether a fleet stands where the target wants it, units on their way included.
     *
     * @param fleet what is there
     * @return true if there is nothing to change; false for a group that was not found
     */
    public boolean isMet(FleetObservation fleet) {
        Stock stock = fleet.stock(group);
        return fleet.stocks().containsKey(group)
                && stock.committed() == allocated
                && stock.warm() + stock.warming() == warm;
    }
}
