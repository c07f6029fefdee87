package io.headroom.core;

import static io.headroom.core.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RateSeriesTest {
    private static final TimeGrid GRID = TimeGrid.of(Duration.ofMinutes(1));

    @Test
    void readsWhatWasGiven() {
        RateSeries s = RateSeries.of(GRID, -1, 1.5, Double.NaN, 0, 4);
        assertThat(s.grid()).isEqualTo(GRID);
        assertThat(s.length()).isEqualTo(4);
        assertThat(s.firstIndex()).isEqualTo(-1);
        assertThat(s.endIndex()).isEqualTo(3);
        assertThat(s.rate(0)).isEqualTo(1.5);
        assertThat(s.isMissing(1)).isTrue();
        assertThat(s.isMissing(2)).isFalse();
        assertThat(s.observed()).isEqualTo(3);
        assertThat(s.start(0)).isEqualTo(Instant.parse("1969-12-31T23:59:00Z"));
        assertThat(s.toArray()).containsExactly(1.5, Double.NaN, 0, 4);
        assertThat(s).hasToString("RateSeries[4 steps of PT1M from 1969-12-31T23:59:00Z]");
    }

    @Test
    void arraysNeverEscape() {
        double[] given = {1, 2, 3};
        RateSeries s = RateSeries.of(GRID, 0, given);
        given[0] = 99;
        s.toArray()[1] = 99;
        assertThat(s.toArray()).containsExactly(1, 2, 3);
    }

    @Test
    void negativeZeroBecomesZero() {
        assertThat(RateSeries.of(GRID, 0, -0.0)).isEqualTo(RateSeries.of(GRID, 0, 0.0));
    }

    @Test
    void sliceKeepsItsPlaceInTime() {
        RateSeries s = RateSeries.of(GRID, 10, 1, 2, Double.NaN, 4);
        assertThat(s.slice(1, 3)).isEqualTo(RateSeries.of(GRID, 11, 2, Double.NaN));
        assertThat(s.slice(0, 4)).isEqualTo(s);
        assertThat(s.slice(4, 4).length()).isZero();
        assertThat(s.slice(4, 4).firstIndex()).isEqualTo(14);
        assertThatThrownBy(() -> s.slice(3, 2)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> s.slice(0, 5)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void positionsOutsideAreRefused() {
        RateSeries s = RateSeries.of(GRID, 10, 1, 2);
        assertThatThrownBy(() -> s.rate(2)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> s.rate(-1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> s.isMissing(2)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void equalityCountsGridPlaceAndGaps() {
        RateSeries s = RateSeries.of(GRID, 0, 1, Double.NaN);
        assertThat(RateSeries.of(GRID, 0, 1, Double.NaN)).isEqualTo(s).hasSameHashCodeAs(s);
        assertThat(RateSeries.of(GRID, 1, 1, Double.NaN)).isNotEqualTo(s);
        assertThat(RateSeries.of(GRID, 0, 1, 0)).isNotEqualTo(s);
        assertThat(RateSeries.of(TimeGrid.of(Duration.ofHours(1)), 0, 1, Double.NaN))
                .isNotEqualTo(s);
    }

    @Test
    void refusals() {
        assertRefused(() -> RateSeries.of(GRID, 0, 1, -3), "rate of step 1 -3.0", "finite number of 0 or more");
        assertRefused(() -> RateSeries.of(GRID, 0, Double.POSITIVE_INFINITY), "rate of step 0 Infinity", "finite");
    }
}
