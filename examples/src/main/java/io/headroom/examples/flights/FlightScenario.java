package io.headroom.examples.flights;

import io.headroom.allocation.AllocationPolicy;
import io.headroom.allocation.AllocationPolicyBuilder;
import io.headroom.allocation.ResourcePolicy;
import io.headroom.allocation.ResourcePolicyBuilder;
import io.headroom.core.Flow;
import io.headroom.core.NodeGroup;
import io.headroom.core.Region;
import io.headroom.core.RegionPair;
import io.headroom.core.Resource;
import io.headroom.core.Resources;
import io.headroom.core.TimeGrid;
import io.headroom.spi.CostModel;
import io.headroom.spi.DemandModel;
import io.headroom.spi.FlowDemand;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * The control plane that the flights are played on: every airport is a region with virtual machines (origins) or container instances
 * (destinations) and storage volumes, every route a link with bandwidth reservations. Demands are given for a departure an hour.
 * Immutable and thread-safe.
 */
final class FlightScenario {
    /** Steps of an hour: the counts of one airport are too small for less. */
    static final TimeGrid GRID = TimeGrid.of(Duration.ofHours(1));

    /** A unit ordered now is usable a step later. */
    static final Duration LEAD_TIME = Duration.ofHours(1);

    private static final double PER_HOUR = 3600;
    private static final Map<NodeGroup.Kind, Double> PRICES = Map.of(
            NodeGroup.Kind.VM, 0.10,
            NodeGroup.Kind.CONTAINER_INSTANCE, 0.05,
            NodeGroup.Kind.STORAGE_VOLUME, 0.01,
            NodeGroup.Kind.BANDWIDTH_RESERVATION, 0.04);

    private final Map<String, NodeGroup> groups = new TreeMap<>();

    FlightScenario(Set<Flow> flows) {
        Set<Region> origins = new TreeSet<>();
        Set<Region> destinations = new TreeSet<>();
        Set<RegionPair> links = new TreeSet<>();
        for (Flow flow : flows) {
            origins.add(flow.pair().source());
            destinations.add(flow.pair().destination());
            links.add(flow.pair());
        }
        origins.forEach(region -> {
            add(new NodeGroup(region + "-vm", region, NodeGroup.Kind.VM, Resources.compute(2)));
            add(new NodeGroup(region + "-volume", region, NodeGroup.Kind.STORAGE_VOLUME, Resources.storage(10)));
        });
        destinations.forEach(region -> {
            add(new NodeGroup(region + "-container", region, NodeGroup.Kind.CONTAINER_INSTANCE, Resources.compute(1)));
            add(new NodeGroup(region + "-volume", region, NodeGroup.Kind.STORAGE_VOLUME, Resources.storage(10)));
        });
        links.forEach(link -> add(new NodeGroup(
                link.source() + "-" + link.destination() + "-bandwidth",
                link,
                NodeGroup.Kind.BANDWIDTH_RESERVATION,
                Resources.bandwidth(100))));
    }

    private void add(NodeGroup group) {
        groups.put(group.name(), group);
    }

    /** All node groups by name; each is the only one of its location that brings its resource. */
    Map<String, NodeGroup> groups() {
        return groups;
    }

    /** A departure takes 1 vCPU for an hour and 2 GiB where it starts, half of both where it lands, and 50 Mbit/s on the way. */
    static DemandModel demandModel() {
        return DemandModel.uniform(FlowDemand.perTransaction(
                new Resources(PER_HOUR, 2 * PER_HOUR, 0),
                new Resources(0.5 * PER_HOUR, PER_HOUR, 0),
                Resources.bandwidth(50 * PER_HOUR)));
    }

    static CostModel prices() {
        return group -> PRICES.getOrDefault(group.kind(), 0.0);
    }

    /** The same policy for every pool: at least one unit, sized at a quantile. */
    AllocationPolicy policy(double quantile) {
        return policy(quantile, rules -> rules);
    }

    /** The same, with more rules. */
    AllocationPolicy policy(double quantile, UnaryOperator<ResourcePolicyBuilder> more) {
        AllocationPolicyBuilder policy = AllocationPolicy.builder()
                .leadTime(LEAD_TIME)
                .interval(GRID.step())
                .staleAfter(Duration.ofHours(2));
        for (NodeGroup group : groups.values()) {
            Resource resource = resource(group);
            ResourcePolicyBuilder rules = ResourcePolicy.builder()
                    .quantile(quantile)
                    .minimum(group.perUnit().get(resource));
            policy.place(group)
                    .resource(group.location(), resource, more.apply(rules).build());
        }
        return policy.build();
    }

    /** The one resource that a unit of a group brings. */
    static Resource resource(NodeGroup group) {
        for (Resource resource : Resource.values()) {
            if (group.perUnit().get(resource) > 0) {
                return resource;
            }
        }
        throw new IllegalArgumentException("node group " + group + " brings nothing");
    }
}
