package io.headroom.allocation;

import io.headroom.core.Location;
import io.headroom.core.Resource;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;

/** What the rules of a policy need remembered. Immutable and thread-safe. */
final class Memory {
    private final AllocationPolicy policy;
    private final Duration longestCooldown;
    private final boolean looksBack;
    private final boolean failures;

    Memory(AllocationPolicy policy, Collection<ResourcePolicy> all) {
        this.policy = policy;
        Duration longest = Duration.ZERO;
        boolean back = false;
        boolean counts = false;
        for (ResourcePolicy one : all) {
            longest = longest(one, longest);
            back |= !MemorySpan.of(one).isNone();
            counts |= counts(one);
            for (Schedule schedule : one.schedules()) {
                longest = longest(schedule.instead().values(), longest);
                counts |= counts(schedule.instead().values());
            }
        }
        this.longestCooldown = longest;
        this.looksBack = back;
        this.failures = counts;
    }

    private static Duration longest(ResourcePolicy policy, Duration soFar) {
        Duration up = policy.upCooldown().compareTo(soFar) > 0 ? policy.upCooldown() : soFar;
        return policy.downCooldown().compareTo(up) > 0 ? policy.downCooldown() : up;
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

    MemorySpan of(Location location, Resource resource) {
        return looksBack ? MemorySpan.of(policy.resource(location, resource)) : MemorySpan.NONE;
    }

    /** Moments before this bind no cooldown any more. */
    Instant keepFrom(Instant now) {
        boolean ever = longestCooldown.compareTo(Duration.between(Instant.MIN, now)) >= 0;
        return ever ? Instant.MIN : now.minus(longestCooldown);
    }
}
