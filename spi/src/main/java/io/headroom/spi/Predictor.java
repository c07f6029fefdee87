package io.headroom.spi;

import io.headroom.core.RateSeries;

/**
 * A forecasting method. Fitting is slow and yields an immutable {@link FittedModel}; a model's {@link Tracker} is fast.
 *
 * <p>Contract:
 * <ol>
 *   <li>{@link #fit(FitRequest)} returns a usable model for every valid request: with little data, none, or no time left it steps
 *       down a {@link io.headroom.core.Rung} and says why; it does not throw and does not return null.
 *   <li>The result depends on the request alone: same series, calendar and seed give the same bits, on one thread or many, as long as
 *       the deadline was not reached.
 *   <li>Forecasts are finite and never negative, and quantiles do not cross.
 *   <li>After its deadline a fit returns within a tenth of a second or a tenth of the budget, whichever is longer.
 *   <li>An interrupt ends a long fit early like a deadline and leaves the thread's interrupt flag set.
 * </ol>
 *
 * <p>Implementations are immutable and thread-safe.
 */
public interface Predictor {
    /**
     * The name by which it is asked for.
     *
     * @return lower case, words joined by hyphens, for example "seasonal-naive"
     */
    String name();

    /**
     * Whether one model is fitted to each series, or one to all of them.
     *
     * @return the scope
     */
    default Scope scope() {
        return Scope.LOCAL;
    }

    /**
     * Fits the method.
     *
     * @param request the series, the known events, the deadline and the seed; a local predictor is given one series
     * @return a usable model
     */
    FittedModel fit(FitRequest request);

    /**
     * Fits the method to one series, without events or deadline.
     *
     * @param series the history
     * @return a usable model
     */
    default FittedModel fit(RateSeries series) {
        return fit(FitRequest.of(series));
    }

    /**
     * Reads a model from its snapshot.
     *
     * @param snapshot what {@link FittedModel#snapshot} wrote, in this or an earlier minor version; it carries kind, version and checksum
     * @return a model whose trackers forecast bit for bit like the original's without known events: a snapshot holds no calendar
     * @throws IllegalArgumentException if the bytes are no such snapshot, or one that was cut off, extended or changed
     */
    FittedModel restore(byte[] snapshot);

    /** How many series one model is fitted to. */
    enum Scope {
        /** One model for each series. */
        LOCAL,
        /** One model for all series. */
        GLOBAL
    }
}
