package io.headroom.spi;

import io.headroom.core.NodeGroup;
import io.headroom.core.Stock;

/**
 * What applying one target would do. Immutable and thread-safe.
 *
 * @param group the node group
 * @param before its units now
 * @param allocated units that would be assigned, booting ones included
 * @param warm units that would wait unassigned, warming ones included
 * @param note what stands in the way, if anything: a quota, a missing group; empty if nothing
 */
public record PlannedChange(NodeGroup group, Stock before, int allocated, int warm, String note) {
    /**
     * What a target would do to an observed fleet: it is granted up to the quota, and never takes away what is there beyond it.
     *
     * @param target the target
     * @param fleet what is there
     * @return the change
     */
    public static PlannedChange of(GroupTarget target, FleetObservation fleet) {
        NodeGroup group = target.group();
        Stock before = fleet.stock(group);
        int quota = fleet.quota(group).orElse(Integer.MAX_VALUE);
        int most = Math.max(quota, before.paid());
        int allocated = Math.min(target.allocated(), most);
        int warm = Math.min(target.warm(), most - allocated);
        boolean known = fleet.stocks().containsKey(group);
        boolean cut = allocated < target.allocated() || warm < target.warm();
        return new PlannedChange(
                group, before, allocated, warm, !known ? "there is no such group" : cut ? "quota " + quota : "");
    }
}
