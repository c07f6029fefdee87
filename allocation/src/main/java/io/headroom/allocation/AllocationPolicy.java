package io.headroom.allocation;

import io.headroom.core.Checks;
import io.headroom.core.Location;
import io.headroom.core.NodeGroup;
import io.headroom.core.Region;
import io.headroom.core.RegionPair;
import io.headroom.core.Resource;
import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What an allocator may do: the times it works with, how each resource of each location is sized and bounded, and the placement, that is the
 * node groups of each location in the order in which they receive units. Immutable and thread-safe; build one with {@link #builder}.
 */
public final class AllocationPolicy {
    private final Duration leadTime;
    private final Duration interval;
    private final Duration staleAfter;
    private final ResourcePolicy standard;
    private final Map<Location, Map<Resource, ResourcePolicy>> special;
    private final SortedMap<Location, List<NodeGroup>> placement;
    private final Set<Region> known;

    AllocationPolicy(AllocationPolicyBuilder b) {
        this.leadTime = b.leadTime;
        this.interval = b.interval;
        this.staleAfter = b.staleAfter;
        this.standard = b.standard;
        Map<Location, Map<Resource, ResourcePolicy>> copy = new TreeMap<>(Location.ORDER);
        b.special.forEach((location, byResource) -> copy.put(location, Map.copyOf(byResource)));
        this.special = Collections.unmodifiableMap(copy);
        SortedMap<Location, List<NodeGroup>> groups = new TreeMap<>(Location.ORDER);
        b.placement.forEach((location, list) -> groups.put(location, List.copyOf(list)));
        this.placement = Collections.unmodifiableSortedMap(groups);
        this.known = Set.copyOf(regions(placement.keySet()));
    }

    /**
     * Starts a policy.
     *
     * @return a builder with a lead time of 5 minutes, an interval of 1 minute and standard resource policies
     */
    public static AllocationPolicyBuilder builder() {
        return new AllocationPolicyBuilder();
    }

    /**
     * The time from asking for capacity to its being usable.
     *
     * @return zero or more
     */
    public Duration leadTime() {
        return leadTime;
    }

    /**
     * The time from one decision to the next.
     *
     * @return above zero
     */
    public Duration interval() {
        return interval;
    }

    /**
     * The age at which telemetry is too old to shrink anything.
     *
     * @return above zero
     */
    public Duration staleAfter() {
        return staleAfter;
    }

    /**
     * The policy of a resource.
     *
     * @param location a region or link
     * @param resource the resource
     * @return the location's own policy, or the standard one
     */
    public ResourcePolicy resource(Location location, Resource resource) {
        return special.getOrDefault(location, Map.of()).getOrDefault(resource, standard);
    }

    /** Changes further back than this bind nothing any more. */
    Duration longestCooldown() {
        Duration longest = longest(standard, Duration.ZERO);
        for (Map<Resource, ResourcePolicy> byResource : special.values()) {
            for (ResourcePolicy resource : byResource.values()) {
                longest = longest(resource, longest);
            }
        }
        return longest;
    }

    private static Duration longest(ResourcePolicy policy, Duration soFar) {
        Duration up = policy.upCooldown().compareTo(soFar) > 0 ? policy.upCooldown() : soFar;
        return policy.downCooldown().compareTo(up) > 0 ? policy.downCooldown() : up;
    }

    /**
     * How every resource is sized.
     *
     * @return the sizings of the resource policies
     */
    public SizingPlan sizing() {
        return (location, resource) -> resource(location, resource).sizing();
    }

    /**
     * The locations that have node groups.
     *
     * @return an immutable map from location to its groups in order of preference, sorted by key
     */
    public SortedMap<Location, List<NodeGroup>> placement() {
        return placement;
    }

    /**
     * Whether the policy knows a region: it or one of its links has node groups.
     *
     * @param region the region
     * @return true if it is known
     */
    public boolean knows(Region region) {
        return known.contains(region);
    }

    /**
     * Requires that the policy knows a region.
     *
     * @param region the region
     * @throws IllegalArgumentException if it does not; the message lists the regions that it knows
     */
    public void requireKnown(Region region) {
        if (!knows(region)) {
            Optional<Region> near = known.stream()
                    .filter(k -> k.name().equalsIgnoreCase(region.name()))
                    .findFirst();
            throw Checks.failure(
                    "region '" + region + "'",
                    "must be one that the policy knows: " + new TreeSet<>(known),
                    near.map(k -> "'" + k + "' was meant")
                            .orElse("its node groups were not placed: AllocationPolicy.builder().place(...)"));
        }
    }

    private static Set<Region> regions(Iterable<Location> locations) {
        Set<Region> regions = new HashSet<>();
        for (Location location : locations) {
            if (location instanceof RegionPair link) {
                regions.add(link.source());
                regions.add(link.destination());
            } else if (location instanceof Region region) {
                regions.add(region);
            }
        }
        return regions;
    }
}
