package io.headroom.allocation;

import io.headroom.core.Location;
import io.headroom.core.Resource;
import io.headroom.spi.CalendarEvent;
import io.headroom.spi.FleetObservation;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Everything that a decision is made from. Immutable and thread-safe.
 *
 * @param now when the decision is made
 * @param freshness how far telemetry can be trusted
 * @param fleet what is there
 * @param needs what each resource of each location needs; a resource that is left out keeps what it has, within the policy's bounds
 * @param events events of the calendar that the policy's event rules may speak of
 */
public record Situation(
        Instant now,
        Freshness freshness,
        FleetObservation fleet,
        Map<Location, Map<Resource, Need>> needs,
        List<CalendarEvent> events) {
    /**
     * Copies the needs and the events.
     *
     * @param now when the decision is made
     * @param freshness how far telemetry can be trusted
     * @param fleet what is there
     * @param needs what each resource of each location needs
     * @param events events of the calendar
     */
    public Situation {
        events = List.copyOf(events);
        needs = NeedsMap.copyOf(needs);
    }

    /**
     * A situation without events.
     *
     * @param now when the decision is made
     * @param freshness how far telemetry can be trusted
     * @param fleet what is there
     * @param needs what each resource of each location needs
     */
    public Situation(
            Instant now, Freshness freshness, FleetObservation fleet, Map<Location, Map<Resource, Need>> needs) {
        this(now, freshness, fleet, needs, List.of());
    }

    /**
     * The same with events.
     *
     * @param values events of the calendar
     * @return a copy
     */
    public Situation withEvents(List<CalendarEvent> values) {
        return new Situation(now, freshness, fleet, needs, values);
    }
}
