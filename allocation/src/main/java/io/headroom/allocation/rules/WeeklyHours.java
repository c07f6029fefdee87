package io.headroom.allocation.rules;

import io.headroom.core.Checks;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * The same hours on some days of each week. Hours that end no later than they start end on the next day; hours from a time to the same
 * time last a day. Immutable and thread-safe.
 *
 * @param zone whose clock is read
 * @param days the days on which the hours start, at least one
 * @param from when they start
 * @param to when they end, exclusive
 */
public record WeeklyHours(ZoneId zone, Set<DayOfWeek> days, LocalTime from, LocalTime to) implements Recurrence {
    /**
     * Checks and copies the days.
     *
     * @param zone whose clock is read
     * @param days the days on which the hours start
     * @param from when they start
     * @param to when they end, exclusive
     * @throws IllegalArgumentException if there is no day
     */
    public WeeklyHours {
        Checks.require(!days.isEmpty(), "hours on 0 days", "must have at least one", "every day was meant");
        days = Collections.unmodifiableSet(EnumSet.copyOf(days));
    }

    /**
     * Hours of every day.
     *
     * @param zone whose clock is read
     * @param from when they start
     * @param to when they end, exclusive
     * @return the hours
     */
    public static WeeklyHours daily(ZoneId zone, LocalTime from, LocalTime to) {
        return new WeeklyHours(zone, EnumSet.allOf(DayOfWeek.class), from, to);
    }

    @Override
    public boolean holds(Instant at) {
        Optional<LocalDate> today = LocalClock.date(at, zone);
        return today.isPresent()
                && (holds(at, today.get())
                        || (!from.isBefore(to) && holds(at, today.get().minusDays(1))));
    }

    private boolean holds(Instant at, LocalDate start) {
        LocalDate end = from.isBefore(to) ? start : start.plusDays(1);
        return days.contains(start.getDayOfWeek())
                && !at.isBefore(LocalClock.first(start.atTime(from), zone))
                && at.isBefore(LocalClock.last(end.atTime(to), zone));
    }

    @Override
    public String toString() {
        return days + " " + from + "-" + to + " " + zone;
    }
}
