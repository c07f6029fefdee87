package io.headroom.allocation.rules;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Times are read as the clocks of their zone show them, at changes of the clocks, too. */
class RecurrenceTest {
    private static final ZoneId UTC = ZoneId.of("UTC");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Set<DayOfWeek> ALL = EnumSet.allOf(DayOfWeek.class);

    private static WeeklyHours berlin(Set<DayOfWeek> days, String from, String to) {
        return new WeeklyHours(BERLIN, days, LocalTime.parse(from), LocalTime.parse(to));
    }

    /** It holds just from one instant to another, as far as the minutes around tell. */
    private static void spans(Recurrence when, String from, String to) {
        Instant start = Instant.parse(from);
        Instant end = Instant.parse(to);
        for (Instant t = start.minusSeconds(3600); t.isBefore(end.plusSeconds(3600)); t = t.plusSeconds(60)) {
            assertThat(when.holds(t)).as("%s at %s", when, t).isEqualTo(!t.isBefore(start) && t.isBefore(end));
        }
        assertThat(when.holds(start.minusNanos(1))).isFalse();
        assertThat(when.holds(end.minusNanos(1))).isTrue();
    }

    @Test
    void hoursOfADayStartInclusivelyAndEndExclusively() {
        spans(berlin(ALL, "08:00", "18:30"), "2026-01-15T07:00:00Z", "2026-01-15T17:30:00Z");
        spans(berlin(ALL, "08:00", "18:30"), "2026-07-15T06:00:00Z", "2026-07-15T16:30:00Z");
    }

    @Test
    void hoursOverMidnightBelongToTheDayOnWhichTheyStart() {
        WeeklyHours friday = berlin(Set.of(FRIDAY), "22:00", "02:00");
        spans(friday, "2026-01-16T21:00:00Z", "2026-01-17T01:00:00Z");
        assertThat(friday.holds(Instant.parse("2026-01-16T00:30:00Z"))).isFalse();
        spans(berlin(Set.of(MONDAY), "00:00", "00:00"), "2026-01-18T23:00:00Z", "2026-01-19T23:00:00Z");
    }

    @Test
    void aTimeThatIsLeftOutStandsForTheChangeOfTheClock() {
        spans(berlin(ALL, "01:00", "02:30"), "2026-03-29T00:00:00Z", "2026-03-29T01:00:00Z");
        spans(berlin(ALL, "02:30", "03:15"), "2026-03-29T01:00:00Z", "2026-03-29T01:15:00Z");
        WeeklyHours inside = berlin(ALL, "02:10", "02:50");
        for (int minute = 0; minute < 240; minute++) {
            assertThat(inside.holds(Instant.parse("2026-03-29T00:00:00Z").plusSeconds(60L * minute)))
                    .isFalse();
        }
    }

    @Test
    void aTimeThatOccursTwiceStartsAtItsFirstAndEndsAtItsSecondOccurrence() {
        spans(berlin(ALL, "02:10", "02:50"), "2026-10-25T00:10:00Z", "2026-10-25T01:50:00Z");
        spans(berlin(ALL, "01:00", "02:30"), "2026-10-24T23:00:00Z", "2026-10-25T01:30:00Z");
        spans(berlin(ALL, "02:30", "04:00"), "2026-10-25T00:30:00Z", "2026-10-25T03:00:00Z");
    }

    @Test
    void aDayThatAZoneLeftOutHasNoHours() {
        WeeklyHours apia = WeeklyHours.daily(ZoneId.of("Pacific/Apia"), LocalTime.of(9, 0), LocalTime.of(10, 0));
        long minutes = 0;
        Instant from = Instant.parse("2011-12-29T10:00:00Z");
        for (int minute = 0; minute < 3 * 1440; minute++) {
            minutes += apia.holds(from.plusSeconds(60L * minute)) ? 1 : 0;
        }
        assertThat(minutes).as("30 December 2011 did not take place there").isEqualTo(180);
        assertThat(apia.holds(Instant.parse("2011-12-30T09:30:00Z"))).isFalse();
    }

    @Test
    void cronFiresAtItsTimesAndHoldsForItsDuration() {
        spans(
                new CronHours("30 8 * * MON-FRI", Duration.ofMinutes(90), UTC),
                "2026-01-16T08:30:00Z",
                "2026-01-16T10:00:00Z");
        CronHours weekdays = new CronHours("30 8 * * 1-5", Duration.ofMinutes(90), UTC);
        assertThat(weekdays.holds(Instant.parse("2026-01-17T09:00:00Z"))).isFalse();
        spans(
                new CronHours("0 0 1 jan,JUL *", Duration.ofDays(2), UTC),
                "2026-07-01T00:00:00Z",
                "2026-07-03T00:00:00Z");
        spans(new CronHours("45 23 * * 0", Duration.ofHours(1), UTC), "2026-01-18T23:45:00Z", "2026-01-19T00:45:00Z");
        spans(new CronHours("45 23 * * 7", Duration.ofHours(1), UTC), "2026-01-18T23:45:00Z", "2026-01-19T00:45:00Z");
    }

    @Test
    void cronStepsRangesAndLists() {
        CronHours quarters = new CronHours("*/15 9-10 * * *", Duration.ofMinutes(1), UTC);
        int count = 0;
        for (int minute = 0; minute < 1440; minute++) {
            count += quarters.holds(Instant.parse("2026-01-15T00:00:30Z").plusSeconds(60L * minute)) ? 1 : 0;
        }
        assertThat(count).isEqualTo(8);
        CronHours odd = new CronHours("5/20,7 0 * * *", Duration.ofMinutes(1), UTC);
        for (int minute : new int[] {5, 7, 25, 45}) {
            assertThat(odd.holds(Instant.parse("2026-01-15T00:00:00Z").plusSeconds(60L * minute)))
                    .isTrue();
        }
        assertThat(odd.holds(Instant.parse("2026-01-15T00:06:00Z"))).isFalse();
    }

    @Test
    void cronTakesEitherDayWhereBothAreRestricted() {
        CronHours either = new CronHours("0 12 13 * FRI", Duration.ofMinutes(1), UTC);
        assertThat(either.holds(Instant.parse("2026-01-13T12:00:00Z")))
                .as("the 13th")
                .isTrue();
        assertThat(either.holds(Instant.parse("2026-01-16T12:00:00Z")))
                .as("a Friday")
                .isTrue();
        assertThat(either.holds(Instant.parse("2026-01-14T12:00:00Z"))).isFalse();
    }

    @Test
    void cronFiresAtTheChangeOfTheClockAndTwiceWhereATimeOccursTwice() {
        CronHours night = new CronHours("30 2 * * *", Duration.ofMinutes(10), BERLIN);
        spans(night, "2026-03-29T01:00:00Z", "2026-03-29T01:10:00Z");
        assertThat(night.holds(Instant.parse("2026-10-25T00:35:00Z"))).isTrue();
        assertThat(night.holds(Instant.parse("2026-10-25T00:45:00Z"))).isFalse();
        assertThat(night.holds(Instant.parse("2026-10-25T01:35:00Z"))).isTrue();
        CronHours hourly = new CronHours("0 * * * *", Duration.ofHours(1), BERLIN);
        for (int minute = 0; minute < 600; minute++) {
            assertThat(hourly.holds(Instant.parse("2026-10-24T22:00:00Z").plusSeconds(60L * minute)))
                    .as("minute %s", minute)
                    .isTrue();
        }
    }

    @Test
    void cronThatIsNoneIsRefused() {
        for (String bad : List.of(
                "",
                "* * * *",
                "* * * * * *",
                "60 * * * *",
                "* 24 * * *",
                "* * 0 * *",
                "* * * 13 *",
                "* * * * 8",
                "*/0 * * * *",
                "5-2 * * * *",
                "1-2-3 * * * *",
                "1/2/3 * * * *",
                "a * * * *",
                "-1 * * * *",
                "1,,2 * * * *",
                "* * * FOO *",
                "0 0 31 2 *",
                "0 0 30 FEB *",
                "999 * * * *")) {
            assertThatThrownBy(() -> new CronHours(bad, Duration.ofHours(1), UTC))
                    .as(bad)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("cron expression '" + bad + "'")
                    .hasMessageContaining("Maybe ");
        }
        assertThat(new CronHours("0 0 29 2 *", Duration.ofHours(1), UTC).holds(Instant.parse("2028-02-29T00:30:00Z")))
                .isTrue();
        assertThatThrownBy(() -> new CronHours("* * * * *", Duration.ofDays(32), UTC))
                .hasMessageContaining("PT744H");
        assertThatThrownBy(() -> new CronHours("* * * * *", Duration.ZERO, UTC))
                .hasMessageContaining("longer than zero");
    }

    @Test
    void theEndsOfTimeHaveAnAnswer() {
        for (Instant at : List.of(
                Instant.MIN,
                Instant.MAX,
                Instant.parse("-999999999-01-01T00:00:00Z"),
                Instant.parse("+999999999-12-31T23:00:00Z"))) {
            assertThat(berlin(ALL, "22:00", "21:00").holds(at)).isIn(true, false);
            assertThat(new CronHours("* * * * *", Duration.ofDays(31), BERLIN).holds(at))
                    .isIn(true, false);
        }
    }

    @Test
    void aPeriodIsHalfOpen() {
        Instant from = Instant.parse("2026-01-15T07:00:00Z");
        spans(new Period(from, from.plusSeconds(600)), "2026-01-15T07:00:00Z", "2026-01-15T07:10:00Z");
        assertThatThrownBy(() -> new Period(from, from)).hasMessageContaining("must end after it starts");
        assertThatThrownBy(() -> new WeeklyHours(UTC, Set.of(), LocalTime.NOON, LocalTime.MIDNIGHT))
                .hasMessageContaining("at least one");
        assertThat(berlin(Set.of(SATURDAY, SUNDAY), "10:00", "11:00"))
                .isEqualTo(berlin(EnumSet.of(SUNDAY, SATURDAY), "10:00", "11:00"));
    }
}
