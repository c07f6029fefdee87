package io.headroom.forecasting.internal.ets;

import java.util.Locale;

/**
 * Smoothing parameters. Immutable and thread-safe.
 *
 * @param alpha weight of the last error in the level, in [0, 1]
 * @param beta weight of the last error in the slope, in [0, 1]; 0 without a trend
 * @param gamma weight of the last error in the season, in [0, 1]; 0 without a season
 * @param phi damping of the slope a step, in (0, 1]; 1 without damping
 */
public record EtsParameters(double alpha, double beta, double gamma, double phi) {

    /**
     * Checks the ranges.
     *
     * @param alpha in [0, 1]
     * @param beta in [0, 1]
     * @param gamma in [0, 1]
     * @param phi in (0, 1]
     * @throws IllegalArgumentException if a parameter is out of range or not a number
     */
    public EtsParameters {
        checkWeight("alpha", alpha);
        checkWeight("beta", beta);
        checkWeight("gamma", gamma);
        if (!(phi > 0 && phi <= 1)) {
            throw outOfRange("phi", phi, "(0, 1]");
        }
    }

    private static void checkWeight(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw outOfRange(name, value, "[0, 1]");
        }
    }

    private static IllegalArgumentException outOfRange(String name, double value, String range) {
        return new IllegalArgumentException(String.format(
                Locale.ROOT,
                "The smoothing parameter %s is %s, not in %s.%nMaybe the parameters are out of order: alpha, beta,"
                        + " gamma, phi.",
                name,
                value,
                range));
    }

    /**
     * Tells whether a form with these parameters lies in the usual region: 1e-4 &lt;= alpha &lt;= 0.9999, 1e-4 &lt;=
     * beta &lt;= alpha, 1e-4 &lt;= gamma &lt;= 1 - alpha, 0.8 &lt;= phi &lt;= 0.98, for those the form has.
     *
     * @param form the form
     * @return whether all bounds hold, up to 1e-9
     */
    public boolean inUsualRegion(EtsForm form) {
        return within(alpha, Region.LOW, Region.HIGH)
                && (!form.hasTrend() || within(beta, Region.LOW, alpha))
                && (!form.hasSeason() || within(gamma, Region.LOW, 1 - alpha))
                && (!form.isDamped() || within(phi, Region.PHI_LOW, Region.PHI_HIGH));
    }

    /**
     * Tells whether the influence of old values dies out: no root of the error recursion lies outside the unit circle.
     *
     * <p>Parameters must be in the usual region. Hyndman, Akram and Archibald (2008), "The admissible parameter space
     * for exponential smoothing models". Cost: constant.
     *
     * @param form the form
     * @param period steps in a season, at least 2 for a seasonal form, else ignored
     * @return whether the form is admissible (forecastable)
     */
    public boolean isAdmissible(EtsForm form, int period) {
        return !form.hasTrend() || !form.hasSeason() || beta <= Admissibility.slopeLimit(alpha, gamma, phi, period);
    }

    private static boolean within(double value, double low, double high) {
        double slack = 1e-9;
        return value >= low - slack && value <= high + slack;
    }
}
