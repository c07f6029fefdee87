package io.headroom.benchmarks.jmh;

import io.headroom.allocation.AllocationPolicy;
import io.headroom.allocation.AllocationPolicyBuilder;
import io.headroom.core.Flow;
import io.headroom.core.Location;
import io.headroom.core.NodeGroup;
import io.headroom.core.Region;
import io.headroom.core.Resources;
import io.headroom.spi.DemandModel;
import io.headroom.spi.FlowDemand;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Node groups for flows: machines in every region, bandwidth on every link. Immutable and thread-safe. */
final class World {
    static final Duration LEAD = Duration.ofMinutes(5);

    private final List<NodeGroup> groups = new ArrayList<>();

    World(List<Flow> flows) {
        Map<Location, NodeGroup> byLocation = new TreeMap<>(Comparator.comparing(Location::key));
        for (Flow flow : flows) {
            byLocation.computeIfAbsent(flow.pair().source(), World::group);
            byLocation.computeIfAbsent(flow.pair().destination(), World::group);
            byLocation.computeIfAbsent(flow.pair(), World::group);
        }
        groups.addAll(byLocation.values());
    }

    private static NodeGroup group(Location location) {
        String name = location.key().replace('>', '-');
        return location instanceof Region
                ? new NodeGroup("vm-" + name, location, NodeGroup.Kind.VM, new Resources(500, 1000, 0))
                : new NodeGroup(
                        "link-" + name, location, NodeGroup.Kind.BANDWIDTH_RESERVATION, Resources.bandwidth(50));
    }

    List<NodeGroup> groups() {
        return List.copyOf(groups);
    }

    /** What each transaction takes: compute at both ends, storage at the destination, bandwidth on the link. */
    DemandModel demand() {
        return DemandModel.uniform(
                FlowDemand.perTransaction(Resources.compute(1), new Resources(1, 0.5, 0), Resources.bandwidth(0.1)));
    }

    AllocationPolicy policy() {
        AllocationPolicyBuilder policy = AllocationPolicy.builder().leadTime(LEAD);
        groups.forEach(policy::place);
        return policy.build();
    }
}
