package io.headroom.forecasting;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.core.TimeGrid;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeasonAxisTest {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    /** Numbers at any moment, in any order, are the index plus the whole steps in the zone's offset. */
    @ParameterizedTest
    @CsvSource({
        "America/New_York, PT1H",
        "America/New_York, PT15M",
        "America/New_York, PT1M",
        "America/New_York, PT7M",
        "Asia/Kolkata, PT1H",
        "Asia/Kolkata, PT30M",
        "Australia/Lord_Howe, PT30M",
        "Pacific/Chatham, PT15M",
        "Europe/Dublin, PT1H"
    })
    void numbersAreTheIndexShiftedByTheOffset(String zone, Duration step) {
        TimeGrid grid = TimeGrid.of(step);
        ZoneId id = ZoneId.of(zone);
        SeasonAxis axis = new SeasonAxis(grid, id);
        Random random = new Random(5);
        long from = grid.index(Instant.parse("2012-06-01T00:00:00Z"));
        long steps = Duration.ofDays(800).dividedBy(step);
        for (int i = 0; i < 3000; i++) {
            long index = from + (long) (random.nextDouble() * steps);
            long offset = id.getRules().getOffset(grid.start(index)).getTotalSeconds();
            assertThat(axis.local(index))
                    .as("%s at %s, seed 5", zone, grid.start(index))
                    .isEqualTo(index + Math.floorDiv(offset, step.toSeconds()));
        }
    }

    @Test
    void theDayOfAChangeHasAHoleOrARepeat() {
        TimeGrid grid = TimeGrid.of(Duration.ofHours(1));
        SeasonAxis axis = new SeasonAxis(grid, NEW_YORK);
        long spring = grid.index(Instant.parse("2013-03-10T06:00:00Z"));
        assertThat(axis.local(spring + 1) - axis.local(spring)).isEqualTo(2);
        assertThat(axis.local(spring) - axis.local(spring - 1)).isEqualTo(1);
        long autumn = grid.index(Instant.parse("2013-11-03T05:00:00Z"));
        assertThat(axis.local(autumn + 1)).isEqualTo(axis.local(autumn));
        assertThat(axis.local(autumn + 2)).isEqualTo(axis.local(autumn) + 1);
    }

    @Test
    void noonIsAlwaysTheSameNumberOfTheDay() {
        TimeGrid grid = TimeGrid.of(Duration.ofMinutes(15));
        SeasonAxis axis = new SeasonAxis(grid, NEW_YORK);
        ZonedDateTime noon = ZonedDateTime.of(2013, 1, 1, 12, 0, 0, 0, NEW_YORK);
        for (int day = 0; day < 365; day++) {
            long number = axis.local(grid.index(noon.plusDays(day).toInstant()));
            assertThat(Math.floorMod(number, 96L)).as("day %d", day).isEqualTo(48);
        }
    }

    @Test
    void stepsOfADayAndZonesWithoutChangesAreNumberedLikeTheGrid() {
        SeasonAxis days = new SeasonAxis(TimeGrid.of(Duration.ofDays(1)), NEW_YORK);
        SeasonAxis utc = new SeasonAxis(TimeGrid.of(Duration.ofHours(1)), ZoneOffset.UTC);
        for (long index = 15_000; index < 16_000; index++) {
            assertThat(days.local(index)).isEqualTo(index);
            assertThat(utc.local(24 * index + 7)).isEqualTo(24 * index + 7);
        }
    }

    @Test
    void timesBeforeTheFirstAndAfterTheLastRuleHaveNumbers() {
        TimeGrid grid = TimeGrid.of(Duration.ofHours(1));
        SeasonAxis axis = new SeasonAxis(grid, NEW_YORK);
        long early = grid.index(Instant.parse("1700-01-01T00:00:00Z"));
        assertThat(axis.local(early)).isEqualTo(early - 5);
        long late = grid.index(Instant.parse("2200-01-01T00:00:00Z"));
        assertThat(axis.local(late)).isEqualTo(late - 5);
    }
}
