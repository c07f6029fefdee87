package io.headroom.allocation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.headroom.core.StandardNormal;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class SizingTest {
    private static final double MEAN = 100;
    private static final double NINES = StandardNormal.quantile(0.999);

    private static DoubleUnaryOperator normal(double deviation) {
        return p -> MEAN + deviation * StandardNormal.quantile(p);
    }

    private static double priced(double cost, double utilisation, double deviation) {
        return new Sizing(0.5, utilisation, cost, 0).demand(0, normal(deviation));
    }

    /** The density at the optimum is what a unit costs over what a violation costs. */
    @Test
    void aNormalDemandIsCoveredUpToWhereItsDensityIsThePriceRatio() {
        for (double deviation : new double[] {1, 5, 20}) {
            for (double cost : new double[] {100, 1000, 10_000}) {
                double score = Math.sqrt(-2 * Math.log(deviation * Math.sqrt(2 * Math.PI) / cost));
                if (score < NINES) {
                    assertEquals(MEAN + deviation * score, priced(cost, 1, deviation), 1e-9);
                } else {
                    double scale = deviation * (NINES - StandardNormal.quantile(0.99)) / Math.log(10);
                    double expected = MEAN + deviation * NINES + scale * Math.log(0.001 * cost / scale);
                    assertEquals(expected, priced(cost, 1, deviation), 1e-9);
                }
            }
        }
    }

    /** Each factor of ten in the price adds as much again: there is no last level. */
    @Test
    void beyondThreeNinesTheTailGoesOnAsAnExponentialOne() {
        double decade = 5 * (NINES - StandardNormal.quantile(0.99));
        double before = priced(1e6, 1, 5);
        for (double cost = 1e7; cost < 1e300; cost *= 10) {
            double amount = priced(cost, 1, 5);
            assertEquals(decade, amount - before, 1e-6);
            before = amount;
        }
        assertTrue(Double.isFinite(new Sizing(0.5, 1, Double.MAX_VALUE, 0).demand(0, p -> p * Double.MAX_VALUE)));
    }

    /** Cheap violations leave demand above the median uncovered, and a certain demand is covered for next to nothing. */
    @Test
    void aLowCostCoversLessThanHalf() {
        assertEquals(MEAN + 20 * StandardNormal.quantile(0.001), priced(1, 1, 20));
        assertEquals(MEAN, priced(1, 1, 0));
    }

    @Test
    void noOtherAmountIsCheaper() {
        Sizing sizing = new Sizing(0.5, 0.8, 2000, 0);
        DoubleUnaryOperator heavy = p -> MEAN / Math.pow(1 - p, 0.3);
        double chosen = sizing.demand(0, heavy);
        double least = Double.POSITIVE_INFINITY;
        for (double p = 0.5; p < 0.9999; p += 1e-4) {
            least = Math.min(least, heavy.applyAsDouble(p) / 0.8 + 2000 * (1 - p));
        }
        double p = 1 - Math.pow(MEAN / chosen, 1 / 0.3);
        assertTrue(chosen / 0.8 + 2000 * (1 - p) <= 1.005 * least);
    }

    @Test
    void aHigherCostCoversMoreAndAWilderDemandIsCoveredLess() {
        double before = 0;
        for (double cost = 10; cost < 1e6; cost *= 3) {
            double amount = priced(cost, 1, 10);
            assertTrue(amount >= before);
            before = amount;
        }
        double calm = (priced(1000, 1, 2) - MEAN) / 2;
        double wild = (priced(1000, 1, 40) - MEAN) / 40;
        assertTrue(wild < calm - 0.5);
    }

    @Test
    void withoutACostTheQuantileHoldsAndTheBaseIsAdded() {
        assertEquals(7 + normal(5).applyAsDouble(0.9), new Sizing(0.9, 1).demand(7, normal(5)));
        assertEquals(7 + priced(500, 1, 5), new Sizing(0.9, 1, 500, 0).demand(7, normal(5)));
    }

    @Test
    void aRatioIsTakenOfTheUsualNeedAndOfTheMedianWhereNobodyTells() {
        Sizing ratio = new Sizing(0.5, 0.8, 100, 20);
        assertEquals(priced(100 + 20 * 50, 0.8, 5), ratio.priced(50).demand(0, normal(5)));
        assertEquals(priced(100 + 20 * MEAN / 0.8, 0.8, 5), ratio.demand(0, normal(5)));
        assertEquals(7 + priced(100 + 20 * (MEAN + 7) / 0.8, 0.8, 5), ratio.demand(7, normal(5)));
        assertEquals("violation cost 100.0, violation ratio 20.0", ratio.describe());
        assertEquals("violation ratio 20.0", new Sizing(0.5, 1, 0, 20).describe());
        assertEquals("quantile 0.5", new Sizing(0.5, 1).describe());
    }

    @Test
    void costsThatAreNoneAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Sizing(0.9, 1, 0, -1));
        assertThrows(IllegalArgumentException.class, () -> new Sizing(0.9, 1, -1, 0));
        assertThrows(IllegalArgumentException.class, () -> new Sizing(0.9, 1, Double.NaN, 0));
        assertThrows(IllegalArgumentException.class, () -> new Sizing(0.9, 1, Double.POSITIVE_INFINITY, 0));
    }
}
