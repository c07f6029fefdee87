package io.headroom.allocation.cost;

import io.headroom.core.Checks;
import io.headroom.core.Location;
import io.headroom.core.NodeGroup;
import io.headroom.core.Resources;
import io.headroom.spi.CostModel;
import io.headroom.spi.PriceSchedule;
import java.time.Duration;

/**
 * Units of a node group that can be had at a price. The group says what they are (virtual machines, container instances, bandwidth
 * reservations, storage volumes), where, and what one unit brings of each resource; it is what a provisioner is asked for. One machine type
 * that can be had on demand, reserved and as spot is three groups with three names. Immutable and thread-safe; build one with {@link
 * #builder}.
 *
 * @param group the node group, 10<sup>15</sup> of a resource per unit at most
 * @param billing how it is paid for
 * @param price price of a unit-hour over time, 10<sup>12</sup> at most
 * @param minimumTerm a unit is paid for so long at least, zero or more, 100 years at most
 * @param quota most units that can be held, 0 or more; {@link #UNLIMITED} if there is no limit
 */
public record Offer(NodeGroup group, Billing billing, PriceSchedule price, Duration minimumTerm, int quota) {
    /** The quota of an offer without a limit. */
    public static final int UNLIMITED = Integer.MAX_VALUE;

    /**
     * Checks the ranges.
     *
     * @param group the node group
     * @param billing how it is paid for
     * @param price price of a unit-hour over time
     * @param minimumTerm a unit is paid for so long at least
     * @param quota most units that can be held
     * @throws IllegalArgumentException if one is outside its range, or a reserved offer has no minimum term
     */
    public Offer {
        Bounds.amounts(group.perUnit(), "unit of offer " + group);
        Bounds.price(price.first(), "price of offer " + group);
        price.changes().forEach((at, value) -> Bounds.price(value, "price of offer " + group + " from " + at));
        Bounds.time(minimumTerm, "minimum term of offer " + group);
        Checks.inRange(quota, 0, UNLIMITED, "quota of offer " + group);
        if (billing instanceof Billing.Reserved && minimumTerm.isZero()) {
            throw Checks.failure(
                    "minimum term " + minimumTerm + " of reserved offer " + group,
                    "must be longer than zero",
                    "it is an offer on demand");
        }
    }

    /**
     * Starts an offer: on demand, no minimum term, no quota.
     *
     * @param group the node group
     * @param unitHour price of a unit-hour, 0 up to 10<sup>12</sup>
     * @return a builder
     */
    public static OfferBuilder builder(NodeGroup group, double unitHour) {
        return new OfferBuilder(group, PriceSchedule.flat(unitHour));
    }

    /**
     * Starts an offer at the host's prices: on demand, no minimum term, no quota.
     *
     * @param group the node group
     * @param prices the host's prices
     * @return a builder
     */
    public static OfferBuilder builder(NodeGroup group, CostModel prices) {
        return new OfferBuilder(group, prices.prices(group));
    }

    /**
     * Its id, which breaks ties.
     *
     * @return the group's name
     */
    public String id() {
        return group.name();
    }

    /**
     * Where it serves.
     *
     * @return the group's location
     */
    public Location location() {
        return group.location();
    }

    /**
     * What one unit counts for.
     *
     * @return the group's resources per unit times {@link Billing#countedShare}
     */
    public Resources counted() {
        return group.perUnit().times(billing.countedShare());
    }

    @Override
    public String toString() {
        return id();
    }
}
