package io.headroom.forecasting.anomaly;

import io.headroom.core.Checks;

/**
 * Says when a model has drifted: when its errors lie to one side for longer than chance explains. Two sums of standardised
 * errors z, one to each side: up = max(0, up + z - slack), down = max(0, down - z - slack); it is drift once either
 * is above the limit (E. S. Page, "Continuous inspection schemes", Biometrika 41, 1954). Errors are cut at {@value
 * #CUT} deviations, so that a spike is no drift.
 *
 * <p>With independent normal errors a false alarm comes about once in 150,000 values (Siegmund's approximation, slack 0.25 and
 * limit 20); a bias of half a deviation is found after about 80 values, one of a whole deviation after 27.
 *
 * <p>Constant time and memory, no allocation. Not thread-safe.
 */
public final class DriftDetector {
    private static final double CUT = 3;

    private final double slack;
    private final double limit;
    private double up;
    private double down;

    /** Starts with slack 0.25 and limit 20. */
    public DriftDetector() {
        this(0.25, 20);
    }

    /**
     * Starts.
     *
     * @param slack the bias in deviations, 0 or more, below 3, that is no drift
     * @param limit the sum of errors beyond the slack that is drift, in deviations, above 0
     * @throws IllegalArgumentException if either is outside its range
     */
    public DriftDetector(double slack, double limit) {
        Checks.require(
                slack >= 0 && slack < CUT,
                "slack " + slack,
                "must be in [0, " + CUT + ")",
                "it was given in the unit of the rates");
        this.slack = slack;
        this.limit = Checks.positive(limit, "limit");
    }

    /**
     * Takes the next error.
     *
     * @param error actual minus expected, divided by the deviation that was forecast; NaN if there is none, which
     *     changes nothing
     * @return whether it is drift now
     */
    public boolean observe(double error) {
        if (!Double.isNaN(error)) {
            double z = Math.max(-CUT, Math.min(CUT, error));
            up = Math.max(0, up + z - slack);
            down = Math.max(0, down - z - slack);
        }
        return isDrifting();
    }

    /**
     * Whether errors have added up.
     *
     * @return true from when the larger sum is above the limit until it has fallen below again, or until {@link #reset}
     */
    public boolean isDrifting() {
        return statistic() > limit;
    }

    /**
     * The larger of the two sums.
     *
     * @return in deviations, 0 or more
     */
    public double statistic() {
        return Math.max(up, down);
    }

    /** Starts anew, after a fit. */
    public void reset() {
        up = 0;
        down = 0;
    }
}
