package io.headroom.examples.flights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The calendar agrees with the law's rules for the holidays, and knows nothing that nobody knew. */
class FlightCalendarTest {
    private static final int YEAR = 2013;

    @Test
    void holidaysFollowTheLaw() {
        assertThat(FlightCalendar.holidays())
                .extracting(
                        event -> event.start().atZone(FlightRecords.NEW_YORK).toLocalDate())
                .containsExactly(
                        LocalDate.of(YEAR, Month.JANUARY, 1),
                        nth(3, DayOfWeek.MONDAY, Month.JANUARY),
                        nth(3, DayOfWeek.MONDAY, Month.FEBRUARY),
                        nth(-1, DayOfWeek.MONDAY, Month.MAY),
                        LocalDate.of(YEAR, Month.JULY, 4),
                        nth(1, DayOfWeek.MONDAY, Month.SEPTEMBER),
                        nth(2, DayOfWeek.MONDAY, Month.OCTOBER),
                        LocalDate.of(YEAR, Month.NOVEMBER, 11),
                        nth(4, DayOfWeek.THURSDAY, Month.NOVEMBER),
                        LocalDate.of(YEAR, Month.DECEMBER, 25));
    }

    @Test
    void holidaysLastOneDayInNewYork() {
        assertThat(FlightCalendar.holidays()).allSatisfy(event -> {
            assertThat(Duration.between(event.start(), event.end())).isEqualTo(Duration.ofDays(1));
            assertThat(event.start().atZone(FlightRecords.NEW_YORK).getHour()).isZero();
        });
        FlightEvent independenceDay = FlightCalendar.holidays().get(4);
        assertThat(independenceDay.start()).isEqualTo("2013-07-04T04:00:00Z");
        FlightEvent christmas = FlightCalendar.holidays().get(9);
        assertThat(christmas.start()).isEqualTo("2013-12-25T05:00:00Z");
    }

    @Test
    void travelWindowsAreHalfOpen() {
        FlightEvent thanksgiving = FlightCalendar.travelWindows().get(0);
        assertThat(thanksgiving.contains(Instant.parse("2013-11-27T04:59:59Z"))).isFalse();
        assertThat(thanksgiving.contains(Instant.parse("2013-11-27T05:00:00Z"))).isTrue();
        assertThat(thanksgiving.contains(Instant.parse("2013-12-02T04:59:59Z"))).isTrue();
        assertThat(thanksgiving.contains(Instant.parse("2013-12-02T05:00:00Z"))).isFalse();
        FlightEvent christmas = FlightCalendar.travelWindows().get(1);
        assertThat(christmas.end()).isEqualTo(FlightRecords.YEAR_END.plus(Duration.ofDays(1)));
    }

    @Test
    void allIsOrderedAndKnowsNoWeather() {
        List<FlightEvent> all = FlightCalendar.all();
        assertThat(all).hasSize(12).isSortedAccordingTo((a, b) -> a.start().compareTo(b.start()));
        Instant storm = Instant.parse("2013-02-08T18:00:00Z");
        assertThat(all).noneMatch(event -> event.contains(storm) || event.contains(storm.plus(Duration.ofDays(1))));
    }

    @Test
    void refusesAnEventThatEndsBeforeItStarts() {
        Instant noon = Instant.parse("2013-07-04T12:00:00Z");
        assertThatThrownBy(() -> new FlightEvent("parade", noon, noon))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("parade", noon.toString(), "must end after it starts", "Maybe ");
    }

    private static LocalDate nth(int ordinal, DayOfWeek day, Month month) {
        return LocalDate.of(YEAR, month, 1).with(TemporalAdjusters.dayOfWeekInMonth(ordinal, day));
    }
}
