package io.headroom.allocation;

import io.headroom.allocation.cost.Offer;
import io.headroom.allocation.rules.EventRule;
import io.headroom.core.Location;
import io.headroom.core.Resource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What the rules of a policy need remembered, and seen of the calendar. Not changed once made, and thread-safe. */
final class Memory {
    private final AllocationPolicy policy;
    private final Duration longestCooldown;
    private final boolean looksBack;
    private final boolean failures;
    private final boolean usual;
    private final boolean spikes;
    private final List<EventRule> events = new ArrayList<>();

    Memory(AllocationPolicy policy, Collection<ResourcePolicy> all) {
        this.policy = policy;
        Duration longest = Duration.ZERO;
        boolean back = false;
        boolean counts = false;
        boolean surprises = false;
        boolean ratio = policy.types().values().stream()
                .anyMatch(type ->
                        type.sizing().filter(s -> s.violationRatio() > 0).isPresent());
        for (ResourcePolicy one : all) {
            longest = longest(one, longest);
            back |= !span(one).isNone();
            counts |= counts(one);
            surprises |= !one.rules().spike().isNone();
            ratio |= ratio(one);
            events.addAll(one.rules().events());
            for (Schedule schedule : one.schedules()) {
                longest = longest(schedule.instead().values(), longest);
                counts |= counts(schedule.instead().values());
                surprises |= !schedule.instead().values().rules().spike().isNone();
                ratio |= ratio(schedule.instead().values());
                events.addAll(schedule.instead().values().rules().events());
            }
        }
        for (Offer offer : policy.offers().values()) {
            longest = offer.minimumTerm().compareTo(longest) > 0 ? offer.minimumTerm() : longest;
        }
        this.longestCooldown = longest;
        this.looksBack = back;
        this.failures = counts;
        this.usual = ratio;
        this.spikes = surprises;
    }

    private static Duration longest(ResourcePolicy policy, Duration soFar) {
        Duration up = policy.upCooldown().compareTo(soFar) > 0 ? policy.upCooldown() : soFar;
        return policy.downCooldown().compareTo(up) > 0 ? policy.downCooldown() : up;
    }

    private static boolean ratio(ResourcePolicy policy) {
        return policy.sizing().violationRatio() > 0
                || policy.rules().readyStock().violationRatio() > 0;
    }

    private static boolean counts(ResourcePolicy policy) {
        return policy.rules().outage().failureThreshold() > 1;
    }

    /** Whether amounts have to be remembered at all. */
    boolean looksBack() {
        return looksBack;
    }

    /** Whether cycles without fresh telemetry have to be counted. */
    boolean failures() {
        return failures;
    }

    /** Whether anything is sized by multiples of the usual need. */
    boolean usual() {
        return usual;
    }

    /** Whether any rule speaks of spikes. */
    boolean spikes() {
        return spikes;
    }

    /** Whether any rule speaks of events. */
    boolean heedsEvents() {
        return !events.isEmpty();
    }

    /** How long before an event a rule may begin to hold, at most. */
    Duration beforeEvents() {
        return events.stream().map(EventRule::before).max(Duration::compareTo).orElse(Duration.ZERO);
    }

    /** How long after an event a rule may hold on, at most. */
    Duration afterEvents() {
        return events.stream().map(EventRule::after).max(Duration::compareTo).orElse(Duration.ZERO);
    }

    /** For the longest lead time that the policy believes. */
    private MemorySpan span(ResourcePolicy one) {
        Duration longest = policy.measuredLeads().longest(policy.leadTime());
        return MemorySpan.of(one, longest, DecisionPass.ahead(longest, policy));
    }

    MemorySpan of(Location location, Resource resource) {
        return looksBack ? span(policy.resource(location, resource)) : MemorySpan.NONE;
    }

    /** Moments before this bind no cooldown and no minimum term any more. */
    Instant keepFrom(Instant now) {
        boolean ever = longestCooldown.compareTo(Duration.between(Instant.MIN, now)) >= 0;
        return ever ? Instant.MIN : now.minus(longestCooldown);
    }
}
