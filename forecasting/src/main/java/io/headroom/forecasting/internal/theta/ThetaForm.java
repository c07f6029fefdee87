package io.headroom.forecasting.internal.theta;

/**
 * The members of the family. A forecast is the smoothed level and w times the rise of the trend line, with w = 1 - 1 /
 * theta.
 */
public enum ThetaForm {
    /** w = 1/2; smoothing fitted without the line, which spans the whole fitted series: R's {@code thetaf}. */
    STANDARD(false, false),
    /** w fitted; one line for the whole fitted series. */
    OPTIMISED(false, true),
    /** w = 1/2; the line is that of the values so far. */
    DYNAMIC(true, false),
    /** w fitted; the line is that of the values so far. */
    DYNAMIC_OPTIMISED(true, true);

    private final boolean dynamic;
    private final boolean optimised;

    ThetaForm(boolean dynamic, boolean optimised) {
        this.dynamic = dynamic;
        this.optimised = optimised;
    }

    /**
     * Tells whether the line moves with every value.
     *
     * @return false if it stays what it was in the fit
     */
    public boolean isDynamic() {
        return dynamic;
    }

    boolean isOptimised() {
        return optimised;
    }
}
