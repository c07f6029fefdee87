package io.headroom.forecasting.internal.ets;

import io.headroom.forecasting.internal.numeric.LogProduct;

/**
 * The negative log-likelihood of a point, by one pass over the series.
 *
 * <p>With one-step mean f and d = y - f, level' = base + alpha q, slope' = phi slope + beta q and season' = season +
 * gamma r, where base = level + phi slope; q = r = d for an additive season, q = d / season and r = d / base for season
 * factors (Hyndman et al. 2008, tables 2.2 and 2.3; the season is updated with the level before the step). The states
 * do not depend on the kind of error; the likelihood does: n/2 log(sum e^2) for e = d, plus sum log f for e = d / f.
 * Constants are dropped, as R's forecast package does.
 *
 * <p>Missing values (NaN) move the states on by their own means and leave the likelihood alone. Cost: O(n).
 */
final class Filter {

    /** Squared relative error below which a fit counts as exact: sums of squares have no meaning under rounding. */
    private static final double EXACT = 1e-26;

    private final double[] ring;
    private int observed;
    private boolean positive;

    Filter(int period) {
        ring = new double[period];
    }

    /** Returns the number of values that were not missing in the last evaluation. */
    int observed() {
        return observed;
    }

    /**
     * Tells whether everything that must be positive was so in the last evaluation: the means of a relative error, the
     * bases and factors of a multiplicative season.
     */
    boolean positive() {
        return positive;
    }

    /**
     * Evaluates a point.
     *
     * @param y the series, of magnitude about 1 where tiny errors matter
     * @return the negative log-likelihood, with |f| for f; infinite where it is not a number
     */
    double evaluate(double[] y, Layout layout, double[] point) {
        layout.loadSeason(point, ring);
        return layout.form.hasSeasonFactors() ? factors(y, layout, point) : sums(y, layout, point);
    }

    private double sums(double[] y, Layout layout, double[] point) {
        double alpha = point[Layout.ALPHA];
        double beta = layout.beta(point);
        double gamma = layout.gamma(point);
        double phi = layout.phi(point);
        boolean relative = layout.form.hasRelativeError();
        LogProduct logs = new LogProduct();
        double level = point[layout.level];
        double slope = layout.slope(point);
        double squares = 0;
        int count = 0;
        double least = Double.POSITIVE_INFINITY;
        int slot = 0;
        for (double value : y) {
            double base = level + phi * slope;
            double mean = base + ring[slot];
            double d = value - mean;
            if (!Double.isNaN(d)) {
                double e = d;
                if (relative) {
                    e = d / mean;
                    logs.multiply(Math.abs(mean));
                    least = Math.min(least, mean);
                }
                squares += e * e;
                count++;
            } else {
                d = 0;
            }
            level = base + alpha * d;
            slope = phi * slope + beta * d;
            ring[slot] += gamma * d;
            slot = slot + 1 == ring.length ? 0 : slot + 1;
        }
        return finish(squares, count, logs, least);
    }

    private double factors(double[] y, Layout layout, double[] point) {
        double alpha = point[Layout.ALPHA];
        double beta = layout.beta(point);
        double gamma = layout.gamma(point);
        double phi = layout.phi(point);
        boolean relative = layout.form.hasRelativeError();
        LogProduct logs = new LogProduct();
        double level = point[layout.level];
        double slope = layout.slope(point);
        double squares = 0;
        int count = 0;
        double least = Double.POSITIVE_INFINITY;
        int slot = 0;
        for (double value : y) {
            double base = level + phi * slope;
            double factor = ring[slot];
            least = Math.min(least, Math.min(base, factor));
            double mean = base * factor;
            double q = value / factor - base;
            double r = value / base - factor;
            if (!Double.isNaN(value)) {
                double e = relative ? value / mean - 1 : value - mean;
                if (relative) {
                    logs.multiply(Math.abs(mean));
                }
                squares += e * e;
                count++;
            } else {
                q = 0;
                r = 0;
            }
            level = base + alpha * q;
            slope = phi * slope + beta * q;
            ring[slot] = factor + gamma * r;
            slot = slot + 1 == ring.length ? 0 : slot + 1;
        }
        return finish(squares, count, logs, least);
    }

    private double finish(double squares, int count, LogProduct logs, double least) {
        observed = count;
        positive = least > 0;
        double value = 0.5 * count * StrictMath.log(Math.max(squares, count * EXACT)) + logs.log();
        return value < Double.POSITIVE_INFINITY ? value : Double.POSITIVE_INFINITY;
    }
}
