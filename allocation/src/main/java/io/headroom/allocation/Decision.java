package io.headroom.allocation;

import io.headroom.spi.GroupTarget;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What one cycle decided. Immutable and thread-safe.
 *
 * @param at when
 * @param freshness how far telemetry could be trusted
 * @param resources one decision for each resource of each location
 * @param targets node groups whose units should change, growing ones first
 * @param purchase the mix of offers that was chosen; empty if the policy has none where it was decided
 */
public record Decision(
        Instant at,
        Freshness freshness,
        List<ResourceDecision> resources,
        List<GroupTarget> targets,
        Optional<Purchase> purchase) {
    /**
     * Copies the lists.
     *
     * @param at when
     * @param freshness how far telemetry could be trusted
     * @param resources one decision for each resource of each location
     * @param targets node groups whose units should change
     * @param purchase the mix of offers that was chosen
     */
    public Decision {
        resources = List.copyOf(resources);
        targets = List.copyOf(targets);
    }

    /**
     * A decision without offers.
     *
     * @param at when
     * @param freshness how far telemetry could be trusted
     * @param resources one decision for each resource of each location
     * @param targets node groups whose units should change
     */
    public Decision(Instant at, Freshness freshness, List<ResourceDecision> resources, List<GroupTarget> targets) {
        this(at, freshness, resources, targets, Optional.empty());
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
     * The answer to "why this much, here, now?": the chain of reasons of every resource, one line each, then what is bought and what gave way
     * to the spending cap.
     *
     * @return the lines, joined by line ends
     */
    public String explain() {
        String chains = resources.stream().map(ResourceDecision::explain).collect(Collectors.joining("\n"));
        return purchase.map(bought -> chains + "\n" + bought.explain()).orElse(chains);
    }
}
