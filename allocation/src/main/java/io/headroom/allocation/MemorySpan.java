package io.headroom.allocation;

import io.headroom.allocation.rules.PoolRules;
import java.time.Duration;

/**
 * How far back the rules of a resource look.
 *
 * @param changes at accepted changes
 * @param peaks at the largest recommendations
 * @param lows at the smallest recommendations
 * @param kept at the needs that have to be kept
 * @param held at the needs that are held after a spike
 */
record MemorySpan(Duration changes, Duration peaks, Duration lows, Duration kept, Duration held) {
    static final MemorySpan NONE = new MemorySpan(Duration.ZERO, Duration.ZERO, Duration.ZERO);

    MemorySpan(Duration changes, Duration peaks, Duration lows) {
        this(changes, peaks, lows, Duration.ZERO, Duration.ZERO);
    }

    /** The span of a policy with lead times up to one, that looks so far ahead. */
    static MemorySpan of(ResourcePolicy policy, Duration leadTime, Duration ahead) {
        MemorySpan span = of(policy.rules(), leadTime, ahead);
        for (Schedule schedule : policy.schedules()) {
            span = span.max(of(schedule.instead().values().rules(), leadTime, ahead));
        }
        return span;
    }

    private static MemorySpan of(PoolRules rules, Duration leadTime, Duration ahead) {
        Duration velocity =
                longer(rules.up().velocity().longest(), rules.down().velocity().longest());
        Duration breach =
                rules.capBreach().honors() ? Duration.ZERO : rules.capBreach().expiry();
        return new MemorySpan(
                longer(velocity, rules.reversals().window()),
                longer(longer(rules.down().window(leadTime), rules.removal().window()), breach),
                rules.up().window(leadTime),
                rules.retention().window(),
                rules.spike().holdOr(ahead));
    }

    boolean isNone() {
        return equals(NONE);
    }

    /** Whether needs are remembered. */
    boolean needs() {
        return !kept.isZero() || !held.isZero();
    }

    MemorySpan max(MemorySpan other) {
        return new MemorySpan(
                longer(changes, other.changes),
                longer(peaks, other.peaks),
                longer(lows, other.lows),
                longer(kept, other.kept),
                longer(held, other.held));
    }

    private static Duration longer(Duration a, Duration b) {
        return a.compareTo(b) >= 0 ? a : b;
    }
}
