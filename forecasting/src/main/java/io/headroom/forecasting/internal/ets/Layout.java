package io.headroom.forecasting.internal.ets;

/**
 * Where the unknowns of one form lie in a point, a plain array: alpha, then beta, gamma and phi where the form has
 * them, level, slope, and the seasonal states, the i-th belonging to the i-th step.
 *
 * <p>The first {@link #free} entries are estimated. The last seasonal state is not: adding to the level what is taken
 * from every seasonal state (or the same with factors) changes no mean, so one of them is redundant. A long season is
 * not estimated at all.
 */
final class Layout {

    static final int ALPHA = 0;

    /** Keeps a capped beta within the admissible region whatever rounding does. */
    private static final double INSIDE = 1 - 1e-9;

    final EtsForm form;
    final int period;
    /** Count of smoothing parameters, which come first. */
    final int smoothing;
    /** Index, or -1 where the form has none. */
    final int beta;

    final int gamma;
    final int phi;
    final int level;
    final int slope;
    /** Index of the first seasonal state; equal to {@link #size} when there is none. */
    final int season;

    final int free;
    final int size;

    /**
     * @param period steps in a season; 1 when the form has none
     * @param freeSeason whether the seasonal states are estimated
     */
    Layout(EtsForm form, int period, boolean freeSeason) {
        this.form = form;
        this.period = form.hasSeason() ? period : 1;
        int next = 1;
        beta = form.hasTrend() ? next++ : -1;
        gamma = form.hasSeason() ? next++ : -1;
        phi = form.isDamped() ? next++ : -1;
        smoothing = next;
        level = next++;
        slope = form.hasTrend() ? next++ : -1;
        season = next;
        size = season + (form.hasSeason() ? period : 0);
        free = season + (form.hasSeason() && freeSeason ? period - 1 : 0);
    }

    double beta(double[] point) {
        return beta < 0 ? 0 : point[beta];
    }

    double gamma(double[] point) {
        return gamma < 0 ? 0 : point[gamma];
    }

    /** Returns the damping; 1, which changes nothing, for a form without one. */
    double phi(double[] point) {
        return phi < 0 ? 1 : point[phi];
    }

    double slope(double[] point) {
        return slope < 0 ? 0 : point[slope];
    }

    EtsParameters parameters(double[] point) {
        return new EtsParameters(point[ALPHA], beta(point), gamma(point), phi(point));
    }

    /** Copies the seasonal states into {@code ring}, or the neutral state for a form without a season. */
    void loadSeason(double[] point, double[] ring) {
        if (form.hasSeason()) {
            System.arraycopy(point, season, ring, 0, period);
        } else {
            ring[0] = 0;
        }
    }

    /**
     * Returns the largest admissible beta for the other parameters of a point, at least the region's lower bound;
     * infinite if there is none.
     */
    double slopeCap(double[] point) {
        return beta < 0 || gamma < 0
                ? Double.POSITIVE_INFINITY
                : Math.max(
                        Region.LOW, Admissibility.slopeLimit(point[ALPHA], point[gamma], phi(point), period) * INSIDE);
    }

    /** Tells whether old values lose their influence; within the region only a trend beside a season may fail. */
    boolean isAdmissible(double[] point) {
        return beta < 0
                || gamma < 0
                || point[beta] <= Admissibility.slopeLimit(point[ALPHA], point[gamma], phi(point), period);
    }

    /** Lowers beta to where the point is admissible. */
    void capSlope(double[] point) {
        if (beta >= 0 && gamma >= 0 && point[beta] > Region.LOW) {
            point[beta] = Math.min(point[beta], slopeCap(point));
        }
    }

    /** Makes a point of given parameters and states. */
    double[] standardize(EtsParameters parameters, EtsStates states, Standardized series) {
        double[] point = new double[size];
        point[ALPHA] = parameters.alpha();
        if (beta >= 0) {
            point[beta] = parameters.beta();
            point[slope] = states.slope() / series.scale;
        }
        if (gamma >= 0) {
            point[gamma] = parameters.gamma();
            double[] seasonal = states.season();
            for (int i = 0; i < period; i++) {
                point[season + i] = form.hasSeasonFactors() ? seasonal[i] : seasonal[i] / series.scale;
            }
        }
        if (phi >= 0) {
            point[phi] = parameters.phi();
        }
        point[level] = (states.level() - series.location) / series.scale;
        return point;
    }

    /** Returns the initial states of a point in units of the series: differences with sum 0, or factors with mean 1. */
    EtsStates states(double[] point, Standardized series) {
        if (!form.hasSeason()) {
            return new EtsStates(
                    series.location + series.scale * point[level], series.scale * slope(point), new double[0]);
        }
        double mean = 0;
        for (int i = 0; i < period; i++) {
            mean += point[season + i] / period;
        }
        boolean factors = form.hasSeasonFactors();
        double[] seasonal = new double[period];
        for (int i = 0; i < period; i++) {
            seasonal[i] = factors ? point[season + i] / mean : series.scale * (point[season + i] - mean);
        }
        double first = factors ? point[level] * mean : point[level] + mean;
        double rise = factors ? slope(point) * mean : slope(point);
        return new EtsStates(series.location + series.scale * first, series.scale * rise, seasonal);
    }
}
