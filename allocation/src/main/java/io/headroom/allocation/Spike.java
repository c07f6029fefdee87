package io.headroom.allocation;

import io.headroom.core.Location;
import io.headroom.core.Resource;
import java.util.Locale;

/**
 * A measured need that the last decision was not prepared for. Immutable and thread-safe.
 *
 * @param location the region or link
 * @param resource the resource
 * @param actual the measured need, in the resource's units
 * @param planned what the last decision was prepared for: its forecast need, or the need measured then if nothing was forecast
 * @param committed what is allocated or booting
 */
public record Spike(Location location, Resource resource, double actual, double planned, double committed) {
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%s %s: needs %.4g, planned %.4g, there %.4g",
                location.key(),
                resource,
                actual,
                planned,
                committed);
    }
}
