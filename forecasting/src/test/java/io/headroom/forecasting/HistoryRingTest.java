package io.headroom.forecasting;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.core.RateSeries;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class HistoryRingTest {
    /** The same as a map that forgets what is too old. */
    @Test
    void anyOrderOfStepsGivesTheSameAsAMap() {
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            int capacity = 1 + random.nextInt(300);
            HistoryRing ring = new HistoryRing(capacity);
            TreeMap<Long, Double> map = new TreeMap<>();
            long centre = random.nextInt(2000) - 1000L;
            for (int i = 0; i < 400; i++) {
                centre += random.nextInt(50) == 0 ? random.nextInt(500) : random.nextInt(2);
                long index = centre - random.nextInt(20);
                boolean isNew = !map.containsKey(index) && (map.isEmpty() || index >= map.lastKey() + 1 - capacity);
                double value = random.nextDouble();
                if (isNew) {
                    map.put(index, value);
                    long oldest = map.lastKey() + 1 - capacity;
                    map.headMap(oldest).clear();
                }
                assertThat(ring.put(index, value))
                        .as("seed %d, step %d", seed, i)
                        .isEqualTo(isNew);
            }
            assertThat(ring.end()).isEqualTo(map.lastKey() + 1);
            assertThat(ring.end() - ring.first()).isLessThanOrEqualTo(capacity);
            for (long index = ring.first() - 3; index < ring.end() + 3; index++) {
                assertThat(ring.get(index)).as("seed %d", seed).isEqualTo(map.getOrDefault(index, Double.NaN));
            }
        }
    }

    @Test
    void roomIsMadeBeforeAndAfter() {
        HistoryRing ring = new HistoryRing(1000);
        ring.cover(500, 500);
        assertThat(ring.before(Rates.HOURS, ring.end()).length()).isZero();
        assertThat(ring.before(Rates.HOURS, ring.end()).firstIndex()).isEqualTo(500);
        ring.cover(100, 110);
        assertThat(ring.first()).isEqualTo(100);
        ring.put(105, 5);
        ring.put(300, 9);
        ring.put(20, 1);
        assertThat(ring.first()).isEqualTo(20);
        assertThat(ring.end()).isEqualTo(301);
        RateSeries all = ring.before(Rates.HOURS, 1000);
        assertThat(all.observed()).isEqualTo(3);
        assertThat(all.rate(85)).isEqualTo(5);
        assertThat(ring.before(Rates.HOURS, 105).observed()).isEqualTo(1);
        assertThat(ring.before(Rates.HOURS, 5).length()).isZero();
        assertThat(ring.before(Rates.HOURS, 5).firstIndex()).isEqualTo(5);
    }

    @Test
    void aJumpForgetsEverythingAtOnce() {
        HistoryRing ring = new HistoryRing(100);
        ring.put(7, 1);
        long start = System.nanoTime();
        ring.put(4_000_000_000_000L, 2);
        assertThat(System.nanoTime() - start).isLessThan(1_000_000_000);
        assertThat(ring.end() - ring.first()).isEqualTo(100);
        assertThat(ring.get(7)).isNaN();
        assertThat(ring.put(7, 1)).isFalse();
        assertThat(ring.before(Rates.HOURS, ring.end()).observed()).isEqualTo(1);
    }
}
