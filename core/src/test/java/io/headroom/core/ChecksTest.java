package io.headroom.core;

import static io.headroom.core.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ChecksTest {
    @Test
    void messageHasTwoLines() {
        assertThat(Checks.message("rate -3.0", "must be 0 or more", "a counter was reset")
                        .lines())
                .containsExactly("rate -3.0 must be 0 or more.", "Maybe a counter was reset.");
        assertThatCode(() -> Checks.require(true, "a", "b", "c")).doesNotThrowAnyException();
        assertRefused(
                () -> Checks.require(false, "thing 5", "must be 4 or less", "it grew"), "thing 5 must be 4 or less");
    }

    @Test
    void notNegative() {
        assertThat(Checks.notNegative(0, "x")).isZero();
        assertThat(1 / Checks.notNegative(-0.0, "x")).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(Checks.notNegative(Double.MAX_VALUE, "x")).isEqualTo(Double.MAX_VALUE);
        assertRefused(() -> Checks.notNegative(-1, "x"), "x -1.0", "0 or more");
        assertRefused(() -> Checks.notNegative(-Double.MIN_VALUE, "x"), "x -4.9E-324", "0 or more");
        assertRefused(() -> Checks.notNegative(Double.NaN, "x"), "x NaN", "finite");
        assertRefused(() -> Checks.notNegative(Double.POSITIVE_INFINITY, "x"), "x Infinity", "finite");
    }

    @Test
    void finiteAndPositive() {
        assertThat(Checks.finite(-2, "x")).isEqualTo(-2);
        assertRefused(() -> Checks.finite(Double.NaN, "x"), "x NaN", "finite");
        assertRefused(() -> Checks.finite(Double.NEGATIVE_INFINITY, "x"), "x -Infinity", "finite");
        assertThat(Checks.positive(1e-300, "x")).isEqualTo(1e-300);
        assertRefused(() -> Checks.positive(0, "x"), "x 0.0", "above 0");
        assertRefused(() -> Checks.positive(Double.NaN, "x"), "x NaN", "above 0");
        assertRefused(() -> Checks.positive(Double.POSITIVE_INFINITY, "x"), "x Infinity", "finite");
        assertThat(Checks.positive(Duration.ofNanos(1), "x")).isEqualTo(Duration.ofNanos(1));
        assertRefused(() -> Checks.positive(Duration.ZERO, "pause"), "pause PT0S", "longer than zero");
    }

    @Test
    void inRangeHoldsBothEnds() {
        assertThat(Checks.inRange(3, 3, 5, "n")).isEqualTo(3);
        assertThat(Checks.inRange(5, 3, 5, "n")).isEqualTo(5);
        assertRefused(() -> Checks.inRange(2, 3, 5, "n"), "n 2", "[3, 5]");
        assertRefused(() -> Checks.inRange(6, 3, 5, "n"), "n 6", "[3, 5]");
    }

    @Test
    void probabilityGuessesPercent() {
        assertThat(Checks.probability(0.5, "p")).isEqualTo(0.5);
        assertRefused(() -> Checks.probability(0, "p"), "p 0.0", "strictly between 0 and 1");
        assertRefused(() -> Checks.probability(Double.NaN, "p"), "p NaN", "strictly between 0 and 1");
        assertThat(catchThrowable(() -> Checks.probability(95, "level")))
                .hasMessageContaining("Maybe it was given in percent: write 0.95.");
    }
}
