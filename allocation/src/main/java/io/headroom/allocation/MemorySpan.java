package io.headroom.allocation;

import io.headroom.allocation.rules.PoolRules;
import java.time.Duration;

/**
 * How far back the rules of a resource look.
 *
 * @param changes at accepted changes
 * @param peaks at the largest recommendations
 * @param lows at the smallest recommendations
 */
record MemorySpan(Duration changes, Duration peaks, Duration lows) {
    static final MemorySpan NONE = new MemorySpan(Duration.ZERO, Duration.ZERO, Duration.ZERO);

    static MemorySpan of(ResourcePolicy policy) {
        MemorySpan span = of(policy.rules());
        for (Schedule schedule : policy.schedules()) {
            span = span.max(of(schedule.instead().values().rules()));
        }
        return span;
    }

    private static MemorySpan of(PoolRules rules) {
        Duration velocity =
                longer(rules.up().velocity().longest(), rules.down().velocity().longest());
        Duration breach =
                rules.capBreach().honors() ? Duration.ZERO : rules.capBreach().expiry();
        return new MemorySpan(
                longer(velocity, rules.reversals().window()),
                longer(longer(rules.down().stabilisation(), rules.removal().window()), breach),
                rules.up().stabilisation());
    }

    boolean isNone() {
        return equals(NONE);
    }

    MemorySpan max(MemorySpan other) {
        return new MemorySpan(longer(changes, other.changes), longer(peaks, other.peaks), longer(lows, other.lows));
    }

    private static Duration longer(Duration a, Duration b) {
        return a.compareTo(b) >= 0 ? a : b;
    }
}
