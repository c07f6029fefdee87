package io.headroom.allocation;

import io.headroom.allocation.cost.Offer;
import io.headroom.allocation.cost.Spending;
import io.headroom.allocation.rules.MeasuredLeads;
import io.headroom.allocation.rules.Watch;
import io.headroom.core.Checks;
import io.headroom.core.Location;
import io.headroom.core.NodeGroup;
import io.headroom.core.Resource;
import io.headroom.core.TransactionType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Builds an {@link AllocationPolicy}. Not thread-safe. */
public final class AllocationPolicyBuilder {
    Duration leadTime = Duration.ofMinutes(5);
    MeasuredLeads measuredLeads = MeasuredLeads.STANDARD;
    Duration interval = Duration.ofMinutes(1);
    Duration staleAfter = Duration.ofMinutes(10);
    ResourcePolicy standard = ResourcePolicy.builder().build();
    final Map<Location, Map<Resource, ResourcePolicy>> special = new HashMap<>();
    final Map<Location, List<NodeGroup>> placement = new HashMap<>();

    boolean shadow;
    Watch watch = Watch.HOST;
    final Map<TransactionType, TypePolicy> types = new HashMap<>();
    final Map<NodeGroup, Offer> offers = new HashMap<>();
    Spending spending = Spending.FREE;

    AllocationPolicyBuilder() {}

    /**
     * The time from asking for capacity to its being usable, as long as nothing else was measured. Default 5 minutes.
     *
     * @param value zero or more
     * @return this
     */
    public AllocationPolicyBuilder leadTime(Duration value) {
        this.leadTime = value;
        return this;
    }

    /**
     * Whether lead times are measured, per region and resource, to take the place of the configured one. Default: 9 of 10 requests, four
     * times the configured lead time at most.
     *
     * @param value how far they are believed; {@link MeasuredLeads#NONE} to work with the configured one
     * @return this
     */
    public AllocationPolicyBuilder measuredLeads(MeasuredLeads value) {
        this.measuredLeads = value;
        return this;
    }

    /**
     * The time from one decision to the next. Default 1 minute.
     *
     * @param value above zero
     * @return this
     */
    public AllocationPolicyBuilder interval(Duration value) {
        this.interval = value;
        return this;
    }

    /**
     * The age at which telemetry is too old to shrink anything. Default 10 minutes.
     *
     * @param value above zero
     * @return this
     */
    public AllocationPolicyBuilder staleAfter(Duration value) {
        this.staleAfter = value;
        return this;
    }

    /**
     * The policy of every resource that has none of its own.
     *
     * @param value the policy
     * @return this
     */
    public AllocationPolicyBuilder standard(ResourcePolicy value) {
        this.standard = value;
        return this;
    }

    /**
     * The policy of one resource of one location.
     *
     * @param location the region or link
     * @param resource the resource
     * @param value its policy
     * @return this
     */
    public AllocationPolicyBuilder resource(Location location, Resource resource, ResourcePolicy value) {
        special.computeIfAbsent(location, key -> new HashMap<>()).put(resource, value);
        return this;
    }

    /**
     * Whether the allocator only looks. Default false.
     *
     * @param value true to decide and remember, and change nothing
     * @return this
     */
    public AllocationPolicyBuilder shadow(boolean value) {
        this.shadow = value;
        return this;
    }

    /**
     * How it looks out for spikes between its cycles. Default: only if its host polls, and a triggered cycle a minute at most.
     *
     * @param value how often, and how often at most a cycle is triggered
     * @return this
     */
    public AllocationPolicyBuilder watch(Watch value) {
        this.watch = value;
        return this;
    }

    /**
     * The policy of a transaction type.
     *
     * @param type the type
     * @param value its policy
     * @return this
     */
    public AllocationPolicyBuilder type(TransactionType type, TypePolicy value) {
        types.put(type, value);
        return this;
    }

    /**
     * Adds a node group to the placement of its location: groups receive units in the order in which they were placed.
     *
     * @param group the node group
     * @return this
     */
    public AllocationPolicyBuilder place(NodeGroup group) {
        placement.computeIfAbsent(group.location(), key -> new ArrayList<>()).add(group);
        return this;
    }

    /**
     * Places a node group that has a price. At a location with offers the cheapest mix of its groups is chosen, whatever their order; the
     * order decides only where the search for the cheapest takes too long. All groups of a location have an offer, or none has.
     *
     * @param offer the node group and how it is paid for
     * @return this
     */
    public AllocationPolicyBuilder place(Offer offer) {
        offers.put(offer.group(), offer);
        return place(offer.group());
    }

    /**
     * How it spends where groups have offers. Default {@link Spending#FREE}.
     *
     * @param value the cap, the share of spot units and the horizon
     * @return this
     */
    public AllocationPolicyBuilder spending(Spending value) {
        this.spending = value;
        return this;
    }

    /**
     * Checks the settings and builds.
     *
     * @return the policy
     * @throws IllegalArgumentException if a time is outside its range, nothing is placed, two groups share a name, a policy is given for a
     *     location without node groups, only some groups of a location have an offer, or there is a cap and no offer
     */
    public AllocationPolicy build() {
        if (leadTime.isNegative()) {
            throw Checks.failure("lead time " + leadTime, "must be 0 or more", "two instants were swapped");
        }
        Checks.positive(interval, "interval");
        Checks.positive(staleAfter, "stale after");
        Checks.require(
                !placement.isEmpty(),
                "placement of 0 node groups",
                "must have at least one",
                "place(...) was not called");
        Set<String> names = new HashSet<>();
        placement
                .values()
                .forEach(groups -> groups.forEach(group -> Checks.require(
                        names.add(group.name()),
                        "node group " + group,
                        "must have a name of its own",
                        "it was placed twice")));
        special.keySet()
                .forEach(location -> Checks.require(
                        placement.containsKey(location),
                        "policy of " + location.key(),
                        "must be for a location with node groups",
                        "the name is misspelt"));
        checkOffers();
        return new AllocationPolicy(this);
    }

    private void checkOffers() {
        placement.forEach((location, groups) -> {
            List<NodeGroup> free =
                    groups.stream().filter(group -> !offers.containsKey(group)).toList();
            Checks.require(
                    free.isEmpty() || free.size() == groups.size(),
                    "node groups " + free + " of " + location.key(),
                    "must have an offer, as others there do",
                    "they cost nothing: give them an offer at price 0");
        });
        Checks.require(
                !spending.isCapped() || !offers.isEmpty(),
                "spending cap " + spending.perHour(),
                "must have offers that it counts",
                "the groups' prices were left out");
    }
}
