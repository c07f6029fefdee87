package io.headroom.forecasting.internal.ets;

/** What lies ahead of a state, given the variance of its one-step errors: for callers that kept the state and not the model. */
public final class EtsOutlook {

    private final Moments moments;

    /**
     * Looks ahead of a state.
     *
     * @param state the state; it is left as it is
     * @param sigma2 variance of the one-step errors, at least 0: relative to the mean for relative errors
     */
    public EtsOutlook(EtsState state, double sigma2) {
        this.moments = new Moments(state, sigma2);
    }

    /**
     * Returns the means of the next values.
     *
     * @param horizon count of steps, at least 0
     * @return one mean a step, in units of the series
     */
    public double[] means(int horizon) {
        return moments.means(horizon);
    }

    /**
     * Returns the variances of the next values around their means.
     *
     * @param horizon count of steps, at least 0
     * @return one variance a step, in squared units of the series
     */
    public double[] variances(int horizon) {
        return moments.variances(horizon);
    }

    /**
     * Returns the responses to a unit one-step error at the first step.
     *
     * @param length count of weights, at least 0
     * @return the weights, the first of which is 1
     */
    public double[] impulseWeights(int length) {
        return moments.responses(1, length);
    }
}
