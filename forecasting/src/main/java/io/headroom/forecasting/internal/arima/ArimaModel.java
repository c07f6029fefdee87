package io.headroom.forecasting.internal.arima;

/**
 * A fitted ARIMA model, with regressors if it was given any: orders, coefficients, and how well they fit.
 *
 * <p>Differenced by (1 - B)^d (1 - B^m)^D, the series less its regressors is c + w with phi(B) Phi(B^m) w = theta(B)
 * Theta(B^m) e. Immutable and thread-safe; running states come from {@link #beginning}.
 */
public final class ArimaModel {
    private final ArimaOrder order;
    private final boolean hasConstant;
    private final double constant;
    private final double[] coefficients;
    private final double[] regression;
    private final double logLikelihood;
    private final int effective;
    private final double variance;
    private final ArimaState beginning;

    /**
     * Holds a fit.
     *
     * @param constant mean of the differenced series, or of the series itself without differences
     * @param variance most likely variance of the errors
     */
    ArimaModel(
            ArimaOrder order,
            boolean hasConstant,
            double constant,
            double[] coefficients,
            double[] regression,
            double logLikelihood,
            int effective,
            double variance,
            ArimaState beginning) {
        this.order = order;
        this.hasConstant = hasConstant;
        this.constant = constant;
        this.coefficients = coefficients;
        this.regression = regression;
        this.logLikelihood = logLikelihood;
        this.effective = effective;
        this.variance = variance;
        this.beginning = beginning;
    }

    /**
     * Returns the orders.
     *
     * @return the orders
     */
    public ArimaOrder order() {
        return order;
    }

    /**
     * Tells whether a mean or, after differences, a drift was estimated.
     *
     * @return whether there is a constant
     */
    public boolean hasConstant() {
        return hasConstant;
    }

    /**
     * Returns the constant.
     *
     * @return the mean of the series or, after differences, that of the differenced series: with one difference of a
     *     season, the drift of a whole season; 0 without a constant
     */
    public double constant() {
        return constant;
    }

    /**
     * Returns the coefficients, with the signs of R: y = ar y[t-1] + e + ma e[t-1].
     *
     * @return a copy: ar, ma, seasonal ar, seasonal ma
     */
    public double[] coefficients() {
        return coefficients.clone();
    }

    /**
     * Returns the coefficients of the regressors.
     *
     * @return a copy, one for each regressor, in units of the series per unit of the regressor
     */
    public double[] regression() {
        return regression.clone();
    }

    /**
     * Returns the exact Gaussian log-likelihood of the differenced series, missing values integrated out.
     *
     * @return with all constants
     */
    public double logLikelihood() {
        return logLikelihood;
    }

    /**
     * Returns the count of estimates.
     *
     * @return coefficients, constant, regressors and the variance
     */
    public int estimates() {
        return coefficients.length + regression.length + (hasConstant ? 1 : 0) + 1;
    }

    /**
     * Returns the count of values that the likelihood is of.
     *
     * @return values that are not missing, less those that differencing takes
     */
    public int effectiveCount() {
        return effective;
    }

    /**
     * Returns the corrected criterion of Akaike.
     *
     * @return comparable among models with the same differences only; infinite if there are too few values
     */
    public double aicc() {
        double k = estimates();
        double spare = effective - k - 1;
        return spare > 0 ? -2 * logLikelihood + 2 * k * (1 + (k + 1) / spare) : Double.POSITIVE_INFINITY;
    }

    /**
     * Returns the most likely variance of the errors.
     *
     * @return sum of squares over the count of values
     */
    public double variance() {
        return variance;
    }

    /**
     * Returns the state before the first step of the series.
     *
     * @return an independent state, for the series less its regressors
     */
    public ArimaState beginning() {
        return beginning.copy();
    }

    @Override
    public String toString() {
        boolean differenced = order.lost() > 0;
        return "ARIMA" + order + (hasConstant ? differenced ? " with drift" : " with mean" : "");
    }
}
