package io.headroom.allocation.cost;

import io.headroom.core.Location;
import io.headroom.core.Resources;
import java.util.List;

/**
 * The units chosen for one location. Immutable and thread-safe.
 *
 * @param location the region or link
 * @param required what was to be covered, after a spending cap
 * @param supply what the kept and added units count for; of each resource the requirement, or what a {@link Shortfall} says, or more
 * @param units the units of every offer that has some, by id
 * @param cost what the kept and added units cost beyond what is sunk
 * @param sunk what units that are there cost until their minimum terms are over
 * @param lowerBound no mix that covers as much costs less; equal to the cost if the search was not cut short
 */
public record LocationMix(
        Location location,
        Resources required,
        Resources supply,
        List<OfferUnits> units,
        double cost,
        double sunk,
        double lowerBound) {
    /**
     * Copies.
     *
     * @param location the region or link
     * @param required what was to be covered
     * @param supply what the kept and added units count for
     * @param units the units of every offer that has some
     * @param cost what the kept and added units cost beyond what is sunk
     * @param sunk what units that are there cost until their minimum terms are over
     * @param lowerBound no mix that covers as much costs less
     */
    public LocationMix {
        units = List.copyOf(units);
    }

    /**
     * Whether the mix is proved to be the cheapest.
     *
     * @return true unless the search was cut short before it could tell
     */
    public boolean isOptimal() {
        return lowerBound >= cost;
    }
}
