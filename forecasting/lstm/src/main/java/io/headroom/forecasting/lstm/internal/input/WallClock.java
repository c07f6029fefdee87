package io.headroom.forecasting.lstm.internal.input;

import io.headroom.core.TimeGrid;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;

/**
 * The time of a step by a zone's wall clock. Remembers the span between two clock changes, so that a step costs O(1) and allocates nothing
 * between them. Not thread-safe.
 */
final class WallClock {
    private static final long DAY = Duration.ofDays(1).toMillis();
    /** 1970-01-01 was a Thursday: weeks are counted from the Monday before. */
    private static final long MONDAY = 3 * DAY;

    private final long origin;
    private final long step;
    private final ZoneRules rules;
    private long from = Long.MAX_VALUE;
    private long to = Long.MIN_VALUE;
    private long offset;

    WallClock(TimeGrid grid, ZoneId zone) {
        this.origin = grid.origin().toEpochMilli();
        this.step = grid.step().toMillis();
        this.rules = zone.getRules();
    }

    private long local(long index) {
        long at = origin + index * step;
        if (at < from || at >= to) {
            Instant instant = Instant.ofEpochMilli(at);
            offset = rules.getOffset(instant).getTotalSeconds() * 1000L;
            ZoneOffsetTransition before = rules.isFixedOffset() ? null : rules.previousTransition(instant.plusNanos(1));
            ZoneOffsetTransition after = rules.isFixedOffset() ? null : rules.nextTransition(instant);
            from = before == null ? Long.MIN_VALUE : before.getInstant().toEpochMilli();
            to = after == null ? Long.MAX_VALUE : after.getInstant().toEpochMilli();
        }
        return at + offset;
    }

    /** How much of the day is gone at the middle of a step, in [0, 1). */
    double day(long index) {
        return (double) Math.floorMod(local(index) + step / 2, DAY) / DAY;
    }

    /** How much of the week is gone at the middle of a step, in [0, 1). */
    double week(long index) {
        return (double) Math.floorMod(local(index) + step / 2 + MONDAY, 7 * DAY) / (7 * DAY);
    }
}
