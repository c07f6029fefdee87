package io.headroom.allocation;

import static io.headroom.allocation.Fixtures.API;
import static io.headroom.allocation.Fixtures.EU;
import static io.headroom.allocation.Fixtures.LINK;
import static io.headroom.allocation.Fixtures.MINUTES;
import static io.headroom.allocation.Fixtures.NOON;
import static io.headroom.allocation.Fixtures.US;
import static io.headroom.allocation.Fixtures.certain;
import static io.headroom.allocation.Fixtures.fleet;
import static io.headroom.allocation.Fixtures.fours;
import static io.headroom.allocation.Fixtures.prediction;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.headroom.core.Dependence;
import io.headroom.core.Flow;
import io.headroom.core.Location;
import io.headroom.core.MarginalForecast;
import io.headroom.core.PredictionData;
import io.headroom.core.RateForecast;
import io.headroom.core.Region;
import io.headroom.core.RegionPair;
import io.headroom.core.Resource;
import io.headroom.core.ResourceDelta;
import io.headroom.core.ResourcePool;
import io.headroom.core.Resources;
import io.headroom.core.StandardNormal;
import io.headroom.core.Stock;
import io.headroom.core.TransactionType;
import io.headroom.core.Window;
import io.headroom.spi.DemandModel;
import io.headroom.spi.FlowDemand;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ResourceDeltaCalculatorTest {
    private static final FlowDemand COST =
            FlowDemand.perTransaction(new Resources(2, 0.5, 0), new Resources(1, 0, 0), Resources.bandwidth(10));
    private static final SizingPlan FULL = SizingPlan.uniform(new Sizing(0.99, 1));
    private static final Window FIRST_TWO = Window.of(0, 2);

    private static ResourceDeltaCalculator calculator(FlowDemand cost) {
        return new ResourceDeltaCalculator(DemandModel.uniform(cost));
    }

    private static DemandModel withBase(Region region, double compute) {
        return new DemandModel() {
            @Override
            public FlowDemand demand(Flow flow) {
                return COST;
            }

            @Override
            public Resources base(Location location) {
                return location.equals(region) ? Resources.compute(compute) : Resources.NONE;
            }
        };
    }

    @Test
    void oneFlowCostsAtBothEndsAndOnTheLink() {
        Map<Location, Resources> required =
                calculator(COST).required(List.of(certain(LINK, NOON, 3, 7, 5)), FIRST_TWO, FULL);
        assertEquals(new Resources(14, 3.5, 0), required.get(EU));
        assertEquals(new Resources(7, 0, 0), required.get(US));
        assertEquals(Resources.bandwidth(70), required.get(LINK));
        assertEquals(
                List.of("eu", "eu>us", "us"),
                required.keySet().stream().map(Location::key).toList());
    }

    @Test
    void theWindowLeavesOutTheStepsBeforeTheLeadTime() {
        List<PredictionData> predictions = List.of(certain(LINK, NOON, 9, 2, 4, 3, 8));
        Window window = Window.of(1, 3);
        assertEquals(
                8, calculator(COST).required(predictions, window, FULL).get(EU).compute());
        assertEquals(
                18, calculator(COST).requiredUntil(predictions, 1, FULL).get(EU).compute());
        assertEquals(
                18, calculator(COST).requiredUntil(predictions, 2, FULL).get(EU).compute());
        assertEquals(
                0, calculator(COST).requiredUntil(predictions, 0, FULL).get(EU).compute());
    }

    @Test
    void bytesCostBesideTransactions() {
        FlowDemand cost = COST.perByte(Resources.storage(0.01), Resources.storage(0.02), Resources.bandwidth(0.1));
        PredictionData both = prediction(
                LINK,
                Map.of(API, RateForecast.certain(MINUTES, 0, 3, 3)),
                Map.of(API, RateForecast.certain(MINUTES, 0, 100, 400)));
        Map<Location, Resources> required = calculator(cost).required(List.of(both), FIRST_TWO, FULL);
        assertEquals(6, required.get(EU).compute(), 1e-12);
        assertEquals(0.5 * 3 + 0.01 * 400, required.get(EU).storage(), 1e-12);
        assertEquals(0.02 * 400, required.get(US).storage(), 1e-12);
        assertEquals(10 * 3 + 0.1 * 400, required.get(LINK).bandwidth(), 1e-12);
    }

    @Test
    void baseAndTargetUtilisationApplyToTheSum() {
        ResourceDeltaCalculator calculator = new ResourceDeltaCalculator(withBase(EU, 6));
        SizingPlan half =
                (location, resource) -> new Sizing(0.99, location.equals(EU) && resource == Resource.COMPUTE ? 0.5 : 1);
        Map<Location, Resources> required = calculator.required(List.of(certain(LINK, NOON, 7, 7)), FIRST_TWO, half);
        assertEquals((14 + 6) / 0.5, required.get(EU).compute());
        assertEquals(3.5, required.get(EU).storage());
        assertEquals(7, required.get(US).compute());
        assertEquals(
                6 / 0.5,
                calculator
                        .requiredUntil(List.of(certain(LINK, NOON, 7, 7)), 0, half)
                        .get(EU)
                        .compute());
    }

    @Test
    void deltasAreRequiredMinusCommittedBootingUnitsIncluded() {
        ResourcePool eu = new ResourcePool(EU, Map.of(fours(), new Stock(1, 2, 5, 1)));
        ResourcePool us = fleet(Map.of()).pool(US, List.of());
        List<ResourceDelta> deltas =
                calculator(COST).calculate(List.of(certain(LINK, NOON, 7, 7)), List.of(us, eu), FIRST_TWO, FULL);
        assertEquals(
                List.of(US, EU), deltas.stream().map(ResourceDelta::location).toList());
        assertEquals(7, deltas.get(0).delta(Resource.COMPUTE));
        assertEquals(14 - 12, deltas.get(1).delta(Resource.COMPUTE));
        assertEquals(3.5, deltas.get(1).delta(Resource.STORAGE));
    }

    @Test
    void aPoolThatNoPredictionTouchesNeedsItsBaseAtTheTargetUtilisation() {
        Region quiet = Region.of("quiet");
        ResourceDeltaCalculator calculator = new ResourceDeltaCalculator(withBase(quiet, 3));
        ResourcePool pool = fleet(Map.of()).pool(quiet, List.of());
        SizingPlan half = SizingPlan.uniform(new Sizing(0.9, 0.5));
        ResourceDelta delta = calculator
                .calculate(List.of(certain(LINK, NOON, 7, 7)), List.of(pool), FIRST_TWO, half)
                .get(0);
        assertEquals(Resources.compute(6), delta.required());
    }

    private static MarginalForecast normal(Dependence dependence) {
        return MarginalForecast.builder(MINUTES, 0)
                .mean(100, 100)
                .standardDeviation(10, 10)
                .dependence(dependence)
                .build();
    }

    private static double twoFlows(Dependence one, Dependence two, double quantile) {
        List<PredictionData> predictions = List.of(
                prediction(RegionPair.of("eu", "us"), Map.of(API, normal(one)), Map.of()),
                prediction(RegionPair.of("eu", "ap"), Map.of(API, normal(two)), Map.of()));
        return calculator(FlowDemand.perTransaction(Resources.compute(1), Resources.NONE, Resources.NONE))
                .required(predictions, Window.of(0, 1), SizingPlan.uniform(new Sizing(quantile, 1)))
                .get(EU)
                .compute();
    }

    @Test
    void flowsThatMoveTogetherNeedMoreThanFlowsThatDoNot() {
        double z = StandardNormal.quantile(0.99);
        Dependence alone = Dependence.independent(1, "a");
        Dependence other = Dependence.independent(1, "b");
        assertEquals(200 + z * 10 * Math.sqrt(2), twoFlows(alone, other, 0.99), 1e-6);
        Dependence together = alone.with("all", 1);
        Dependence likewise = other.with("all", 1);
        assertEquals(200 + z * 20, twoFlows(together, likewise, 0.99), 1e-6);
        assertEquals(200, twoFlows(together, likewise, 0.5), 1e-6);
    }

    @Test
    void aPlaceWhereFlowsCostDifferentlyIsTheSumOfTheScaledForecasts() {
        TransactionType heavy = TransactionType.of("heavy");
        DemandModel model = flow -> FlowDemand.perTransaction(
                Resources.compute(flow.type().equals(heavy) ? 5 : 1), Resources.NONE, Resources.NONE);
        PredictionData both = prediction(
                LINK,
                Map.of(API, RateForecast.certain(MINUTES, 0, 10, 10), heavy, RateForecast.certain(MINUTES, 0, 3, 4)),
                Map.of());
        ResourceDeltaCalculator calculator = new ResourceDeltaCalculator(model);
        assertEquals(
                10 + 5 * 4,
                calculator.required(List.of(both), FIRST_TWO, FULL).get(EU).compute(),
                1e-9);
        RateForecast demand = calculator.demand(List.of(both)).get(EU).get(Resource.COMPUTE);
        assertEquals(25, demand.mean(1), 1e-9);
    }

    @Test
    void whatCostsNothingHasNoDemandButItsPlaceIsListed() {
        FlowDemand sourceOnly = FlowDemand.perTransaction(Resources.compute(1), Resources.NONE, Resources.NONE);
        Map<Location, Map<Resource, RateForecast>> demand =
                calculator(sourceOnly).demand(List.of(certain(LINK, NOON, 1)));
        assertEquals(Set.of(Resource.COMPUTE), demand.get(EU).keySet());
        assertTrue(demand.get(US).isEmpty());
        assertEquals(
                Resources.NONE,
                calculator(sourceOnly)
                        .required(List.of(certain(LINK, NOON, 1)), Window.of(0, 1), FULL)
                        .get(US));
    }

    @Test
    void anOutlookIsBothRequirementsOfTheWantedPlaces() {
        List<PredictionData> predictions = List.of(certain(LINK, NOON, 1, 2, 4, 3, 8));
        ResourceDeltaCalculator calculator = calculator(COST);
        Window window = Window.of(2, 2);
        ResourceDeltaCalculator.Outlook outlook = calculator.outlook(
                predictions, (location, resource) -> window, FULL, Places.of(List.of(EU)), Crew.ALONE);
        assertEquals(Set.of(EU), outlook.later().keySet());
        assertEquals(
                calculator.required(predictions, window, FULL).get(EU),
                outlook.later().get(EU));
        assertEquals(
                calculator.requiredUntil(predictions, 2, FULL).get(EU),
                outlook.sooner().get(EU));
    }

    @Test
    void theSameArgumentsGiveTheSameBits() {
        List<PredictionData> predictions = List.of(
                prediction(
                        LINK, Map.of(API, normal(Dependence.independent(1, "a").with("all", 0.6))), Map.of()),
                prediction(
                        RegionPair.of("us", "eu"),
                        Map.of(API, normal(Dependence.independent(1, "b").with("all", 0.6))),
                        Map.of()));
        Map<Location, Resources> first = calculator(COST).required(predictions, FIRST_TWO, FULL);
        for (int i = 0; i < 3; i++) {
            assertEquals(first, calculator(COST).required(predictions, FIRST_TWO, FULL));
        }
        assertFalse(first.isEmpty());
        assertEquals(Map.of(), calculator(COST).required(List.of(), FIRST_TWO, FULL));
    }
}
