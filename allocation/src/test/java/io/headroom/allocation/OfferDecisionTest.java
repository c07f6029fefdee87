package io.headroom.allocation;

import static io.headroom.allocation.Fixtures.BLIND;
import static io.headroom.allocation.Fixtures.EU;
import static io.headroom.allocation.Fixtures.FRESH;
import static io.headroom.allocation.Fixtures.NOON;
import static io.headroom.allocation.Fixtures.US;
import static io.headroom.allocation.Fixtures.fleet;
import static io.headroom.allocation.Fixtures.group;
import static io.headroom.allocation.Fixtures.stock;
import static io.headroom.allocation.Fixtures.targets;
import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.allocation.cost.Cut;
import io.headroom.allocation.cost.Offer;
import io.headroom.allocation.cost.Spending;
import io.headroom.allocation.rules.Priority;
import io.headroom.core.NodeGroup;
import io.headroom.core.Resource;
import io.headroom.core.Resources;
import io.headroom.core.Stock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Decisions at locations with offers. Every one is held against {@link DecisionInvariants}. */
class OfferDecisionTest {
    private static final NodeGroup DEAR = group("eu-ones", EU, Resources.compute(1));
    private static final NodeGroup FOURS = group("eu-quads", EU, Resources.compute(4));
    private static final NodeGroup SPOT = group("eu-spot", EU, Resources.compute(1));
    private static final NodeGroup OTHER = group("us-ones", US, Resources.compute(1));

    private final AllocationPolicyBuilder policy = AllocationPolicy.builder();
    private final Map<NodeGroup, Stock> stocks = new HashMap<>();
    private Freshness freshness = FRESH;
    private ChangeHistory history = ChangeHistory.NONE;
    private final Map<io.headroom.core.Location, Map<Resource, Need>> needs = new HashMap<>();

    private Situation situation() {
        return new Situation(NOON, freshness, fleet(stocks), needs);
    }

    private Decision decide() {
        AllocationPolicy built = policy.build();
        Decision decision = new DecisionEngine(built)
                .decide(situation(), history, built.placement().keySet());
        assertThat(DecisionInvariants.violated(built, situation(), history, decision))
                .as(decision.explain())
                .isEmpty();
        return decision;
    }

    @AfterEach
    void theSameEachTime() {
        assertThat(decide()).isEqualTo(decide());
    }

    private void offer(NodeGroup group, double price) {
        policy.place(Offer.builder(group, price).build());
    }

    private void need(NodeGroup of, double forecast, double actual) {
        needs.put(of.location(), Map.of(Resource.COMPUTE, Need.of(forecast, 0, actual)));
    }

    @Test
    void theCheapestMixTakesThePlaceOfTheOrder() {
        offer(DEAR, 1);
        offer(FOURS, 3);
        need(DEAR, 9, 0);
        Decision decision = decide();
        assertThat(targets(decision)).isEqualTo(Map.of("eu-quads", "2+0", "eu-ones", "1+0"));
        assertThat(decision.purchase().orElseThrow().perHour()).isEqualTo(7);
    }

    @Test
    void decisionsExplainOffersAndCap() {
        offer(DEAR, 1);
        offer(FOURS, 3);
        need(DEAR, 11, 4);
        assertThat(decide().explain()).isEqualTo("""
                eu COMPUTE: 0.000 -> 12.00 because FORECAST: 0.000 -> 11.00 (quantile 0.99); WHOLE_UNITS: 11.00 -> 12.00 (cheapest mix 3 eu-quads)
                offers: 3 eu-quads at 9.000 an hour""");
        policy.spending(Spending.FREE.withCap(7));
        assertThat(decide().explain()).isEqualTo("""
                eu COMPUTE: 0.000 -> 9.000 because FORECAST: 0.000 -> 11.00 (quantile 0.99); SPENDING_CAP: 11.00 -> 9.000 (spending cap 7.0 an hour, 29 % of headroom given up)
                offers: 1 eu-ones, 2 eu-quads at 7.000 an hour, cap 7.000
                eu priority 0: 28.9 % of HEADROOM given up""");
    }

    @Test
    void headroomGivesWayEverywhereBeforeMeasuredNeedDoesAnywhere() {
        offer(DEAR, 1);
        offer(OTHER, 1);
        need(DEAR, 10, 4);
        need(OTHER, 10, 6);
        policy.spending(Spending.FREE.withCap(12));
        Decision decision = decide();
        assertThat(decision.purchase().orElseThrow().cutsFloors()).isFalse();
        assertThat(units(decision)).isEqualTo(12);
        assertThat(decision.resources().get(0).target()).isGreaterThanOrEqualTo(4);
        assertThat(decision.resources().get(1).target()).isGreaterThanOrEqualTo(6);
        policy.spending(Spending.FREE.withCap(5));
        Decision less = decide();
        assertThat(less.purchase().orElseThrow().cutsFloors()).isTrue();
        assertThat(less.purchase().orElseThrow().cuts())
                .extracting(Cut::part)
                .containsExactly(Cut.Part.HEADROOM, Cut.Part.HEADROOM, Cut.Part.ACTUAL, Cut.Part.ACTUAL);
        assertThat(units(less)).isEqualTo(5);
    }

    private static double units(Decision decision) {
        return decision.resources().stream()
                .mapToDouble(ResourceDecision::target)
                .sum();
    }

    @Test
    void theBackgroundGivesWayBeforeTheInteractive() {
        offer(DEAR, 1);
        needs.put(
                EU,
                Map.of(
                        Resource.COMPUTE,
                        new Need(
                                OptionalDouble.of(10),
                                0,
                                0,
                                Map.of(Priority.INTERACTIVE, 6.0, Priority.BACKGROUND, 4.0))));
        policy.spending(Spending.FREE.withCap(6));
        Decision decision = decide();
        assertThat(decision.purchase().orElseThrow().cuts())
                .extracting(Cut::priority)
                .containsExactly(0);
        assertThat(decision.resources().get(0).shares()).containsEntry(Priority.INTERACTIVE, 6.0);
    }

    @Test
    void aMinimumAndQuotasAreHeeded() {
        policy.standard(ResourcePolicy.builder().minimum(6).build());
        offer(DEAR, 1);
        policy.place(Offer.builder(FOURS, 0.1).quota(1).build());
        assertThat(targets(decide())).isEqualTo(Map.of("eu-quads", "1+0", "eu-ones", "2+0"));
    }

    @Test
    void spotUnitsCountForWhatIsExpectedOfThem() {
        policy.spending(Spending.FREE.withSpotShare(1));
        policy.place(Offer.builder(SPOT, 0.1).spot(0.2).build());
        offer(DEAR, 1);
        need(DEAR, 8, 0);
        Decision decision = decide();
        assertThat(targets(decision)).isEqualTo(Map.of("eu-spot", "10+0"));
        assertThat(decision.resources().get(0).target()).isEqualTo(8);
        policy.spending(Spending.FREE.withSpotShare(0.5));
        assertThat(targets(decide())).isEqualTo(Map.of("eu-spot", "5+0", "eu-ones", "4+0"));
    }

    @Test
    void whatIsReplacedRunsOnUntilTheReplacementIsUsable() {
        offer(DEAR, 1);
        offer(FOURS, 3);
        need(DEAR, 8, 0);
        stocks.put(DEAR, stock(9));
        assertThat(targets(decide())).isEqualTo(Map.of("eu-quads", "2+0", "eu-ones", "8+0"));
        stocks.put(FOURS, new Stock(0, 2, 0, 0));
        stocks.put(DEAR, stock(8));
        assertThat(targets(decide())).isEmpty();
        stocks.put(FOURS, stock(2));
        assertThat(targets(decide())).isEqualTo(Map.of("eu-ones", "0+0"));
    }

    @Test
    void unitsStayForTheirMinimumTerm() {
        policy.place(Offer.builder(DEAR, 1).minimumTerm(Duration.ofHours(2)).build());
        stocks.put(DEAR, stock(9));
        need(DEAR, 3, 0);
        history = new ChangeHistory(
                Map.of("eu-ones", new ChangeHistory.Last(NOON.minusSeconds(7199), NOON.minusSeconds(9999))));
        assertThat(targets(decide())).isEmpty();
        policy.spending(Spending.FREE.withCap(4));
        assertThat(targets(decide())).isEmpty();
        history = new ChangeHistory(
                Map.of("eu-ones", new ChangeHistory.Last(NOON.minusSeconds(7200), NOON.minusSeconds(9999))));
        assertThat(targets(decide())).isEqualTo(Map.of("eu-ones", "3+0"));
    }

    @Test
    void theCapTakesNothingAwayWhileBlind() {
        offer(DEAR, 1);
        stocks.put(DEAR, stock(9));
        need(DEAR, 20, 12);
        policy.spending(Spending.FREE.withCap(5));
        freshness = BLIND;
        assertThat(targets(decide())).isEmpty();
        policy.spending(Spending.FREE.withCap(10));
        assertThat(targets(decide())).isEqualTo(Map.of("eu-ones", "10+0"));
    }

    @Test
    void whatWaitsGivesWayBeforeWhatIsAllocated() {
        policy.standard(ResourcePolicy.builder().warm(4).build());
        offer(DEAR, 1);
        need(DEAR, 8, 0);
        policy.spending(Spending.FREE.withCap(10));
        assertThat(targets(decide())).isEqualTo(Map.of("eu-ones", "8+2"));
    }

    @Test
    void aPriceThatIsAnnouncedCounts() {
        policy.place(Offer.builder(DEAR, 1).priceFrom(NOON.plusSeconds(60), 9).build());
        offer(SPOT, 2);
        need(DEAR, 8, 0);
        assertThat(targets(decide())).isEqualTo(Map.of("eu-spot", "8+0"));
    }

    @Test
    void aHistoryRemembersWhenGroupsWithATermGrew() {
        AllocationPolicy built = policy.place(
                        Offer.builder(DEAR, 1).minimumTerm(Duration.ofDays(30)).build())
                .build();
        need(DEAR, 3, 0);
        Decision decision = decide();
        ChangeHistory after = ChangeHistory.NONE.accepted(
                decision,
                List.of(new io.headroom.spi.Outcome.Accepted(DEAR, 3, 0)),
                situation().fleet(),
                built);
        assertThat(after.of(DEAR).up()).isEqualTo(NOON);
        assertThat(built.memory().keepFrom(NOON)).isEqualTo(NOON.minus(Duration.ofDays(30)));
    }
}
