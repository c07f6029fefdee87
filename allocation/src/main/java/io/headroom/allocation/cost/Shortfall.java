package io.headroom.allocation.cost;

import io.headroom.core.Location;
import io.headroom.core.Resource;
import java.util.Locale;

/**
 * What offers can't bring to a location, and why. Immutable and thread-safe.
 *
 * @param location the region or link
 * @param resource which resource
 * @param required what is required of it, after a spending cap
 * @param available the most that all offers bring together
 * @param cause why it is not more
 */
public record Shortfall(Location location, Resource resource, double required, double available, Cause cause) {
    /** Why offers don't reach a requirement. */
    public enum Cause {
        /** No offer at the location brings the resource; units that are there may bring some. */
        NO_OFFER,
        /** Every unit that quotas allow, of every offer that brings the resource, is not enough. */
        QUOTA,
        /**
         * Units that are not spot can't carry their share of the requirement, of which the amounts speak here. Spot units make up for it:
         * an amount at risk is better than a lack for certain.
         */
        SPOT_SHARE
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "%s %s: %.4g of %.4g (%s)", location.key(), resource, available, required, cause);
    }
}
