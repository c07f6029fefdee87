package io.headroom.allocation;

import io.headroom.core.Checks;
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
 * violations for the same capacity. The violation cost is an amount of capacity, a multiple of the usual need, or the sum of both. With the
 * ratio q / (1 - q), steps are covered about as often as by the quantile q. No forecast is trusted beyond three nines: from there on the
 * tail goes on as an exponential one, as steep as between two nines and three. Immutable and thread-safe.
 *
 * @param quantile probability with which capacity covers the largest demand of the window, in (0, 1); unused if a violation costs anything
 * @param targetUtilisation share of capacity that demand may fill, in (0, 1]
 * @param violationCost capacity in the resource's own units that costs, held for a step, as much as a step without cover, 0 or more
 * @param violationRatio the same as a multiple of the usual need, 0 or more: an {@link Allocator} takes the mean of what was measured in
 *     the last days, a calculator that nobody tells takes the median of the window's demand
 */
public record Sizing(double quantile, double targetUtilisation, double violationCost, double violationRatio) {
    private static final double MEDIAN = 0.5;

    /**
     * Checks the ranges.
     *
     * @param quantile probability with which capacity covers the largest demand of the window
     * @param targetUtilisation share of capacity that demand may fill
     * @param violationCost capacity that costs, held for a step, as much as a step without cover
     * @param violationRatio the same as a multiple of the usual need
     * @throws IllegalArgumentException if a number is outside its range
     */
    public Sizing {
        Checks.probability(quantile, "quantile");
        Checks.notNegative(violationCost, "violation cost");
        Checks.notNegative(violationRatio, "violation ratio");
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
        this(quantile, targetUtilisation, 0, 0);
    }

    /** The same with the ratio taken of a usual need. */
    Sizing priced(double usual) {
        double cost = Math.min(Double.MAX_VALUE, violationCost + violationRatio * usual);
        return new Sizing(quantile, targetUtilisation, cost, 0);
    }

    /** Whether it sizes by what a violation costs. */
    private boolean byCost() {
        return violationCost > 0 || violationRatio > 0;
    }

    /**
     * Reads the requirement off the quantiles of the demand, before utilisation.
     *
     * @param base demand that is always there, in the resource's units
     * @param quantiles quantile of the rest by probability
     * @return capacity over which demand is not to go, base included
     */
    double demand(double base, DoubleUnaryOperator quantiles) {
        if (!byCost()) {
            return base + quantiles.applyAsDouble(quantile);
        }
        Sizing priced =
                violationRatio > 0 ? priced((base + quantiles.applyAsDouble(MEDIAN)) / targetUtilisation) : this;
        return base + priced.cheapest(quantiles);
    }

    /** What it sizes by, for reasons. */
    String describe() {
        if (!byCost()) {
            return "quantile " + quantile;
        }
        String amount = violationCost > 0 ? "violation cost " + violationCost : "";
        String ratio = violationRatio > 0 ? "violation ratio " + violationRatio : "";
        return amount + (amount.isEmpty() || ratio.isEmpty() ? "" : ", ") + ratio;
    }

    private double cheapest(DoubleUnaryOperator quantiles) {
        return CheapestCover.of(quantiles, targetUtilisation, violationCost);
    }
}
