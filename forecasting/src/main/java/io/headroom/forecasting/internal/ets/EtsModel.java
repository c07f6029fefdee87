package io.headroom.forecasting.internal.ets;

import java.util.Locale;

/**
 * A fitted exponential smoothing model: form, smoothing parameters, initial states, and how well they fit.
 *
 * <p>Immutable and thread-safe; running states come from {@link #start} and {@link #beginning}. All results are finite
 * for finite series.
 */
public final class EtsModel {

    private final EtsForm form;
    private final EtsParameters parameters;
    private final EtsStates initial;
    private final int period;
    private final double logLikelihood;
    private final EtsResiduals residuals;
    private final EtsState end;

    private EtsModel(
            EtsForm form,
            EtsParameters parameters,
            EtsStates initial,
            int period,
            double logLikelihood,
            EtsResiduals residuals,
            EtsState end) {
        this.form = form;
        this.parameters = parameters;
        this.initial = initial;
        this.period = period;
        this.logLikelihood = logLikelihood;
        this.residuals = residuals;
        this.end = end;
    }

    /**
     * Evaluates given parameters and initial states on a series.
     *
     * @param form the form
     * @param parameters the smoothing parameters
     * @param initial the initial states
     * @param y the series, with NaN where a value is missing
     * @return the model; its log-likelihood takes the absolute value of a mean below zero under relative errors
     * @throws IllegalArgumentException if a seasonal form has no seasonal states
     */
    public static EtsModel evaluate(EtsForm form, EtsParameters parameters, EtsStates initial, double[] y) {
        int period = new EtsState(form, parameters, initial).period();
        Layout layout = new Layout(form, period, false);
        Standardized series = Standardized.of(y, false);
        double[] point = layout.standardize(parameters, initial, series);
        double value = new Filter(period).evaluate(series.values, layout, point);
        return of(layout, point, series, value + series.shift(), y);
    }

    /** Makes a model of a point in standardised units. */
    static EtsModel of(Layout layout, double[] point, Standardized series, double negativeLogLikelihood, double[] y) {
        EtsParameters parameters = layout.parameters(point);
        EtsStates initial = layout.states(point, series);
        EtsState state = new EtsState(layout.form, parameters, initial);
        EtsResiduals residuals = EtsResiduals.of(state, y, layout.form.parameterCount(layout.period) - 1);
        return new EtsModel(layout.form, parameters, initial, layout.period, -negativeLogLikelihood, residuals, state);
    }

    /**
     * Returns the form.
     *
     * @return the form
     */
    public EtsForm form() {
        return form;
    }

    /**
     * Returns the smoothing parameters.
     *
     * @return the parameters
     */
    public EtsParameters parameters() {
        return parameters;
    }

    /**
     * Returns the states before the first value.
     *
     * @return the initial states
     */
    public EtsStates initial() {
        return initial;
    }

    /**
     * Returns the steps in a season.
     *
     * @return at least 1; 1 without a season
     */
    public int period() {
        return period;
    }

    /**
     * Returns the log-likelihood without its constants, as R's forecast package does: -(n log(sum e^2) + 2 sum log
     * |mean|)/2, the second sum for relative errors e only.
     *
     * @return comparable between models of one series
     */
    public double logLikelihood() {
        return logLikelihood;
    }

    /**
     * Returns the corrected Akaike information criterion.
     *
     * @return less is better; infinite if there are too few values
     */
    public double aicc() {
        return aicc(logLikelihood, form.parameterCount(period), residuals.count());
    }

    static double aicc(double logLikelihood, int parameters, int observed) {
        double left = observed - parameters - 1.0;
        return left > 0
                ? -2 * logLikelihood + 2.0 * parameters + 2.0 * parameters * (parameters + 1.0) / left
                : Double.POSITIVE_INFINITY;
    }

    /**
     * Returns the variance of the one-step errors: relative to the mean for relative errors, else in squared units of
     * the series.
     *
     * @return at least 0
     */
    public double sigma2() {
        return residuals.variance();
    }

    /**
     * Returns statistics of the one-step errors.
     *
     * @return the statistics
     */
    public EtsResiduals residuals() {
        return residuals;
    }

    /**
     * Starts tracking at the end of the series.
     *
     * @return a new state, which has seen the series
     */
    public EtsState start() {
        return end.copy();
    }

    /**
     * Starts before the series.
     *
     * @return a new state, which has seen nothing
     */
    public EtsState beginning() {
        return new EtsState(form, parameters, initial);
    }

    /**
     * Returns the means of the next values.
     *
     * @param from a state of this model
     * @param horizon count of steps, at least 0
     * @return one mean a step, in units of the series
     * @throws IllegalArgumentException if the state belongs to a model of another form or season
     */
    public double[] means(EtsState from, int horizon) {
        return new Moments(check(from), sigma2()).means(horizon);
    }

    /**
     * Returns the variances of the next values around their means: exact for normal errors, linear in the errors for
     * A,*,M. Formulas: Hyndman, Koehler, Ord and Snyder (2008), chapter 6. Cost: the horizon for additive errors, its
     * square for others.
     *
     * @param from a state of this model
     * @param horizon count of steps, at least 0
     * @return one variance a step, in squared units of the series
     * @throws IllegalArgumentException if the state belongs to a model of another form or season
     */
    public double[] variances(EtsState from, int horizon) {
        return new Moments(check(from), sigma2()).variances(horizon);
    }

    /**
     * Returns how values respond to a one-step error, to first order: by impulse weights psi, the value at step k + j
     * moves by psi[j] for each unit by which the value at step k misses its mean. A joint path is the path of means
     * plus, for each step k, weights times error; only for season factors do the weights depend on k.
     *
     * @param from a state of this model
     * @param step the step k of the error, at least 1
     * @param length count of weights, at least 0
     * @return the weights, the first of which is 1
     * @throws IllegalArgumentException if the state belongs to a model of another form or season, or the step is below
     *     1
     */
    public double[] impulseWeights(EtsState from, int step, int length) {
        if (step < 1) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "An error at step %d is in the past: steps count from 1.%nMaybe the step was counted from 0.",
                    step));
        }
        return new Moments(check(from), sigma2()).responses(step, length);
    }

    /**
     * Returns the standard deviations of the one-step errors that go with {@link #impulseWeights}, along the path of
     * means.
     *
     * @param from a state of this model
     * @param horizon count of steps, at least 0
     * @return one deviation a step, in units of the series
     * @throws IllegalArgumentException if the state belongs to a model of another form or season
     */
    public double[] errorDeviations(EtsState from, int horizon) {
        double[] deviations = check(from).means(horizon);
        double sigma = Math.sqrt(sigma2());
        for (int i = 0; i < horizon; i++) {
            deviations[i] = form.hasRelativeError() ? sigma * Math.abs(deviations[i]) : sigma;
        }
        return deviations;
    }

    /**
     * Runs the model forward along given errors. Relative errors below -1 count as -1: a value of zero.
     *
     * @param from a state of this model; it is left as it is
     * @param shocks standard normal numbers, one a step
     * @return one value a step, in units of the series
     * @throws IllegalArgumentException if the state belongs to a model of another form or season
     */
    public double[] simulate(EtsState from, double[] shocks) {
        EtsState state = check(from).copy();
        double sigma = Math.sqrt(sigma2());
        double[] path = new double[shocks.length];
        for (int i = 0; i < shocks.length; i++) {
            double mean = state.mean();
            path[i] = form.hasRelativeError() ? mean * (1 + Math.max(-1, sigma * shocks[i])) : mean + sigma * shocks[i];
            state.observe(path[i]);
        }
        return path;
    }

    private EtsState check(EtsState from) {
        if (!from.form().equals(form) || from.period() != period) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "A state of form %s and period %d is not one of a model of form %s and period %d.%nMaybe it"
                            + " belongs to an older fit.",
                    from.form(),
                    from.period(),
                    form,
                    period));
        }
        return from;
    }
}
