package io.headroom.forecasting.internal.harmonic;

/**
 * An ARMA model and how it fits. Immutable.
 *
 * @param arma the coefficients
 * @param squares sum of squared one-step errors
 * @param count values that have such an error
 */
record ArmaFit(Arma arma, double squares, int count) {
    /** Corrected Akaike criterion without constants. */
    double aicc() {
        return aicc(squares, count, arma.p() + arma.q());
    }

    static double aicc(double squares, int n, int orders) {
        int k = orders + 1;
        double left = Math.max(1, n - k - 1);
        return n * StrictMath.log(Math.max(squares / Math.max(1, n), Double.MIN_NORMAL))
                + 2 * k
                + 2.0 * k * (k + 1) / left;
    }
}
