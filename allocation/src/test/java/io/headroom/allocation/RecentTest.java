package io.headroom.allocation;

import static io.headroom.allocation.Fixtures.EU;
import static io.headroom.allocation.Fixtures.FRESH;
import static io.headroom.allocation.Fixtures.NOON;
import static io.headroom.allocation.Fixtures.group;
import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.allocation.rules.OutagePolicy;
import io.headroom.allocation.rules.Pace;
import io.headroom.allocation.rules.ReversalBudget;
import io.headroom.core.NodeGroup;
import io.headroom.core.Resource;
import io.headroom.core.Resources;
import io.headroom.core.Stock;
import io.headroom.spi.FleetObservation;
import io.headroom.spi.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RecentTest {
    private static final Duration TEN = Duration.ofMinutes(10);
    private static final MemorySpan SPAN = new MemorySpan(TEN, TEN, TEN);
    private static final NodeGroup ONES = group("ones", EU, Resources.compute(1));

    private static Instant at(int minute) {
        return NOON.plusSeconds(60L * minute);
    }

    @Test
    void onlyWhatAWindowCanStillSeeIsKept() {
        SplittableRandom random = new SplittableRandom(7);
        Recent recent = Recent.NOTHING;
        List<Double> all = new ArrayList<>();
        for (int minute = 0; minute < 500; minute++) {
            double amount = random.nextInt(50);
            all.add(amount);
            recent = recent.recommended(new Moment(at(minute), amount), 20, SPAN);
            for (int window = 1; window <= 10 && minute > 20; window++) {
                List<Double> inside = all.subList(minute - window + 1, minute + 1);
                Duration length = Duration.ofMinutes(window);
                assertThat(recent.peak(length, at(minute), 0))
                        .isEqualTo(inside.stream().max(Double::compare).get());
                assertThat(recent.low(length, at(minute), 0))
                        .isEqualTo(inside.stream().min(Double::compare).get());
            }
            assertThat(recent.peaks().size()).isLessThanOrEqualTo(10);
        }
    }

    @Test
    void theFirstRecommendationComesAfterWhatWasThere() {
        Recent first = Recent.NOTHING.recommended(new Moment(NOON, 4), 10, SPAN);
        assertThat(first.peaks()).containsExactly(new Moment(NOON, 10), new Moment(NOON, 4));
        assertThat(first.lows()).containsExactly(new Moment(NOON, 4));
        Recent later = first.recommended(new Moment(at(30), 5), 7, SPAN);
        assertThat(later.peaks()).as("what is too old is no memory").containsExactly(new Moment(at(30), 5));
    }

    @Test
    void movesAndReversalsAreCountedWithinAWindow() {
        Recent recent = Recent.NOTHING;
        int[] moves = {3, 2, -4, -1, 6, -2};
        for (int minute = 0; minute < moves.length; minute++) {
            recent = recent.changed(new Moment(at(minute), moves[minute]), TEN);
        }
        assertThat(recent.moved(true, TEN, at(5))).isEqualTo(11);
        assertThat(recent.moved(false, TEN, at(5))).isEqualTo(7);
        assertThat(recent.moved(true, Duration.ofMinutes(2), at(5))).isEqualTo(6);
        assertThat(recent.reversals(TEN, at(5))).isEqualTo(3);
        assertThat(recent.reversals(Duration.ofMinutes(3), at(5))).isEqualTo(2);
        assertThat(recent.direction(TEN, at(5))).isEqualTo(-1);
        assertThat(recent.direction(TEN, at(15))).isEqualTo(0);
        assertThat(recent.changed(new Moment(at(14), 1), TEN).changes()).hasSize(2);
    }

    private static AllocationPolicy policy(ResourcePolicyBuilder rules) {
        return Fixtures.policy(rules, ONES);
    }

    private static Decision decision(Freshness freshness, double from, double to) {
        Reason reason = new Reason(Reason.Rule.FORECAST, from, to, "");
        ResourceDecision r = new ResourceDecision(
                EU, Resource.COMPUTE, Need.of(to, 0, 0), from, to, from == to ? List.of() : List.of(reason));
        return new Decision(NOON, freshness, List.of(r), List.of());
    }

    @Test
    void aPolicyThatLooksBackAtNothingRemembersNothing() {
        AllocationPolicy plain = policy(ResourcePolicy.builder());
        assertThat(ChangeHistory.NONE.recommended(decision(FRESH, 10, 4), plain))
                .isEqualTo(ChangeHistory.NONE);
        ChangeHistory seen =
                new ChangeHistory(Map.of(), Map.of("eu/COMPUTE", Recent.NOTHING.changed(new Moment(NOON, 1), TEN)), 4);
        assertThat(seen.recommended(decision(FRESH, 10, 4), plain)).isEqualTo(ChangeHistory.NONE);
    }

    @Test
    void whatIsHeldWhileBlindCountsAsRecommended() {
        AllocationPolicy policy = policy(ResourcePolicy.builder().down(Pace.FREE.withStabilisation(TEN)));
        ChangeHistory blind = ChangeHistory.NONE.recommended(decision(Fixtures.BLIND, 10, 4), policy);
        assertThat(blind.recent(EU, Resource.COMPUTE).peak(TEN, NOON, 0)).isEqualTo(10);
        assertThat(blind.failures()).as("nobody counts them").isZero();
    }

    @Test
    void blindCyclesInARowAreCountedIfThePolicyAsks() {
        AllocationPolicy policy =
                policy(ResourcePolicy.builder().outage(new OutagePolicy(OutagePolicy.Behaviour.STATIC, 5, 3)));
        ChangeHistory two = ChangeHistory.NONE
                .recommended(decision(Fixtures.BLIND, 10, 10), policy)
                .recommended(decision(Fixtures.BLIND, 10, 10), policy);
        assertThat(two.failures()).isEqualTo(2);
        assertThat(two.recommended(decision(FRESH, 10, 10), policy).failures()).isZero();
    }

    @Test
    void acceptedChangesOfSeveralGroupsAddUp() {
        NodeGroup fours = group("fours", EU, Resources.compute(4));
        AllocationPolicy policy =
                Fixtures.policy(ResourcePolicy.builder().reversalBudget(new ReversalBudget(2, TEN)), ONES, fours);
        FleetObservation fleet = new FleetObservation(
                NOON, Map.of(ONES, new Stock(10, 0, 0, 0), fours, new Stock(1, 0, 0, 0)), Map.of());
        List<Outcome> swapped = List.of(new Outcome.Accepted(ONES, 6, 0), new Outcome.Accepted(fours, 2, 0));
        Decision decision = decision(FRESH, 14, 14);
        assertThat(ChangeHistory.NONE.accepted(decision, swapped, fleet, policy).recent())
                .as("four for four is no change")
                .isEmpty();
        List<Outcome> grown = List.of(new Outcome.Accepted(ONES, 7, 0), new Outcome.Accepted(fours, 2, 0));
        ChangeHistory history = ChangeHistory.NONE.accepted(decision, grown, fleet, policy);
        assertThat(history.recent(EU, Resource.COMPUTE).changes()).containsExactly(new Moment(NOON, 1));
        assertThat(history.of(EU, Resource.COMPUTE)).isEqualTo(new ChangeHistory.Last(NOON, NOON));
        assertThat(history.recent(EU, Resource.STORAGE)).isEqualTo(Recent.NOTHING);
    }
}
