package io.headroom.allocation;

import io.headroom.core.Checks;
import io.headroom.core.StandardNormal;
import java.util.function.DoubleUnaryOperator;

/**
 * How a requirement is read off a forecast: by a probability that is to be covered, or by what a step without cover costs.
 *
 * <p>A fixed probability buys the last per cent of a wild hour as dearly as it must, and does without what would cost next to
 * nothing in a calm one. By cost, the requirement is the amount a that minimises
 *
 * <pre>a + violationCost * P(demand &gt; a * target utilisation)</pre>
 *
 * <p>so that the last unit removes as much risk for its price everywhere: over all steps and places, no other rule has fewer
 * violations for the same capacity. With the cost q / (1 - q) times the usual demand, steps are covered about as often as by the
 * quantile q. Immutable and thread-safe.
 *
 * @param quantile probability with which capacity covers the largest demand of the window, in (0, 1); unused if there is a violation cost
 * @param targetUtilisation share of capacity that demand may fill, in (0, 1]
 * @param violationCost capacity in the resource's own units that costs, held for a step, as much as a step without cover; 0 to size
 *     by the quantile
 */
public record Sizing(double quantile, double targetUtilisation, double violationCost) {
    private static final double HIGHEST_SCORE = 3.7;
    private static final int COARSE = 16;
    private static final int FINE = 4;

    /**
     * Checks the ranges.
     *
     * @param quantile probability with which capacity covers the largest demand of the window
     * @param targetUtilisation share of capacity that demand may fill
     * @param violationCost capacity that costs, held for a step, as much as a step without cover
     * @throws IllegalArgumentException if a number is outside its range
     */
    public Sizing {
        Checks.probability(quantile, "quantile");
        Checks.notNegative(violationCost, "violation cost");
        if (!(targetUtilisation > 0 && targetUtilisation <= 1)) {
            throw Checks.failure(
                    "target utilisation " + targetUtilisation, "must lie in (0, 1]", "it was given in percent");
        }
    }

    /**
     * Sizes by a quantile.
     *
     * @param quantile probability with which capacity covers the largest demand of the window, in (0, 1)
     * @param targetUtilisation share of capacity that demand may fill, in (0, 1]
     * @throws IllegalArgumentException if a number is outside its range
     */
    public Sizing(double quantile, double targetUtilisation) {
        this(quantile, targetUtilisation, 0);
    }

    /**
     * Reads the requirement off the quantiles of the demand, before utilisation.
     *
     * @param base demand that is always there, in the resource's units
     * @param quantiles quantile of the rest by probability
     * @return capacity over which demand is not to go, base included
     */
    double demand(double base, DoubleUnaryOperator quantiles) {
        return base + (violationCost > 0 ? cheapest(quantiles) : quantiles.applyAsDouble(quantile));
    }

    /** What it sizes by, for reasons. */
    String describe() {
        return violationCost > 0 ? "violation cost " + violationCost : "quantile " + quantile;
    }

    /** The best of the medians up to four nines, even in the normal score, and then of its neighbourhood. */
    private double cheapest(DoubleUnaryOperator quantiles) {
        double step = HIGHEST_SCORE / COARSE;
        double centre = search(quantiles, 0, step, COARSE);
        double fine = step / FINE;
        double best = search(quantiles, Math.max(0, centre - step + fine), fine, 2 * FINE - 2);
        return quantiles.applyAsDouble(StandardNormal.cdf(best));
    }

    private double search(DoubleUnaryOperator quantiles, double first, double step, int steps) {
        double best = first;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i <= steps; i++) {
            double score = Math.min(HIGHEST_SCORE, first + i * step);
            double p = StandardNormal.cdf(score);
            double cost = quantiles.applyAsDouble(p) / targetUtilisation + violationCost * (1 - p);
            if (cost < least) {
                least = cost;
                best = score;
            }
        }
        return best;
    }
}
