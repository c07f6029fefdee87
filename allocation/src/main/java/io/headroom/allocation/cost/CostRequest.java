package io.headroom.allocation.cost;

import io.headroom.core.Checks;
import io.headroom.core.Location;
import io.headroom.core.NodeGroup;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a {@link CostOptimiser} is asked. Immutable and thread-safe; build one with {@link #builder}.
 *
 * @param now when the choice is made: where prices are read from
 * @param offers what can be had, each group once, in any order
 * @param held what is there already
 * @param needs what is needed, each location once; at a location without a need nothing is
 * @param spotShare the largest share of a requirement that may rest on spot units, in [0, 1]
 * @param cap the most that the plan may cost, its sunk cost included, 0 or more, may be infinite
 */
public record CostRequest(
        Instant now, List<Offer> offers, List<HeldUnits> held, List<CapacityNeed> needs, double spotShare, double cap) {
    /**
     * Checks and copies.
     *
     * @param now when the choice is made
     * @param offers what can be had
     * @param held what is there already
     * @param needs what is needed
     * @param spotShare the largest share of a requirement that may rest on spot units
     * @param cap the most that the plan may cost
     * @throws IllegalArgumentException if a number is outside its range, a group is offered twice, two groups have one name or a location
     *     has two needs
     */
    public CostRequest {
        offers = List.copyOf(offers);
        held = List.copyOf(held);
        needs = List.copyOf(needs);
        if (!(spotShare >= 0 && spotShare <= 1)) {
            throw Checks.failure("spot share " + spotShare, "must lie in [0, 1]", "it was given in percent");
        }
        if (!(cap >= 0)) {
            throw Checks.failure("spending cap " + cap, "must be 0 or more", "no cap was meant: leave it out");
        }
        checkGroups(offers, held);
        checkLocations(needs);
    }

    private static void checkGroups(List<Offer> offers, List<HeldUnits> held) {
        Map<String, NodeGroup> byName = new HashMap<>();
        for (Offer offer : offers) {
            Checks.require(
                    byName.put(offer.id(), offer.group()) == null,
                    "offer " + offer,
                    "must not be in the catalogue twice",
                    "one machine type is offered in two ways: give each a node group with a name of its own");
        }
        Map<NodeGroup, Long> sums = new HashMap<>();
        for (HeldUnits units : held) {
            NodeGroup group = units.offer().group();
            NodeGroup other = byName.putIfAbsent(group.name(), group);
            Checks.require(
                    other == null || other.equals(group),
                    "held units of " + group,
                    "must be of the group that the catalogue has under that name",
                    "the group's location or unit was changed: give it another name");
            long sum = sums.merge(group, (long) units.units(), Long::sum);
            Checks.require(
                    sum <= Integer.MAX_VALUE,
                    "held units of " + group + ": " + sum,
                    "must not exceed " + Integer.MAX_VALUE,
                    "they were counted in another unit");
        }
    }

    private static void checkLocations(List<CapacityNeed> needs) {
        Set<Location> seen = new HashSet<>();
        for (CapacityNeed need : needs) {
            Checks.require(
                    seen.add(need.location()),
                    "need of " + need.location().key(),
                    "must not be there twice",
                    "it has several priorities: make them tiers of one need");
        }
    }

    /**
     * Starts a request: nothing offered, held or needed, half of a requirement may rest on spot units, no cap.
     *
     * @param now when the choice is made
     * @return a builder
     */
    public static CostRequestBuilder builder(Instant now) {
        return new CostRequestBuilder(now);
    }
}
