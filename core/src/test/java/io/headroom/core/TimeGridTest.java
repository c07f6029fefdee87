package io.headroom.core;

import static io.headroom.core.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TimeGridTest {
    private static final TimeGrid HOURS = TimeGrid.of(Duration.ofHours(1));

    @Test
    void stepsAreHalfOpen() {
        Instant start = HOURS.start(10);
        assertThat(start).isEqualTo(Instant.parse("1970-01-01T10:00:00Z"));
        assertThat(HOURS.index(start)).isEqualTo(10);
        assertThat(HOURS.index(start.minusMillis(1))).isEqualTo(9);
        assertThat(HOURS.index(start.minusNanos(1))).isEqualTo(9);
        assertThat(HOURS.index(start.plusSeconds(3600).minusNanos(1))).isEqualTo(10);
        assertThat(HOURS.index(start.plusSeconds(3600))).isEqualTo(11);
    }

    @Test
    void indicesAreNegativeBeforeTheOrigin() {
        TimeGrid grid = new TimeGrid(Instant.parse("2024-03-01T00:30:00Z"), Duration.ofMinutes(5));
        assertThat(grid.index(grid.origin())).isZero();
        assertThat(grid.index(grid.origin().minusMillis(1))).isEqualTo(-1);
        assertThat(grid.index(grid.origin().minusNanos(1))).isEqualTo(-1);
        assertThat(grid.index(grid.origin().minusSeconds(300))).isEqualTo(-1);
        assertThat(grid.index(grid.origin().minusSeconds(301))).isEqualTo(-2);
        assertThat(grid.start(-12)).isEqualTo("2024-02-29T23:30:00Z");
    }

    @Test
    void indexAndStartInvertEachOther() {
        long seed = 77;
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 5_000; i++) {
            TimeGrid grid = new TimeGrid(
                    Instant.ofEpochMilli(random.nextLong(-4_000_000_000_000L, 4_000_000_000_000L)),
                    Duration.ofMillis(random.nextLong(1, 100_000_000)));
            Instant t = Instant.ofEpochMilli(random.nextLong(-4_000_000_000_000L, 4_000_000_000_000L))
                    .plusNanos(random.nextInt(1_000_000));
            long index = grid.index(t);
            assertThat(grid.start(index)).as("seed %d, round %d", seed, i).isBeforeOrEqualTo(t);
            assertThat(grid.start(index + 1)).as("seed %d, round %d", seed, i).isAfter(t);
            assertThat(grid.index(grid.start(index)))
                    .as("seed %d, round %d", seed, i)
                    .isEqualTo(index);
        }
    }

    @Test
    void daylightSavingAndLeapDaysDoNotBendIt() {
        ZoneId zone = ZoneId.of("America/New_York");
        assertThat(hoursOf(LocalDate.of(2024, 3, 10), zone)).isEqualTo(23);
        assertThat(hoursOf(LocalDate.of(2024, 11, 3), zone)).isEqualTo(25);
        assertThat(hoursOf(LocalDate.of(2024, 2, 29), zone)).isEqualTo(24);
        TimeGrid days = TimeGrid.of(Duration.ofDays(1));
        assertThat(days.index(Instant.parse("2024-03-01T00:00:00Z"))
                        - days.index(Instant.parse("2024-02-28T00:00:00Z")))
                .isEqualTo(2);
    }

    private static long hoursOf(LocalDate day, ZoneId zone) {
        return HOURS.index(day.plusDays(1).atStartOfDay(zone).toInstant())
                - HOURS.index(day.atStartOfDay(zone).toInstant());
    }

    @Test
    void stepSeconds() {
        assertThat(HOURS.stepSeconds()).isEqualTo(3600);
        assertThat(TimeGrid.of(Duration.ofMillis(250)).stepSeconds()).isEqualTo(0.25);
    }

    @Test
    void stepsInRoundsUp() {
        TimeGrid grid = TimeGrid.of(Duration.ofMinutes(5));
        assertThat(grid.stepsIn(Duration.ZERO)).isZero();
        assertThat(grid.stepsIn(Duration.ofNanos(1))).isEqualTo(1);
        assertThat(grid.stepsIn(Duration.ofMillis(1))).isEqualTo(1);
        assertThat(grid.stepsIn(Duration.ofMinutes(5))).isEqualTo(1);
        assertThat(grid.stepsIn(Duration.ofMinutes(5).plusNanos(1))).isEqualTo(2);
        assertThat(grid.stepsIn(Duration.ofDays(7))).isEqualTo(2016);
    }

    @Test
    void refusals() {
        assertRefused(() -> TimeGrid.of(Duration.ZERO), "step PT0S", "longer than zero");
        assertRefused(() -> TimeGrid.of(Duration.ofSeconds(-5)), "step PT-5S", "longer than zero");
        assertRefused(() -> TimeGrid.of(Duration.ofNanos(1)), "PT0.000000001S", "whole milliseconds");
        assertRefused(
                () -> new TimeGrid(Instant.parse("2024-01-01T00:00:00.000001Z"), Duration.ofHours(1)),
                "2024-01-01T00:00:00.000001Z",
                "whole milliseconds");
        assertRefused(() -> HOURS.stepsIn(Duration.ofHours(-1)), "duration PT-1H", "0 or more");
        assertRefused(
                () -> TimeGrid.of(Duration.ofMillis(1)).stepsIn(Duration.ofDays(30)), "duration PT720H", "2147483647");
        assertRefused(
                () -> HOURS.stepsIn(Duration.ofSeconds(Long.MAX_VALUE)),
                "duration PT2562047788015215H30M7S",
                "2147483647");
    }
}
