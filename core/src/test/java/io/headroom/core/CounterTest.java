package io.headroom.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CounterTest {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    /** The first outputs of SplitMix64 for the seeds 0 and 1234567, as published with the generator. */
    @Test
    void mixIsSplitMix64() {
        assertThat(Counter.mix(0)).isEqualTo(0xE220A8397B1DCDAFL);
        assertThat(Counter.mix(GOLDEN)).isEqualTo(0x6E789E6AA1B965F4L);
        assertThat(Counter.mix(1234567)).isEqualTo(6457827717110365317L);
        assertThat(Counter.mix(1234567 + GOLDEN)).isEqualTo(3203168211198807973L);
    }

    /** Computed independently with Python's integers. */
    @Test
    void hashOfNames() {
        assertThat(Counter.hash("")).isZero();
        assertThat(Counter.hash("A")).isEqualTo(0xD6967248FBE68CC3L);
        assertThat(Counter.hash("A>B/order")).isEqualTo(0xDBD55969A4B1D6F4L);
    }

    @Test
    void hashTellsNamesApart() {
        Set<Long> hashes = new HashSet<>();
        for (int i = 0; i < 20_000; i++) {
            hashes.add(Counter.hash("flow-" + i));
        }
        assertThat(hashes).hasSize(20_000);
    }

    @Test
    void uniformStaysInsideAndFillsTheInterval() {
        int n = 100_000;
        int[] bins = new int[20];
        double sum = 0;
        for (int i = 0; i < n; i++) {
            double u = Counter.uniform(42, i);
            assertThat(u).isGreaterThan(0).isLessThan(1);
            bins[(int) (u * bins.length)]++;
            sum += u;
        }
        // Five standard deviations of the mean of n uniform numbers, and of a bin's count.
        assertThat(sum / n).isCloseTo(0.5, within(5 / Math.sqrt(12.0 * n)));
        double expected = n / (double) bins.length;
        for (int count : bins) {
            assertThat((double) count).isCloseTo(expected, within(5 * Math.sqrt(expected)));
        }
    }
}
