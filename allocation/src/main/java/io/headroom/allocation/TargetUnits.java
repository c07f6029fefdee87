package io.headroom.allocation;

import io.headroom.core.NodeGroup;
import io.headroom.core.Resource;
import io.headroom.core.Stock;
import io.headroom.spi.FleetObservation;
import io.headroom.spi.GroupTarget;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToIntFunction;

/** The units that each group has, and is to have by the targets of a decision; for what checks decisions. Immutable. */
final class TargetUnits {
    private final FleetObservation fleet;
    private final Catalogue catalogue;
    private final Map<NodeGroup, GroupTarget> targets = new TreeMap<>();

    TargetUnits(Decision decision, FleetObservation fleet, Catalogue catalogue) {
        this.fleet = fleet;
        this.catalogue = catalogue;
        decision.targets().forEach(target -> targets.put(target.group(), target));
    }

    /** The groups with a target. */
    Set<NodeGroup> changed() {
        return targets.keySet();
    }

    /** Units that it is to have, those that wait not counted. */
    int allocated(NodeGroup group) {
        GroupTarget target = targets.get(group);
        return target == null ? committed(group) : target.allocated();
    }

    /** Units that are to wait. */
    int waiting(NodeGroup group) {
        GroupTarget target = targets.get(group);
        Stock stock = fleet.stock(group);
        return target == null ? stock.warm() + stock.warming() : target.warm();
    }

    /** Units that it has, booting ones counted and those that wait not. */
    int committed(NodeGroup group) {
        return fleet.stock(group).committed();
    }

    /** Units that can be used at once. */
    int ready(NodeGroup group) {
        return fleet.stock(group).allocated() + fleet.stock(group).warm();
    }

    /** What units of some groups count for. */
    double supply(List<NodeGroup> groups, Resource resource, ToIntFunction<NodeGroup> units) {
        double sum = 0;
        for (NodeGroup group : groups) {
            sum += units.applyAsInt(group) * catalogue.perUnit(group, resource);
        }
        return sum;
    }
}
