package io.headroom.simulation.strategy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OraclePlanTest {

    private static void check(int[] need, double beta, double cost, long moves, int... trajectory) {
        OraclePlan plan = OraclePlan.of(need, beta);
        assertEquals(cost, plan.cost());
        assertEquals(moves, plan.moves());
        assertArrayEquals(trajectory, plan.trajectory());
    }

    @Test
    void aShortGapIsHeldAndALongOneIsNot() {
        check(new int[] {1, 2, 1, 1, 2, 1}, 2, 11, 1, 2, 2, 2, 2, 2, 1);
        check(new int[] {2, 1, 1, 1, 2}, 2, 9, 2, 2, 1, 1, 1, 2);
    }

    @Test
    void aLeadingGapReachesBackToStepZero() {
        check(new int[] {1, 2}, 5, 4, 0, 2, 2);
        check(new int[] {1, 1, 1, 2}, 2, 7, 1, 1, 1, 1, 2);
    }

    @Test
    void levelsAreIndependent() {
        check(new int[] {3, 2, 1, 2, 3}, 1, 13, 2, 3, 2, 2, 2, 3);
    }

    @Test
    void constantFallingFreeAndEmpty() {
        check(new int[] {2, 2, 2}, 9, 6, 0, 2, 2, 2);
        check(new int[] {3, 2, 1}, 9, 6, 2, 3, 2, 1);
        check(new int[] {1, 3, 1, 2}, 0, 7, 5, 1, 3, 1, 2);
        check(new int[0], 1, 0, 0);
    }

    @ParameterizedTest
    @ValueSource(longs = {7, 8, 9})
    void noSequenceIsCheaper(long seed) {
        Random random = new Random(seed);
        double[] betas = {0, 0.5, 1, 1.5, 2, 3, 7};
        for (int i = 0; i < 300; i++) {
            int top = 1 + random.nextInt(3);
            int[] need = random.ints(1 + random.nextInt(6), 0, top + 1).toArray();
            double beta = betas[random.nextInt(betas.length)];
            String replay = "seed " + seed + ", case " + i + ": need " + Arrays.toString(need) + ", beta " + beta;
            OraclePlan plan = OraclePlan.of(need, beta);
            int[] x = plan.trajectory();
            assertEquals(cheapest(need, beta, top, new int[need.length], 0), plan.cost(), 1e-9, replay);
            assertEquals(cost(x, beta), plan.cost(), 1e-9, replay);
            assertEquals(moves(x), plan.moves(), replay);
            for (int t = 0; t < need.length; t++) {
                assertTrue(x[t] >= need[t], replay);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void longWalksAgreeWithADynamicProgramme(long seed) {
        Random random = new Random(seed);
        int[] changes = {-3, -1, 0, 0, 1, 3};
        int[] betas = {1, 3, 5, 15};
        for (int i = 0; i < 20; i++) {
            int[] need = new int[20 + random.nextInt(180)];
            need[0] = 1 + random.nextInt(12);
            for (int t = 1; t < need.length; t++) {
                need[t] = Math.min(12, Math.max(1, need[t - 1] + changes[random.nextInt(changes.length)]));
            }
            int beta = betas[random.nextInt(betas.length)];
            String replay = "seed " + seed + ", case " + i;
            OraclePlan plan = OraclePlan.of(need, beta);
            assertEquals(programme(need, beta, 12), plan.cost(), 1e-9, replay);
            // Holding every idle unit for beta steps is the best deterministic policy: at most twice the optimum.
            assertTrue(holdCost(need, beta) <= 2 * plan.cost() + beta * need[0], replay);
        }
    }

    @Test
    void needsAreCeilingsWithAMargin() {
        assertArrayEquals(new int[] {3, 3, 1}, OraclePlan.need(new double[] {0.3, 0.1 * 3, 0}, 0.1, 1));
        assertArrayEquals(new int[] {0, 2}, OraclePlan.need(new double[] {0, 1.01}, 1, 0));
    }

    @Test
    void badInputIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> OraclePlan.of(new int[] {-1}, 1));
        assertThrows(IllegalArgumentException.class, () -> OraclePlan.of(new int[] {1}, Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> OraclePlan.need(new double[] {-1}, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> OraclePlan.need(new double[] {1}, 0, 1));
    }

    private static double cheapest(int[] need, double beta, int top, int[] x, int t) {
        if (t == need.length) {
            return cost(x, beta);
        }
        double best = Double.POSITIVE_INFINITY;
        for (int units = need[t]; units <= top; units++) {
            x[t] = units;
            best = Math.min(best, cheapest(need, beta, top, x, t + 1));
        }
        return best;
    }

    private static double programme(int[] need, double beta, int top) {
        double[] cost = new double[top + 1];
        for (int units = 0; units <= top; units++) {
            cost[units] = units < need[0] ? Double.POSITIVE_INFINITY : units;
        }
        for (int t = 1; t < need.length; t++) {
            double[] next = new double[top + 1];
            for (int units = 0; units <= top; units++) {
                next[units] = Double.POSITIVE_INFINITY;
                for (int before = 0; before <= top && units >= need[t]; before++) {
                    next[units] = Math.min(next[units], cost[before] + units + beta * Math.max(units - before, 0));
                }
            }
            cost = next;
        }
        return Arrays.stream(cost).min().orElseThrow();
    }

    private static double holdCost(int[] need, int beta) {
        int[] hold = new int[need.length];
        for (int t = 0; t < need.length; t++) {
            hold[t] = Arrays.stream(need, Math.max(0, t - beta), t + 1).max().orElseThrow();
        }
        return cost(hold, beta) + (double) beta * need[0];
    }

    private static double cost(int[] x, double beta) {
        double cost = 0;
        for (int t = 0; t < x.length; t++) {
            cost += x[t] + (t > 0 ? beta * Math.max(x[t] - x[t - 1], 0) : 0);
        }
        return cost;
    }

    private static long moves(int[] x) {
        long moves = 0;
        for (int t = 1; t < x.length; t++) {
            moves += Math.abs(x[t] - x[t - 1]);
        }
        return moves;
    }
}
