package io.headroom.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Within the lateness the order of arrival does not matter. */
class RateMeterOrderTest {
    private static final Duration LATENESS = Duration.ofMinutes(3);
    private static final Instant END = Records.NOON.plus(Duration.ofHours(1));

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void ordersWithinTheLatenessGiveTheSameSeries(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<TransactionRecord> records = Records.hour(random, 3_000);
        Map<String, Object> expected = metered(records, LATENESS, seed);
        for (int round = 0; round < 5; round++) {
            List<TransactionRecord> other = Records.shuffled(records, LATENESS, random);
            assertThat(other).isNotEqualTo(records);
            assertThat(metered(other, LATENESS, seed))
                    .as("seed %d, round %d", seed, round)
                    .isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void anyOrderGivesTheSameSeriesIfTheLatenessSpansAll(long seed) {
        List<TransactionRecord> records = Records.hour(new SplittableRandom(seed), 2_000);
        Map<String, Object> expected = metered(records, Duration.ofHours(2), seed);
        List<TransactionRecord> other = new ArrayList<>(records);
        Collections.reverse(other);
        assertThat(metered(other, Duration.ofHours(2), seed))
                .as("seed %d, reversed", seed)
                .isEqualTo(expected);
        for (int round = 0; round < 5; round++) {
            Collections.shuffle(other, new Random(seed + round));
            assertThat(metered(other, Duration.ofHours(2), seed))
                    .as("seed %d, round %d", seed, round)
                    .isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23})
    void repeatedRecordsWithIdsCountOnce(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<TransactionRecord> records = new ArrayList<>();
        for (TransactionRecord r : Records.hour(random, 1_000)) {
            records.add(r.withId("id-" + records.size()));
        }
        Map<String, Object> expected = metered(records, LATENESS, seed);
        List<TransactionRecord> twice = new ArrayList<>(records);
        twice.addAll(records);
        RateMeter meter = meter(LATENESS);
        Records.shuffled(twice, LATENESS, random).forEach(meter::record);
        meter.covered(END, END.plus(LATENESS));
        assertThat(series(meter)).as("seed %d", seed).isEqualTo(expected);
        assertThat(meter.stats().counted()).isEqualTo(1_000);
        assertThat(meter.stats().duplicates()).isEqualTo(1_000);
    }

    private static RateMeter meter(Duration lateness) {
        return RateMeter.builder(Records.MINUTES).lateness(lateness).build();
    }

    private static Map<String, Object> metered(List<TransactionRecord> records, Duration lateness, long seed) {
        RateMeter meter = meter(lateness);
        for (TransactionRecord r : records) {
            assertThat(meter.record(r)).as("seed %d, %s", seed, r).isEqualTo(RecordVerdict.COUNTED);
        }
        meter.covered(END, END.plus(lateness));
        return series(meter);
    }

    private static Map<String, Object> series(RateMeter meter) {
        Map<String, Object> all = new TreeMap<>();
        for (Flow flow : meter.flows()) {
            all.put(flow.key(), meter.transactions(flow));
            all.put(flow.key() + "#bytes", meter.bytes(flow));
            assertThat(meter.transactions(flow).observed()).isGreaterThan(20);
        }
        return all;
    }
}
