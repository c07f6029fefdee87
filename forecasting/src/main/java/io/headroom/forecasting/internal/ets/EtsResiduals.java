package io.headroom.forecasting.internal.ets;

/**
 * Statistics of the one-step errors of a fit. Immutable and thread-safe.
 *
 * @param count values that were not missing
 * @param variance sum of squared errors (relative ones for relative errors) over count less estimated parameters, as
 *     R's forecast package has it; over count if that leaves nothing
 * @param mean mean of value minus one-step mean, in units of the series
 * @param rootMeanSquare root of the mean square of value minus one-step mean, in units of the series
 * @param autocorrelation lag-1 autocorrelation of the errors, in [-1, 1]; 0 for a perfect fit; missing values break the
 *     chain
 */
public record EtsResiduals(int count, double variance, double mean, double rootMeanSquare, double autocorrelation) {

    /** Runs a state over a series, to its end, and collects the errors. */
    static EtsResiduals of(EtsState state, double[] y, int estimated) {
        boolean relative = state.form().hasRelativeError();
        int count = 0;
        double sum = 0;
        double squares = 0;
        double errorSquares = 0;
        double products = 0;
        double last = 0;
        for (double value : y) {
            double mean = state.mean();
            double d = value - mean;
            double e = 0;
            if (Standardized.isValue(value)) {
                e = relative ? d / mean : d;
                count++;
                sum += d;
                squares += d * d;
                errorSquares += e * e;
                products += e * last;
            }
            last = e;
            state.observe(value);
        }
        int divisor = count > estimated ? count - estimated : Math.max(count, 1);
        double autocorrelation = errorSquares > 0 ? Math.min(Math.max(products / errorSquares, -1), 1) : 0;
        return new EtsResiduals(
                count,
                errorSquares / divisor,
                sum / Math.max(count, 1),
                Math.sqrt(squares / Math.max(count, 1)),
                autocorrelation);
    }
}
