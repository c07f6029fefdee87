package io.headroom.allocation.rules;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Year;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Optional;

/** From local times to instants, where clocks change. */
final class LocalClock {
    /** Clocks of later years can't be read to the day before and the day after. */
    private static final int LAST_YEAR = Year.MAX_VALUE - 1;

    private LocalClock() {}

    /** The date that a clock shows; empty at the ends of time. */
    static Optional<LocalDate> date(Instant at, ZoneId zone) {
        try {
            return Optional.of(LocalDate.ofInstant(at, zone)).filter(date -> Math.abs(date.getYear()) <= LAST_YEAR);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The first instant at which the clock shows the time, or has just left it out. */
    static Instant first(LocalDateTime time, ZoneId zone) {
        return instant(time, zone, 0);
    }

    /** The last such instant. */
    static Instant last(LocalDateTime time, ZoneId zone) {
        return instant(time, zone, 1);
    }

    private static Instant instant(LocalDateTime time, ZoneId zone, int occurrence) {
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(time);
        if (offsets.isEmpty()) {
            ZoneOffsetTransition gap = zone.getRules().getTransition(time);
            return gap.getInstant();
        }
        return time.toInstant(offsets.get(Math.min(occurrence, offsets.size() - 1)));
    }
}
