package io.headroom.forecasting.internal.harmonic;

import java.util.function.BooleanSupplier;

/**
 * Fits harmonic regressions with ARMA errors. Immutable and thread-safe.
 *
 * <p>Method: ordinary least squares on all waves; a rough model of the errors; generalised least squares by it
 * ({@link Regression}), of which each season keeps its waves up to the last one that explains more than
 * {@value #THRESHOLD} error variances; once more; then order and coefficients of the errors, by AICc and least squares of
 * one-step errors. Cost: n operations a season and some hundred n for the errors, and the cube of the count of waves.
 */
public final class HarmonicFitter {
    /** Two coefficients cost 14 by the Bayesian criterion at 1000 values; waves come in runs, so a little more. */
    private static final double THRESHOLD = 20;

    private final int[] periods;
    private final BooleanSupplier expired;

    /**
     * Makes a fitter.
     *
     * @param periods steps in each season, rising; none for errors alone
     * @param expired asked at every step whether to stop with what there is
     */
    public HarmonicFitter(int[] periods, BooleanSupplier expired) {
        this.periods = periods.clone();
        this.expired = expired;
    }

    /**
     * Fits.
     *
     * @param z values of magnitude one, NaN where missing; at least one is there
     * @param differences whether the errors wander (1) or come back (0)
     * @return the model
     */
    public HarmonicModel fit(double[] z, int differences) {
        return fit(z, differences, ArmaFitter.thorough(expired));
    }

    /**
     * Fits with less effort for the order of the errors, to compare variants.
     *
     * @param z values of magnitude one, NaN where missing; at least one is there
     * @param differences whether the errors wander (1) or come back (0)
     * @return the model
     */
    public HarmonicModel sketch(double[] z, int differences) {
        return fit(z, differences, ArmaFitter.rough(expired));
    }

    private HarmonicModel fit(double[] z, int differences, ArmaFitter last) {
        int values = 0;
        for (double value : z) {
            values += Double.isNaN(value) ? 0 : 1;
        }
        Basis basis = new Basis(Waves.candidates(periods, values));
        Regression regression = new Regression(z, basis, differences);
        reweigh(regression);
        regression.prune(THRESHOLD);
        for (int i = 0; i < periods.length && !expired.getAsBoolean(); i++) {
            regression.remember(periods[i], rough(regression));
        }
        reweigh(regression);
        return regression.model(last.fit(regression.errors()));
    }

    private void reweigh(Regression regression) {
        if (regression.hasWaves() && !expired.getAsBoolean()) {
            regression.reweigh(rough(regression));
        }
    }

    private ArmaFit rough(Regression regression) {
        return ArmaFitter.rough(expired).fit(regression.errors());
    }
}
