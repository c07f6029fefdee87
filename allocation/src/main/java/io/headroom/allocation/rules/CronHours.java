package io.headroom.allocation.rules;

import io.headroom.core.Checks;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;

/**
 * A while from each firing of a cron expression: five fields (minute, hour, day of the month, month, day of the week), each a star, a
 * number, a range, a step or a list of these, months and days of the week by name, too; 0 and 7 are Sunday. As cron has it, a day matches if
 * either of its two fields does where both are restricted. A local time that occurs twice fires at both occurrences. Immutable and
 * thread-safe. Cost: the minutes of the days that the duration spans.
 *
 * @param expression the five fields, separated by blanks
 * @param duration how long it holds from each firing, above 0, 31 days at most
 * @param zone whose clock is read
 */
public record CronHours(String expression, Duration duration, ZoneId zone) implements Recurrence {
    private static final Duration LONGEST = Duration.ofDays(31);

    /**
     * Checks the fields.
     *
     * @param expression the five fields
     * @param duration how long it holds from each firing
     * @param zone whose clock is read
     * @throws IllegalArgumentException if the expression is none, can never fire, or the duration is outside its range
     */
    public CronHours {
        CronFields.parse(expression);
        Checks.positive(duration, "cron duration");
        if (duration.compareTo(LONGEST) > 0) {
            throw Checks.failure("cron duration " + duration, "must be at most " + LONGEST, "a policy was meant");
        }
    }

    @Override
    public boolean holds(Instant at) {
        Optional<LocalDate> today = LocalClock.date(at, zone);
        if (today.isEmpty()) {
            return false;
        }
        CronFields fields = CronFields.parse(expression);
        long days = duration.toDays() + 1;
        for (long back = 0; back <= days; back++) {
            LocalDate date = today.get().minusDays(back);
            if (fields.matches(date) && fired(fields, date, at)) {
                return true;
            }
        }
        return false;
    }

    /** Whether it fired on a date within the duration before an instant. */
    private boolean fired(CronFields fields, LocalDate date, Instant at) {
        for (int hour = fields.hours().length() - 1;
                hour >= 0;
                hour = fields.hours().previousSetBit(hour - 1)) {
            for (int minute = fields.minutes().length() - 1;
                    minute >= 0;
                    minute = fields.minutes().previousSetBit(minute - 1)) {
                LocalDateTime time = date.atTime(hour, minute);
                if (within(LocalClock.first(time, zone), at) || within(LocalClock.last(time, zone), at)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean within(Instant firing, Instant at) {
        return !firing.isAfter(at) && Duration.between(firing, at).compareTo(duration) < 0;
    }

    @Override
    public String toString() {
        return "'" + expression + "' for " + duration + " " + zone;
    }
}
