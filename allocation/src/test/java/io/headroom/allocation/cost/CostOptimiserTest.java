package io.headroom.allocation.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.headroom.core.Location;
import io.headroom.core.NodeGroup;
import io.headroom.core.Region;
import io.headroom.core.RegionPair;
import io.headroom.core.Resource;
import io.headroom.core.Resources;
import io.headroom.core.Stock;
import io.headroom.spi.CostModel;
import io.headroom.spi.FleetObservation;
import io.headroom.spi.GroupTarget;
import io.headroom.spi.PriceSchedule;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CostOptimiserTest {
    private static final Instant NOW = RandomOffers.NOW;
    private static final Region EU = Region.of("eu");
    private static final Region US = Region.of("us");
    private static final Duration HOUR = Duration.ofHours(1);

    private static NodeGroup group(String name, Location location, Resources unit) {
        return new NodeGroup(name, location, NodeGroup.Kind.VM, unit);
    }

    private static OfferBuilder vm(String name, double compute, double price) {
        return Offer.builder(group(name, EU, Resources.compute(compute)), price);
    }

    private static CostRequestBuilder request(Offer... offers) {
        return CostRequest.builder(NOW).offers(List.of(offers));
    }

    private static CostPlan plan(CostRequestBuilder request) {
        return new CostOptimiser().plan(request.build());
    }

    private static Map<String, Integer> units(CostPlan plan) {
        Map<String, Integer> byId = new TreeMap<>();
        plan.units().forEach((group, units) -> byId.put(group.name(), units));
        return byId;
    }

    @Test
    void aBundleIsCoveredAsAWhole() {
        Offer lean =
                Offer.builder(group("lean", EU, new Resources(4, 8, 1)), 0.20).build();
        Offer rich =
                Offer.builder(group("rich", EU, new Resources(4, 32, 1)), 0.30).build();
        Offer disk = Offer.builder(
                        new NodeGroup("disk", EU, NodeGroup.Kind.STORAGE_VOLUME, Resources.storage(100)), 0.05)
                .build();
        CostPlan plan = plan(request(lean, rich, disk).need(EU, HOUR, new Resources(12, 200, 2)));
        assertThat(units(plan)).containsExactlyInAnyOrderEntriesOf(Map.of("lean", 3, "disk", 2));
        assertThat(plan.cost()).isEqualTo(0.70, within(1e-12));
        assertThat(plan.isOptimal()).isTrue();
        assertThat(plan.mixes().get(0).supply()).isEqualTo(new Resources(12, 224, 3));
    }

    @Test
    void linksBuyBandwidthBesideTheirRegions() {
        RegionPair link = RegionPair.of("eu", "us");
        Offer thin = Offer.builder(
                        new NodeGroup("thin", link, NodeGroup.Kind.BANDWIDTH_RESERVATION, Resources.bandwidth(10)), 1)
                .build();
        Offer wide = Offer.builder(
                        new NodeGroup("wide", link, NodeGroup.Kind.BANDWIDTH_RESERVATION, Resources.bandwidth(100)), 7)
                .build();
        CostPlan plan = plan(request(thin, wide, vm("vm", 4, 0.2).build())
                .need(link, HOUR, Resources.bandwidth(130))
                .need(EU, HOUR, Resources.compute(5)));
        assertThat(units(plan)).containsExactlyInAnyOrderEntriesOf(Map.of("wide", 1, "thin", 3, "vm", 2));
        assertThat(plan.mixes()).extracting(LocationMix::location).containsExactly(EU, link);
    }

    @Test
    void aReservationPaysOnlyWhereTheNeedIsLongEnough() {
        Offer onDemand = vm("on-demand", 4, 1.0).build();
        Offer reserved = vm("reserved", 4, 0.6).reserved(Duration.ofHours(100)).build();
        CostRequestBuilder shortNeed = request(onDemand, reserved).need(EU, Duration.ofHours(59), Resources.compute(8));
        assertThat(units(plan(shortNeed))).isEqualTo(Map.of("on-demand", 2));
        CostRequestBuilder longNeed = request(onDemand, reserved).need(EU, Duration.ofHours(61), Resources.compute(8));
        CostPlan plan = plan(longNeed);
        assertThat(units(plan)).isEqualTo(Map.of("reserved", 2));
        assertThat(plan.cost()).as("the whole term").isCloseTo(120, within(1e-9));
    }

    @Test
    void announcedPricesCount() {
        Offer rising = vm("a-rising", 4, 1.0)
                .priceFrom(NOW.plus(Duration.ofHours(2)), 3.0)
                .build();
        Offer steady = vm("b-steady", 4, 1.5).build();
        assertThat(units(plan(request(rising, steady).need(EU, Duration.ofMinutes(150), Resources.compute(4)))))
                .as("2 + 1.5 against 3.75")
                .isEqualTo(Map.of("a-rising", 1));
        assertThat(units(plan(request(rising, steady).need(EU, Duration.ofHours(3), Resources.compute(4)))))
                .as("2 + 3 against 4.5")
                .isEqualTo(Map.of("b-steady", 1));
        Offer locked = vm("c-locked", 4, 1.0)
                .reserved(Duration.ofHours(3))
                .priceFrom(NOW.plus(HOUR), 9.0)
                .build();
        CostPlan plan = plan(request(rising, steady, locked).need(EU, Duration.ofHours(3), Resources.compute(4)));
        assertThat(units(plan)).isEqualTo(Map.of("c-locked", 1));
        assertThat(plan.cost()).isCloseTo(3, within(1e-12));
        Offer past = vm("past", 4, 7.0).priceFrom(NOW.minus(HOUR), 0.5).build();
        assertThat(plan(request(past).need(EU, HOUR, Resources.compute(4))).cost())
                .isCloseTo(0.5, within(1e-12));
    }

    @Test
    void whatIsInItsTermIsSunk() {
        Offer dear = vm("dear", 4, 2.0).reserved(Duration.ofHours(10)).build();
        Offer cheap = vm("cheap", 4, 1.0).build();
        HeldUnits held = new HeldUnits(dear, 3, Duration.ofHours(5));
        CostPlan within = plan(request(dear, cheap).held(held).need(EU, Duration.ofHours(5), Resources.compute(16)));
        LocationMix mix = within.mixes().get(0);
        assertThat(mix.units()).containsExactly(new OfferUnits(cheap, 0, 1, 0, 0), new OfferUnits(dear, 3, 0, 0, 0));
        assertThat(mix.cost()).isCloseTo(5, within(1e-9));
        assertThat(mix.sunk()).isCloseTo(30, within(1e-9));
        CostPlan beyond = plan(request(dear, cheap).held(held).need(EU, Duration.ofHours(20), Resources.compute(12)));
        assertThat(beyond.mixes().get(0).units())
                .as("2 x 15 hours against 1 x 20: they go when their term is over")
                .containsExactly(new OfferUnits(cheap, 0, 3, 0, 0), new OfferUnits(dear, 0, 0, 3, 0));
        assertThat(units(beyond)).isEqualTo(Map.of("cheap", 3, "dear", 3));
        CostPlan between = plan(request(dear, cheap).held(held).need(EU, Duration.ofHours(8), Resources.compute(12)));
        assertThat(between.mixes().get(0).units())
                .as("2 x 3 hours against 1 x 8")
                .containsExactly(new OfferUnits(dear, 3, 0, 0, 0));
    }

    @Test
    void unitsOutOfTheirTermAreReleasedWhereNothingIsNeeded() {
        Offer vm = vm("vm", 4, 1.0).build();
        CostPlan plan = plan(request(vm).held(HeldUnits.free(vm, 2)).held(new HeldUnits(vm, 3, HOUR)));
        assertThat(plan.mixes().get(0).units()).containsExactly(new OfferUnits(vm, 3, 0, 0, 2));
        assertThat(plan.cost()).isCloseTo(3, within(1e-12));
        assertThat(plan(request(vm)))
                .isEqualTo(new CostPlan(List.of(), 0, Double.POSITIVE_INFINITY, List.of(), List.of()));
    }

    @Test
    void quotasHoldForNewUnitsAndForgiveWhatIsThere() {
        Offer cheap = vm("cheap", 4, 1.0).quota(3).build();
        Offer dear = vm("dear", 4, 2.0).build();
        CostRequestBuilder need = request(cheap, dear).need(EU, HOUR, Resources.compute(20));
        assertThat(units(plan(need))).isEqualTo(Map.of("cheap", 3, "dear", 2));
        assertThat(units(plan(need.held(HeldUnits.free(cheap, 4)))))
                .as("one over the quota stays, none comes")
                .isEqualTo(Map.of("cheap", 4, "dear", 1));
    }

    @Test
    void spotCountsWithItsRiskAndBearsItsShareAtMost() {
        Offer firm = vm("firm", 10, 1.0).build();
        Offer spot = vm("spot", 10, 0.3).spot(0.2).build();
        CostRequestBuilder need = request(firm, spot).need(EU, HOUR, Resources.compute(80));
        assertThat(units(plan(need.spotShare(1)))).isEqualTo(Map.of("spot", 10));
        assertThat(units(plan(need.spotShare(0.5)))).isEqualTo(Map.of("firm", 4, "spot", 5));
        assertThat(units(plan(need.spotShare(0)))).isEqualTo(Map.of("firm", 8));
        assertThat(((Billing.Spot) Billing.spot(0.5, Duration.ofMinutes(30))).interruptionRisk())
                .as("0.25 hours lost for each hour there")
                .isCloseTo(0.2, within(1e-12));
    }

    @Test
    void whatCannotBeHadIsNamed() {
        Offer vm = vm("vm", 4, 1.0).quota(3).build();
        Offer spot = vm("spot", 4, 0.1).spot(0).quota(4).build();
        CostPlan plan = plan(request(vm, spot).need(EU, HOUR, new Resources(30, 5, 0)));
        assertThat(units(plan)).as("all there is").isEqualTo(Map.of("vm", 3, "spot", 4));
        assertThat(plan.shortfalls())
                .extracting(Shortfall::resource, Shortfall::cause, s -> Math.rint(s.available()))
                .containsExactly(
                        tuple(Resource.COMPUTE, Shortfall.Cause.QUOTA, 28.0),
                        tuple(Resource.STORAGE, Shortfall.Cause.NO_OFFER, 0.0));
        assertThat(plan.shortfalls().get(0)).hasToString("eu COMPUTE: 28.00 of 30.00 (QUOTA)");
        CostPlan risky = plan(request(vm, spot).need(EU, HOUR, Resources.compute(28)));
        assertThat(units(risky)).isEqualTo(Map.of("vm", 3, "spot", 4));
        assertThat(risky.shortfalls()).hasToString("[eu COMPUTE: 12.00 of 14.00 (SPOT_SHARE)]");
        CostPlan none = plan(CostRequest.builder(NOW).need(US, HOUR, Resources.compute(1)));
        assertThat(none.shortfalls()).extracting(Shortfall::cause).containsExactly(Shortfall.Cause.NO_OFFER);
        assertThat(none.mixes().get(0).units()).isEmpty();
    }

    @Test
    void tiesGoToWhatIsThereThenToTheLowerId() {
        Offer a = vm("a", 4, 1.0).quota(2).build();
        Offer b = vm("b", 4, 1.0).quota(2).build();
        Offer c = vm("c", 4, 1.0).build();
        CostRequestBuilder need = request(c, b, a).need(EU, HOUR, Resources.compute(20));
        assertThat(units(plan(need))).isEqualTo(Map.of("a", 2, "b", 2, "c", 1));
        assertThat(units(plan(need.held(HeldUnits.free(c, 2))))).isEqualTo(Map.of("a", 2, "b", 1, "c", 2));
    }

    @Test
    void theOrderOfTheRequestDoesNotMatter() {
        CostRequest request = new RandomOffers(5).regions(3, 30);
        CostPlan plan = new CostOptimiser().plan(request);
        List<Offer> offers = new ArrayList<>(request.offers());
        Collections.reverse(offers);
        List<CapacityNeed> needs = new ArrayList<>(request.needs());
        Collections.reverse(needs);
        assertThat(new CostOptimiser()
                        .plan(new CostRequest(NOW, offers, List.of(), needs, request.spotShare(), request.cap())))
                .isEqualTo(plan);
    }

    @Test
    void aPlanBecomesTargets() {
        Offer keep = vm("keep", 4, 1.0).quota(2).build();
        Offer grow = vm("grow", 4, 2.0).build();
        Offer drop = vm("drop", 4, 9.0).build();
        CostPlan plan = plan(request(keep, grow, drop)
                .held(HeldUnits.free(keep, 2))
                .held(HeldUnits.free(drop, 1))
                .need(EU, HOUR, Resources.compute(16)));
        FleetObservation fleet = new FleetObservation(
                NOW, Map.of(keep.group(), new Stock(1, 1, 0, 0), drop.group(), new Stock(1, 0, 2, 1)), Map.of());
        assertThat(plan.targets(fleet))
                .containsExactly(new GroupTarget(drop.group(), 0, 3), new GroupTarget(grow.group(), 2, 0));
    }

    @Test
    void pricesComeFromTheHostsCostModel() {
        NodeGroup vm = group("vm", EU, Resources.compute(4));
        CostModel prices = new CostModel() {
            @Override
            public double unitHour(NodeGroup group) {
                return 2;
            }

            @Override
            public PriceSchedule prices(NodeGroup group) {
                return PriceSchedule.flat(2).from(NOW.plus(HOUR), 4);
            }
        };
        Offer changing = Offer.builder(vm, prices).build();
        Offer flat = Offer.builder(vm, CostModel.flat(2)).build();
        assertThat(changing.price().at(NOW)).isEqualTo(flat.price().at(NOW)).isEqualTo(2);
        assertThat(plan(request(changing).need(EU, Duration.ofHours(2), Resources.compute(1)))
                        .cost())
                .isCloseTo(6, within(1e-12));
        assertThat(plan(request(flat).need(EU, Duration.ofHours(2), Resources.compute(1)))
                        .cost())
                .isCloseTo(4, within(1e-12));
    }

    @Test
    void decimalsDoNotBuyAUnitTooMany() {
        Offer tenths = vm("tenths", 0.1, 0.07).build();
        assertThat(units(plan(request(tenths).need(EU, HOUR, Resources.compute(0.1 + 0.1 + 0.1)))))
                .isEqualTo(Map.of("tenths", 3));
        assertThat(units(plan(request(tenths).need(EU, HOUR, Resources.compute(1e6)))))
                .isEqualTo(Map.of("tenths", 10_000_000));
    }
}
