package io.headroom.allocation;

import io.headroom.core.StandardNormal;
import java.util.function.DoubleUnaryOperator;

/**
 * The amount a that minimises a / utilisation + cost * P(demand > a). Between the levels at which quantiles are read, the quantile is taken
 * to be linear in the normal score z, a = q + s (z - z0), which is exact for tables of these levels. There the derivative vanishes where
 * s / utilisation = cost * phi(z), the normal density, so each segment has its minimum at
 *
 * <pre>z = sqrt(-2 ln(sqrt(2 pi) s / (utilisation * cost)))</pre>
 *
 * <p>or at an end. Beyond the last level the demand exceeds a with probability 0.001 exp(-(a - q) / b), where b = (q - q99) / ln 10, so
 * the minimum is at a = q + b ln(0.001 utilisation * cost / b). Pure; cost: 17 quantiles.
 */
final class CheapestCover {
    private static final double[] LEVELS = {
        0.001, 0.01, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.975, 0.99, 0.995, 0.999
    };
    private static final int TWO_NINES = LEVELS.length - 3;
    private static final int LAST = LEVELS.length - 1;
    private static final double[] SCORES = scores();
    private static final double DECADE = StrictMath.log(10);
    private static final double ROOT = Math.sqrt(2 * Math.PI);

    /** More e-foldings of the tail than this are the same to a double. */
    private static final double LONGEST_TAIL = 700;

    private final double utilisation;
    private final double cost;
    private double best;
    private double least = Double.POSITIVE_INFINITY;

    private CheapestCover(double utilisation, double cost) {
        this.utilisation = utilisation;
        this.cost = cost;
    }

    private static double[] scores() {
        double[] scores = new double[LEVELS.length];
        for (int k = 0; k < scores.length; k++) {
            scores[k] = StandardNormal.quantile(LEVELS[k]);
        }
        return scores;
    }

    /** The amount, before utilisation. */
    static double of(DoubleUnaryOperator quantiles, double utilisation, double cost) {
        CheapestCover search = new CheapestCover(utilisation, cost);
        double[] amounts = new double[LEVELS.length];
        for (int k = 0; k < amounts.length; k++) {
            amounts[k] = quantiles.applyAsDouble(LEVELS[k]);
            search.consider(amounts[k], 1 - LEVELS[k]);
        }
        for (int k = 1; k < amounts.length; k++) {
            search.inside(k, amounts[k - 1], amounts[k]);
        }
        search.tail(amounts[LAST], (amounts[LAST] - amounts[TWO_NINES]) / DECADE);
        return search.best;
    }

    private void consider(double amount, double violation) {
        double all = amount / utilisation + cost * violation;
        if (all < least) {
            least = all;
            best = amount;
        }
    }

    private void inside(int k, double low, double high) {
        double slope = (high - low) / (SCORES[k] - SCORES[k - 1]);
        double density = ROOT * slope / (utilisation * cost);
        if (SCORES[k] > 0 && density > 0 && density < 1) {
            double z = Math.sqrt(-2 * StrictMath.log(density));
            if (z > SCORES[k - 1] && z < SCORES[k]) {
                consider(low + slope * (z - SCORES[k - 1]), StandardNormal.cdf(-z));
            }
        }
    }

    private void tail(double amount, double scale) {
        double folds = scale > 0 ? StrictMath.log((1 - LEVELS[LAST]) * utilisation * cost / scale) : 0;
        if (folds > 0) {
            double length = Math.min(folds, LONGEST_TAIL);
            consider(Math.min(Double.MAX_VALUE, amount + scale * length), (1 - LEVELS[LAST]) * StrictMath.exp(-length));
        }
    }
}
