package io.headroom.allocation;

import static io.headroom.allocation.Fixtures.BLIND;
import static io.headroom.allocation.Fixtures.EU;
import static io.headroom.allocation.Fixtures.FRESH;
import static io.headroom.allocation.Fixtures.NOON;
import static io.headroom.allocation.Fixtures.US;
import static io.headroom.allocation.Fixtures.fleet;
import static io.headroom.allocation.Fixtures.group;
import static io.headroom.allocation.Fixtures.policy;
import static io.headroom.allocation.Fixtures.situation;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.headroom.allocation.rules.Amount;
import io.headroom.allocation.rules.CapBreach;
import io.headroom.allocation.rules.EventRule;
import io.headroom.allocation.rules.OutagePolicy;
import io.headroom.allocation.rules.Pace;
import io.headroom.allocation.rules.Pause;
import io.headroom.allocation.rules.Period;
import io.headroom.allocation.rules.RemovalBudget;
import io.headroom.allocation.rules.Retention;
import io.headroom.allocation.rules.ReversalBudget;
import io.headroom.allocation.rules.SpikeRule;
import io.headroom.allocation.rules.Velocity;
import io.headroom.core.NodeGroup;
import io.headroom.core.Resource;
import io.headroom.core.Resources;
import io.headroom.core.Stock;
import io.headroom.spi.CalendarEvent;
import io.headroom.spi.EventEffect;
import io.headroom.spi.EventScope;
import io.headroom.spi.FleetObservation;
import io.headroom.spi.GroupTarget;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Each invariant is seen to fail on a decision that breaks it. */
class DecisionInvariantsTest {
    private static final NodeGroup ONES = group("ones", EU, Resources.compute(1));
    private static final NodeGroup SPILL = group("spill", EU, Resources.compute(1));
    private static final ResourcePolicyBuilder RULES =
            ResourcePolicy.builder().minimum(2).maximum(20).stepUp(8).downCooldown(Duration.ofMinutes(5));
    private static final AllocationPolicy POLICY = policy(RULES, ONES, SPILL);

    private static List<String> violated(Situation situation, Decision decision) {
        return DecisionInvariants.violated(POLICY, situation, ChangeHistory.NONE, decision);
    }

    private static Decision decision(Situation situation, double target, List<Reason> reasons, GroupTarget... targets) {
        Need need = situation.needs().get(EU).get(Resource.COMPUTE);
        ResourceDecision r = new ResourceDecision(EU, Resource.COMPUTE, need, 10, target, reasons);
        return new Decision(situation.now(), situation.freshness(), List.of(r), List.of(targets));
    }

    private static Reason forecast(double from, double to) {
        return new Reason(Reason.Rule.FORECAST, from, to, "");
    }

    private static Situation needs(Need need) {
        return situation(FRESH, fleet(ONES, 10), EU, need);
    }

    private static void breaks(String message, List<String> violations) {
        assertTrue(violations.stream().anyMatch(v -> v.contains(message)), message + " among " + violations);
    }

    @Test
    void aSoundDecisionBreaksNone() {
        Situation s = needs(Need.of(14, 0, 0));
        Decision sound = decision(s, 14, List.of(forecast(10, 14)), new GroupTarget(ONES, 14, 0));
        assertEquals(List.of(), violated(s, sound));
    }

    @Test
    void numbersAreFinite() {
        Situation s = needs(Need.of(14, 0, 0));
        breaks("target is NaN", violated(s, decision(s, Double.NaN, List.of(), new GroupTarget(ONES, 14, 0))));
        breaks("amount after FORECAST is Infinity", violated(s, decision(s, 14, List.of(forecast(10, 1 / 0.0)))));
    }

    @Test
    void reasonsAreAChain() {
        Situation s = needs(Need.of(14, 0, 0));
        GroupTarget target = new GroupTarget(ONES, 14, 0);
        breaks("does not start", violated(s, decision(s, 14, List.of(forecast(9, 14)), target)));
        breaks("end of the reasons", violated(s, decision(s, 14, List.of(forecast(10, 12)), target)));
        breaks("end of the reasons", violated(s, decision(s, 14, List.of(), target)));
        breaks("changes nothing", violated(s, decision(s, 14, List.of(forecast(10, 14), forecast(14, 14)), target)));
    }

    @Test
    void unitsAddUpToTheirResources() {
        Situation s = needs(Need.of(14, 0, 0));
        breaks(
                "is not what its units",
                violated(s, decision(s, 14, List.of(forecast(10, 14)), new GroupTarget(ONES, 13, 0))));
        breaks("is not what its units", violated(s, decision(s, 14, List.of(forecast(10, 14)))));
    }

    @Test
    void thereIsOneTargetAGroupAndItChangesSomething() {
        Situation s = needs(Need.of(14, 0, 0));
        GroupTarget target = new GroupTarget(ONES, 14, 0);
        breaks("is its second", violated(s, decision(s, 14, List.of(forecast(10, 14)), target, target)));
        breaks("changes nothing", violated(s, decision(s, 10, List.of(), new GroupTarget(ONES, 10, 0))));
        NodeGroup unknown = group("unknown", EU, Resources.compute(1));
        breaks("not placed", violated(s, decision(s, 10, List.of(), new GroupTarget(unknown, 1, 0))));
        NodeGroup elsewhere = group("elsewhere", US, Resources.compute(1));
        breaks("without a decision", violated(s, decision(s, 10, List.of(), new GroupTarget(elsewhere, 1, 0))));
    }

    @Test
    void growingTargetsComeFirst() {
        Situation s = needs(Need.of(10, 0, 0));
        breaks(
                "grows after one that shrinks",
                violated(s, decision(s, 10, List.of(), new GroupTarget(ONES, 8, 0), new GroupTarget(SPILL, 2, 0))));
    }

    @Test
    void blindnessLowersNothing() {
        Situation s = situation(BLIND, fleet(Map.of(ONES, new Stock(10, 0, 2, 0))), EU, Need.of(5, 0, 0));
        Decision shrinking = decision(s, 9, List.of(forecast(10, 9)), new GroupTarget(ONES, 9, 3));
        breaks("eu COMPUTE shrinks blindly", violated(s, shrinking));
        breaks("target of ones 9+3", violated(s, shrinking));
        breaks("shrinks blindly", violated(s, decision(s, 10, List.of(), new GroupTarget(ONES, 10, 1))));
        Situation seen = needs(Need.of(5, 0, 0));
        Decision elsewhere = new Decision(NOON, BLIND, List.of(), List.of());
        breaks("another moment", violated(seen, elsewhere));
    }

    @Test
    void measuredNeedAndTheMinimumFloorTheTarget() {
        Situation s = needs(Need.of(5, 0, 12));
        breaks("is below the floor 12.0, but ones has room", violated(s, decision(s, 10, List.of())));
        Situation low = needs(Need.of(0, 0, 0));
        breaks(
                "is below the floor 2.0",
                violated(low, decision(low, 1, List.of(forecast(10, 1)), new GroupTarget(ONES, 1, 0))));
        FleetObservation full = new FleetObservation(NOON, Map.of(ONES, new Stock(10, 0, 0, 0)), Map.of(ONES, 10));
        Situation spill = situation(FRESH, full, EU, Need.of(5, 0, 12));
        breaks("but spill has room", violated(spill, decision(spill, 10, List.of())));
        FleetObservation both =
                new FleetObservation(NOON, Map.of(ONES, new Stock(10, 0, 0, 0)), Map.of(ONES, 10, SPILL, 0));
        Situation stuck = situation(FRESH, both, EU, Need.of(5, 0, 12));
        Reason actual = new Reason(Reason.Rule.ACTUAL_DEMAND, 10, 12, "");
        Reason quota = new Reason(Reason.Rule.QUOTA, 12, 10, "");
        assertEquals(List.of(), violated(stuck, decision(stuck, 10, List.of(actual, quota))));
    }

    @Test
    void maximumAndQuotaHold() {
        Situation s = needs(Need.of(18, 0, 0));
        breaks(
                "is above the maximum 20.0",
                violated(s, decision(s, 21, List.of(forecast(10, 21)), new GroupTarget(ONES, 21, 0))));
        FleetObservation limited = new FleetObservation(NOON, Map.of(ONES, new Stock(10, 0, 0, 0)), Map.of(ONES, 12));
        Situation quota = situation(FRESH, limited, EU, Need.of(14, 0, 0));
        breaks(
                "grows above the quota 12",
                violated(quota, decision(quota, 14, List.of(forecast(10, 14)), new GroupTarget(ONES, 14, 0))));
        breaks(
                "is above the quota 12",
                violated(quota, decision(quota, 12, List.of(forecast(10, 12)), new GroupTarget(ONES, 12, 1))));
    }

    @Test
    void idleUnitsGo() {
        Situation s = needs(Need.of(5, 0, 0));
        breaks(
                "keeps a unit that no resource needs",
                violated(s, decision(s, 10, List.of(forecast(10, 5), new Reason(Reason.Rule.WHOLE_UNITS, 5, 10, "")))));
    }

    @Test
    void usableUnitsStayUntilTheirReplacementIsUsable() {
        Situation s = situation(
                FRESH, fleet(Map.of(ONES, new Stock(0, 5, 0, 0), SPILL, new Stock(5, 0, 0, 0))), EU, Need.of(5, 0, 0));
        Decision broken = decision(s, 5, List.of(forecast(10, 5)), new GroupTarget(SPILL, 0, 0));
        breaks("spill gives up usable units", violated(s, broken));
        Decision sound = decision(s, 5, List.of(forecast(10, 5)), new GroupTarget(ONES, 0, 0));
        assertEquals(List.of(), violated(s, sound));
    }

    @Test
    void cooldownsAndStepLimitsBindForecasts() {
        Situation up = needs(Need.of(19, 0, 0));
        breaks(
                "is above 18.0",
                violated(up, decision(up, 19, List.of(forecast(10, 19)), new GroupTarget(ONES, 19, 0))));
        Situation down = needs(Need.of(5, 0, 0));
        Decision shrinks = decision(down, 5, List.of(forecast(10, 5)), new GroupTarget(ONES, 5, 0));
        assertEquals(List.of(), violated(down, shrinks));
        ChangeHistory recent = ChangeHistory.NONE.with(EU, Resource.COMPUTE, true, NOON.minusSeconds(60));
        breaks("is below 10.0", DecisionInvariants.violated(POLICY, down, recent, shrinks));
    }

    @Test
    void theNeedIsTheSituationsAndEachResourceIsDecidedOnce() {
        Situation s = needs(Need.of(14, 0, 0));
        Decision other =
                decision(needs(Need.of(15, 0, 0)), 14, List.of(forecast(10, 14)), new GroupTarget(ONES, 14, 0));
        breaks("another need", violated(s, other));
        List<ResourceDecision> twice = new ArrayList<>(other.resources());
        twice.addAll(other.resources());
        breaks("decided twice", violated(s, new Decision(NOON, FRESH, twice, other.targets())));
    }

    /** Breaks of a policy's rules: a forecast moves the pool of 10 to an amount. */
    private static List<String> moves(ResourcePolicyBuilder rules, ChangeHistory history, double to) {
        return moves(rules, history, needs(Need.of(to, 0, 0)), to);
    }

    private static List<String> moves(ResourcePolicyBuilder rules, ChangeHistory history, Situation s, double to) {
        Decision decision = decision(s, to, List.of(forecast(10, to)), new GroupTarget(ONES, (int) to, 0));
        return DecisionInvariants.violated(policy(rules, ONES, SPILL), s, history, decision);
    }

    private static ChangeHistory recent(List<Moment> changes, List<Moment> peaks, List<Moment> lows) {
        return new ChangeHistory(Map.of(), Map.of("eu/COMPUTE", new Recent(changes, peaks, lows)), 0);
    }

    @Test
    void budgetsVelocitiesAndStabilisationBindForecasts() {
        Duration five = Duration.ofMinutes(5);
        List<Moment> before = List.of(new Moment(NOON.minusSeconds(60), 8));
        ChangeHistory seen = recent(List.of(), before, before);
        breaks("is above 10.0", moves(plain().up(Pace.FREE.withStabilisation(five)), seen, 14));
        breaks("is below 8.0", moves(plain().down(Pace.FREE.withStabilisation(five)), seen, 5));
        breaks("is below 6.0", moves(plain().removalBudget(new RemovalBudget(Amount.absolute(2), five)), seen, 5));
        Velocity two = Velocity.largest(new Velocity.Step(Amount.absolute(2), five));
        ChangeHistory grew = recent(List.of(new Moment(NOON.minusSeconds(60), 1)), List.of(), List.of());
        breaks("is above 11.0", moves(plain().up(Pace.FREE.withVelocity(two)), grew, 12));
        breaks("is below 8.0", moves(plain().down(Pace.FREE.withVelocity(two)), grew, 7));
        ChangeHistory reversed = recent(
                List.of(new Moment(NOON.minusSeconds(90), -1), new Moment(NOON.minusSeconds(60), 1)),
                List.of(),
                List.of());
        breaks("is below 10.0", moves(plain().reversalBudget(new ReversalBudget(2, five)), reversed, 9));
        assertEquals(List.of(), moves(plain().reversalBudget(new ReversalBudget(3, five)), reversed, 9));
    }

    @Test
    void whatWasNeededStaysAndASpikeLeadsAsFarAsACycleMayGrow() {
        Duration five = Duration.ofMinutes(5);
        List<Moment> needed = List.of(new Moment(NOON.minusSeconds(60), 8));
        Recent recent = new Recent(List.of(), List.of(), List.of(), needed, needed);
        ChangeHistory seen = new ChangeHistory(Map.of(), Map.of("eu/COMPUTE", recent), 0);
        ResourcePolicyBuilder kept = plain().retention(new Retention(five));
        breaks("is below 8.0", moves(kept, seen, 5));
        breaks("is below 10.0", moves(kept, ChangeHistory.NONE, 5));
        breaks("is below 8.0", moves(plain().spike(SpikeRule.of(0)), seen, 5));
        assertEquals(List.of(), moves(plain().spike(SpikeRule.of(0)), ChangeHistory.NONE, 5));
        Situation spiked = needs(Need.of(20, 0, 0).withSpike(16));
        breaks("is above 14.0", moves(plain().stepUp(4), ChangeHistory.NONE, spiked, 20));
        ChangeHistory grew = ChangeHistory.NONE.with(EU, Resource.COMPUTE, true, NOON.minusSeconds(60));
        breaks("is above 16.0", moves(plain().upCooldown(five), grew, spiked, 20));
    }

    private static ResourcePolicyBuilder plain() {
        return ResourcePolicy.builder();
    }

    @Test
    void whatIsPausedStays() {
        breaks("is above 10.0", moves(plain().pause(Pause.UP), ChangeHistory.NONE, 14));
        breaks("is below 10.0", moves(plain().pause(Pause.DOWN), ChangeHistory.NONE, 6));
        breaks("is above 7.0", moves(plain().pause(Pause.at(7)), ChangeHistory.NONE, 9));
        breaks("is above 10.0", moves(plain().up(Pace.FREE.withVelocity(Velocity.DISABLED)), ChangeHistory.NONE, 14));
    }

    @Test
    void aFallbackKeepsForecastsOut() {
        ResourcePolicyBuilder rules = plain().outage(new OutagePolicy(OutagePolicy.Behaviour.CURRENT_REPLICAS, 0, 1));
        Situation blind = situation(BLIND, fleet(ONES, 10), EU, Need.of(14, 0, 0));
        breaks("is above 10.0", moves(rules, ChangeHistory.NONE, blind, 14));
    }

    @Test
    void floorsOfEventsAndSchedulesAndRaisedMaximaHold() {
        CalendarEvent sale =
                new CalendarEvent("sale", NOON, NOON.plusSeconds(60), EventScope.ALL, new EventEffect.Learned());
        Situation on = needs(Need.of(6, 0, 0)).withEvents(List.of(sale));
        breaks(
                "is below the floor 9.0",
                moves(plain().events(List.of(EventRule.floor("sale", 9))), ChangeHistory.NONE, on, 6));
        Period now = new Period(NOON, NOON.plusSeconds(60));
        breaks(
                "is below the floor 9.0",
                moves(plain().schedule("day", now, plain().minimum(9)), ChangeHistory.NONE, 6));
        ResourcePolicyBuilder breach = plain().maximum(12).capBreach(CapBreach.increase(0, 15, Duration.ZERO));
        assertEquals(List.of(), moves(breach, ChangeHistory.NONE, 14));
        breaks("is above the maximum 15.0", moves(breach, ChangeHistory.NONE, 16));
    }

    @Test
    void reasonsComeInTheOrderOfTheRules() {
        Situation s = needs(Need.of(14, 0, 0));
        List<Reason> swapped = List.of(new Reason(Reason.Rule.STEP_LIMIT, 10, 12, ""), forecast(12, 14));
        breaks("comes after STEP_LIMIT", violated(s, decision(s, 14, swapped, new GroupTarget(ONES, 14, 0))));
    }

    @Test
    void nothingIsAskedForThatTheOtherEndsCannotUse() {
        Situation s = needs(Need.of(14, 0, 0).limitedBy(new PartnerLimit(4, 0.5, Double.POSITIVE_INFINITY)));
        GroupTarget more = new GroupTarget(ONES, 14, 0);
        breaks("more than the other ends can use", violated(s, decision(s, 14, List.of(forecast(10, 14)), more)));
        Reason cut = new Reason(Reason.Rule.PARTNER, 14, 11, "");
        GroupTarget less = new GroupTarget(ONES, 11, 0);
        assertEquals(List.of(), violated(s, decision(s, 11, List.of(forecast(10, 14), cut), less)));
    }

    @Test
    void anIncrementThatTheOtherEndsCannotUseGoesAtOnce() {
        Situation s = needs(Need.of(14, 0, 0).limitedBy(new PartnerLimit(4, 0, 6)));
        ChangeHistory grew = ChangeHistory.NONE.with(EU, Resource.COMPUTE, true, NOON.minusSeconds(60));
        Reason cut = new Reason(Reason.Rule.PARTNER, 14, 4, "");
        Reason held = new Reason(Reason.Rule.COOLDOWN, 4, 10, "");
        Decision keeps = decision(s, 10, List.of(forecast(10, 14), cut, held));
        breaks("keeps an increment", DecisionInvariants.violated(POLICY, s, grew, keeps));
        Reason goes = new Reason(Reason.Rule.UNUSABLE, 10, 6, "");
        Decision gives = decision(s, 6, List.of(forecast(10, 14), cut, held, goes), new GroupTarget(ONES, 6, 0));
        assertEquals(List.of(), DecisionInvariants.violated(POLICY, s, grew, gives));
    }
}
