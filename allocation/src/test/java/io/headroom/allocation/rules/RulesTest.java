package io.headroom.allocation.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headroom.allocation.plan.LeadRule;
import io.headroom.core.Location;
import io.headroom.core.Region;
import io.headroom.core.RegionPair;
import io.headroom.core.TransactionType;
import io.headroom.spi.CalendarEvent;
import io.headroom.spi.EventEffect;
import io.headroom.spi.EventScope;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class RulesTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private static void refused(String value, String bound, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(value)
                .hasMessageContaining(bound)
                .hasMessageContaining("Maybe ");
    }

    @Test
    void numbersOutsideTheirRangeAreRefused() {
        refused("amount 0.0", "above 0", () -> Amount.absolute(0));
        refused("percent NaN", "above 0", () -> Amount.percent(Double.NaN));
        refused("velocity period PT0S", "longer than zero", () -> new Velocity.Step(Amount.absolute(1), Duration.ZERO));
        refused("tolerance -0.1", "0 or more", () -> Pace.FREE.withTolerance(-0.1));
        refused("stabilisation PT-1M", "0 or more", () -> Pace.FREE.withStabilisation(MINUTE.negated()));
        refused("stabilisation in lead times NaN", "finite", () -> Pace.FREE.withStabilisationLeads(Double.NaN));
        refused("removal window PT-1M", "0 or more", () -> new RemovalBudget(Amount.absolute(1), MINUTE.negated()));
        refused("longest lead time 0.5", "1 or more", () -> new MeasuredLeads(0.5, 0.9));
        refused("longest lead time Infinity", "finite", () -> new MeasuredLeads(1 / 0.0, 0.9));
        refused("quantile of lead times 90.0", "between 0 and 1", () -> new MeasuredLeads(4, 90));
        refused("reversals 0", "[1, ", () -> new ReversalBudget(0, MINUTE));
        refused("reversal window PT-1M", "0 or more", () -> new ReversalBudget(1, MINUTE.negated()));
        refused("pause at -1.0", "0 or more", () -> Pause.at(-1));
        refused("pause at 3.0", "both directions", () -> new Pause(true, false, OptionalDouble.of(3)));
        refused("fallback Infinity", "finite", () -> new OutagePolicy(OutagePolicy.Behaviour.STATIC, 1 / 0.0, 1));
        refused("failure threshold 0", "[1, ", () -> new OutagePolicy(OutagePolicy.Behaviour.STATIC, 1, 0));
        refused("utilisation target 70.0", "(0, 1]", () -> UtilisationTarget.of(70));
        refused("buffer 101.0", "[0, 100]", () -> CapBreach.increase(101, 5, MINUTE));
        refused("breach limit NaN", "above 0", () -> CapBreach.increase(10, Double.NaN, MINUTE));
        refused("breach expiry PT-1M", "0 or more", () -> CapBreach.increase(10, 5, MINUTE.negated()));
        refused("event ' '", "must have a name", () -> EventRule.floor(" ", 1));
        refused("event factor 0.0", "above 0", () -> EventRule.multiply("sale", 0));
        refused("event floor -1.0", "0 or more", () -> EventRule.floor("sale", -1));
        refused(
                "time after the event PT-1M",
                "0 or more",
                () -> EventRule.floor("sale", 1).around(MINUTE, MINUTE.negated()));
    }

    @Test
    void multiplesOfTimesAreExactAndEndWhereTimeDoes() {
        assertThat(Durations.times(MINUTE, 2.5)).isEqualTo(Duration.ofSeconds(150));
        assertThat(Durations.times(Duration.ofNanos(3), 0.5)).isEqualTo(Duration.ofNanos(1));
        assertThat(Durations.times(Duration.ofSeconds(Long.MAX_VALUE - 1, 999_999_999), 1))
                .isEqualTo(Duration.ofSeconds(Long.MAX_VALUE - 1, 999_999_999));
        assertThat(Durations.times(Duration.ofDays(100_000), 1e300)).isEqualTo(Duration.ofSeconds(Long.MAX_VALUE));
        assertThat(Durations.times(MINUTE, 0)).isZero();
    }

    @Test
    void aMeasuredLeadTimeIsBelievedAsFarAsTheRuleSays() {
        LeadRule rule = MeasuredLeads.STANDARD.rule(Duration.ofMinutes(5));
        assertThat(rule).isEqualTo(LeadRule.of(Duration.ofMinutes(5)));
        assertThat(MeasuredLeads.NONE.longest(MINUTE)).isEqualTo(MINUTE);
        assertThat(MeasuredLeads.STANDARD
                        .rule(Duration.ofSeconds(Long.MAX_VALUE))
                        .longest())
                .isEqualTo(Duration.ofSeconds(Long.MAX_VALUE));
    }

    @Test
    void amountsAreReadAgainstABase() {
        assertThat(Amount.absolute(4).against(100)).isEqualTo(4);
        assertThat(Amount.percent(50).against(10)).isEqualTo(5);
        assertThat(Amount.percent(50).against(0)).isEqualTo(0);
    }

    @Test
    void aFallbackNeverLowersWhatIsThere() {
        for (OutagePolicy.Behaviour behaviour : OutagePolicy.Behaviour.values()) {
            OutagePolicy policy = new OutagePolicy(behaviour, 7, 1);
            assertThat(policy.target(10)).as(behaviour.name()).isEqualTo(10);
            boolean raises = List.of(OutagePolicy.Behaviour.STATIC, OutagePolicy.Behaviour.CURRENT_REPLICAS_IF_HIGHER)
                    .contains(behaviour);
            assertThat(policy.target(3)).as(behaviour.name()).isEqualTo(raises ? 7 : 3);
        }
    }

    @Test
    void combinationsLieBetweenTheirParts() {
        assertThat(new UtilisationTarget(1, UtilisationTarget.Combine.MAXIMUM).combined(3, 5))
                .isEqualTo(5);
        assertThat(new UtilisationTarget(1, UtilisationTarget.Combine.MINIMUM).combined(3, 5))
                .isEqualTo(3);
        assertThat(new UtilisationTarget(1, UtilisationTarget.Combine.MEAN).combined(3, 5))
                .isEqualTo(4);
        assertThat(new UtilisationTarget(1, UtilisationTarget.Combine.ACTUAL).combined(3, 5))
                .isEqualTo(5);
        assertThat(UtilisationTarget.NONE.combined(3, 5)).isEqualTo(3);
        assertThat(new UtilisationTarget(1, UtilisationTarget.Combine.MEAN)
                        .combined(Double.MAX_VALUE, Double.MAX_VALUE))
                .isEqualTo(Double.MAX_VALUE);
    }

    @Test
    void aBreachRaisesTheMaximumByItsBufferAndNotBeyondItsLimit() {
        CapBreach breach = CapBreach.increase(10, 30, MINUTE);
        assertThat(breach.maximum(20, 20)).isEqualTo(20);
        assertThat(breach.maximum(20, 25)).isEqualTo(27.500000000000004);
        assertThat(breach.maximum(20, 29)).isEqualTo(30);
        assertThat(breach.maximum(40, 50)).as("a maximum above the limit stays").isEqualTo(40);
        assertThat(CapBreach.HONOR.maximum(20, 25)).isEqualTo(20);
    }

    private static CalendarEvent event(EventScope scope) {
        return new CalendarEvent("sale", NOON, NOON.plusSeconds(3600), scope, new EventEffect.Learned());
    }

    private static boolean holds(EventRule rule, EventScope scope, Location at, String now, Duration ahead) {
        return rule.holds(event(scope), at, Instant.parse(now), ahead);
    }

    @Test
    void anEventIsHeededFromTheTimeThatADecisionLooksAheadUntilItsEnd() {
        EventRule rule = EventRule.floor("sale", 5);
        Region eu = Region.of("eu");
        Duration five = Duration.ofMinutes(5);
        assertThat(holds(rule, EventScope.ALL, eu, "2026-03-01T11:55:00Z", five))
                .isFalse();
        assertThat(holds(rule, EventScope.ALL, eu, "2026-03-01T11:55:01Z", five))
                .isTrue();
        assertThat(holds(rule, EventScope.ALL, eu, "2026-03-01T12:59:59Z", five))
                .isTrue();
        assertThat(holds(rule, EventScope.ALL, eu, "2026-03-01T13:00:00Z", five))
                .isFalse();
        EventRule wide = rule.around(Duration.ofMinutes(10), Duration.ofMinutes(20));
        assertThat(holds(wide, EventScope.ALL, eu, "2026-03-01T11:45:01Z", five))
                .isTrue();
        assertThat(holds(wide, EventScope.ALL, eu, "2026-03-01T11:45:00Z", five))
                .isFalse();
        assertThat(holds(wide, EventScope.ALL, eu, "2026-03-01T13:19:59Z", five))
                .isTrue();
        assertThat(holds(wide, EventScope.ALL, eu, "2026-03-01T13:20:00Z", five))
                .isFalse();
        assertThat(EventRule.floor("sale", 1)
                        .around(Duration.ofSeconds(Long.MAX_VALUE), Duration.ofSeconds(Long.MAX_VALUE))
                        .holds(event(EventScope.ALL), eu, Instant.MIN, Duration.ofSeconds(Long.MAX_VALUE)))
                .isTrue();
    }

    @Test
    void anEventTouchesThePlacesOfItsScope() {
        EventRule any = EventRule.floor(EventRule.ANY, 5);
        Location eu = Region.of("eu");
        Location us = Region.of("us");
        Location link = RegionPair.of("eu", "us");
        String at = "2026-03-01T12:00:00Z";
        EventScope byRegion = EventScope.of(Region.of("eu"));
        EventScope byPair = EventScope.of(RegionPair.of("eu", "us"));
        assertThat(holds(any, byRegion, eu, at, MINUTE)).isTrue();
        assertThat(holds(any, byRegion, us, at, MINUTE)).isFalse();
        assertThat(holds(any, byRegion, link, at, MINUTE)).isTrue();
        assertThat(holds(any, byPair, us, at, MINUTE)).isTrue();
        assertThat(holds(any, byPair, RegionPair.of("us", "eu"), at, MINUTE)).isFalse();
        assertThat(holds(any, EventScope.of(TransactionType.of("api")), us, at, MINUTE))
                .isTrue();
        assertThat(holds(EventRule.floor("other", 5), EventScope.ALL, eu, at, MINUTE))
                .isFalse();
    }

    @Test
    void rulesAreNamedInReasons() {
        assertThat(Velocity.largest(
                        new Velocity.Step(Amount.absolute(4), Duration.ofSeconds(15)),
                        new Velocity.Step(Amount.percent(100), Duration.ofSeconds(15))))
                .hasToString("largest of 4.0 per PT15S, 100.0 % per PT15S");
        assertThat(Velocity.DISABLED).hasToString("disabled");
        assertThat(Velocity.UNLIMITED).hasToString("unlimited");
        assertThat(new RemovalBudget(Amount.percent(10), MINUTE)).hasToString("10.0 % below the peak of PT1M");
        assertThat(new ReversalBudget(2, MINUTE)).hasToString("2 reversals per PT1M");
        assertThat(new OutagePolicy(OutagePolicy.Behaviour.CURRENT_REPLICAS_IF_HIGHER, 3, 1))
                .hasToString("current replicas if higher 3.0");
        assertThat(UtilisationTarget.of(0.7)).hasToString("maximum with measured demand at 0.7");
    }
}
