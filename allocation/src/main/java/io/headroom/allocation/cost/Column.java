package io.headroom.allocation.cost;

import io.headroom.core.Resource;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * Equal units among which a choice is made: those of an offer that can be bought, or those that are there with the same time left of their
 * term. Immutable and thread-safe.
 *
 * @param offer the offer
 * @param isHeld whether they are there
 * @param inTerm whether they are there and their term is not over
 * @param isSunk whether their term outlasts the need: they cost nothing, and all of them count
 * @param limit how many there may be
 * @param cost of one, in price-seconds
 * @param counted what one counts for, by resource
 */
record Column(
        Offer offer,
        boolean isHeld,
        boolean inTerm,
        boolean isSunk,
        int limit,
        BigDecimal cost,
        Map<Resource, BigDecimal> counted) {

    static Column bought(Offer offer, int heldUnits, Instant now, Duration need) {
        int limit = Math.max(0, offer.quota() - heldUnits);
        return new Column(offer, false, false, false, limit, UnitCost.bought(offer, now, need), counted(offer));
    }

    static Column held(HeldUnits held, Instant now, Duration need) {
        boolean inTerm = !held.remainingTerm().isZero();
        boolean sunk = inTerm && held.remainingTerm().compareTo(need) >= 0;
        BigDecimal cost = UnitCost.kept(held, now, need);
        return new Column(held.offer(), true, inTerm, sunk, held.units(), cost, counted(held.offer()));
    }

    private static Map<Resource, BigDecimal> counted(Offer offer) {
        BigDecimal share = BigDecimal.ONE;
        if (offer.billing() instanceof Billing.Spot spot) {
            share = share.subtract(BigDecimal.valueOf(spot.interruptionRisk()));
        }
        Map<Resource, BigDecimal> counted = new EnumMap<>(Resource.class);
        for (Resource resource : Resource.values()) {
            counted.put(
                    resource,
                    BigDecimal.valueOf(offer.group().perUnit().get(resource)).multiply(share));
        }
        return Collections.unmodifiableMap(counted);
    }

    /** What one counts for. */
    BigDecimal counted(Resource resource) {
        return counted.getOrDefault(resource, BigDecimal.ZERO);
    }

    boolean isSpot() {
        return offer.billing() instanceof Billing.Spot;
    }
}
