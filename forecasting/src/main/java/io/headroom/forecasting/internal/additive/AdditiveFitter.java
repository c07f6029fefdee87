package io.headroom.forecasting.internal.additive;

import java.util.Arrays;
import java.util.function.BooleanSupplier;

/**
 * Fits additive models: the mode of the posterior, to rounding. Stateless but for its options: thread-safe, and the
 * same series gives the same bits on every machine.
 */
public final class AdditiveFitter {
    /** A line needs two values, and its error a third. */
    public static final int LEAST_VALUES = 3;

    private final AdditiveOptions options;

    /**
     * A fitter.
     *
     * @param options what the model consists of
     */
    public AdditiveFitter(AdditiveOptions options) {
        this.options = options;
    }

    /**
     * Fits.
     *
     * @param values one a step, NaN where missing, at least {@link #LEAST_VALUES} observed
     * @param offset step of the first value, for the phases of the seasons
     * @param expired asked between the turns of the optimiser; when true the fit ends with what it has
     * @return the fit
     * @throws IllegalArgumentException if there are too few values or regressors of another length
     */
    public AdditiveFit fit(double[] values, long offset, BooleanSupplier expired) {
        long observed = Arrays.stream(values).filter(v -> !Double.isNaN(v)).count();
        if (observed < LEAST_VALUES) {
            throw new IllegalArgumentException(
                    observed + " values are too few for a trend. Maybe most of the history is missing.");
        }
        for (Regressor regressor : options.regressors()) {
            if (regressor.length() != values.length) {
                throw new IllegalArgumentException("regressor of " + regressor.length() + " values for a series of "
                        + values.length + ". Maybe it holds future values too.");
            }
        }
        Design design = new Design(values, offset, options);
        return options.isLogistic()
                ? new LogisticFitter(design, options.capacity() / design.scale)
                        .fit(expired)
                        .toFit(options)
                : linear(design, expired).toFit(options);
    }

    /**
     * The target is centred, which moves the prior of the offset: without that a small wave on a large level would be
     * lost in rounding.
     */
    static Mode linear(Design design, BooleanSupplier expired) {
        double mean = Arrays.stream(design.y).sum() / design.rows;
        double[] target = new double[design.rows];
        for (int i = 0; i < design.rows; i++) {
            target[i] = design.y[i] - mean;
        }
        double[] ridge = Arrays.copyOf(design.ridge, design.columns + design.bends.length);
        double[] centre = new double[ridge.length];
        centre[1] = -mean;
        MapSolver solver = new MapSolver(design, target, ridge, centre);
        solver.run(expired);
        double[] theta = solver.theta.clone();
        theta[1] += mean;
        double[] fitted = new double[design.rows];
        double squares = design.squares(solver.theta, target, fitted);
        for (int i = 0; i < design.rows; i++) {
            fitted[i] += mean;
        }
        return new Mode(
                design,
                theta,
                solver.sigma,
                Mode.objective(design, theta, solver.sigma, squares),
                fitted,
                Double.POSITIVE_INFINITY,
                solver.converged);
    }
}
