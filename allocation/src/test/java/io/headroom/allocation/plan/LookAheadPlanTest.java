package io.headroom.allocation.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LookAheadPlanTest {
    /** A fleet that is stepped by hand: its units by the steps until they are ready, from 0. */
    private static final class Fleet {
        private final int[] readyIn;
        private int starts;

        Fleet(CurrentFleet fleet, int lead) {
            readyIn = new int[lead + 1];
            readyIn[0] = fleet.ready();
            for (int i = 0; i < fleet.booting().size(); i++) {
                readyIn[i + 1] += fleet.booting().get(i);
            }
        }

        Fleet(Fleet other) {
            readyIn = other.readyIn.clone();
            starts = other.starts;
        }

        int total() {
            int sum = 0;
            for (int units : readyIn) {
                sum += units;
            }
            return sum;
        }

        void order(int total) {
            int more = total - total();
            starts += Math.max(0, more);
            readyIn[readyIn.length - 1] += Math.max(0, more);
            for (int i = readyIn.length - 1, left = -more; left > 0; i--) {
                int gone = Math.min(left, readyIn[i]);
                readyIn[i] -= gone;
                left -= gone;
            }
        }

        void advance() {
            for (int i = 1; i < readyIn.length; i++) {
                readyIn[i - 1] += readyIn[i];
                readyIn[i] = 0;
            }
        }
    }

    /** Least unmet need, and then least cost. */
    private record Best(long unmet, double cost) {
        Best plus(long moreUnmet, double moreCost) {
            return new Best(unmet + moreUnmet, cost + moreCost);
        }

        boolean betterThan(Best other) {
            return unmet < other.unmet || (unmet == other.unmet && cost < other.cost);
        }
    }

    private static Best bruteForce(Fleet fleet, int lead, UnitCosts costs, int most, int[] need, int t) {
        if (t == need.length) {
            return new Best(0, 0);
        }
        Best best = new Best(Long.MAX_VALUE, 0);
        for (int total = 0; total <= most; total++) {
            Fleet next = new Fleet(fleet);
            next.order(total);
            int started = next.starts - fleet.starts;
            int unmet = Math.max(0, need[t] - next.readyIn[0]);
            next.advance();
            Best rest = bruteForce(next, lead, costs, most, need, t + 1)
                    .plus(unmet, costs.step() * total + (costs.start() - lead * costs.step()) * started);
            best = rest.betterThan(best) ? rest : best;
        }
        return best;
    }

    private static CurrentFleet randomFleet(Random random, int lead, int most) {
        int ready = random.nextInt(most + 1);
        int left = most - ready;
        List<Integer> booting = new ArrayList<>();
        for (int i = 0; i < lead; i++) {
            int units = random.nextInt(left + 1);
            booting.add(units);
            left -= units;
        }
        return new CurrentFleet(ready, booting);
    }

    @Test
    void noSequenceOfMovesIsCheaper() {
        Random random = new Random(1);
        int held = 0;
        for (int i = 0; i < 1_500; i++) {
            int lead = random.nextInt(3);
            int most = 1 + random.nextInt(3);
            int steps = Math.max(lead + 1, most == 3 ? 5 : 6);
            UnitCosts costs = UnitCosts.booting(1 + random.nextInt(2), lead, random.nextInt(5) / 2.0);
            CurrentFleet fleet = randomFleet(random, lead, most);
            int[] need = new int[steps];
            for (int t = 0; t < steps; t++) {
                need[t] = random.nextBoolean() ? 0 : random.nextInt(most + 1);
            }
            LookAheadPlan plan = LookAheadPlan.of(fleet, lead, costs, need);
            Best best = bruteForce(new Fleet(fleet, lead), lead, costs, most, need, 0);
            String which = "instance " + i + " of seed 1";
            assertThat(plan.unmet()).as(which).isEqualTo(best.unmet());
            assertThat(plan.cost()).as(which).isEqualTo(best.cost());
            replay(plan, fleet, lead, costs, need, which);
            held += plan.target() > need[0] ? 1 : 0;
        }
        assertThat(held)
                .as("instances that keep or start more than is needed now")
                .isGreaterThan(200);
    }

    /** The plan's units, unmet need and cost are what its moves bring about. */
    private static void replay(
            LookAheadPlan plan, CurrentFleet fleet, int lead, UnitCosts costs, int[] need, String which) {
        Fleet real = new Fleet(fleet, lead);
        long unmet = 0;
        double cost = 0;
        for (int t = 0; t < need.length; t++) {
            real.order(plan.paid()[t]);
            assertThat(real.readyIn[0]).as(which + ", step " + t).isEqualTo(plan.ready()[t]);
            unmet += Math.max(0, need[t] - real.readyIn[0]);
            cost += costs.step() * real.total();
            real.advance();
        }
        assertThat(unmet).as(which).isEqualTo(plan.unmet());
        assertThat(cost + (costs.start() - lead * costs.step()) * real.starts)
                .as(which)
                .isEqualTo(plan.cost());
    }

    @Test
    void aUnitNeededAgainWithinTheBreakEvenIsKept() {
        UnitCosts costs = UnitCosts.booting(1, 2, 1);
        CurrentFleet five = new CurrentFleet(5, List.of());
        assertThat(LookAheadPlan.of(five, 2, costs, 1, 1, 1, 5, 1).paid()).containsExactly(5, 5, 5, 5, 1);
        assertThat(LookAheadPlan.of(five, 2, costs, 1, 1, 1, 1, 5).paid()).containsExactly(1, 1, 5, 5, 5);
    }

    @Test
    void aMissingUnitIsStartedALeadBeforeItIsNeeded() {
        UnitCosts costs = UnitCosts.booting(1, 2, 0);
        LookAheadPlan plan = LookAheadPlan.of(new CurrentFleet(1, List.of()), 2, costs, 1, 1, 1, 3);
        assertThat(plan.target()).isEqualTo(1);
        assertThat(plan.paid()).containsExactly(1, 3, 3, 3);
        assertThat(plan.ready()).containsExactly(1, 1, 1, 3);
        assertThat(plan.cost()).isEqualTo(10);
        assertThat(LookAheadPlan.of(new CurrentFleet(1, List.of()), 2, costs, 1, 1, 3)
                        .target())
                .isEqualTo(3);
    }

    @Test
    void whatCanNotBeThereInTimeIsNotStartedForIt() {
        UnitCosts costs = UnitCosts.booting(1, 2, 0);
        LookAheadPlan plan = LookAheadPlan.of(new CurrentFleet(1, List.of(0, 1)), 2, costs, 4, 4, 2, 1);
        assertThat(plan.paid()).containsExactly(2, 2, 2, 1);
        assertThat(plan.unmet()).isEqualTo(6);
    }

    @Test
    void withoutALeadUnitsAreReadyAtOnce() {
        UnitCosts costs = new UnitCosts(1, 3);
        assertThat(LookAheadPlan.of(new CurrentFleet(0, List.of()), 0, costs, 2, 0, 0, 0, 2, 0, 0, 0, 0, 2)
                        .paid())
                .containsExactly(2, 2, 2, 2, 2, 0, 0, 0, 0, 2);
    }

    @Test
    void theNumberOfUnitsDoesNotMatter() {
        UnitCosts costs = UnitCosts.booting(1, 1, 0);
        int many = 1_000_000_000;
        LookAheadPlan plan = LookAheadPlan.of(new CurrentFleet(many, List.of(many)), 1, costs, many, 3, 2 * many, 5);
        assertThat(plan.paid()).containsExactly(many, 2 * many, 2 * many, 5);
        assertThat(plan.ready()).containsExactly(many, many, 2 * many, 5);
    }

    @Test
    void agesBecomeStepsUntilReady() {
        CurrentFleet fleet = CurrentFleet.ofAges(3, 5, Map.of(1, 2, 4, 1, 9, 4));
        assertThat(fleet).isEqualTo(new CurrentFleet(3, List.of(5, 0, 0, 2)));
        assertThat(fleet.total()).isEqualTo(10);
    }

    @Test
    void argumentsOutsideTheirRangesAreRefused() {
        CurrentFleet none = new CurrentFleet(0, List.of());
        UnitCosts costs = new UnitCosts(1, 3);
        assertThatThrownBy(() -> LookAheadPlan.of(none, 2, costs, 1, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must reach beyond the lead of 2");
        assertThatThrownBy(() -> LookAheadPlan.of(none, 4, costs, 1, 1, 1, 1, 1))
                .hasMessageContaining("at least that of 4 booting steps");
        assertThatThrownBy(() -> LookAheadPlan.of(none, 0, costs, -1)).hasMessageContaining("need");
        assertThatThrownBy(() -> new CurrentFleet(-1, List.of())).hasMessageContaining("ready units");
        assertThatThrownBy(() -> new CurrentFleet(1, List.of(-1))).hasMessageContaining("booting units");
        assertThatThrownBy(() -> new CurrentFleet(Integer.MAX_VALUE, List.of(1)))
                .hasMessageContaining("fleet of");
        assertThatThrownBy(() -> CurrentFleet.ofAges(0, 3, Map.of(-1, 1))).hasMessageContaining("age");
        assertThatThrownBy(() -> CurrentFleet.ofAges(0, 3, Map.of(1, -1))).hasMessageContaining("booting units");
    }
}
