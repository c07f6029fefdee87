package io.headroom.allocation.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.headroom.allocation.cost.CapacityNeed.Tier;
import io.headroom.core.NodeGroup;
import io.headroom.core.Region;
import io.headroom.core.Resources;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What gives way to a spending cap, in which order. A unit of compute costs 1 in either region. */
class SpendingCapTest {
    private static final Instant NOW = RandomOffers.NOW;
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Region EU = Region.of("eu");
    private static final Region US = Region.of("us");
    private static final int LOW = 1;
    private static final int HIGH = 2;

    private static Offer unit(Region region) {
        NodeGroup group = new NodeGroup("unit-" + region, region, NodeGroup.Kind.VM, Resources.compute(1));
        return Offer.builder(group, 1).build();
    }

    private static CapacityNeed need(Region region, Tier... tiers) {
        return new CapacityNeed(region, HOUR, List.of(tiers));
    }

    private static Tier tier(int priority, double actual, double target) {
        return new Tier(priority, Resources.compute(actual), Resources.compute(target));
    }

    /** Both regions: 10 + 10 of each priority, half of it headroom. */
    private static CostPlan plan(double cap) {
        return new CostOptimiser()
                .plan(CostRequest.builder(NOW)
                        .offer(unit(EU))
                        .offer(unit(US))
                        .need(need(EU, tier(HIGH, 10, 20), tier(LOW, 10, 20)))
                        .need(need(US, tier(HIGH, 10, 20), tier(LOW, 10, 20)))
                        .cap(cap)
                        .build());
    }

    private static List<String> cuts(CostPlan plan) {
        return plan.cuts().stream().map(Cut::toString).toList();
    }

    @Test
    void nothingGivesWayBelowTheCap() {
        assertThat(plan(80).cuts()).isEmpty();
        assertThat(plan(80).cost()).isCloseTo(80, within(1e-9));
        assertThat(plan(Double.POSITIVE_INFINITY).isWithinCap()).isTrue();
    }

    @Test
    void headroomOfTheLowestPriorityGoesFirst() {
        assertThat(cuts(plan(60)))
                .containsExactly(
                        "eu priority 1: 100.0 % of HEADROOM given up", "us priority 1: 100.0 % of HEADROOM given up");
        CostPlan half = plan(70);
        assertThat(cuts(half))
                .containsExactly(
                        "eu priority 1: 50.0 % of HEADROOM given up", "us priority 1: 50.0 % of HEADROOM given up");
        assertThat(half.cost()).isCloseTo(70, within(1e-9));
    }

    @Test
    void thenHeadroomOfTheNextPriority() {
        CostPlan plan = plan(50);
        assertThat(cuts(plan))
                .containsExactly(
                        "eu priority 1: 100.0 % of HEADROOM given up",
                        "us priority 1: 100.0 % of HEADROOM given up",
                        "eu priority 2: 50.0 % of HEADROOM given up",
                        "us priority 2: 50.0 % of HEADROOM given up");
        assertThat(plan.cutsActualDemand()).isFalse();
        assertThat(plan(40).cutsActualDemand())
                .as("the actual demand fits to the cent")
                .isFalse();
    }

    @Test
    void actualDemandGivesWayOnlyIfTheCapForbidsIt() {
        CostPlan plan = plan(30);
        assertThat(plan.cutsActualDemand()).isTrue();
        assertThat(plan.cuts().get(4)).isEqualTo(new Cut(EU, LOW, Cut.Part.ACTUAL, 0.5));
        assertThat(plan.cost()).isCloseTo(30, within(1e-9));
        assertThat(plan(0).cuts()).hasSize(8).allMatch(cut -> cut.share() == 1);
        assertThat(plan(0).units().values()).allMatch(units -> units == 0);
    }

    @Test
    void whatTheCommonShareLeavesIsHandedBackByLocation() {
        CostPlan plan = plan(71);
        assertThat(plan.cost()).isCloseTo(71, within(1e-9));
        assertThat(plan.cuts().get(0).share()).isBetween(0.4, 0.41);
        assertThat(plan.cuts().get(1).share()).isCloseTo(0.5, within(1e-9));
    }

    @Test
    void sunkCostCountsButNothingIsGivenUpForIt() {
        Offer offer = unit(EU);
        CostRequestBuilder request = CostRequest.builder(NOW)
                .offer(offer)
                .held(new HeldUnits(offer, 20, Duration.ofHours(2)))
                .need(need(EU, tier(HIGH, 10, 20)));
        CostPlan sunk = new CostOptimiser().plan(request.cap(5).build());
        assertThat(sunk.cuts()).isEmpty();
        assertThat(sunk.isWithinCap()).isFalse();
        assertThat(sunk.cost()).isCloseTo(40, within(1e-9));
        CostPlan more = new CostOptimiser()
                .plan(request.need(need(US, tier(HIGH, 5, 10)))
                        .offer(unit(US))
                        .cap(48)
                        .build());
        assertThat(more.cost()).isCloseTo(48, within(1e-9));
        assertThat(more.cuts())
                .containsExactly(
                        new Cut(US, HIGH, Cut.Part.HEADROOM, more.cuts().get(0).share()));
    }

    @Test
    void aLowerCapNeverCostsMoreNorLeavesMoreDemandUncovered() {
        for (long seed = 0; seed < 20; seed++) {
            CostRequest request = new RandomOffers(seed).regions(4, 12);
            CostPlan free = new CostOptimiser().plan(request);
            double floor = new CostOptimiser().plan(actualOnly(request)).cost();
            for (double share : new double[] {0.99, 0.9, 0.8, 0.5, 0.1}) {
                double cap = share * free.cost();
                CostPlan plan = new CostOptimiser()
                        .plan(new CostRequest(
                                NOW, request.offers(), List.of(), request.needs(), request.spotShare(), cap));
                assertThat(plan.isWithinCap()).isTrue();
                assertThat(plan.cuts()).isNotEmpty();
                assertThat(plan.cutsActualDemand())
                        .as("seed %d, share %s", seed, share)
                        .isEqualTo(floor > cap);
                assertThat(plan.cost()).as("the cap is used").isGreaterThan(0.9 * Math.min(cap, floor));
            }
        }
    }

    private static CostRequest actualOnly(CostRequest request) {
        List<CapacityNeed> needs = request.needs().stream()
                .map(n -> CapacityNeed.of(n.location(), n.duration(), n.actual(), n.actual()))
                .toList();
        return new CostRequest(NOW, request.offers(), List.of(), needs, request.spotShare(), request.cap());
    }
}
