package io.headroom.allocation;

import static io.headroom.allocation.Fixtures.BLIND;
import static io.headroom.allocation.Fixtures.EU;
import static io.headroom.allocation.Fixtures.FRESH;
import static io.headroom.allocation.Fixtures.NOON;
import static io.headroom.allocation.Fixtures.US;
import static io.headroom.allocation.Fixtures.fleet;
import static io.headroom.allocation.Fixtures.fours;
import static io.headroom.allocation.Fixtures.group;
import static io.headroom.allocation.Fixtures.policy;
import static io.headroom.allocation.Fixtures.rules;
import static io.headroom.allocation.Fixtures.situation;
import static io.headroom.allocation.Fixtures.targets;
import static io.headroom.allocation.Reason.Rule.ACTUAL_DEMAND;
import static io.headroom.allocation.Reason.Rule.BOUNDS;
import static io.headroom.allocation.Reason.Rule.COOLDOWN;
import static io.headroom.allocation.Reason.Rule.FORECAST;
import static io.headroom.allocation.Reason.Rule.HOLD_UNTIL_LEAD;
import static io.headroom.allocation.Reason.Rule.QUOTA;
import static io.headroom.allocation.Reason.Rule.STEP_LIMIT;
import static io.headroom.allocation.Reason.Rule.THRESHOLD;
import static io.headroom.allocation.Reason.Rule.WHOLE_UNITS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.headroom.core.NodeGroup;
import io.headroom.core.Resource;
import io.headroom.core.Resources;
import io.headroom.core.Stock;
import io.headroom.spi.FleetObservation;
import io.headroom.spi.GroupTarget;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** Each rule at its edges, for a pool of units of 1 and 10 units allocated unless a test says otherwise. */
class DecisionEngineTest {
    private static final NodeGroup ONES = group("ones", EU, Resources.compute(1));

    private static Decision decide(ResourcePolicyBuilder rules, Need need) {
        return decide(rules, FRESH, fleet(ONES, 10), ChangeHistory.NONE, need);
    }

    private static Decision decide(
            ResourcePolicyBuilder rules,
            Freshness freshness,
            FleetObservation fleet,
            ChangeHistory history,
            Need need) {
        AllocationPolicy policy = policy(rules, ONES);
        Situation situation = situation(freshness, fleet, EU, need);
        Decision decision = new DecisionEngine(policy).decide(situation, history, List.of(EU));
        assertEquals(List.of(), DecisionInvariants.violated(policy, situation, history, decision));
        return decision;
    }

    private static double target(Decision decision) {
        return decision.resources().get(0).target();
    }

    private static ResourcePolicyBuilder plain() {
        return ResourcePolicy.builder();
    }

    @Test
    void theForecastIsFollowedUpAndDown() {
        Decision up = decide(plain(), Need.of(14, 0, 0));
        assertEquals(14, target(up));
        assertEquals(Map.of("ones", "14+0"), targets(up));
        assertEquals(List.of(FORECAST), rules(up));
        assertEquals(
                new Reason(FORECAST, 10, 14, "quantile 0.99"),
                up.resources().get(0).reasons().get(0));
        assertEquals(6, target(decide(plain(), Need.of(6, 0, 0))));
        Decision same = decide(plain(), Need.of(10, 0, 0));
        assertFalse(same.changes());
        assertTrue(same.resources().get(0).reasons().isEmpty());
    }

    @Test
    void withoutAForecastNothingShrinksAndMeasuredNeedStillGrows() {
        Need quiet = new Need(OptionalDouble.empty(), 0, 3);
        assertEquals(10, target(decide(plain(), quiet)));
        assertEquals(13, target(decide(plain(), new Need(OptionalDouble.empty(), 0, 13))));
        assertEquals(10, target(decide(plain(), Need.UNKNOWN)));
    }

    @Test
    void whatIsNeededBeforeTheLeadTimeIsHeldButNotOrdered() {
        Decision hold = decide(plain(), Need.of(4, 8, 0));
        assertEquals(8, target(hold));
        assertEquals(List.of(FORECAST, HOLD_UNTIL_LEAD), rules(hold));
        assertEquals(10, target(decide(plain(), Need.of(4, 30, 0))), "more than is there can't come in time");
        assertEquals(14, target(decide(plain(), Need.of(14, 12, 0))));
    }

    @Test
    void aDeltaUpToTheThresholdChangesNothing() {
        ResourcePolicyBuilder two = plain().threshold(2);
        assertEquals(10, target(decide(two, Need.of(12, 0, 0))));
        assertEquals(10, target(decide(two, Need.of(8, 0, 0))));
        assertEquals(List.of(FORECAST, THRESHOLD), rules(decide(two, Need.of(8, 0, 0))));
        assertEquals(13, target(decide(two, Need.of(12.5, 0, 0))));
        assertEquals(8, target(decide(two, Need.of(7.9, 0, 0))));
        assertEquals(11, target(decide(two, Need.of(10.5, 0, 11))), "measured need is not held back");
    }

    private static ChangeHistory grewAt(Instant at) {
        return ChangeHistory.NONE.with(EU, Resource.COMPUTE, true, at);
    }

    private static ChangeHistory shrankAt(Instant at) {
        return ChangeHistory.NONE.with(EU, Resource.COMPUTE, false, at);
    }

    @Test
    void anUpCooldownHoldsBackForecastsUntilItsLastMoment() {
        ResourcePolicyBuilder rules = plain().upCooldown(Duration.ofMinutes(5));
        Instant edge = NOON.minus(Duration.ofMinutes(5));
        FleetObservation fleet = fleet(ONES, 10);
        Decision held = decide(rules, FRESH, fleet, grewAt(edge.plusMillis(1)), Need.of(14, 0, 0));
        assertEquals(10, target(held));
        assertEquals(List.of(FORECAST, COOLDOWN), rules(held));
        assertEquals(14, target(decide(rules, FRESH, fleet, grewAt(edge), Need.of(14, 0, 0))));
        assertEquals(14, target(decide(rules, FRESH, fleet, shrankAt(NOON), Need.of(14, 0, 0))));
        assertEquals(12, target(decide(rules, FRESH, fleet, grewAt(NOON), Need.of(14, 0, 12))));
        assertEquals(6, target(decide(rules, FRESH, fleet, grewAt(NOON), Need.of(6, 0, 0))));
    }

    @Test
    void aDownCooldownCountsFromTheLastChangeOfEitherDirection() {
        ResourcePolicyBuilder rules = plain().downCooldown(Duration.ofMinutes(5));
        Instant edge = NOON.minus(Duration.ofMinutes(5));
        FleetObservation fleet = fleet(ONES, 10);
        assertEquals(10, target(decide(rules, FRESH, fleet, grewAt(edge.plusMillis(1)), Need.of(6, 0, 0))));
        assertEquals(10, target(decide(rules, FRESH, fleet, shrankAt(edge.plusMillis(1)), Need.of(6, 0, 0))));
        assertEquals(6, target(decide(rules, FRESH, fleet, shrankAt(edge), Need.of(6, 0, 0))));
        assertEquals(14, target(decide(rules, FRESH, fleet, shrankAt(NOON), Need.of(14, 0, 0))));
    }

    @Test
    void aCooldownLongerThanTimeItselfIsNoOverflow() {
        ResourcePolicyBuilder rules = plain().downCooldown(Duration.ofSeconds(Long.MAX_VALUE, 999_999_999));
        assertEquals(10, target(decide(rules, Need.of(6, 0, 0))));
    }

    @Test
    void noCooldownIsNoneEvenIfTheClockWasSetBack() {
        assertEquals(
                6, target(decide(plain(), FRESH, fleet(ONES, 10), grewAt(NOON.plusSeconds(60)), Need.of(6, 0, 0))));
    }

    @Test
    void stepLimitsBoundWhatAForecastMoves() {
        ResourcePolicyBuilder rules = plain().stepUp(3).stepDown(2);
        Decision up = decide(rules, Need.of(20, 0, 0));
        assertEquals(13, target(up));
        assertEquals(List.of(FORECAST, STEP_LIMIT), rules(up));
        assertEquals(8, target(decide(rules, Need.of(1, 0, 0))));
        assertEquals(13, target(decide(rules, Need.of(13, 0, 0))));
        assertEquals(8, target(decide(rules, Need.of(8, 0, 0))));
        assertEquals(18, target(decide(rules, Need.of(20, 0, 18))), "measured need is served at once");
    }

    @Test
    void aStepBelowOneUnitStillMovesOneUnit() {
        NodeGroup fours = fours();
        AllocationPolicy policy = policy(plain().stepUp(1).stepDown(1), fours);
        DecisionEngine engine = new DecisionEngine(policy);
        Situation fall = situation(FRESH, fleet(fours, 5), EU, Need.of(0, 0, 0));
        assertEquals(Map.of("eu-fours", "4+0"), targets(engine.decide(fall, ChangeHistory.NONE, List.of(EU))));
        Situation rise = situation(FRESH, fleet(fours, 5), EU, Need.of(100, 0, 0));
        assertEquals(Map.of("eu-fours", "6+0"), targets(engine.decide(rise, ChangeHistory.NONE, List.of(EU))));
    }

    @Test
    void boundsHoldForForecastAndMeasuredNeed() {
        ResourcePolicyBuilder rules = plain().minimum(5).maximum(12);
        assertEquals(5, target(decide(rules, Need.of(1, 0, 0))));
        assertEquals(List.of(FORECAST, BOUNDS), rules(decide(rules, Need.of(1, 0, 0))));
        assertEquals(12, target(decide(rules, Need.of(50, 0, 60))));
        assertEquals(List.of(FORECAST, ACTUAL_DEMAND, BOUNDS), rules(decide(rules, Need.of(50, 0, 60))));
        FleetObservation many = fleet(ONES, 20);
        assertEquals(12, target(decide(rules, FRESH, many, ChangeHistory.NONE, Need.UNKNOWN)));
        Decision blind = decide(rules, BLIND, many, ChangeHistory.NONE, Need.UNKNOWN);
        assertEquals(20, target(blind), "not while blind");
        assertEquals(List.of(), rules(blind));
    }

    @Test
    void aMaximumThatIsNoWholeNumberOfUnitsIsRoundedDown() {
        NodeGroup fours = fours();
        AllocationPolicy policy = policy(plain().minimum(9).maximum(10), fours);
        Situation situation = situation(FRESH, fleet(fours, 1), EU, Need.of(50, 0, 0));
        Decision decision = new DecisionEngine(policy).decide(situation, ChangeHistory.NONE, List.of(EU));
        assertEquals(Map.of("eu-fours", "2+0"), targets(decision));
        assertEquals(List.of(FORECAST, BOUNDS, BOUNDS), rules(decision));
    }

    @Test
    void blindTelemetryLowersNothingAndStillGrows() {
        for (Freshness freshness : List.of(BLIND, new Freshness.Stale(Duration.ofHours(1)))) {
            FleetObservation fleet = fleet(ONES, 10);
            Decision held = decide(plain(), freshness, fleet, ChangeHistory.NONE, Need.of(3, 0, 0));
            assertFalse(held.changes());
            assertEquals(List.of(FORECAST, Reason.Rule.BLIND), rules(held));
            assertEquals(14, target(decide(plain(), freshness, fleet, ChangeHistory.NONE, Need.of(14, 0, 0))));
        }
    }

    @Test
    void aQuotaLeavesItsReason() {
        FleetObservation fleet = new FleetObservation(NOON, Map.of(ONES, new Stock(10, 0, 0, 0)), Map.of(ONES, 12));
        Decision decision = decide(plain(), FRESH, fleet, ChangeHistory.NONE, Need.of(20, 0, 0));
        assertEquals(Map.of("ones", "12+0"), targets(decision));
        assertEquals(List.of(FORECAST, QUOTA), rules(decision));
    }

    @Test
    void wholeUnitsLeaveTheirReasonAndTheLineExplainsThemAll() {
        Decision decision = decide(plain(), Need.of(12.25, 0, 0));
        assertEquals(List.of(FORECAST, WHOLE_UNITS), rules(decision));
        assertEquals(
                "eu COMPUTE: 10.00 -> 13.00 because FORECAST: 10.00 -> 12.25 (quantile 0.99); "
                        + "WHOLE_UNITS: 12.25 -> 13.00 (units of [ones])",
                decision.explain());
        assertEquals(2.25, decision.resources().get(0).delta());
    }

    @Test
    void warmUnitsAreHandedOutAndReplenishedAtOnce() {
        FleetObservation fleet = fleet(Map.of(ONES, new Stock(10, 0, 3, 0)));
        ResourcePolicyBuilder rules = plain().warm(3);
        assertEquals(
                Map.of("ones", "12+3"), targets(decide(rules, FRESH, fleet, ChangeHistory.NONE, Need.of(12, 0, 0))));
        assertFalse(decide(rules, FRESH, fleet, ChangeHistory.NONE, Need.of(10, 0, 0))
                .changes());
        assertEquals(
                Map.of("ones", "10+0"), targets(decide(plain(), FRESH, fleet, ChangeHistory.NONE, Need.of(10, 0, 0))));
        assertFalse(decide(plain(), BLIND, fleet, ChangeHistory.NONE, Need.of(10, 0, 0))
                .changes());
        assertEquals(
                Map.of("ones", "12+1"), targets(decide(plain(), BLIND, fleet, ChangeHistory.NONE, Need.of(12, 0, 0))));
    }

    @Test
    void growthThatFailsDoesNotBlockShrinkingElsewhere() {
        NodeGroup full = group("us-full", US, Resources.compute(1));
        AllocationPolicy policy = policy(plain(), full, ONES);
        FleetObservation fleet = new FleetObservation(
                NOON, Map.of(full, new Stock(5, 0, 0, 0), ONES, new Stock(10, 0, 0, 0)), Map.of(full, 5));
        Situation situation = new Situation(
                NOON,
                FRESH,
                fleet,
                Map.of(
                        US, Map.of(Resource.COMPUTE, Need.of(50, 0, 50)),
                        EU, Map.of(Resource.COMPUTE, Need.of(2, 0, 2))));
        Decision decision = new DecisionEngine(policy).decide(situation, ChangeHistory.NONE, List.of(US, EU));
        assertEquals(Map.of("ones", "2+0"), targets(decision));
    }

    @Test
    void growingTargetsComeFirst() {
        NodeGroup other = group("zz", US, Resources.compute(1));
        AllocationPolicy policy = policy(plain(), ONES, other);
        Situation situation = new Situation(
                NOON,
                FRESH,
                fleet(Map.of(ONES, new Stock(10, 0, 0, 0))),
                Map.of(
                        US, Map.of(Resource.COMPUTE, Need.of(4, 0, 0)),
                        EU, Map.of(Resource.COMPUTE, Need.of(2, 0, 0))));
        Decision decision = new DecisionEngine(policy).decide(situation, ChangeHistory.NONE, List.of(EU, US, EU));
        assertEquals(
                List.of("zz", "ones"),
                decision.targets().stream().map(t -> t.group().name()).toList());
        assertEquals(List.of(new GroupTarget(other, 4, 0), new GroupTarget(ONES, 2, 0)), decision.targets());
    }

    @Test
    void aPlaceThatThePolicyDoesNotKnowIsLeftOut() {
        Situation situation = situation(FRESH, fleet(Map.of()), US, Need.of(50, 0, 0));
        Decision decision =
                new DecisionEngine(policy(plain(), ONES)).decide(situation, ChangeHistory.NONE, List.of(US));
        assertTrue(decision.resources().isEmpty());
        assertFalse(decision.changes());
    }
}
