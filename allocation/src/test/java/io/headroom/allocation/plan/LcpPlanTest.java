package io.headroom.allocation.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;

class LcpPlanTest {
    private static final int TOP = 4;

    /** Random convex costs of 0 or more: the least at some number of units, with growing slopes to both sides. */
    private static double[] convex(Random random, int top) {
        int least = random.nextInt(top + 1);
        double[] cost = new double[top + 1];
        cost[least] = random.nextInt(3) == 0 ? random.nextInt(3) : 0;
        int slope = 0;
        for (int x = least + 1; x <= top; x++) {
            slope += random.nextInt(3);
            cost[x] = cost[x - 1] + slope;
        }
        slope = 0;
        for (int x = least - 1; x >= 0; x--) {
            slope += random.nextInt(3);
            cost[x] = cost[x + 1] + slope;
        }
        return cost;
    }

    private static StepCost step(double[] cost) {
        return unit -> cost[unit + 1] - cost[unit];
    }

    private static double[][] trace(Random random, int steps, int top) {
        double[][] trace = new double[steps][];
        double[] last = convex(random, top);
        for (int t = 0; t < steps; t++) {
            last = random.nextInt(3) == 0 ? convex(random, top) : last;
            trace[t] = last;
        }
        return trace;
    }

    /** The least cost of a prefix that ends at each number of units, with starts or stops paid. */
    private static double[] prefix(double[][] cost, int steps, double up, double down) {
        int top = cost[0].length - 1;
        double[] best = new double[top + 1];
        for (int x = 0; x <= top; x++) {
            best[x] = up * x;
        }
        for (int t = 0; t < steps; t++) {
            double[] next = new double[top + 1];
            for (int x = 0; x <= top; x++) {
                next[x] = Double.POSITIVE_INFINITY;
                for (int y = 0; y <= top; y++) {
                    double move = up * Math.max(0, x - y) + down * Math.max(0, y - x);
                    next[x] = Math.min(next[x], best[y] + move + cost[t][x]);
                }
            }
            best = next;
        }
        return best;
    }

    private static int smallest(double[] values) {
        int least = 0;
        for (int x = 1; x < values.length; x++) {
            least = values[x] < values[least] ? x : least;
        }
        return least;
    }

    private static int largest(double[] values) {
        int least = 0;
        for (int x = 1; x < values.length; x++) {
            least = values[x] <= values[least] ? x : least;
        }
        return least;
    }

    @Test
    void theBoundsAreWhereTheCheapestPlansOfThePrefixEnd() {
        Random random = new Random(1);
        for (int i = 0; i < 1_000; i++) {
            double start = random.nextInt(8);
            double[][] trace = trace(random, 12, TOP);
            LcpPlan plan = LcpPlan.start(TOP, start, 0);
            for (int t = 0; t < trace.length; t++) {
                int before = plan.units();
                plan = plan.after(step(trace[t]));
                String which = "trace " + i + " of seed 1, step " + t;
                assertThat(plan.lowest()).as(which).isEqualTo(smallest(prefix(trace, t + 1, start, 0)));
                assertThat(plan.highest()).as(which).isEqualTo(largest(prefix(trace, t + 1, 0, start)));
                assertThat(plan.lowest()).as(which).isLessThanOrEqualTo(plan.highest());
                assertThat(plan.units()).as(which).isBetween(plan.lowest(), plan.highest());
                boolean moved = plan.units() != before;
                assertThat(!moved || plan.units() == plan.lowest() || plan.units() == plan.highest())
                        .as(which)
                        .isTrue();
            }
        }
    }

    private static double cost(double[][] trace, int[] units, double start) {
        double sum = 0;
        int before = 0;
        for (int t = 0; t < trace.length; t++) {
            sum += trace[t][units[t]] + start * Math.max(0, units[t] - before);
            before = units[t];
        }
        return sum;
    }

    @Test
    void anyConvexTraceCostsAtMostThreeTimesTheOptimum() {
        Random random = new Random(2);
        for (int i = 0; i < 10_000; i++) {
            double start = random.nextInt(8);
            double[][] trace = trace(random, 30, TOP);
            int[] units = new int[trace.length];
            LcpPlan plan = LcpPlan.start(TOP, start, 0);
            for (int t = 0; t < trace.length; t++) {
                plan = plan.after(step(trace[t]));
                units[t] = plan.units();
            }
            double best = Traces.optimum(trace, start);
            assertThat(cost(trace, units, start)).as("trace %d of seed 2", i).isBetween(best, 3 * best);
        }
    }

    /** An adversary that charges the plan wherever it stands, until it gives in. */
    private static double[][] adversary(Random random, int steps, int top, double start, double charge) {
        double[][] trace = new double[steps][top + 1];
        LcpPlan plan = LcpPlan.start(top, start, 0);
        int unit = random.nextInt(top);
        for (int t = 0; t < steps; t++) {
            unit = random.nextInt(4) == 0 ? random.nextInt(top) : unit;
            boolean there = plan.units() > unit;
            for (int x = 0; x <= top; x++) {
                trace[t][x] = charge * (there ? Math.max(0, x - unit) : Math.max(0, unit + 1 - x));
            }
            plan = plan.after(step(trace[t]));
        }
        return trace;
    }

    @Test
    void anAdversaryComesCloseToThreeTimesTheOptimumAndNotBeyond() {
        Random random = new Random(3);
        double worst = 0;
        for (int i = 0; i < 10_000; i++) {
            int top = 1 + random.nextInt(3);
            double start = 1 + random.nextInt(16);
            double charge = Math.scalb(1.0, -random.nextInt(3));
            double[][] trace = adversary(random, 200, top, start, charge);
            int[] units = new int[trace.length];
            LcpPlan plan = LcpPlan.start(top, start, 0);
            for (int t = 0; t < trace.length; t++) {
                plan = plan.after(step(trace[t]));
                units[t] = plan.units();
            }
            double best = Traces.optimum(trace, start);
            double cost = cost(trace, units, start);
            assertThat(cost).as("trace %d of seed 3", i).isBetween(best, 3 * best);
            worst = best > 0 ? Math.max(worst, cost / best) : worst;
        }
        assertThat(worst).isGreaterThan(2.5);
    }

    /** Slopes are whole multiples of the charge, so a draw in the middle of each multiple stands for all of them: the mean is exact. */
    @Test
    void theRandomisedPlanCostsAtMostTwiceTheOptimumInTheMean() {
        Random random = new Random(4);
        double worst = 0;
        for (int i = 0; i < 2_000; i++) {
            int start = 1 + random.nextInt(8);
            boolean hard = random.nextInt(4) == 0;
            double[][] trace = hard ? adversary(random, 60, TOP, start, 1) : trace(random, 40, TOP);
            double mean = 0;
            for (int j = 0; j < start; j++) {
                double draw = (j + 0.5) / start;
                int[] units = new int[trace.length];
                LcpPlan plan = LcpPlan.start(TOP, start, 0);
                for (int t = 0; t < trace.length; t++) {
                    plan = plan.after(step(trace[t]));
                    units[t] = plan.randomised(draw);
                    assertThat(units[t]).isBetween(plan.lowest(), plan.highest());
                }
                mean += cost(trace, units, start) / start;
            }
            double best = Traces.optimum(trace, start);
            assertThat(mean).as("trace %d of seed 4", i).isBetween(best - 1e-9, 2 * best + 1e-9);
            worst = best > 0 ? Math.max(worst, mean / best) : worst;
        }
        assertThat(worst).isGreaterThan(1.5);
    }

    @Test
    void withAHardNeedAndLinearCostsItIsTheBreakEvenHold() {
        Random random = new Random(5);
        for (int i = 0; i < 2_000; i++) {
            UnitCosts costs = new UnitCosts(1 + random.nextInt(3), random.nextInt(12));
            int[] need = Traces.random(random, 40, 6, (int) costs.breakEvenSteps());
            BreakEvenHold hold = new BreakEvenHold(costs);
            NeedLevels past = NeedLevels.NONE;
            LcpPlan plan = LcpPlan.start(6, costs.start(), 0);
            for (int t = 0; t < need.length; t++) {
                past = hold.after(past, t, need[t]);
                plan = plan.after(StepCost.need(need[t], costs.step()));
                assertThat(plan.units()).as("trace %d of seed 5, step %d", i, t).isEqualTo(hold.units(past, t));
            }
        }
    }

    @Test
    void unitsThatAreThereAreKeptUntilIdlenessHasCostAStart() {
        LcpPlan plan = LcpPlan.start(5, 3, 2);
        assertThat(plan.units()).isEqualTo(2);
        for (int t = 0; t < 3; t++) {
            plan = plan.after(StepCost.need(1, 1));
            assertThat(plan.units()).isEqualTo(2);
        }
        assertThat(plan.after(StepCost.need(1, 1)).units()).isEqualTo(1);
        assertThat(plan.units()).isEqualTo(2);
    }

    @Test
    void aShortageThatIsLikelyEnoughStartsUnits() {
        // P(D > x) = 0.5, 0.25, 0.125, ...: slopes 1 - 10 P = -4, -1.5, -0.25, 0.375, ...
        StepCost cost = StepCost.shortage(1, 10, x -> Math.scalb(0.5, -x));
        LcpPlan plan = LcpPlan.start(8, 4, 0);
        int steps = 0;
        while (plan.units() < 3 && steps < 100) {
            plan = plan.after(cost);
            steps++;
        }
        assertThat(plan.units()).isEqualTo(3);
        assertThat(steps).isEqualTo(17);
    }

    @Test
    void aNeedAboveTheMostUnitsTakesThemAll() {
        assertThat(LcpPlan.start(3, 1, 0).after(StepCost.need(9, 1)).units()).isEqualTo(3);
        assertThat(LcpPlan.start(0, 1, 0).after(StepCost.need(9, 1)).units()).isZero();
    }

    @Test
    void costsThatAreNotConvexAreRefused() {
        LcpPlan plan = LcpPlan.start(3, 1, 0);
        assertThatThrownBy(() -> plan.after(unit -> -unit))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not convex");
        assertThatThrownBy(() -> plan.after(unit -> Double.NaN)).hasMessageContaining("slope NaN");
        assertThatThrownBy(() -> plan.after(unit -> Double.POSITIVE_INFINITY)).hasMessageContaining("Infinity");
        assertThatThrownBy(() -> plan.randomised(1)).hasMessageContaining("draw");
        assertThatThrownBy(() -> LcpPlan.start(3, 1, 4)).hasMessageContaining("units that are there");
        assertThatThrownBy(() -> LcpPlan.start(3, Double.NaN, 0)).hasMessageContaining("cost of a start");
        assertThatThrownBy(() -> StepCost.need(-1, 1)).hasMessageContaining("need");
        assertThatThrownBy(() -> StepCost.shortage(1, -1, x -> 0)).hasMessageContaining("shortage");
    }
}
