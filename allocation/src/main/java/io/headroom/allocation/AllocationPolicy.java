package io.headroom.allocation;

import io.headroom.allocation.cost.Offer;
import io.headroom.allocation.cost.Spending;
import io.headroom.allocation.rules.MeasuredLeads;
import io.headroom.allocation.rules.Watch;
import io.headroom.core.Checks;
import io.headroom.core.Location;
import io.headroom.core.NodeGroup;
import io.headroom.core.Region;
import io.headroom.core.RegionPair;
import io.headroom.core.Resource;
import io.headroom.core.TransactionType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What an allocator may do: the times it works with, how each resource of each location is sized and bounded, and the placement, that is the
 * node groups of each location in the order in which they receive units. A value: equal if all that it says is. Immutable and thread-safe;
 * build one with {@link #builder}.
 */
public final class AllocationPolicy {
    private final Duration leadTime;
    private final MeasuredLeads measuredLeads;
    private final Duration interval;
    private final Duration staleAfter;
    private final ResourcePolicy standard;
    private final Map<Location, Map<Resource, ResourcePolicy>> special;
    private final SortedMap<Location, List<NodeGroup>> placement;
    private final PlaceMap<List<NodeGroup>> groups;
    private final Set<Region> known;
    private final boolean shadow;
    private final Watch watch;
    private final Map<TransactionType, TypePolicy> types;
    private final Map<NodeGroup, Offer> offers;
    private final Catalogue catalogue;
    private final boolean scheduled;
    private final Memory memory;

    AllocationPolicy(AllocationPolicyBuilder b) {
        this.leadTime = b.leadTime;
        this.measuredLeads = b.measuredLeads;
        this.interval = b.interval;
        this.staleAfter = b.staleAfter;
        this.standard = b.standard;
        Map<Location, Map<Resource, ResourcePolicy>> copy = new TreeMap<>(Location.ORDER);
        b.special.forEach((location, byResource) -> copy.put(location, Map.copyOf(byResource)));
        this.special = Collections.unmodifiableMap(copy);
        SortedMap<Location, List<NodeGroup>> sorted = new TreeMap<>(Location.ORDER);
        b.placement.forEach((location, list) -> sorted.put(location, List.copyOf(list)));
        this.placement = Collections.unmodifiableSortedMap(sorted);
        this.groups = new PlaceMap<>(Places.of(placement.keySet()));
        for (int i = 0; i < groups.places().size(); i++) {
            groups.set(i, sorted.getOrDefault(groups.places().at(i), List.of()));
        }
        this.known = Set.copyOf(regions(placement.keySet()));
        this.shadow = b.shadow;
        this.watch = b.watch;
        this.types = Collections.unmodifiableMap(new TreeMap<>(b.types));
        this.offers = Collections.unmodifiableMap(new TreeMap<>(b.offers));
        this.catalogue = new Catalogue(offers, b.spending);
        List<ResourcePolicy> all = all();
        this.scheduled = all.stream().anyMatch(one -> !one.schedules().isEmpty());
        this.memory = new Memory(this, all);
    }

    /** The same with what schedules say at a moment. */
    private AllocationPolicy(AllocationPolicy from, Instant now) {
        this.leadTime = from.leadTime;
        this.measuredLeads = from.measuredLeads;
        this.interval = from.interval;
        this.staleAfter = from.staleAfter;
        this.standard = ActivePolicy.of(from.standard, now).policy();
        Map<Location, Map<Resource, ResourcePolicy>> active = new TreeMap<>(Location.ORDER);
        from.special.forEach((location, byResource) -> {
            Map<Resource, ResourcePolicy> here = new EnumMap<>(Resource.class);
            byResource.forEach((resource, policy) ->
                    here.put(resource, ActivePolicy.of(policy, now).policy()));
            active.put(location, Collections.unmodifiableMap(here));
        });
        this.special = Collections.unmodifiableMap(active);
        this.placement = from.placement;
        this.groups = from.groups;
        this.known = from.known;
        this.shadow = from.shadow;
        this.watch = from.watch;
        this.types = from.types;
        this.offers = from.offers;
        this.catalogue = from.catalogue;
        this.scheduled = false;
        this.memory = from.memory;
    }

    private List<ResourcePolicy> all() {
        List<ResourcePolicy> all = new ArrayList<>(List.of(standard));
        special.values().forEach(byResource -> all.addAll(byResource.values()));
        return all;
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
     * The time from asking for capacity to its being usable, as long as nothing else was measured.
     *
     * @return zero or more
     */
    public Duration leadTime() {
        return leadTime;
    }

    /**
     * Whether lead times are measured, to take the place of {@link #leadTime} where they differ from it.
     *
     * @return how far they are believed
     */
    public MeasuredLeads measuredLeads() {
        return measuredLeads;
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

    /**
     * Whether the allocator only looks: it decides and remembers, and changes nothing.
     *
     * @return true if nothing is applied
     */
    public boolean shadow() {
        return shadow;
    }

    /**
     * How the allocator looks out for spikes between its cycles.
     *
     * @return how often, and how often at most a cycle is triggered
     */
    public Watch watch() {
        return watch;
    }

    /**
     * The policy of a transaction type.
     *
     * @param type the type
     * @return its own, or {@link TypePolicy#STANDARD}
     */
    public TypePolicy type(TransactionType type) {
        return types.getOrDefault(type, TypePolicy.STANDARD);
    }

    /**
     * The policies of transaction types.
     *
     * @return an immutable map of those that have one of their own, sorted by type
     */
    public Map<TransactionType, TypePolicy> types() {
        return types;
    }

    /**
     * The policy of every resource that has none of its own.
     *
     * @return the standard policy
     */
    public ResourcePolicy standard() {
        return standard;
    }

    /**
     * The policies of resources that have one of their own.
     *
     * @return an immutable map from location to policies by resource, sorted by key
     */
    public Map<Location, Map<Resource, ResourcePolicy>> special() {
        return special;
    }

    /**
     * What the units of groups cost, and how they are paid for. At a location with offers the cheapest mix of them is chosen.
     *
     * @return an immutable map from group to its offer, sorted by group; empty if no group has a price
     */
    public Map<NodeGroup, Offer> offers() {
        return offers;
    }

    /**
     * How it spends on offers.
     *
     * @return the cap, the share of spot units and the horizon
     */
    public Spending spending() {
        return catalogue.spending();
    }

    /** What the offers say of the groups. */
    Catalogue catalogue() {
        return catalogue;
    }

    /**
     * The policy with the schedules that hold at a moment put over it.
     *
     * @param now the moment
     * @return a policy without schedules; this one if it has none. Cost: linear in the policies of resources
     */
    public AllocationPolicy at(Instant now) {
        return scheduled ? new AllocationPolicy(this, now) : this;
    }

    /** The groups of a location, none if it is not placed: {@link #placement} by hash. */
    List<NodeGroup> groups(Location location) {
        return groups.getOrDefault(location, List.of());
    }

    /** The locations that have node groups. */
    Places places() {
        return groups.places();
    }

    /** What its rules need remembered. */
    Memory memory() {
        return memory;
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

    @Override
    public boolean equals(Object other) {
        return this == other
                || (other instanceof AllocationPolicy that
                        && leadTime.equals(that.leadTime)
                        && measuredLeads.equals(that.measuredLeads)
                        && interval.equals(that.interval)
                        && staleAfter.equals(that.staleAfter)
                        && shadow == that.shadow
                        && watch.equals(that.watch)
                        && standard.equals(that.standard)
                        && special.equals(that.special)
                        && types.equals(that.types)
                        && offers.equals(that.offers)
                        && spending().equals(that.spending())
                        && placement.equals(that.placement));
    }

    @Override
    public int hashCode() {
        return Objects.hash(
                leadTime,
                measuredLeads,
                interval,
                staleAfter,
                shadow,
                watch,
                standard,
                special,
                types,
                offers,
                spending(),
                placement);
    }
}
