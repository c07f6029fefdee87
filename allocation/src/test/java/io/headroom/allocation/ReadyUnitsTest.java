package io.headroom.allocation;

import static io.headroom.allocation.Fixtures.EU;
import static io.headroom.allocation.Fixtures.FRESH;
import static io.headroom.allocation.Fixtures.NOON;
import static io.headroom.allocation.Fixtures.group;
import static io.headroom.allocation.Fixtures.targets;
import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.allocation.rules.ReadyStock;
import io.headroom.core.NodeGroup;
import io.headroom.core.Resource;
import io.headroom.core.Resources;
import io.headroom.core.Stock;
import io.headroom.spi.FleetObservation;
import io.headroom.spi.GroupTarget;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which units of a ready stock wait. */
class ReadyUnitsTest {
    private static final NodeGroup ONES = group("ones", EU, Resources.compute(1));
    private static final NodeGroup MORE = group("ones-more", EU, Resources.compute(1));
    private static final ReadyStock STOCK = ReadyStock.covering(0.99);

    private ChangeHistory history = ChangeHistory.NONE;
    private Map<NodeGroup, Integer> quotas = Map.of();

    private Decision decide(ResourcePolicyBuilder rules, Map<NodeGroup, Stock> stocks, Need need, Freshness freshness) {
        AllocationPolicy policy = Fixtures.policy(rules, ONES, MORE);
        Situation situation = new Situation(
                NOON,
                freshness,
                new FleetObservation(NOON, stocks, quotas),
                Map.of(EU, Map.of(Resource.COMPUTE, need)));
        Decision decision = new DecisionEngine(policy).decide(situation, history, List.of(EU));
        assertThat(DecisionInvariants.violated(policy, situation, history, decision))
                .isEmpty();
        return decision;
    }

    private Map<String, String> decide(ResourcePolicyBuilder rules, Stock stock, Need need) {
        return targets(decide(rules, Map.of(ONES, stock), need, FRESH));
    }

    private static ResourcePolicyBuilder ready(ReadyStock stock) {
        return ResourcePolicy.builder().readyStock(stock);
    }

    private static Stock stock(int allocated, int warm) {
        return new Stock(allocated, 0, warm, 0);
    }

    @Test
    void whatTheAllocationLeavesOfTheSurgeWaits() {
        assertThat(decide(ready(STOCK), stock(10, 0), Need.of(10, 0, 0).withSurge(14.2)))
                .containsEntry("ones", "10+5");
        assertThat(decide(ready(STOCK), stock(10, 9), Need.of(10, 0, 0).withSurge(14.2)))
                .containsEntry("ones", "10+5");
        assertThat(decide(ready(STOCK), stock(10, 4), Need.of(10, 0, 0).withSurge(8)))
                .containsEntry("ones", "10+0");
    }

    @Test
    void theConstantAmountIsTheLeastAndMaximaAreTheMost() {
        Need need = Need.of(10, 0, 0).withSurge(30);
        assertThat(decide(ready(STOCK).warm(3), stock(10, 0), Need.of(10, 0, 0).withSurge(8)))
                .containsEntry("ones", "10+3");
        assertThat(decide(ready(STOCK.withLimits(6, Double.POSITIVE_INFINITY)), stock(10, 0), need))
                .containsEntry("ones", "10+6");
        assertThat(decide(ready(STOCK.withLimits(Double.POSITIVE_INFINITY, 12)), stock(10, 5), need))
                .containsEntry("ones", "10+2");
        assertThat(decide(ready(STOCK).maximum(15), stock(10, 0), need))
                .as("what waits beyond the pool's maximum could not be handed out")
                .containsEntry("ones", "10+5");
    }

    @Test
    void growthIsHandedOutAndShrinkingReturnsUnits() {
        assertThat(decide(ready(STOCK), stock(10, 5), Need.of(13, 0, 0).withSurge(15)))
                .containsEntry("ones", "13+2");
        assertThat(decide(ready(STOCK), stock(13, 2), Need.of(10, 0, 0).withSurge(15)))
                .containsEntry("ones", "10+5");
        assertThat(decide(ready(STOCK), stock(13, 2), Need.of(10, 0, 0).withSurge(12)))
                .as("only as far as they are needed")
                .containsEntry("ones", "10+2");
    }

    @Test
    void withoutReuseTheStockDoesNotGrowWhereItsGroupShrinks() {
        ResourcePolicyBuilder rules = ready(STOCK.withReuse(false));
        assertThat(decide(rules, stock(13, 2), Need.of(10, 0, 0).withSurge(15))).containsEntry("ones", "10+2");
        assertThat(decide(rules, stock(10, 2), Need.of(10, 0, 0).withSurge(15))).containsEntry("ones", "10+5");
    }

    @Test
    void whatWaitsStaysInItsGroup() {
        Map<NodeGroup, Stock> stocks = Map.of(ONES, stock(10, 0), MORE, stock(0, 3));
        assertThat(targets(decide(ready(STOCK), stocks, Need.of(10, 0, 0).withSurge(13), FRESH)))
                .isEmpty();
        assertThat(targets(decide(ready(STOCK), stocks, Need.of(10, 0, 0).withSurge(15), FRESH)))
                .containsExactly(Map.entry("ones", "10+2"));
        quotas = Map.of(ONES, 11);
        assertThat(targets(decide(ready(STOCK), stocks, Need.of(10, 0, 0).withSurge(15), FRESH)))
                .containsOnly(Map.entry("ones", "10+1"), Map.entry("ones-more", "0+4"));
    }

    @Test
    void thresholdAndDownCooldownHoldItStill() {
        assertThat(decide(
                        ready(STOCK).threshold(2),
                        stock(10, 5),
                        Need.of(10, 0, 0).withSurge(17)))
                .isEmpty();
        assertThat(decide(
                        ready(STOCK).threshold(2),
                        stock(10, 5),
                        Need.of(10, 0, 0).withSurge(18)))
                .containsEntry("ones", "10+8");
        history = history.with(EU, Resource.COMPUTE, true, NOON.minusSeconds(60));
        ResourcePolicyBuilder cool = ready(STOCK).downCooldown(Duration.ofMinutes(10));
        assertThat(decide(cool, stock(10, 5), Need.of(10, 0, 0).withSurge(12))).isEmpty();
        assertThat(decide(cool, stock(10, 5), Need.of(10, 0, 0).withSurge(18))).containsEntry("ones", "10+8");
    }

    @Test
    void withoutAForecastOrSightItStays() {
        assertThat(decide(ready(STOCK), stock(10, 5), Need.UNKNOWN)).isEmpty();
        Decision blind = decide(
                ready(STOCK), Map.of(ONES, stock(10, 5)), Need.of(10, 0, 0).withSurge(11), Fixtures.BLIND);
        assertThat(targets(blind)).isEmpty();
    }

    /** Each breaks one of the words of the invariants. */
    @Test
    void theInvariantsSeeWhatIsWrong() {
        AllocationPolicy policy =
                Fixtures.policy(ready(STOCK.withLimits(6, 100)).warm(1), ONES, MORE);
        Situation situation = new Situation(
                NOON,
                FRESH,
                new FleetObservation(NOON, Map.of(ONES, stock(10, 0)), Map.of()),
                Map.of(EU, Map.of(Resource.COMPUTE, Need.of(10, 0, 0).withSurge(14))));
        Decision good = new DecisionEngine(policy).decide(situation, history, List.of(EU));
        List<String> found = new ArrayList<>();
        for (int warm : new int[] {0, 3, 4, 5, 7}) {
            Decision changed = new Decision(
                    good.at(),
                    good.freshness(),
                    good.resources(),
                    warm == 0 ? List.of() : List.of(new GroupTarget(ONES, 10, warm)));
            found.add(warm + ": " + DecisionInvariants.violated(policy, situation, history, changed));
        }
        assertThat(found)
                .containsExactly(
                        "0: [eu COMPUTE: 0.0 waits instead of 4.0, but ones has room, "
                                + "eu COMPUTE: 0.0 waits instead of 4.0, but ones-more has room]",
                        "3: [eu COMPUTE: 3.0 waits instead of 4.0, but ones has room, "
                                + "eu COMPUTE: 3.0 waits instead of 4.0, but ones-more has room]",
                        "4: []",
                        "5: [ones keeps a waiting unit that nobody needs]",
                        "7: [eu COMPUTE: 7.0 waits, above the maximum 6.0, "
                                + "ones keeps a waiting unit that nobody needs]");
    }
}
