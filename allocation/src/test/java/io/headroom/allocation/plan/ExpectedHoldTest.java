package io.headroom.allocation.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ExpectedHoldTest {
    private static List<Scenario> random(Random random, int count, int steps, int top) {
        List<Scenario> scenarios = new ArrayList<>();
        for (int j = 0; j < count; j++) {
            List<Integer> need = new ArrayList<>();
            for (int t = 0; t < steps; t++) {
                need.add(random.nextInt(3) > 0 ? 0 : random.nextInt(top + 1));
            }
            scenarios.add(new Scenario(1 + random.nextInt(4), need));
        }
        return scenarios;
    }

    /** The mean cost, times the sum of weights, of waiting for so many steps, played step by step; 0 gives the unit up now. */
    private static double played(UnitCosts costs, List<Scenario> scenarios, int unit, int wait) {
        double sum = 0;
        for (Scenario scenario : scenarios) {
            boolean there = wait > 0;
            double cost = 0;
            for (int t = 0; t < scenario.need().size(); t++) {
                if (scenario.need().get(t) >= unit) {
                    cost += there ? 0 : costs.start();
                    break;
                }
                there &= t < wait;
                cost += there ? costs.step() : 0;
            }
            sum += scenario.weight() * cost;
        }
        return sum;
    }

    private static boolean worthKeeping(UnitCosts costs, List<Scenario> scenarios, int unit) {
        double now = played(costs, scenarios, unit, 0);
        for (int wait = 1; wait <= 30; wait++) {
            if (played(costs, scenarios, unit, wait) <= now) {
                return now > 0 || costs.start() == 0;
            }
        }
        return false;
    }

    @Test
    void aUnitIsKeptIffSomeWaitIsNoWorseThanGivingItUp() {
        Random random = new Random(1);
        int kept = 0;
        for (int i = 0; i < 5_000; i++) {
            UnitCosts costs = new UnitCosts(1 + random.nextInt(2), 1 + random.nextInt(9));
            List<Scenario> scenarios = random(random, 1 + random.nextInt(4), 1 + random.nextInt(8), 5);
            int there = random.nextInt(7);
            int expected = 0;
            while (expected < there && worthKeeping(costs, scenarios, expected + 1)) {
                expected++;
            }
            for (int unit = expected + 1; unit <= there; unit++) {
                assertThat(worthKeeping(costs, scenarios, unit))
                        .as("units are nested")
                        .isFalse();
            }
            assertThat(new ExpectedHold(costs).units(there, scenarios))
                    .as("instance %d of seed 1", i)
                    .isEqualTo(expected);
            kept += expected > 0 && expected < there ? 1 : 0;
        }
        assertThat(kept).isGreaterThan(500);
    }

    @Test
    void withOneScenarioItIsTheChoiceOfTheLookAheadPlan() {
        Random random = new Random(2);
        for (int i = 0; i < 2_000; i++) {
            UnitCosts costs = new UnitCosts(1, 1 + random.nextInt(6));
            Scenario one = random(random, 1, 8, 5).get(0);
            int[] need = one.need().stream().mapToInt(Integer::intValue).toArray();
            LookAheadPlan plan = LookAheadPlan.of(new CurrentFleet(5, List.of()), 0, costs, need);
            assertThat(new ExpectedHold(costs).units(5, List.of(one)))
                    .as("instance %d of seed 2, need %s", i, Arrays.toString(need))
                    .isEqualTo(plan.target());
        }
    }

    @Test
    void theChanceOfANeedIsWeighedAgainstTheWait() {
        ExpectedHold hold = new ExpectedHold(new UnitCosts(1, 5));
        Scenario soon = new Scenario(1, List.of(0, 3));
        Scenario never = new Scenario(3.9, List.of(0, 0));
        // 1 * (1 + 3.9) for one step's wait, 1 * 5 for a start.
        assertThat(hold.units(4, List.of(soon, never))).isEqualTo(3);
        assertThat(hold.units(4, List.of(soon, new Scenario(4.1, List.of(0, 0)))))
                .isZero();
        assertThat(hold.units(4, List.of())).isZero();
        assertThat(hold.units(4, List.of(new Scenario(1, List.of())))).isZero();
    }

    @Test
    void argumentsOutsideTheirRangesAreRefused() {
        ExpectedHold hold = new ExpectedHold(new UnitCosts(1, 5));
        assertThatThrownBy(() -> hold.units(-1, List.of())).hasMessageContaining("units that are there");
        assertThatThrownBy(() -> new Scenario(0, List.of())).hasMessageContaining("weight");
        assertThatThrownBy(() -> new Scenario(1, List.of(-1))).hasMessageContaining("need of a scenario");
    }
}
