package io.headroom.simulation.strategy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The scaling rules. The figures of the cases are those of the case tables by which the original's controller is tested
 * (Kubernetes, Apache-2.0).
 */
class HpaRulesTest {

    private static final Instant NOW = HpaFleet.NOW;

    /** Policies of 0 are left out; changes lie in the wanted direction, spread evenly over the last 120 s. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
        case                            | min |  max | units |    % |   s |  now | want | get | reason     | changes
        up by units                     |   1 | 1000 |    30 |    0 |  60 |   10 |   50 |  40 | UP_LIMIT   |
        up by per cent                  |   1 | 1000 |     0 |  200 |  60 |   10 |   50 |  30 | UP_LIMIT   |
        up by 1 % is one unit           |   1 | 2000 |     0 |    1 |  60 |    3 | 1000 |   4 | UP_LIMIT   |
        up: units allow more            |   1 | 1000 |   100 |  100 |  60 |   10 |  500 | 110 | UP_LIMIT   |
        up: per cent allow more         |   1 | 1000 |     2 |  100 |  60 |   10 |  500 |  20 | UP_LIMIT   |
        up within the limit             |   1 | 1000 |   100 |    0 |  60 |   10 |   50 |  50 |            |
        up to the cap                   |   1 |  100 |     0 |  700 |  60 |    3 |   60 |  24 | UP_LIMIT   |
        up to the maximum               |   1 |   20 |     0 |  700 |  60 |    3 |   60 |  20 | MAXIMUM    |
        up after changes, maximum       |   1 |  200 |   300 |    0 |  60 |  100 |  500 | 200 | MAXIMUM    | 1 5 9
        up: too many changes            |   1 | 1000 |     5 |    0 | 120 |  100 |  500 | 100 | UP_LIMIT   | 1 5 9
        up after changes, units         |   1 | 1000 |   150 |    0 | 120 |  100 |  500 | 235 | UP_LIMIT   | 1 5 9
        up after changes, per cent      |   1 | 1000 |     0 |  200 | 120 |  100 |  500 | 255 | UP_LIMIT   | 1 5 9
        down: units allow more          |   1 | 1000 |    20 |    1 |  60 |  100 |    2 |  80 | DOWN_LIMIT |
        down: units allow more, few     |   1 | 1000 |     2 |    1 |  60 |  100 |    2 |  98 | DOWN_LIMIT |
        down by units                   |   1 | 1000 |     5 |    0 |  60 |   10 |    2 |   5 | DOWN_LIMIT |
        down by units from many         |   3 | 2000 |    20 |    0 |  60 | 1000 |    3 | 980 | DOWN_LIMIT |
        down by per cent, within        |   1 | 1000 |     0 |   50 |  60 |   10 |    5 |   5 |            |
        down to the minimum by units    |   1 | 1000 |   100 |    0 |  60 |   10 |    0 |   1 | MINIMUM    |
        down to the minimum by per cent |   5 | 1000 |     0 |  100 |  60 |   10 |    2 |   5 | MINIMUM    |
        down after changes, minimum     |   5 | 1000 |   130 |    0 | 120 |  100 |    0 |   5 | MINIMUM    | 1 5 9
        down after changes, 100 %       |   5 | 1000 |     0 |  100 | 120 |  100 |    2 |   5 | MINIMUM    | 1 5 9
        down: too many changes          |   1 | 1000 |     5 |    0 | 120 |  100 |    2 | 100 | DOWN_LIMIT | 1 5 9
        down after changes, per cent    |   1 | 1000 |     0 |   50 | 120 |  100 |    0 |  56 | DOWN_LIMIT | 2 4 6
        down: 10 % of more              |   1 | 1000 |     0 |   10 | 120 |  100 |    0 | 100 | DOWN_LIMIT | 10 10 10
        down: below zero                |   1 | 1000 |     0 | 1000 | 120 |   10 |    5 |   5 |            | 10 10 10
        """)
    void limits(
            String name,
            int min,
            int max,
            int units,
            int percent,
            int period,
            int current,
            int proposed,
            int desired,
            @Nullable HpaReason reason,
            @Nullable String changes) {
        boolean up = proposed > current;
        HpaRules rules = rules(up ? Duration.ZERO : Duration.ofMinutes(5), units, percent, period);
        HpaBehaviour behaviour =
                up ? new HpaBehaviour(rules, HpaRules.defaultDown()) : new HpaBehaviour(HpaRules.defaultUp(), rules);
        List<Integer> earlier = changes == null
                ? List.of()
                : Stream.of(changes.split(" ", -1)).map(Integer::valueOf).toList();
        HpaDecision decision = new HpaAlgorithm(
                        HpaSettings.between(min, max).behaviour(behaviour).build())
                .decide(
                        HpaFleet.of(current).facing(current, HpaFleet.proposing(proposed)),
                        state(spread(up ? 1 : -1, earlier)));
        assertEquals(desired, decision.desired(), name);
        assertEquals(reason == null ? List.of() : List.of(reason), decision.reasons(), name);
    }

    private static HpaRules rules(Duration window, int units, int percent, int period) {
        List<HpaPolicy> policies = new ArrayList<>();
        if (units > 0) {
            policies.add(HpaPolicy.units(units, Duration.ofSeconds(period)));
        }
        if (percent > 0) {
            policies.add(HpaPolicy.percent(percent, Duration.ofSeconds(period)));
        }
        return new HpaRules(window, HpaRules.Select.MAX, policies);
    }

    private static List<HpaState.Event> spread(int sign, List<Integer> changes) {
        List<HpaState.Event> events = new ArrayList<>();
        for (int i = 0; i < changes.size(); i++) {
            double segment = 120.0 / changes.size();
            long ago = (long) (120 - segment * (i + 0.5));
            events.add(new HpaState.Event(NOW.minusSeconds(ago), sign * changes.get(i)));
        }
        return events;
    }

    private static HpaState state(List<HpaState.Event> events) {
        return new HpaState(List.of(new HpaState.Recommendation(NOW.minus(Duration.ofDays(1)), 1)), events);
    }

    @Test
    void theDefaultsGrowByFourUnitsOrDoubleAndShrinkFreely() {
        HpaLimits small = new HpaLimits(2, NOW, List.of(), false);
        HpaLimits large = new HpaLimits(10, NOW, List.of(), false);
        assertEquals(6, small.up(HpaRules.defaultUp()));
        assertEquals(20, large.up(HpaRules.defaultUp()));
        assertEquals(0, large.down(HpaRules.defaultDown()));
    }

    @Test
    void theSmallerChangeOrNoneMayBeSelected() {
        Duration minute = Duration.ofMinutes(1);
        List<HpaPolicy> policies = List.of(HpaPolicy.units(2, minute), HpaPolicy.percent(50, minute));
        HpaRules min = new HpaRules(Duration.ZERO, HpaRules.Select.MIN, policies);
        HpaRules frozen = new HpaRules(Duration.ZERO, HpaRules.Select.DISABLED, List.of());
        assertEquals(2, new HpaLimits(1, NOW, List.of(), false).up(min));
        assertEquals(3, new HpaLimits(5, NOW, List.of(), false).down(min));
        assertEquals(5, new HpaLimits(5, NOW, List.of(), false).up(frozen));
        assertEquals(5, new HpaLimits(5, NOW, List.of(), false).down(frozen));
        assertThrows(IllegalArgumentException.class, () -> new HpaRules(Duration.ZERO, HpaRules.Select.MAX, List.of()));
        assertThrows(IllegalArgumentException.class, () -> HpaPolicy.units(0, minute));
        assertThrows(IllegalArgumentException.class, () -> HpaPolicy.percent(1, Duration.ZERO));
    }

    /** With both directions, figures of the newer case table: 16 and 6; without, the growth alone is taken back. */
    @Test
    void oppositeChangesCountOnlyIfAsked() {
        List<HpaState.Event> events = new ArrayList<>(spread(1, List.of(4)));
        events.addAll(spread(-1, List.of(2)));
        HpaRules triple = rule(HpaPolicy.percent(300, Duration.ofMinutes(5)));
        assertEquals(16, new HpaLimits(6, NOW, events, true).up(triple));
        assertEquals(8, new HpaLimits(6, NOW, events, false).up(triple));
        List<HpaState.Event> shrunk = new ArrayList<>(spread(1, List.of(2)));
        shrunk.addAll(spread(-1, List.of(4)));
        HpaRules half = rule(HpaPolicy.percent(50, Duration.ofMinutes(3)));
        assertEquals(6, new HpaLimits(10, NOW, shrunk, true).down(half));
        assertEquals(7, new HpaLimits(10, NOW, shrunk, false).down(half));
    }

    @Test
    void anEventCountsWithinThePeriodOnly() {
        HpaRules rule = rule(HpaPolicy.units(10, Duration.ofSeconds(60)));
        List<HpaState.Event> inside = List.of(new HpaState.Event(NOW.minusSeconds(59), 7));
        List<HpaState.Event> outside = List.of(new HpaState.Event(NOW.minusSeconds(60), 7));
        assertEquals(23, new HpaLimits(20, NOW, inside, false).up(rule));
        assertEquals(30, new HpaLimits(20, NOW, outside, false).up(rule));
    }

    @Test
    void theLargestFleetDoesNotOverflow() {
        HpaLimits huge = new HpaLimits(Integer.MAX_VALUE - 1, NOW, List.of(), false);
        assertEquals(Integer.MAX_VALUE, huge.up(HpaRules.defaultUp()));
        assertEquals(
                List.of(Integer.MAX_VALUE, Integer.MIN_VALUE),
                Arrays.asList(Units.ceil(Double.POSITIVE_INFINITY), Units.ceil(Double.NEGATIVE_INFINITY)));
        assertThrows(IllegalArgumentException.class, () -> Units.ceil(Double.NaN));
    }

    private static HpaRules rule(HpaPolicy policy) {
        return new HpaRules(Duration.ZERO, HpaRules.Select.MAX, List.of(policy));
    }
}
