package io.headroom.forecasting;

import io.headroom.core.TimeGrid;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;

/**
 * Numbers the steps of a grid by a zone's wall clock, so that a daily season keeps its peak at the same local hour:
 * when clocks go forward a number is left out, when they go back numbers occur twice. Remembers the span between two
 * clock changes, so that a step costs O(1) and allocates nothing between them. Not thread-safe.
 */
final class SeasonAxis {
    private final TimeGrid grid;
    private final ZoneId zone;
    private final ZoneRules rules;
    private final boolean fixed;
    private long spanFrom = Long.MAX_VALUE;
    private long spanTo = Long.MIN_VALUE;
    private long shift;

    SeasonAxis(TimeGrid grid, ZoneId zone) {
        this.grid = grid;
        this.zone = zone;
        this.rules = zone.getRules();
        this.fixed = rules.isFixedOffset() || grid.step().compareTo(Duration.ofHours(12)) > 0;
    }

    ZoneId zone() {
        return zone;
    }

    /** The wall clock number of a step. */
    long local(long index) {
        if (fixed) {
            return index;
        }
        if (index < spanFrom || index >= spanTo) {
            locate(index);
        }
        return index + shift;
    }

    private void locate(long index) {
        Instant at = grid.start(index);
        ZoneOffset offset = rules.getOffset(at);
        ZoneOffsetTransition before = rules.previousTransition(at.plusNanos(1));
        ZoneOffsetTransition after = rules.nextTransition(at);
        spanFrom = before == null ? Long.MIN_VALUE : firstFrom(before.getInstant());
        spanTo = after == null ? Long.MAX_VALUE : firstFrom(after.getInstant());
        shift = Math.floorDiv(offset.getTotalSeconds() * 1000L, grid.step().toMillis());
    }

    private long firstFrom(Instant change) {
        long index = grid.index(change);
        return grid.start(index).isBefore(change) ? index + 1 : index;
    }
}
