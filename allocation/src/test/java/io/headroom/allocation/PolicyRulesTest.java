package io.headroom.allocation;

import static io.headroom.allocation.Fixtures.BLIND;
import static io.headroom.allocation.Fixtures.EU;
import static io.headroom.allocation.Fixtures.FRESH;
import static io.headroom.allocation.Fixtures.NOON;
import static io.headroom.allocation.Fixtures.fleet;
import static io.headroom.allocation.Fixtures.group;
import static io.headroom.allocation.Fixtures.policy;
import static io.headroom.allocation.Fixtures.rules;
import static io.headroom.allocation.Fixtures.situation;
import static io.headroom.allocation.Fixtures.targets;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headroom.allocation.rules.Amount;
import io.headroom.allocation.rules.CapBreach;
import io.headroom.allocation.rules.EventRule;
import io.headroom.allocation.rules.OutagePolicy;
import io.headroom.allocation.rules.Pace;
import io.headroom.allocation.rules.Pause;
import io.headroom.allocation.rules.Period;
import io.headroom.allocation.rules.RemovalBudget;
import io.headroom.allocation.rules.ReversalBudget;
import io.headroom.allocation.rules.UtilisationTarget;
import io.headroom.allocation.rules.Velocity;
import io.headroom.core.NodeGroup;
import io.headroom.core.Resource;
import io.headroom.core.Resources;
import io.headroom.core.Stock;
import io.headroom.spi.CalendarEvent;
import io.headroom.spi.EventEffect;
import io.headroom.spi.EventScope;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** Each further rule at its edges, for 10 units of 1 unless a test says otherwise. */
class PolicyRulesTest {
    private static final NodeGroup ONES = group("ones", EU, Resources.compute(1));
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration FIVE = Duration.ofMinutes(5);

    private Freshness freshness = FRESH;
    private Recent recent = Recent.NOTHING;
    private int failures;
    private List<CalendarEvent> events = List.of();
    private int committed = 10;

    private Decision decide(ResourcePolicyBuilder rules, Need need) {
        AllocationPolicy policy = policy(rules, ONES);
        Situation situation =
                situation(freshness, fleet(ONES, committed), EU, need).withEvents(events);
        ChangeHistory history = new ChangeHistory(Map.of(), Map.of("eu/COMPUTE", recent), failures);
        Decision decision = new DecisionEngine(policy).decide(situation, history, List.of(EU));
        assertThat(DecisionInvariants.violated(policy, situation, history, decision))
                .isEmpty();
        return decision;
    }

    private double target(ResourcePolicyBuilder rules, Need need) {
        return decide(rules, need).resources().get(0).target();
    }

    private double target(ResourcePolicyBuilder rules, double forecast) {
        return target(rules, Need.of(forecast, 0, 0));
    }

    private static ResourcePolicyBuilder plain() {
        return ResourcePolicy.builder();
    }

    private static Moment ago(int minutes, double amount) {
        return new Moment(NOON.minus(Duration.ofMinutes(minutes)), amount);
    }

    private void changes(Moment... moments) {
        recent = new Recent(List.of(moments), recent.peaks(), recent.lows());
    }

    private void peaks(Moment... moments) {
        recent = new Recent(recent.changes(), List.of(moments), recent.lows());
    }

    private void lows(Moment... moments) {
        recent = new Recent(recent.changes(), recent.peaks(), List.of(moments));
    }

    @Test
    void aToleranceIsAShareOfWhatIsThereAndHasADirection() {
        ResourcePolicyBuilder rules = plain().up(Pace.FREE.withTolerance(0.1)).down(Pace.FREE.withTolerance(0.3));
        committed = 70;
        assertThat(target(rules, 76.99)).isEqualTo(70);
        assertThat(rules(decide(rules, Need.of(76.99, 0, 0))))
                .containsExactly(Reason.Rule.FORECAST, Reason.Rule.TOLERANCE);
        assertThat(target(rules, 77)).as("77 / 70 is above 1.1 in doubles").isEqualTo(77);
        assertThat(target(rules, 50)).isEqualTo(70);
        assertThat(target(rules, 48)).isEqualTo(48);
        assertThat(target(rules, Need.of(72, 0, 72)))
                .as("measured need is served")
                .isEqualTo(72);
        committed = 0;
        assertThat(target(rules, 1)).isEqualTo(1);
        assertThat(target(rules, 0)).isEqualTo(0);
    }

    @Test
    void growingFollowsTheSmallestRecommendationOfItsWindow() {
        ResourcePolicyBuilder rules = plain().up(Pace.FREE.withStabilisation(FIVE));
        lows(ago(5, 1), ago(4, 12), ago(1, 15));
        assertThat(target(rules, 20)).as("five minutes ago is outside").isEqualTo(12);
        lows(ago(4, 3));
        Decision held = decide(rules, Need.of(20, 0, 0));
        assertThat(targets(held)).isEmpty();
        assertThat(rules(held)).containsExactly(Reason.Rule.FORECAST, Reason.Rule.STABILISATION);
        assertThat(target(rules, 4)).as("shrinking has a window of its own").isEqualTo(4);
        recent = Recent.NOTHING;
        assertThat(target(rules, 20)).as("at first sight, what is there counts").isEqualTo(10);
    }

    @Test
    void aStabilisationInLeadTimesFollowsTheMeasuredOne() {
        ResourcePolicyBuilder rules =
                plain().down(Pace.FREE.withStabilisation(Duration.ofMinutes(3)).withStabilisationLeads(2));
        Need need = Need.of(4, 0, 0);
        peaks(ago(9, 8));
        assertThat(target(rules, need.withLeadTime(Optional.of(FIVE)))).isEqualTo(8);
        assertThat(target(rules, need.withLeadTime(Optional.of(Duration.ofMinutes(4)))))
                .as("nine minutes ago is outside of eight")
                .isEqualTo(4);
        peaks(ago(2, 7));
        assertThat(target(rules, need.withLeadTime(Optional.of(Duration.ofMinutes(1)))))
                .as("the longer of both counts")
                .isEqualTo(7);
    }

    @Test
    void shrinkingFollowsTheLargestRecommendationOfItsWindow() {
        ResourcePolicyBuilder rules = plain().down(Pace.FREE.withStabilisation(FIVE));
        peaks(ago(5, 10), ago(3, 8));
        assertThat(target(rules, 4)).isEqualTo(8);
        peaks(ago(3, 14));
        assertThat(target(rules, 4)).as("never across what is there").isEqualTo(10);
        peaks(ago(9, 14));
        assertThat(target(rules, 4)).isEqualTo(4);
        recent = Recent.NOTHING;
        assertThat(target(rules, 4)).isEqualTo(10);
    }

    private static Velocity.Step step(Amount amount, Duration period) {
        return new Velocity.Step(amount, period);
    }

    @Test
    void velocityCountsFromWhatWasThereWhenThePeriodBegan() {
        Velocity kubernetes = Velocity.largest(step(Amount.absolute(4), MINUTE), step(Amount.percent(100), MINUTE));
        ResourcePolicyBuilder up = plain().up(Pace.FREE.withVelocity(kubernetes));
        assertThat(target(up, 100)).as("doubled").isEqualTo(20);
        changes(new Moment(NOON.minusSeconds(30), 7));
        assertThat(target(up, 100)).as("4 from 3").isEqualTo(10);
        changes(ago(1, 7));
        assertThat(target(up, 100)).as("a minute ago is outside").isEqualTo(20);
        changes(new Moment(NOON.minusSeconds(30), -7));
        assertThat(target(up, 100)).as("only growth counts").isEqualTo(20);
        assertThat(rules(decide(up, Need.of(100, 0, 0)))).containsExactly(Reason.Rule.FORECAST, Reason.Rule.VELOCITY);
        assertThat(target(up, Need.of(100, 0, 50)))
                .as("measured need is served")
                .isEqualTo(50);
        Velocity slow = Velocity.smallest(step(Amount.absolute(4), MINUTE), step(Amount.percent(10), MINUTE));
        ResourcePolicyBuilder down = plain().down(Pace.FREE.withVelocity(slow));
        changes();
        assertThat(target(down, 0)).isEqualTo(9);
        changes(new Moment(NOON.minusSeconds(30), -1));
        assertThat(target(down, 0)).as("10 % of 11 is spent but for a tenth").isEqualTo(10);
        assertThat(target(plain().down(Pace.FREE.withVelocity(Velocity.largest(step(Amount.percent(1), MINUTE)))), 0))
                .as("a step below one unit counts as one unit")
                .isEqualTo(10);
        changes();
        assertThat(target(plain().down(Pace.FREE.withVelocity(Velocity.largest(step(Amount.percent(1), MINUTE)))), 0))
                .isEqualTo(9);
    }

    @Test
    void aDisabledVelocityPausesItsDirection() {
        ResourcePolicyBuilder rules = plain().up(Pace.FREE.withVelocity(Velocity.DISABLED));
        Decision held = decide(rules, Need.of(20, 0, 15));
        assertThat(targets(held)).isEmpty();
        assertThat(rules(held)).containsExactly(Reason.Rule.FORECAST, Reason.Rule.PAUSE);
        assertThat(target(rules, 4)).isEqualTo(4);
        assertThat(target(plain().down(Pace.FREE.withVelocity(Velocity.DISABLED)), 4))
                .isEqualTo(10);
    }

    @Test
    void aRemovalBudgetIsCountedFromThePeakOfItsWindow() {
        ResourcePolicyBuilder rules = plain().removalBudget(new RemovalBudget(Amount.absolute(3), FIVE));
        peaks(ago(4, 9));
        assertThat(target(rules, 2)).isEqualTo(6);
        assertThat(rules(decide(rules, Need.of(2, 0, 0))))
                .containsExactly(Reason.Rule.FORECAST, Reason.Rule.REMOVAL_BUDGET);
        committed = 7;
        assertThat(target(rules, 2)).as("however it got here").isEqualTo(6);
        committed = 6;
        assertThat(target(rules, 2)).isEqualTo(6);
        peaks(ago(5, 9));
        assertThat(target(rules, 2)).isEqualTo(2);
        committed = 10;
        peaks(ago(1, 10));
        assertThat(target(plain().removalBudget(new RemovalBudget(Amount.percent(20), FIVE)), 2))
                .isEqualTo(8);
        assertThat(target(plain().removalBudget(new RemovalBudget(Amount.percent(1), FIVE)), 2))
                .isEqualTo(9);
    }

    @Test
    void aReversalBudgetHoldsShrinkingWhileThereIsRoomForTheGrowthThatUndoesIt() {
        ResourcePolicyBuilder two = plain().reversalBudget(new ReversalBudget(2, FIVE));
        changes(ago(2, 1));
        assertThat(target(two, 4)).as("this and the next make two").isEqualTo(4);
        changes(ago(3, -1), ago(2, 1));
        assertThat(target(two, 4)).isEqualTo(10);
        assertThat(rules(decide(two, Need.of(4, 0, 0))))
                .containsExactly(Reason.Rule.FORECAST, Reason.Rule.REVERSAL_BUDGET);
        changes(ago(5, -1), ago(2, 1));
        assertThat(target(two, 4)).as("the first is outside").isEqualTo(4);
        changes(ago(4, 1), ago(3, -1), ago(2, 1), ago(1, -1));
        assertThat(target(two, 4)).as("no reversal").isEqualTo(4);
        assertThat(target(two, 14)).as("growth does not wait").isEqualTo(14);
        ResourcePolicyBuilder one = plain().reversalBudget(new ReversalBudget(1, FIVE));
        changes(ago(3, 1), ago(2, -1));
        assertThat(target(one, 14)).as("it has to, where the budget is one").isEqualTo(10);
        assertThat(target(one, Need.of(14, 0, 12)))
                .as("but measured need does not")
                .isEqualTo(12);
    }

    @Test
    void whatIsPausedStaysUnlessAFloorOrAMaximumMovesIt() {
        assertThat(target(plain().pause(Pause.UP), Need.of(20, 0, 20))).isEqualTo(10);
        assertThat(target(plain().pause(Pause.UP), 4)).isEqualTo(4);
        assertThat(target(plain().pause(Pause.DOWN), 4)).isEqualTo(10);
        assertThat(target(plain().pause(Pause.DOWN), 14)).isEqualTo(14);
        assertThat(target(plain().pause(Pause.ALL), 14)).isEqualTo(10);
        assertThat(target(plain().pause(Pause.ALL).minimum(12), 4)).isEqualTo(12);
        assertThat(target(plain().pause(Pause.ALL).maximum(8), 14)).isEqualTo(8);
        assertThat(target(plain().pause(Pause.at(7)), Need.of(20, 0, 20))).isEqualTo(7);
        assertThat(target(plain().pause(Pause.at(7)), Need.UNKNOWN)).isEqualTo(7);
        assertThat(target(plain().pause(Pause.at(30)).maximum(25), 4)).isEqualTo(25);
        freshness = BLIND;
        assertThat(target(plain().pause(Pause.at(7)), 4)).as("not while blind").isEqualTo(10);
        assertThat(target(plain().pause(Pause.at(12)), 4)).isEqualTo(12);
    }

    @Test
    void aPauseLeavesWarmUnitsWhereTheyAre() {
        AllocationPolicy policy = policy(plain().pause(Pause.ALL).warm(5), ONES);
        Situation situation = situation(FRESH, fleet(Map.of(ONES, new Stock(10, 0, 2, 0))), EU, Need.of(20, 0, 0));
        assertThat(new DecisionEngine(policy)
                        .decide(situation, ChangeHistory.NONE, List.of(EU))
                        .targets())
                .isEmpty();
    }

    private static OutagePolicy outage(OutagePolicy.Behaviour behaviour, double amount) {
        return new OutagePolicy(behaviour, amount, 3);
    }

    @Test
    void anOutageHasItsFallbackFromItsThresholdOnAndLowersNothing() {
        freshness = BLIND;
        failures = 2;
        ResourcePolicyBuilder hold = plain().outage(outage(OutagePolicy.Behaviour.HOLD, 0));
        assertThat(target(hold, 14)).as("forecasts still grow").isEqualTo(14);
        assertThat(target(hold, 4)).isEqualTo(10);
        ResourcePolicyBuilder fixed = plain().outage(outage(OutagePolicy.Behaviour.STATIC, 12));
        assertThat(target(fixed, 30)).isEqualTo(12);
        assertThat(rules(decide(fixed, Need.of(30, 0, 0)))).containsExactly(Reason.Rule.FORECAST, Reason.Rule.OUTAGE);
        assertThat(target(fixed, Need.UNKNOWN)).isEqualTo(12);
        assertThat(target(plain().outage(outage(OutagePolicy.Behaviour.STATIC, 3)), 30))
                .isEqualTo(10);
        assertThat(target(plain().outage(outage(OutagePolicy.Behaviour.CURRENT_REPLICAS, 12)), 30))
                .isEqualTo(10);
        assertThat(target(plain().outage(outage(OutagePolicy.Behaviour.CURRENT_REPLICAS_IF_HIGHER, 12)), 30))
                .isEqualTo(12);
        assertThat(target(plain().outage(outage(OutagePolicy.Behaviour.CURRENT_REPLICAS_IF_LOWER, 3)), 30))
                .isEqualTo(10);
        failures = 1;
        assertThat(target(fixed, 30)).as("before the threshold").isEqualTo(30);
        failures = 2;
        freshness = FRESH;
        assertThat(target(fixed, 4)).as("no outage").isEqualTo(4);
    }

    @Test
    void measuredDemandIsTrackedBesideTheForecast() {
        ResourcePolicyBuilder tracking = plain().utilisation(UtilisationTarget.of(0.5));
        assertThat(target(tracking, Need.of(6, 0, 4))).isEqualTo(8);
        assertThat(rules(decide(tracking, Need.of(6, 0, 4))))
                .containsExactly(Reason.Rule.FORECAST, Reason.Rule.UTILISATION);
        assertThat(target(tracking, Need.of(9, 0, 4))).isEqualTo(9);
        assertThat(target(tracking, new Need(OptionalDouble.empty(), 0, 4)))
                .as("without a forecast it stands alone, and shrinks, too")
                .isEqualTo(8);
        ResourcePolicyBuilder alone = plain().utilisation(new UtilisationTarget(0.5, UtilisationTarget.Combine.ACTUAL));
        assertThat(target(alone, Need.of(30, 30, 4))).isEqualTo(8);
        ResourcePolicyBuilder sized = plain().targetUtilisation(0.8).utilisation(UtilisationTarget.of(0.5));
        assertThat(target(sized, Need.of(1, 0, 5)))
                .as("5 is 4 at 0.8, which is 8 at 0.5")
                .isEqualTo(8);
        ResourcePolicyBuilder calm =
                plain().utilisation(UtilisationTarget.of(0.5)).up(Pace.FREE.withTolerance(0.2));
        assertThat(target(calm, Need.of(1, 0, 6)))
                .as("12 is within the tolerance")
                .isEqualTo(10);
    }

    @Test
    void aBreachOfTheMaximumIsHonouredOrRaisesItForAWhile() {
        assertThat(target(plain().maximum(12), 20)).isEqualTo(12);
        ResourcePolicyBuilder raised = plain().maximum(12).capBreach(CapBreach.increase(10, 30, FIVE));
        assertThat(target(raised, 20)).isEqualTo(20);
        assertThat(target(raised, Need.of(20, 0, 25))).as("10 % above it").isEqualTo(22);
        assertThat(target(raised, 50)).as("not beyond the limit").isEqualTo(30);
        committed = 20;
        peaks(ago(4, 18));
        assertThat(target(raised, Need.of(14, 0, 19))).isEqualTo(19);
        peaks(ago(5, 18));
        assertThat(target(raised, Need.of(11, 0, 19))).as("it has expired").isEqualTo(12);
    }

    private static CalendarEvent sale() {
        return new CalendarEvent(
                "sale", NOON.plusSeconds(60), NOON.plusSeconds(3600), EventScope.ALL, new EventEffect.Learned());
    }

    @Test
    void eventsMultiplyForecastsAndRaiseFloors() {
        ResourcePolicyBuilder rules = plain().events(List.of(
                EventRule.multiply("sale", 1.5), EventRule.multiply("other", 9), EventRule.floor("*", 13)));
        assertThat(target(rules, 8)).as("nothing is on").isEqualTo(8);
        events = List.of(sale());
        Decision lifted = decide(rules, Need.of(8, 0, 0));
        assertThat(targets(lifted)).containsEntry("ones", "13+0");
        assertThat(rules(lifted)).containsExactly(Reason.Rule.FORECAST, Reason.Rule.EVENT, Reason.Rule.EVENT_FLOOR);
        assertThat(target(rules, 12)).isEqualTo(18);
        assertThat(target(plain().events(List.of(EventRule.floor("sale", 13))).maximum(11), 8))
                .as("the maximum wins")
                .isEqualTo(11);
        assertThat(target(plain().events(List.of(EventRule.floor("sale", 13))).pause(Pause.ALL), 8))
                .as("a pause does not")
                .isEqualTo(13);
        assertThat(target(plain().events(List.of(EventRule.multiply("sale", 1.5))), Need.of(4, 6, 0)))
                .as("what is needed until the lead time, too")
                .isEqualTo(9);
    }

    @Test
    void schedulesPutTheirSettingsInThePlaceOfOthers() {
        Period holding = new Period(NOON.minusSeconds(60), NOON.plusSeconds(60));
        Period over = new Period(NOON.minusSeconds(60), NOON);
        ResourcePolicyBuilder floor = plain().schedule("day", holding, plain().minimum(15));
        assertThat(target(floor, 4)).isEqualTo(15);
        assertThat(rules(decide(floor, Need.of(4, 0, 0)))).containsExactly(Reason.Rule.FORECAST, Reason.Rule.SCHEDULE);
        assertThat(decide(floor, Need.of(4, 0, 0)).explain()).contains("minimum 15.0 by schedule 'day'");
        assertThat(target(plain().schedule("day", over, plain().minimum(15)), 4))
                .isEqualTo(4);
        assertThat(target(plain().schedule("day", holding, plain().maximum(6)), 20))
                .isEqualTo(6);
        assertThat(target(plain().schedule("night", holding, plain().pause(Pause.ALL)), 20))
                .isEqualTo(10);
        assertThat(target(plain().stepUp(2).schedule("sale", holding, plain().stepUp(5)), 20))
                .isEqualTo(15);
        ResourcePolicyBuilder two = plain().schedule(
                        "first", holding, plain().minimum(15).stepDown(1))
                .schedule("second", holding, plain().minimum(5));
        assertThat(target(two, 4)).as("the later one wins where both speak").isEqualTo(9);
        ResourcePolicyBuilder clash =
                plain().schedule("high", holding, plain().minimum(15)).schedule("low", holding, plain().maximum(12));
        assertThat(target(clash, 4)).as("the maximum wins").isEqualTo(12);
    }

    @Test
    void schedulesThatCannotHoldAreRefused() {
        Period when = new Period(NOON, NOON.plusSeconds(60));
        PolicyTest.refused(
                "minimum 15.0 while schedule 'day'",
                "maximum 12.0",
                () -> plain().maximum(12)
                        .schedule("day", when, plain().minimum(15))
                        .build());
        PolicyTest.refused("schedule 'day'", "must change something", () -> plain().schedule("day", when, plain()));
        PolicyTest.refused(
                "schedule 'day'",
                "name of its own",
                () -> plain().schedule("day", when, plain().warm(1))
                        .schedule("day", when, plain().warm(2))
                        .build());
        assertThatThrownBy(() -> plain().schedule("a/b", when, plain().warm(1))).hasMessageContaining("schedule 'a/b'");
    }

    @Test
    void theMomentDecidesWhichPolicyHolds() {
        Period when = new Period(NOON, NOON.plusSeconds(60));
        AllocationPolicy policy = policy(
                plain().quantile(0.5)
                        .schedule("day", when, plain().quantile(0.9).warm(3)),
                ONES);
        assertThat(policy.at(NOON).resource(EU, Resource.COMPUTE).sizing().quantile())
                .isEqualTo(0.9);
        assertThat(policy.at(NOON).resource(EU, Resource.COMPUTE).warm()).isEqualTo(3);
        assertThat(policy.at(NOON.minusSeconds(1))
                        .resource(EU, Resource.COMPUTE)
                        .sizing()
                        .quantile())
                .isEqualTo(0.5);
        AllocationPolicy plain = policy(plain(), ONES);
        assertThat(plain.at(NOON)).isSameAs(plain);
    }

    @Test
    void aBuilderStartsFromAPolicyAndGivesItBack() {
        for (long seed = 0; seed < 500; seed++) {
            ResourcePolicy rules = FuzzCase.rich(seed).policy.resource(EU, Resource.COMPUTE);
            assertThat(rules.toBuilder().build()).as("seed %s", seed).isEqualTo(rules);
        }
    }

    @Test
    void everySettingOfASchedulesBuilderIsPutOver() {
        ResourcePolicyBuilder all = plain();
        for (PolicyField field : PolicyField.values()) {
            field.copy(plain().build(), all);
        }
        assertThat(all.overrides().fields()).containsExactly(PolicyField.values());
        List<ResourcePolicy> rich = new ArrayList<>();
        for (long seed = 0; seed < 200; seed++) {
            rich.add(FuzzCase.rich(seed).policy.resource(EU, Resource.COMPUTE));
        }
        for (ResourcePolicy from : rich) {
            PolicyOverride everything = new PolicyOverride(from, EnumSet.allOf(PolicyField.class));
            ResourcePolicy over = everything.over(plain().build());
            assertThat(over).isEqualTo(from.toBuilder().schedules(List.of()).build());
        }
    }
}
