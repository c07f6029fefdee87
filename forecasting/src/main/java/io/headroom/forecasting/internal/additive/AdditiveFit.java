package io.headroom.forecasting.internal.additive;

import java.util.Arrays;

/** A fitted additive model with what it was found by. Immutable and thread-safe. */
public final class AdditiveFit {
    private final AdditiveModel model;
    private final double objective;
    private final double sigma;
    private final double[] theta;
    private final int columns;
    private final double[] residuals;
    private final boolean complete;

    AdditiveFit(
            AdditiveModel model,
            double objective,
            double sigma,
            double[] theta,
            int columns,
            double[] residuals,
            boolean complete) {
        this.model = model;
        this.objective = objective;
        this.sigma = sigma;
        this.theta = theta;
        this.columns = columns;
        this.residuals = residuals;
        this.complete = complete;
    }

    /**
     * The model.
     *
     * @return the mean at every step
     */
    public AdditiveModel model() {
        return model;
    }

    /**
     * The negative logarithm of the posterior at the mode without constants, as Prophet minimises it.
     *
     * @return n log s + SSE / (2 s^2) + priors, of values divided by the largest absolute one
     */
    public double objective() {
        return objective;
    }

    /**
     * Deviation of the errors.
     *
     * @return in units of the largest absolute value
     */
    public double sigma() {
        return sigma;
    }

    /**
     * Slope and offset of the trend, then coefficients of seasons and regressors, in units of the largest absolute value
     * and of the length of the history.
     *
     * @return a copy
     */
    public double[] coefficients() {
        return Arrays.copyOf(theta, columns);
    }

    /**
     * Changes of slope at all changepoints, in the same units.
     *
     * @return a copy
     */
    public double[] changes() {
        return Arrays.copyOfRange(theta, columns, theta.length);
    }

    /**
     * Value minus model for each step from the first observed to the last, NaN where missing.
     *
     * @return a copy, in the unit of the series
     */
    public double[] residuals() {
        return residuals.clone();
    }

    /**
     * Number of coefficients and changes of slope that are not 0.
     *
     * @return how much of the data the model used up, about
     */
    public int parameters() {
        int n = columns;
        for (int j = columns; j < theta.length; j++) {
            n += theta[j] != 0 ? 1 : 0;
        }
        return n;
    }

    /**
     * Whether the optimum was reached before the deadline.
     *
     * @return false if the fit was stopped on the way; its model is usable all the same
     */
    public boolean complete() {
        return complete;
    }
}
