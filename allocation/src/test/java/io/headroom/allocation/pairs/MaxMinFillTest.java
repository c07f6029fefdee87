package io.headroom.allocation.pairs;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class MaxMinFillTest {
    private static final double INFINITE = Double.POSITIVE_INFINITY;

    private static int[] on(int... limits) {
        return limits;
    }

    private static double[] by(double... weights) {
        return weights;
    }

    @Test
    void whatIsShortIsSharedEvenlyAndWhatOneLeavesGoesToTheOthers() {
        MaxMinFill fill = new MaxMinFill(new double[] {10});
        fill.add(2, on(0), by(1));
        fill.add(9, on(0), by(1));
        fill.add(5, on(0), by(1));
        assertArrayEquals(new double[] {2, 4, 4}, fill.fill(), 1e-12);
    }

    @Test
    void theLongWayIsBoundByItsNarrowestLink() {
        MaxMinFill fill = new MaxMinFill(new double[] {10, 4});
        fill.add(20, on(0, 1), by(1, 1));
        fill.add(20, on(0), by(1));
        fill.add(20, on(1), by(1));
        assertArrayEquals(new double[] {2, 8, 2}, fill.fill(), 1e-12);
    }

    @Test
    void weightsSayHowMuchOfALimitAnItemUses() {
        MaxMinFill fill = new MaxMinFill(new double[] {8, INFINITE});
        fill.add(1, on(0, 1), by(10, 1));
        fill.add(1, on(0), by(6));
        fill.add(1, on(1), by(1e300));
        fill.add(1, on(), by());
        assertArrayEquals(new double[] {0.5, 0.5, 1, 1}, fill.fill(), 1e-12);
    }

    @Test
    void absurdNumbersAreShared() {
        MaxMinFill fill = new MaxMinFill(new double[] {0, Double.MAX_VALUE, INFINITE});
        fill.add(1, on(0), by(1e-300));
        fill.add(Double.MAX_VALUE, on(1, 2), by(Double.MAX_VALUE, Double.MAX_VALUE));
        fill.add(Double.MAX_VALUE, on(1, 2), by(Double.MAX_VALUE, Double.MAX_VALUE));
        fill.add(3, on(0, 1), by(0, 0));
        double[] got = fill.fill();
        assertTrue(got[0] == 0 && got[1] <= 1 && got[1] == got[2] && got[3] == 3, () -> String.valueOf(got[1]));
        assertThrows(IllegalArgumentException.class, () -> new MaxMinFill(new double[] {Double.NaN}));
        assertThrows(IllegalArgumentException.class, () -> fill.add(-1, on(), by()));
        assertThrows(IllegalArgumentException.class, () -> fill.add(INFINITE, on(), by()));
    }

    /** Max-min fair is: whoever lacks something uses a full limit, and none there has more than it (Bertsekas and Gallager, 6.5.2). */
    @Test
    void whoeverLacksSomethingUsesAFullLimitOnWhichNoneHasMore() {
        for (long seed = 0; seed < 2_000; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            double[] limits = random.doubles(1 + random.nextInt(5), 0, 20).toArray();
            int items = 1 + random.nextInt(8);
            double[] wanted = random.doubles(items, 0, 10).toArray();
            double[][] weights = new double[items][limits.length];
            MaxMinFill fill = new MaxMinFill(limits);
            for (int i = 0; i < items; i++) {
                int[] uses = new int[limits.length];
                for (int c = 0; c < limits.length; c++) {
                    uses[c] = c;
                    weights[i][c] = random.nextInt(3) == 0 ? random.nextInt(1, 4) : 0;
                }
                fill.add(wanted[i], uses, weights[i]);
            }
            check(seed, limits, wanted, weights, fill.fill());
        }
    }

    private static void check(long seed, double[] limits, double[] wanted, double[][] weights, double[] got) {
        for (int i = 0; i < got.length; i++) {
            boolean reason = got[i] >= wanted[i] - 1e-9;
            for (int c = 0; c < limits.length; c++) {
                double used = 0;
                double largest = 0;
                for (int j = 0; j < got.length; j++) {
                    used += weights[j][c] * got[j];
                    largest = weights[j][c] > 0 ? Math.max(largest, got[j]) : largest;
                }
                assertTrue(used <= limits[c] + 1e-9, "seed " + seed + ": limit " + c + " is exceeded");
                reason |= weights[i][c] > 0 && used >= limits[c] - 1e-9 && got[i] >= largest - 1e-9;
            }
            assertTrue(reason, "seed " + seed + ": item " + i + " has " + got[i] + " for no reason");
        }
    }
}
