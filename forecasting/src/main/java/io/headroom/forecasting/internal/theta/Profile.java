package io.headroom.forecasting.internal.theta;

/**
 * The squared one-step errors for one smoothing parameter alpha, with starting level and weight at their best.
 *
 * <p>The mean of a step is level + w rise, with rise = d first + (1 - d) / alpha slope, d = (1 - alpha)^(steps before)
 * and the line (first, slope) of {@link Line}; then level' = level + alpha (x - level). Given alpha, the errors are
 * linear in the starting level and in w: both come from 2 x 2 normal equations in one pass, and a second pass gives the
 * sum of squares and its derivative by alpha (which needs no derivatives of the two, as they are at their best). Not
 * thread-safe: the results lie in its fields.
 */
final class Profile {
    /** Below this the first values are forgotten; it also keeps the product out of the slow subnormal numbers. */
    static final double FORGOTTEN = 1e-30;

    private static final double LEAST_PIVOT = 1e-10;

    private final double[] x;
    private final Line line;
    private final int skipped;
    private final double givenWeight;
    private final int begin;

    double level;
    double weight;
    double squares;
    double gradient;

    /**
     * Prepares.
     *
     * @param x the series, of magnitude about one, NaN where missing, with a value
     * @param skipped how many of the first values are no errors
     * @param givenWeight w in [0, 1], or NaN to fit it there
     */
    Profile(double[] x, Line line, int skipped, double givenWeight) {
        this.x = x;
        this.line = line;
        this.skipped = skipped;
        this.givenWeight = givenWeight;
        int t = 0;
        while (Double.isNaN(x[t])) {
            t++;
        }
        this.begin = t;
    }

    /** Fills the fields for a smoothing parameter in (0, 1). */
    void at(double alpha) {
        solve(alpha);
        measure(alpha);
    }

    /**
     * The smoothed level is p + level q + w r, so that q and s = r + rise are the regressors of an error.
     */
    private void solve(double alpha) {
        double p = 0;
        double q = 1;
        double r = 0;
        double d = 1;
        double qq = 0;
        double qs = 0;
        double ss = 0;
        double qy = 0;
        double sy = 0;
        int seen = 0;
        for (int t = begin; t < x.length; t++) {
            double rise = d * line.first[t] + (1 - d) / alpha * line.slope[t];
            if (Double.isNaN(x[t])) {
                r += alpha * rise;
            } else {
                double y = x[t] - p;
                double s = r + rise;
                if (seen >= skipped) {
                    qq += q * q;
                    qs += q * s;
                    ss += s * s;
                    qy += q * y;
                    sy += s * y;
                }
                p += alpha * y;
                q = decayed(q, alpha);
                r -= alpha * r;
                seen++;
            }
            d = decayed(d, alpha);
        }
        double pivot = qq * ss - qs * qs;
        boolean levelMatters = qq > LEAST_PIVOT;
        if (!Double.isNaN(givenWeight)) {
            weight = givenWeight;
        } else if (levelMatters && pivot > LEAST_PIVOT * qq * ss) {
            weight = (sy * qq - qs * qy) / pivot;
        } else {
            weight = ss > 0 && !levelMatters ? (sy - qs * x[begin]) / ss : 0.5;
        }
        weight = Math.max(0, Math.min(1, weight));
        level = levelMatters ? (qy - weight * qs) / qq : x[begin];
    }

    private void measure(double alpha) {
        double smooth = level;
        double smoothSlope = 0;
        double d = 1;
        double dSlope = 0;
        double sum = 0;
        double sumSlope = 0;
        int seen = 0;
        for (int t = begin; t < x.length; t++) {
            double gain = (1 - d) / alpha;
            double rise = weight * (d * line.first[t] + gain * line.slope[t]);
            double riseSlope = weight * (dSlope * line.first[t] - (dSlope + gain) / alpha * line.slope[t]);
            if (Double.isNaN(x[t])) {
                smooth += alpha * rise;
                smoothSlope += rise + alpha * riseSlope;
            } else {
                double error = x[t] - smooth - rise;
                if (seen >= skipped) {
                    sum += error * error;
                    sumSlope -= 2 * error * (smoothSlope + riseSlope);
                }
                double step = x[t] - smooth;
                smooth += alpha * step;
                smoothSlope += step - alpha * smoothSlope;
                seen++;
            }
            dSlope = d > FORGOTTEN ? dSlope * (1 - alpha) - d : 0;
            d = decayed(d, alpha);
        }
        squares = sum;
        gradient = sumSlope;
    }

    /** One step of (1 - alpha)^t. */
    static double decayed(double d, double alpha) {
        return d > FORGOTTEN ? d * (1 - alpha) : 0;
    }
}
