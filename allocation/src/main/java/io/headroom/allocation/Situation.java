package io.headroom.allocation;

import io.headroom.core.Location;
import io.headroom.core.Resource;
import io.headroom.spi.FleetObservation;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Everything that a decision is made from. Immutable and thread-safe.
 *
 * @param now when the decision is made
 * @param freshness how far telemetry can be trusted
 * @param fleet what is there
 * @param needs what each resource of each location needs; a resource that is left out keeps what it has, within the policy's bounds
 */
public record Situation(
        Instant now, Freshness freshness, FleetObservation fleet, Map<Location, Map<Resource, Need>> needs) {
    /**
     * Copies the needs.
     *
     * @param now when the decision is made
     * @param freshness how far telemetry can be trusted
     * @param fleet what is there
     * @param needs what each resource of each location needs
     */
    public Situation {
        Map<Location, Map<Resource, Need>> copy = new TreeMap<>(Location.ORDER);
        needs.forEach((location, byResource) -> copy.put(
                location,
                byResource.isEmpty()
                        ? Map.of()
                        : Collections.unmodifiableMap(new EnumMap<Resource, Need>(byResource))));
        needs = Collections.unmodifiableMap(copy);
    }
}
