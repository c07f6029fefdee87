package io.headroom.simulation.strategy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.LongStream;

/** How far the fleet may move at once, by policies over recent events. */
final class HpaLimits {

    private final int current;
    private final Instant now;
    private final List<HpaState.Event> events;
    private final boolean bothDirections;

    HpaLimits(int current, Instant now, List<HpaState.Event> events, boolean bothDirections) {
        this.current = current;
        this.now = now;
        this.events = events;
        this.bothDirections = bothDirections;
    }

    /** The largest fleet allowed, at least the current one. */
    int up(HpaRules rules) {
        LongStream limits = rules.policies().stream().mapToLong(policy -> {
            long added = changed(policy.period(), change -> change > 0);
            long removed = bothDirections ? changed(policy.period(), change -> change < 0) : 0;
            long start = current - added - removed;
            return switch (policy.kind()) {
                case UNITS -> start + policy.amount();
                case PERCENT -> (long) Math.ceil(start * (1 + policy.amount() / 100.0));
            };
        });
        long limit = switch (rules.select()) {
            case MAX -> limits.max().orElse(current);
            case MIN -> limits.min().orElse(current);
            case DISABLED -> current;
        };
        return (int) Math.min(Integer.MAX_VALUE, Math.max(current, limit));
    }

    /** The smallest fleet allowed, at most the current one. */
    int down(HpaRules rules) {
        LongStream limits = rules.policies().stream().mapToLong(policy -> {
            long removed = changed(policy.period(), change -> change < 0);
            long added = bothDirections ? changed(policy.period(), change -> change > 0) : 0;
            long start = current - removed - added;
            return switch (policy.kind()) {
                case UNITS -> start - policy.amount();
                case PERCENT -> (long) (start * (1 - policy.amount() / 100.0));
            };
        });
        long limit = switch (rules.select()) {
            case MAX -> limits.min().orElse(current);
            case MIN -> limits.max().orElse(current);
            case DISABLED -> current;
        };
        return (int) Math.max(0, Math.min(current, limit));
    }

    /** Signed sum of the matching changes within the period before now, its beginning excluded. */
    private long changed(Duration period, IntPredicate direction) {
        Instant after = now.minus(period);
        return events.stream()
                .filter(event -> event.at().isAfter(after) && direction.test(event.change()))
                .mapToLong(HpaState.Event::change)
                .sum();
    }
}
