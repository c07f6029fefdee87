package io.headroom.forecasting.internal.arima;

/** Orders with the best coefficients found for them so far. Mutable and not thread-safe. */
final class Candidate {
    final ArimaOrder order;
    final boolean constant;
    final Coefficients layout;
    private final int extra;
    /** Numbers that give the coefficients. */
    double[] x;
    /** Negative log-likelihood of the standardised series. */
    double value = Double.POSITIVE_INFINITY;

    int effective;
    boolean expanded;
    boolean polished;

    /**
     * Starts without coefficients.
     *
     * @param strict whether roots stay out of wider circles
     * @param extra count of further estimates: regressors and the variance
     */
    Candidate(ArimaOrder order, boolean constant, boolean strict, int extra) {
        this.order = order;
        this.constant = constant;
        this.extra = extra;
        layout = new Coefficients(order, strict);
        x = new double[order.size()];
    }

    /** Count of estimates: coefficients, constant, regressors, variance. */
    int estimates() {
        return order.size() + (constant ? 1 : 0) + extra;
    }

    /** Corrected criterion of Akaike without the shift that standardising makes. */
    double aicc() {
        double k = estimates();
        double spare = effective - k - 1;
        boolean usable = spare > 0 && value < Double.POSITIVE_INFINITY;
        return usable ? 2 * value + 2 * k * (1 + (k + 1) / spare) : Double.POSITIVE_INFINITY;
    }

    void take(double[] better, double itsValue, int itsEffective) {
        x = better;
        value = itsValue;
        effective = itsEffective;
    }
}
