package io.headroom.allocation.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The optimiser against every mix, on small requests of all kinds. */
class BruteForceTest {
    private static final int CASES = 1_500;

    @Test
    void noMixCostsLess() {
        int shorts = 0;
        int holding = 0;
        int mixed = 0;
        Set<Shortfall.Cause> causes = EnumSet.noneOf(Shortfall.Cause.class);
        for (long seed = 0; seed < CASES; seed++) {
            CostRequest request = new RandomOffers(seed).small();
            BruteForce expected = new BruteForce(request);
            CostPlan plan = new CostOptimiser().plan(request);
            LocationMix mix = plan.mixes().get(0);
            String replay = "seed " + seed + " " + request + " " + plan;
            assertThat(mix.cost()).as(replay).isCloseTo(expected.cost(), within(1e-9 * (1 + expected.cost())));
            assertThat(expected.isCoveredBy(mix)).as(replay).isTrue();
            assertThat(mix.isOptimal()).as(replay).isTrue();
            assertThat(plan.shortfalls().isEmpty()).as(replay).isNotEqualTo(expected.isShort());
            plan.shortfalls().forEach(s -> causes.add(s.cause()));
            shorts += expected.isShort() ? 1 : 0;
            holding += mix.units().stream().anyMatch(u -> u.kept() > 0) ? 1 : 0;
            mixed += mix.units().stream().filter(u -> u.added() > 0).count() > 1 ? 1 : 0;
        }
        assertThat(causes).containsExactlyInAnyOrder(Shortfall.Cause.values());
        assertThat(shorts).as("requests with too few units").isBetween(CASES / 10, CASES * 9 / 10);
        assertThat(holding).as("mixes that keep units").isGreaterThan(CASES / 20);
        assertThat(mixed).as("mixes of several offers").isGreaterThan(CASES / 10);
    }
}
