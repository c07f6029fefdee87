package io.headroom.examples.flights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.headroom.core.Flow;
import io.headroom.core.Region;
import io.headroom.core.TransactionRecord;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The bundled records are the flights of 2013 that departed, no more and no less. */
class FlightRecordsTest {
    private static List<TransactionRecord> records = List.of();

    @BeforeAll
    static void readAll() {
        records = FlightRecords.bundled().stream().toList();
    }

    @Test
    void holdsEveryFlightThatDeparted() {
        // 336,776 rows in the source less 8,255 cancelled flights.
        assertThat(records).hasSize(336_776 - 8_255);
        assertThat(counts(TransactionRecord::sourceRegion))
                .containsOnly(
                        entry(Region.of("EWR"), 117_596L),
                        entry(Region.of("JFK"), 109_416L),
                        entry(Region.of("LGA"), 101_509L));
        assertThat(counts(TransactionRecord::destinationRegion)).hasSize(104);
        assertThat(counts(TransactionRecord::transactionType)).hasSize(16);
        assertThat(counts(TransactionRecord::flow)).hasSize(438).containsEntry(Flow.of("LGA", "ORD", "AA"), 5_515L);
    }

    @Test
    void startsAndEndsWithTheYear() {
        TransactionRecord first = records.get(0);
        assertThat(first.flow()).isEqualTo(Flow.of("EWR", "IAH", "UA"));
        // Scheduled at 05:15 in New York, two minutes late.
        assertThat(first.timestamp()).isEqualTo("2013-01-01T10:17:00Z");
        assertThat(records.get(records.size() - 1).timestamp()).isEqualTo("2014-01-01T05:26:00Z");
        assertThat(records)
                .filteredOn(record -> !record.timestamp().isBefore(FlightRecords.YEAR_END))
                .hasSize(3);
    }

    @Test
    void isSortedAndNumberedWithoutVolume() {
        Instant before = FlightRecords.START;
        List<String> wrong = new ArrayList<>();
        for (int i = 0; i < records.size(); i++) {
            TransactionRecord record = records.get(i);
            boolean numbered = record.id().orElse("").equals(Integer.toString(i + 1));
            if (!numbered
                    || record.timestamp().isBefore(before)
                    || record.volumeBytes().isPresent()) {
                wrong.add("row " + (i + 1) + ": " + record);
            }
            before = record.timestamp();
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void showsTheStormOfFebruary() {
        SortedMap<LocalDate, Long> days = counts(record -> local(record).toLocalDate());
        assertThat(days)
                .containsEntry(LocalDate.of(2013, Month.FEBRUARY, 7), 926L)
                .containsEntry(LocalDate.of(2013, Month.FEBRUARY, 8), 461L)
                .containsEntry(LocalDate.of(2013, Month.FEBRUARY, 9), 291L)
                .containsEntry(LocalDate.of(2013, Month.FEBRUARY, 10), 803L);
        assertThat(Collections.min(
                        days.headMap(LocalDate.of(2014, Month.JANUARY, 1)).values()))
                .as("the least of the year is 9 February")
                .isEqualTo(291L);
    }

    @Test
    void keepsTheLocalPatternOverClockChanges() {
        assertThat(hours(LocalDate.of(2013, Month.MARCH, 3)))
                .containsExactly(
                        1, 0, 0, 0, 0, 14, 47, 48, 67, 64, 36, 48, 42, 54, 53, 64, 68, 66, 57, 71, 57, 33, 16, 5);
        // The hour from 02:00 is skipped: 23 hours, and the morning comes an hour sooner after midnight.
        assertThat(hours(LocalDate.of(2013, Month.MARCH, 10)))
                .containsExactly(1, 0, 0, 1, 8, 43, 50, 73, 49, 45, 47, 44, 48, 53, 69, 69, 59, 66, 64, 60, 27, 17, 7);
        // The hour from 01:00 comes twice: 25 hours, and the morning comes an hour later after midnight.
        assertThat(hours(LocalDate.of(2013, Month.NOVEMBER, 3)))
                .containsExactly(
                        0, 0, 0, 0, 0, 0, 13, 39, 56, 73, 53, 45, 42, 49, 51, 67, 66, 65, 56, 70, 61, 58, 24, 8, 3);
    }

    @Test
    void readsAnewEachTimeAndMayStopAnywhere() {
        FlightRecords flights = FlightRecords.bundled();
        Iterator<TransactionRecord> abandoned = flights.iterator();
        assertThat(abandoned.next()).isEqualTo(records.get(0));
        assertThat(abandoned.next()).isEqualTo(records.get(1));
        assertThat(flights.stream().skip(100_000).findFirst()).contains(records.get(100_000));
        Iterator<TransactionRecord> again = flights.iterator();
        assertThat(records).allMatch(record -> record.equals(again.next()));
        assertThat(again).isExhausted();
    }

    private static <K> SortedMap<K, Long> counts(Function<TransactionRecord, K> key) {
        return records.stream().collect(Collectors.groupingBy(key, TreeMap::new, Collectors.counting()));
    }

    private static ZonedDateTime local(TransactionRecord record) {
        return record.timestamp().atZone(FlightRecords.NEW_YORK);
    }

    /** Departures in each elapsed hour from a day's midnight to the next one's. */
    private static List<Integer> hours(LocalDate day) {
        Instant start = day.atStartOfDay(FlightRecords.NEW_YORK).toInstant();
        Instant end = day.plusDays(1).atStartOfDay(FlightRecords.NEW_YORK).toInstant();
        Integer[] hours =
                new Integer[Math.toIntExact(Duration.between(start, end).toHours())];
        for (int i = 0; i < hours.length; i++) {
            hours[i] = 0;
        }
        for (TransactionRecord record : records) {
            Instant at = record.timestamp();
            if (!at.isBefore(start) && at.isBefore(end)) {
                hours[Math.toIntExact(Duration.between(start, at).toHours())]++;
            }
        }
        return List.of(hours);
    }
}
