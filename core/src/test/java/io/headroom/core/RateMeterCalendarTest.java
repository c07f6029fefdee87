package io.headroom.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A record every ten minutes of local time gives a flat hourly series, whatever the calendar does. */
class RateMeterCalendarTest {
    @ParameterizedTest
    @CsvSource({
        "2024-03-09, America/New_York, 71",
        "2024-11-02, America/New_York, 73",
        "2024-03-30, Europe/Berlin, 71",
        "2024-10-26, Europe/Berlin, 73",
        "2024-04-06, Australia/Lord_Howe, 73",
        "2024-02-28, UTC, 72",
        "2023-02-27, UTC, 72",
        "2023-12-30, UTC, 72"
    })
    void threeDaysAreRegular(LocalDate firstDay, ZoneId zone, int hours) {
        RateMeter meter = RateMeter.builder(TimeGrid.of(Duration.ofHours(1))).build();
        ZonedDateTime end = firstDay.plusDays(3).atStartOfDay(zone);
        int records = 0;
        for (ZonedDateTime t = firstDay.atStartOfDay(zone); t.isBefore(end); t = t.plusMinutes(10)) {
            assertThat(meter.record(Records.record("a>b/x", t.toInstant()))).isEqualTo(RecordVerdict.COUNTED);
            records++;
        }
        meter.covered(end.toInstant(), end.plusHours(1).toInstant());
        double[] rates = meter.transactions(Flow.parse("a>b/x")).toArray();
        assertThat(rates.length).isBetween(hours, hours + 2);
        // The clock changes by half an hour on Lord Howe Island: the first and last hour of the grid may be cut.
        double[] inner = Arrays.copyOfRange(rates, 1, hours - 1);
        assertThat(inner).containsOnly(6 / 3600.0);
        assertThat(Math.round(Arrays.stream(rates).sum() * 3600)).isEqualTo(records);
    }
}
