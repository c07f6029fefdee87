package io.headroom.simulation.strategy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The stages around the sizing; HpaRulesTest has the scaling rules. */
class HpaAlgorithmTest {

    private static final Instant NOW = HpaFleet.NOW;
    /** Seen before, with nothing left in any window. */
    private static final HpaState SEEN =
            new HpaState(List.of(new HpaState.Recommendation(NOW.minus(Duration.ofDays(1)), 1)), List.of());

    private static HpaDecision decide(int min, int max, int current, HpaMetric... metrics) {
        return new HpaAlgorithm(HpaSettings.between(min, max).build())
                .decide(HpaFleet.of(current).facing(current, metrics), SEEN);
    }

    private static HpaState recommended(int... agoAndUnits) {
        return new HpaState(
                IntStream.range(0, agoAndUnits.length / 2)
                        .mapToObj(i -> new HpaState.Recommendation(
                                NOW.minusSeconds(agoAndUnits[2 * i]), agoAndUnits[2 * i + 1]))
                        .toList(),
                List.of());
    }

    @Test
    void sizingIsSkippedOutsideTheBoundsAndAtZero() {
        HpaDecision many = decide(3, 5, 10, HpaFleet.proposing(4));
        assertEquals(5, many.desired());
        assertEquals(List.of(HpaReason.ABOVE_MAXIMUM), many.reasons());
        HpaDecision few = decide(3, 5, 2, HpaFleet.invalid());
        assertEquals(3, few.desired());
        assertEquals(List.of(HpaReason.BELOW_MINIMUM), few.reasons());
        HpaDecision off = decide(3, 5, 0, HpaFleet.proposing(4));
        assertEquals(0, off.desired());
        assertFalse(off.changes());
        assertEquals(List.of(HpaReason.SCALING_DISABLED), off.reasons());
        assertEquals(2, decide(0, 5, 0, HpaFleet.proposing(2)).desired(), "from zero");
        assertEquals(0, decide(0, 5, 3, HpaFleet.cpu(90, 0, 0, 0)).desired(), "to zero");
    }

    @Test
    void boundsClampWithAReason() {
        HpaDecision max = decide(2, 5, 3, HpaFleet.cpu(90, 8_000, 9_500, 1_000));
        assertEquals(5, max.desired());
        assertEquals(List.of(HpaReason.MAXIMUM), max.reasons());
        HpaDecision min = decide(2, 5, 3, HpaFleet.cpu(90, 10, 95, 10));
        assertEquals(2, min.desired());
        assertEquals(1, min.proposed());
        assertEquals(List.of(HpaReason.MINIMUM), min.reasons());
        assertEquals(2, decide(2, 5, 3, HpaFleet.cpu(90, 0, 0, 0)).desired());
    }

    @Test
    void withoutRulesTheFleetAtMostDoublesOrReachesFour() {
        HpaDecision doubled = decide(1, 2000, 3, HpaFleet.proposing(1000));
        assertEquals(6, doubled.desired());
        assertEquals(List.of(HpaReason.UP_LIMIT), doubled.reasons());
        assertEquals(4, decide(1, 2000, 1, HpaFleet.proposing(1000)).desired());
        assertEquals(7, decide(3, 8, 5, HpaFleet.proposing(7)).desired());
        assertEquals(1, decide(1, 2000, 100, HpaFleet.proposing(1)).desired(), "no limit downwards");
    }

    @Test
    void theLargestValidMetricCounts() {
        HpaDecision decision = decide(1, 9, 4, HpaFleet.proposing(5), HpaFleet.proposing(8), HpaFleet.proposing(2));
        assertEquals(8, decision.desired());
        assertEquals(List.of(), decision.reasons());
    }

    @Test
    void anInvalidMetricStopsShrinkingButNotGrowing() {
        assertEquals(
                6, decide(1, 9, 4, HpaFleet.proposing(6), HpaFleet.invalid()).desired());
        HpaDecision kept = decide(1, 9, 4, HpaFleet.invalid(), HpaFleet.proposing(2));
        assertEquals(4, kept.desired());
        assertEquals(2, kept.proposed());
        assertEquals(List.of(HpaReason.PARTIAL_METRICS), kept.reasons());
        HpaAlgorithm older = new HpaAlgorithm(
                HpaSettings.between(1, 9).keepOnPartialMetrics(false).build());
        HpaSituation situation = HpaFleet.of(4).facing(4, HpaFleet.invalid(), HpaFleet.proposing(2));
        assertEquals(2, older.decide(situation, SEEN).desired());
    }

    @Test
    void withoutAValidMetricTheFleetAndItsHistoryStay() {
        HpaDecision decision = decide(1, 9, 4, HpaFleet.invalid(), HpaFleet.cpu(50));
        assertEquals(4, decision.desired());
        assertEquals(List.of(HpaReason.NO_VALID_METRIC), decision.reasons());
        assertEquals(SEEN, decision.state());
        assertEquals(4, decide(1, 9, 4).desired(), "no metric at all");
    }

    /** The figures are those of the original's case table for its stabilisation. */
    @Test
    void withoutRulesTheLargestOfFiveMinutesWins() {
        assertEquals(5, stabilised(3, recommended(120, 4, 60, 5)));
        assertEquals(3, stabilised(3, recommended(120, 1, 60, 2)));
        assertEquals(3, stabilised(3, recommended(600, 10, 540, 9)));
        assertEquals(5, stabilised(3, recommended(600, 10, 540, 9, 120, 5, 60, 4)));
        assertEquals(5, stabilised(3, recommended(300, 5)), "the beginning is part of the window");
        assertEquals(3, stabilised(3, recommended(301, 5)));
    }

    private static int stabilised(int proposed, HpaState state) {
        HpaDecision decision = new HpaAlgorithm(HpaSettings.between(1, 100).build())
                .decide(HpaFleet.of(9).facing(9, HpaFleet.proposing(proposed)), state);
        assertEquals(proposed < decision.desired(), decision.reasons().contains(HpaReason.DOWN_STABILISED));
        return decision.desired();
    }

    @Test
    void theFirstSightHoldsTheInitialSize() {
        HpaAlgorithm hpa = new HpaAlgorithm(HpaSettings.between(1, 100).build());
        HpaDecision first = hpa.decide(HpaFleet.of(8).facing(8, HpaFleet.proposing(2)), HpaState.unseen());
        assertEquals(8, first.desired());
        HpaSituation later = new HpaSituation(NOW.plusSeconds(301), 8, List.of(), List.of(HpaFleet.proposing(2)));
        assertEquals(2, hpa.decide(later, first.accepted()).desired());
        HpaSituation soon = new HpaSituation(NOW.plusSeconds(299), 8, List.of(), List.of(HpaFleet.proposing(2)));
        assertEquals(8, hpa.decide(soon, first.accepted()).desired());
    }

    @Test
    void withRulesEachDirectionHasItsWindowAndNeitherCrossesTheCurrentNumber() {
        HpaRules up = new HpaRules(
                Duration.ofSeconds(60),
                HpaRules.Select.MAX,
                HpaRules.defaultUp().policies());
        HpaAlgorithm hpa = new HpaAlgorithm(HpaSettings.between(1, 100)
                .behaviour(new HpaBehaviour(up, HpaRules.defaultDown()))
                .build());
        assertEquals(8, desired(hpa, 6, 10, recommended(70, 7, 59, 8)), "the smallest of the upward window");
        assertEquals(6, desired(hpa, 6, 10, recommended(59, 3)), "never below the current number");
        assertEquals(10, desired(hpa, 6, 10, recommended(60, 8)), "the beginning is not part of the window");
        assertEquals(5, desired(hpa, 6, 2, recommended(299, 5, 301, 6)), "the largest of the downward window");
        assertEquals(6, desired(hpa, 6, 2, recommended(10, 50)), "never above the current number");
        HpaDecision decision = hpa.decide(HpaFleet.of(6).facing(6, HpaFleet.proposing(10)), recommended(70, 7, 59, 8));
        assertEquals(List.of(HpaReason.UP_STABILISED), decision.reasons());
    }

    private static int desired(HpaAlgorithm hpa, int current, int proposed, HpaState state) {
        return hpa.decide(HpaFleet.of(current).facing(current, HpaFleet.proposing(proposed)), state)
                .desired();
    }

    @Test
    void anEventIsRememberedOnlyIfCarriedOutAndOldStateIsForgotten() {
        HpaAlgorithm hpa = new HpaAlgorithm(
                HpaSettings.between(1, 100).behaviour(HpaBehaviour.defaults()).build());
        HpaDecision grown = hpa.decide(HpaFleet.of(3).facing(3, HpaFleet.proposing(5)), SEEN);
        assertTrue(grown.changes());
        assertEquals(List.of(), grown.state().events());
        assertEquals(List.of(new HpaState.Event(NOW, 2)), grown.accepted().events());
        assertEquals(List.of(new HpaState.Recommendation(NOW, 5)), grown.state().recommendations());
        HpaSituation later = new HpaSituation(NOW.plusSeconds(16), 5, List.of(), List.of(HpaFleet.proposing(5)));
        HpaDecision kept = hpa.decide(later, grown.accepted());
        assertEquals(List.of(), kept.state().events(), "older than every period");
        assertEquals(2, kept.state().recommendations().size());
        assertEquals(kept.state(), kept.accepted(), "nothing changed");
    }

    @Test
    void badSettingsAndInputAreRefused() {
        assertThrows(
                IllegalArgumentException.class, () -> HpaSettings.between(-1, 5).build());
        assertThrows(
                IllegalArgumentException.class, () -> HpaSettings.between(3, 2).build());
        assertThrows(
                IllegalArgumentException.class, () -> HpaSettings.between(0, 0).build());
        assertThrows(
                IllegalArgumentException.class,
                () -> HpaSettings.between(1, 5).tolerance(Double.NaN, 0.1).build());
        assertThrows(
                IllegalArgumentException.class,
                () -> HpaSettings.between(1, 5)
                        .downStabilisation(Duration.ofSeconds(-1))
                        .build());
        assertThrows(IllegalArgumentException.class, () -> HpaFleet.cpu(0, 1));
        assertThrows(IllegalArgumentException.class, () -> HpaFleet.perUnit(0, 1));
        assertThrows(IllegalArgumentException.class, () -> new HpaMetric.Total("qps", 0, 1L));
        assertThrows(IllegalArgumentException.class, () -> new HpaSample(-1, NOW, Duration.ZERO));
        assertThrows(IllegalArgumentException.class, () -> HpaFleet.of(1).facing(-1));
    }
}
