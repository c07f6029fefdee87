package io.headroom.simulation.whatif;

import io.headroom.allocation.AllocationPolicy;
import io.headroom.core.Location;
import io.headroom.core.NodeGroup;
import io.headroom.core.Resource;
import io.headroom.core.Resources;
import io.headroom.simulation.strategy.FrontierProtocol;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The units that are there at the start: those that were set, or else, in the first group of each location, enough for the first step's
 * demand at the protocol's utilisation of 0.7, and none in the others. Immutable and thread-safe.
 */
final class StartFleet {
    private final Recording recording;
    private final Map<Location, Resources> demand;
    private final Map<NodeGroup, Integer> set;

    StartFleet(Recording recording, Instant from, Map<NodeGroup, Integer> set) {
        this.recording = recording;
        this.demand = recording.demand(from);
        this.set = new TreeMap<>(set);
    }

    /** For every group that the policy places. */
    Map<NodeGroup, Integer> units(AllocationPolicy policy) {
        Map<NodeGroup, Integer> units = new TreeMap<>();
        policy.placement().forEach((location, groups) -> {
            Resources need = recording.demandModel().base(location).plus(demand.getOrDefault(location, Resources.NONE));
            place(groups, need, units);
        });
        return units;
    }

    private void place(List<NodeGroup> groups, Resources need, Map<NodeGroup, Integer> units) {
        for (int i = 0; i < groups.size(); i++) {
            int standard = i == 0 ? enough(groups.get(i), need) : 0;
            units.put(groups.get(i), set.getOrDefault(groups.get(i), standard));
        }
    }

    private static int enough(NodeGroup group, Resources need) {
        double units = 0;
        for (Resource resource : Resource.values()) {
            double perUnit = group.perUnit().get(resource);
            if (perUnit > 0) {
                units = Math.max(units, need.get(resource) / (FrontierProtocol.DEFAULT_TARGET * perUnit));
            }
        }
        // The cast saturates; resources are finite and not negative.
        return (int) Math.ceil(units);
    }
}
