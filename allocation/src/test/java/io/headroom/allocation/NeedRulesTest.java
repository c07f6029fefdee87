package io.headroom.allocation;

import static io.headroom.allocation.Fixtures.EU;
import static io.headroom.allocation.Fixtures.FRESH;
import static io.headroom.allocation.Fixtures.NOON;
import static io.headroom.allocation.Fixtures.fleet;
import static io.headroom.allocation.Fixtures.group;
import static io.headroom.allocation.Fixtures.rules;
import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.allocation.rules.Amount;
import io.headroom.allocation.rules.Pace;
import io.headroom.allocation.rules.Pause;
import io.headroom.allocation.rules.Retention;
import io.headroom.allocation.rules.SpikeRule;
import io.headroom.allocation.rules.Velocity;
import io.headroom.core.NodeGroup;
import io.headroom.core.Resource;
import io.headroom.core.Resources;
import io.headroom.spi.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is kept, and what a spike does, decision by decision. */
class NeedRulesTest {
    private static final NodeGroup ONES = group("ones", EU, Resources.compute(1));
    private static final NodeGroup DISKS = group("disks", EU, Resources.storage(10));

    private ChangeHistory history = ChangeHistory.NONE;
    private Instant now = NOON;

    private Decision decide(ResourcePolicyBuilder rules, NodeGroup group, int units, Need need, Freshness freshness) {
        AllocationPolicy policy = Fixtures.policy(rules, group);
        Resource resource = group.equals(DISKS) ? Resource.STORAGE : Resource.COMPUTE;
        Situation situation = new Situation(now, freshness, fleet(group, units), Map.of(EU, Map.of(resource, need)));
        Decision decision = new DecisionEngine(policy).decide(situation, history, List.of(EU));
        assertThat(DecisionInvariants.violated(policy, situation, history, decision))
                .isEmpty();
        history = history.recommended(decision, policy)
                .accepted(
                        decision,
                        decision.targets().stream()
                                .map(t -> (Outcome) new Outcome.Accepted(t.group(), t.allocated(), t.warm()))
                                .toList(),
                        situation.fleet(),
                        policy);
        return decision;
    }

    private static double target(Decision decision) {
        return decision.resources().get(0).target();
    }

    @Test
    void whatIsStoredGoesOnceItWasNotNeededForTheRetention() {
        ResourcePolicyBuilder rules = ResourcePolicy.builder().retention(new Retention(Duration.ofDays(30)));
        assertThat(target(decide(rules, DISKS, 10, Need.of(200, 0, 150), FRESH)))
                .isEqualTo(200);
        for (int day = 1; day < 30; day++) {
            now = NOON.plus(Duration.ofDays(day));
            Decision kept = decide(rules, DISKS, 20, Need.of(40, 0, 30), FRESH);
            assertThat(target(kept)).as("day %s", day).isEqualTo(200);
            assertThat(rules(kept)).contains(Reason.Rule.RETENTION);
        }
        now = NOON.plus(Duration.ofDays(31));
        assertThat(target(decide(rules, DISKS, 20, Need.of(40, 0, 30), FRESH))).isEqualTo(40);
    }

    @Test
    void measuredUseCountsAsNeededWhatDownStabilisationWouldMiss() {
        Need used = Need.of(50, 0, 180);
        Need idle = Need.of(50, 0, 20);
        ResourcePolicyBuilder stabilised =
                ResourcePolicy.builder().down(Pace.FREE.withStabilisation(Duration.ofDays(1)));
        decide(stabilised, DISKS, 5, used, FRESH);
        now = now.plusSeconds(3600);
        assertThat(target(decide(stabilised, DISKS, 18, idle, FRESH))).isEqualTo(50);

        history = ChangeHistory.NONE;
        ResourcePolicyBuilder retained = ResourcePolicy.builder().retention(new Retention(Duration.ofDays(1)));
        decide(retained, DISKS, 5, used, FRESH);
        now = now.plusSeconds(3600);
        assertThat(target(decide(retained, DISKS, 18, idle, FRESH))).isEqualTo(180);
    }

    @Test
    void whatIsThereAtFirstSightIsKept() {
        ResourcePolicyBuilder rules = ResourcePolicy.builder().retention(new Retention(Duration.ofDays(7)));
        for (int day = 0; day < 7; day++) {
            now = NOON.plus(Duration.ofDays(day));
            assertThat(target(decide(rules, DISKS, 12, Need.of(10, 0, 10), FRESH)))
                    .isEqualTo(120);
        }
        now = NOON.plus(Duration.ofDays(8));
        assertThat(target(decide(rules, DISKS, 12, Need.of(10, 0, 10), FRESH))).isEqualTo(10);
    }

    @Test
    void aMaximumIsStrongerThanARetention() {
        ResourcePolicyBuilder rules = ResourcePolicy.builder().retention(new Retention(Duration.ofDays(7)));
        decide(rules, DISKS, 12, Need.of(120, 0, 10), FRESH);
        assertThat(target(decide(rules.maximum(60), DISKS, 12, Need.of(10, 0, 10), FRESH)))
                .isEqualTo(60);
    }

    @Test
    void aSpikeIsFollowedAtOnceWhateverPacesTheForecast() {
        ResourcePolicyBuilder rules = ResourcePolicy.builder()
                .spike(SpikeRule.of(0.1))
                .up(Pace.FREE.withStabilisation(Duration.ofHours(1)))
                .upCooldown(Duration.ofHours(1));
        history = history.with(EU, Resource.COMPUTE, true, NOON.minusSeconds(60));
        Decision decision = decide(rules, ONES, 10, Need.of(10, 10, 30).withSpike(45), FRESH);
        assertThat(target(decision)).isEqualTo(45);
        assertThat(rules(decision)).containsExactly(Reason.Rule.ANOMALY);
        assertThat(decision.resources().get(0).explain()).contains("ANOMALY: 10.00 -> 45.00 (unexpected need 30.0)");
    }

    @Test
    void stepLimitVelocityPauseAndMaximumBoundIt() {
        Need need = Need.of(10, 10, 12).withSpike(45);
        SpikeRule spike = SpikeRule.of(0.1);
        assertThat(target(decide(ResourcePolicy.builder().spike(spike).stepUp(5), ONES, 10, need, FRESH)))
                .isEqualTo(15);
        Velocity velocity = Velocity.largest(new Velocity.Step(Amount.absolute(8), Duration.ofMinutes(10)));
        history = ChangeHistory.NONE;
        assertThat(target(decide(
                        ResourcePolicy.builder().spike(spike).up(Pace.FREE.withVelocity(velocity)),
                        ONES,
                        10,
                        need,
                        FRESH)))
                .isEqualTo(18);
        assertThat(target(decide(ResourcePolicy.builder().spike(spike).maximum(20), ONES, 10, need, FRESH)))
                .isEqualTo(20);
        assertThat(target(decide(ResourcePolicy.builder().spike(spike).pause(Pause.UP), ONES, 10, need, FRESH)))
                .isEqualTo(10);
    }

    @Test
    void staleTelemetryIsNoSpike() {
        ResourcePolicyBuilder rules = ResourcePolicy.builder().spike(SpikeRule.of(0.1));
        assertThat(target(decide(rules, ONES, 10, Need.of(10, 10, 12).withSpike(45), Fixtures.BLIND)))
                .isEqualTo(12);
    }

    @Test
    void afterASpikeAndAfterADropShrinkingWaitsForTheHold() {
        ResourcePolicyBuilder rules = ResourcePolicy.builder().spike(SpikeRule.of(0.1));
        decide(rules, ONES, 10, Need.of(10, 10, 30).withSpike(45), FRESH);
        // Lead time plus interval are six minutes.
        now = now.plus(Duration.ofMinutes(5));
        Decision held = decide(rules, ONES, 45, Need.of(10, 10, 10), FRESH);
        assertThat(target(held)).isEqualTo(45);
        assertThat(rules(held)).endsWith(Reason.Rule.ANOMALY);
        now = now.plus(Duration.ofMinutes(1));
        assertThat(target(decide(rules, ONES, 45, Need.of(10, 10, 10), FRESH))).isEqualTo(10);

        now = now.plus(Duration.ofHours(1));
        decide(rules, ONES, 50, Need.of(50, 50, 48), FRESH);
        now = now.plus(Duration.ofMinutes(1));
        assertThat(target(decide(rules, ONES, 50, Need.of(5, 5, 4), FRESH)))
                .as("a drop without a spike before it")
                .isEqualTo(48);
    }

    @Test
    void aHoldOfItsOwnLastsAsLongAsItSays() {
        ResourcePolicyBuilder rules =
                ResourcePolicy.builder().spike(SpikeRule.of(0.1).withHold(Duration.ofHours(2)));
        decide(rules, ONES, 10, Need.of(10, 10, 30).withSpike(30), FRESH);
        now = now.plus(Duration.ofMinutes(119));
        assertThat(target(decide(rules, ONES, 30, Need.of(10, 10, 10), FRESH))).isEqualTo(30);
        // Two hours and one part of them.
        now = now.plus(Duration.ofMinutes(3));
        assertThat(target(decide(rules, ONES, 30, Need.of(10, 10, 10), FRESH))).isEqualTo(10);
    }
}
