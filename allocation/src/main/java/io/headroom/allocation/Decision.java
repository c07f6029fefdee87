package io.headroom.allocation;

import io.headroom.spi.GroupTarget;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What one cycle decided. Immutable and thread-safe.
 *
 * @param at when
 * @param freshness how far telemetry could be trusted
 * @param resources one decision for each resource of each location
 * @param targets node groups whose units should change, growing ones first
 */
public record Decision(Instant at, Freshness freshness, List<ResourceDecision> resources, List<GroupTarget> targets) {
    /**
     * Copies the lists.
     *
     * @param at when
     * @param freshness how far telemetry could be trusted
     * @param resources one decision for each resource of each location
     * @param targets node groups whose units should change
     */
    public Decision {
        resources = List.copyOf(resources);
        targets = List.copyOf(targets);
    }

    /**
     * Whether anything should change.
     *
     * @return true if there is a target
     */
    public boolean changes() {
        return !targets.isEmpty();
    }

    /**
     * The chain of reasons of every resource, one line each.
     *
     * @return the lines, joined by line ends
     */
    public String explain() {
        return resources.stream().map(ResourceDecision::explain).collect(Collectors.joining("\n"));
    }
}
