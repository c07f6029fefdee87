package io.headroom.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.allocation.rules.Retention;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The largest need of a long window, out of few amounts. */
class LargestNeedsTest {
    private static final Instant START = Fixtures.NOON;

    /** What a list of all moments says of a window, and of one that is longer by a part. */
    private static double largest(List<Moment> all, Duration window, Instant now) {
        return all.stream()
                .filter(m -> DecisionEngine.within(window, m.at(), now))
                .mapToDouble(Moment::amount)
                .max()
                .orElse(0);
    }

    @Test
    void itLiesBetweenTheLargestOfTheWindowAndOfAPartMore() {
        for (long seed = 0; seed < 200; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Duration window = Duration.ofSeconds(random.nextInt(1, 100_000));
            Duration longer = window.plusSeconds(Math.max(1, window.toSeconds() / Retention.BUCKETS) + 1);
            List<Moment> all = new ArrayList<>();
            List<Moment> few = List.of();
            Instant now = START;
            for (int i = 0; i < 600; i++) {
                now = now.plusSeconds(random.nextInt(1, 2 + (int) (window.toSeconds() / 50)));
                Moment next = new Moment(now, random.nextInt(3) == 0 ? random.nextInt(100) : 100 - i / 6.0);
                all.add(next);
                few = LargestNeeds.with(few, next, window);
                assertThat(few).hasSizeLessThanOrEqualTo(Retention.BUCKETS + 2);
                assertThat(LargestNeeds.of(few, window, now))
                        .as("seed %s, step %s", seed, i)
                        .isBetween(largest(all, window, now), largest(all, longer, now));
            }
        }
    }

    @Test
    void aMonthOfMinutesIsAFewAmounts() {
        Duration month = Duration.ofDays(30);
        List<Moment> few = List.of();
        for (int minute = 0; minute < 43_200; minute++) {
            few = LargestNeeds.with(few, new Moment(START.plus(Duration.ofMinutes(minute)), 100_000.0 - minute), month);
        }
        assertThat(few).hasSizeLessThanOrEqualTo(Retention.BUCKETS + 1);
        assertThat(LargestNeeds.of(few, month, START.plus(Duration.ofMinutes(43_199))))
                .isEqualTo(100_000);
    }

    @Test
    void anEndlessWindowForgetsNothingAndKeepsOneAmount() {
        Duration ever = Duration.ofSeconds(Long.MAX_VALUE);
        List<Moment> few = List.of();
        for (int day = 0; day < 1_000; day++) {
            few = LargestNeeds.with(few, new Moment(START.plus(Duration.ofDays(day)), 1_000.0 - day), ever);
        }
        assertThat(few).hasSize(1);
        assertThat(LargestNeeds.of(few, ever, START.plus(Duration.ofDays(1_000))))
                .isEqualTo(1_000);
    }

    @Test
    void aClockThatWasSetBackLeavesNoFutureBehind() {
        Duration window = Duration.ofHours(1);
        List<Moment> few = LargestNeeds.with(List.of(), new Moment(START.plus(Duration.ofDays(1)), 9), window);
        few = LargestNeeds.with(few, new Moment(START, 3), window);
        assertThat(few).containsExactly(new Moment(START, 3));
    }

    @Test
    void noWindowRemembersNothing() {
        assertThat(LargestNeeds.with(List.of(new Moment(START, 1)), new Moment(START, 2), Duration.ZERO))
                .isEmpty();
    }
}
