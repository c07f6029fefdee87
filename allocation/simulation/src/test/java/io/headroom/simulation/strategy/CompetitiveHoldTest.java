package io.headroom.simulation.strategy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.headroom.allocation.plan.BreakEvenHold;
import io.headroom.allocation.plan.LcpPlan;
import io.headroom.allocation.plan.NeedLevels;
import io.headroom.allocation.plan.StepCost;
import io.headroom.allocation.plan.UnitCosts;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Holding without foresight against the {@link OraclePlan}, on ten thousand traces of each kind. All numbers are whole, so the ratios are
 * asserted without a tolerance. Both sides start from none: the oracle's free fleet at its first step is kept from it by steps without need
 * that are longer than any break-even.
 */
class CompetitiveHoldTest {
    private static final int TRACES = 10_000;
    private static final int STEPS = 120;
    private static final int TOP = 6;

    /** What a hold did on a trace. */
    private static final class Run {
        final int breakEven;
        final BreakEvenHold hold;
        NeedLevels past = NeedLevels.NONE;
        LcpPlan lazy;
        int units;
        long cost;
        long lazyCost;

        Run(int breakEven, int top) {
            this.breakEven = breakEven;
            this.hold = new BreakEvenHold(new UnitCosts(1, breakEven));
            this.lazy = LcpPlan.start(top, breakEven, 0);
        }

        void step(int t, int need) {
            past = hold.after(past, t, need);
            int next = hold.units(past, t);
            assertTrue(next >= need);
            cost += next + (long) breakEven * Math.max(0, next - units);
            units = next;
            int before = lazy.units();
            lazy = lazy.after(StepCost.need(need, 1));
            assertTrue(lazy.lowest() <= lazy.units() && lazy.units() <= lazy.highest());
            lazyCost += lazy.units() + (long) breakEven * Math.max(0, lazy.units() - before);
        }

        void finish(int[] need, String which, double[] worst) {
            long best = Math.round(optimum(need, breakEven));
            assertTrue(cost >= best && cost <= 2 * best, which + ": hold costs " + cost + ", optimum " + best);
            assertTrue(lazyCost >= best && lazyCost <= 3 * best, which + ": LCP costs " + lazyCost);
            assertEquals(cost, lazyCost, which);
            worst[0] = best > 0 ? Math.max(worst[0], (double) cost / best) : worst[0];
        }
    }

    private static double optimum(int[] need, int breakEven) {
        int lead = breakEven + 1;
        int[] fromNone = new int[lead + need.length];
        System.arraycopy(need, 0, fromNone, lead, need.length);
        return OraclePlan.of(fromNone, breakEven).cost();
    }

    @Test
    void randomTracesCostAtMostTwiceTheOptimum() {
        Random random = new Random(1);
        double[] worst = new double[1];
        for (int i = 0; i < TRACES; i++) {
            Run run = new Run(random.nextInt(20), TOP);
            int[] need = random(random, run.breakEven);
            for (int t = 0; t < STEPS; t++) {
                run.step(t, need[t]);
            }
            run.finish(need, "random trace " + i + " of seed 1", worst);
        }
        assertTrue(worst[0] > 1.5, "worst ratio " + worst[0]);
    }

    /** Levels that stay, jump, fall to nothing, and come back after gaps around the break-even. */
    private static int[] random(Random random, int breakEven) {
        int[] need = new int[STEPS];
        for (int t = 0; t < STEPS; ) {
            int level = random.nextInt(3) == 0 ? 0 : random.nextInt(TOP + 1);
            int stay = 1 + (random.nextBoolean() ? 0 : random.nextInt(2 * breakEven + 3));
            Arrays.fill(need, t, Math.min(STEPS, t + stay), level);
            t += stay;
        }
        return need;
    }

    /** Needs a unit again as soon as it has been given up, and stops needing it at once: the worst that can be done to a hold. */
    @Test
    void anAdversaryThatWatchesEveryMoveComesCloseToTwiceTheOptimumAndNotBeyond() {
        Random random = new Random(2);
        double[] worst = new double[1];
        for (int i = 0; i < TRACES; i++) {
            int top = 1 + random.nextInt(TOP);
            Run run = new Run(1 + random.nextInt(40), top);
            int patience = random.nextInt(3);
            int[] need = new int[STEPS];
            for (int t = 0; t < STEPS; t++) {
                boolean gone = run.units == 0 || random.nextInt(50) < patience;
                need[t] = gone ? 1 + random.nextInt(top) : 0;
                run.step(t, need[t]);
            }
            run.finish(need, "adversarial trace " + i + " of seed 2", worst);
        }
        assertTrue(worst[0] > 1.9, "worst ratio " + worst[0]);
    }
}
