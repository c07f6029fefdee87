package io.headroom.allocation;

import io.headroom.allocation.cost.Billing;
import io.headroom.allocation.cost.Offer;
import io.headroom.allocation.cost.Spending;
import io.headroom.core.Location;
import io.headroom.core.NodeGroup;
import io.headroom.core.Resource;
import io.headroom.core.Resources;
import io.headroom.spi.FleetObservation;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the offers of a policy say of its groups: what a unit counts for, how many there may be, what they cost and whether they can be given
 * back. A group without an offer counts for all that it brings, and costs nothing. Immutable and thread-safe.
 */
final class Catalogue {
    /** No offers. */
    static final Catalogue NONE = new Catalogue(Map.of(), Spending.FREE);

    private final Map<NodeGroup, Offer> offers;
    private final Spending spending;
    private final Map<NodeGroup, Resources> counted = new HashMap<>();
    private final Set<Location> locations = new HashSet<>();

    Catalogue(Map<NodeGroup, Offer> offers, Spending spending) {
        this.offers = Map.copyOf(offers);
        this.spending = spending;
        offers.forEach((group, offer) -> {
            counted.put(group, offer.counted());
            locations.add(group.location());
        });
    }

    boolean isNone() {
        return offers.isEmpty();
    }

    Spending spending() {
        return spending;
    }

    boolean offers(Location location) {
        return locations.contains(location);
    }

    Optional<Offer> offer(NodeGroup group) {
        return Optional.ofNullable(offers.get(group));
    }

    /** What one unit counts for. */
    double perUnit(NodeGroup group, Resource resource) {
        Resources known = offers.isEmpty() ? null : counted.get(group);
        return known == null ? group.perUnit().get(resource) : known.get(resource);
    }

    private boolean isSpot(NodeGroup group) {
        Offer offer = offers.get(group);
        return offer != null && offer.billing() instanceof Billing.Spot;
    }

    /** Whether a unit of a group counts towards the share of a requirement that must not rest on spot units. */
    boolean isFirm(NodeGroup group) {
        return !isSpot(group);
    }

    /** The share of a requirement of some groups that must not rest on spot units; 0 if none of them is spot. */
    double firmShare(List<NodeGroup> groups) {
        return !offers.isEmpty() && groups.stream().anyMatch(this::isSpot) ? 1 - spending.spotShare() : 0;
    }

    /** The most units of a group that there may be. */
    int quota(FleetObservation fleet, NodeGroup group) {
        int granted = fleet.quota(group).orElse(Integer.MAX_VALUE);
        Offer offer = offers.isEmpty() ? null : offers.get(group);
        return offer == null ? granted : Math.min(granted, offer.quota());
    }

    /** Price of a unit-hour. */
    double price(NodeGroup group, Instant now) {
        Offer offer = offers.get(group);
        return offer == null ? 0 : offer.price().at(now);
    }

    /**
     * How long the units of a group have to be paid for yet, at most: when each was bought nobody remembers, but none was after the group last
     * grew.
     */
    Duration remainingTerm(NodeGroup group, ChangeHistory history, Instant now) {
        Offer offer = offers.get(group);
        if (offer == null || offer.minimumTerm().isZero()) {
            return Duration.ZERO;
        }
        Instant grown = history.of(group).up();
        if (!DecisionEngine.within(offer.minimumTerm(), grown, now)) {
            return Duration.ZERO;
        }
        Duration left = offer.minimumTerm().minus(Duration.between(grown, now));
        return left.compareTo(offer.minimumTerm()) < 0 ? left : offer.minimumTerm();
    }
}
