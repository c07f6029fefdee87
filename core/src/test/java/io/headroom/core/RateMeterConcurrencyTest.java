package io.headroom.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class RateMeterConcurrencyTest {
    private static final int RECORDS = 100_000;

    @Test
    void twoThreadsLoseNothingWhileAThirdReads() throws Exception {
        RateMeter meter =
                RateMeter.builder(Records.MINUTES).lateness(Duration.ofHours(2)).build();
        CyclicBarrier start = new CyclicBarrier(3);
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            List<Future<Integer>> results = new ArrayList<>();
            for (int seed : new int[] {1, 2}) {
                List<TransactionRecord> records = Records.hour(new SplittableRandom(seed), RECORDS);
                results.add(threads.submit(() -> {
                    start.await();
                    return (int) records.stream()
                            .filter(r -> meter.record(r) == RecordVerdict.COUNTED)
                            .count();
                }));
            }
            Future<Integer> reader = threads.submit(() -> {
                start.await();
                int rounds = 0;
                while (meter.stats().counted() + meter.stats().duplicates() < 2 * RECORDS && rounds < 1_000_000) {
                    meter.flows().forEach(meter::transactions);
                    rounds++;
                }
                return rounds;
            });
            int counted = results.get(0).get() + results.get(1).get();
            assertThat(reader.get()).isBetween(1, 999_999);
            // Both threads use the same ids: every third record of one of them is a duplicate.
            int ids = (RECORDS + 2) / 3;
            assertThat(counted).isEqualTo(2 * RECORDS - ids);
            assertThat(meter.stats()).isEqualTo(new RateMeterStats(counted, ids, 0, 0, 0, 0));
        } finally {
            threads.shutdownNow();
        }
        meter.covered(Records.NOON, Records.NOON.plusSeconds(3 * 3600));
        double total = meter.flows().stream()
                .flatMapToDouble(f -> Arrays.stream(meter.transactions(f).toArray()))
                .sum();
        assertThat(Math.round(total * 60)).isEqualTo(meter.stats().counted());
    }
}
