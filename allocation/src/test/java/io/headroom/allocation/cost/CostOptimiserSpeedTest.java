package io.headroom.allocation.cost;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Twenty regions with fifty offers each take less than 100 ms; the test leaves room for a busy machine. */
class CostOptimiserSpeedTest {
    private static final long BAR_NANOS = 100_000_000;
    private static final int SLACK = 5;

    @Test
    void twentyRegionsOfFiftyOffers() {
        CostOptimiser optimiser = new CostOptimiser();
        List<CostRequest> requests = LongStream.range(0, 12)
                .mapToObj(seed -> new RandomOffers(seed).regions(20, 50))
                .toList();
        long best = Long.MAX_VALUE;
        long worst = 0;
        int proved = 0;
        for (CostRequest request : requests) {
            long start = System.nanoTime();
            CostPlan plan = optimiser.plan(request);
            long nanos = System.nanoTime() - start;
            best = Math.min(best, nanos);
            worst = Math.max(worst, nanos);
            assertThat(plan.shortfalls()).isEmpty();
            for (LocationMix mix : plan.mixes()) {
                proved += mix.isOptimal() ? 1 : 0;
                assertThat(mix.lowerBound()).isGreaterThan(0.99 * mix.cost());
            }
        }
        System.out.printf("20 x 50: %.1f to %.1f ms, %d of 240 proved%n", best / 1e6, worst / 1e6, proved);
        assertThat(best).as("nanoseconds, warm").isLessThan(SLACK * BAR_NANOS);
        assertThat(proved).isGreaterThan(240 * 3 / 4);
    }
}
