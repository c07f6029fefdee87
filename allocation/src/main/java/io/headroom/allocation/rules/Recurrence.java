package io.headroom.allocation.rules;

import java.time.Instant;

/**
 * When a schedule holds. Pure functions of the instant; implementations are immutable and thread-safe.
 *
 * <p>Local times are read by the rules of their zone. One that occurs twice, as a clock is set back, begins a span at its first and ends it
 * at its second occurrence; one that is left out, as a clock is set forward, stands for the instant of the change.
 */
public sealed interface Recurrence permits WeeklyHours, CronHours, Period {
    /**
     * Whether it holds.
     *
     * @param at the instant
     * @return true if {@code at} lies in one of its spans; starts count, ends do not
     */
    boolean holds(Instant at);
}
