package io.headroom.spi;

import io.headroom.core.Dependence;
import io.headroom.core.RateForecast;
import io.headroom.core.Rung;
import io.headroom.core.TimeGrid;

/**
 * The moving state of one tracked series. {@link #observe} is O(1) and allocates nothing as long as no known event
 * is near; parameters do not change.
 *
 * <p>Contract: after any number of observations a tracker equals one that was started on the whole history, up to rounding. Not
 * thread-safe: one thread at a time.
 */
public interface Tracker {
    /**
     * The grid.
     *
     * @return the grid of the series
     */
    TimeGrid grid();

    /**
     * The step that is observed next, which is step 1 of a forecast made now.
     *
     * @return its grid index
     */
    long nextIndex();

    /**
     * Takes the actual rate of the next step.
     *
     * @param rate per second, 0 or more; NaN if missing
     * @throws IllegalArgumentException if the rate is negative or infinite; the state is then unchanged
     */
    void observe(double rate);

    /**
     * Forecasts from here.
     *
     * @param horizon number of steps, 1 or more
     * @return a forecast whose step 1 is {@link #nextIndex}; later observations do not change it
     * @throws IllegalArgumentException if the horizon is below 1
     */
    default RateForecast forecast(int horizon) {
        return forecast(horizon, Dependence.independent(0, "series"));
    }

    /**
     * Forecasts from here, with shocks that other flows share.
     *
     * @param horizon number of steps, 1 or more
     * @param dependence how the shocks of this series hang together with others'; a predictor that samples its own scenarios may
     *     leave it aside
     * @return a forecast whose step 1 is {@link #nextIndex}; later observations do not change it
     * @throws IllegalArgumentException if the horizon is below 1
     */
    RateForecast forecast(int horizon, Dependence dependence);

    /**
     * The mean of the next step: what the next observation is held against.
     *
     * @return rate per second, 0 or more
     */
    double nextMean();

    /**
     * The standard deviation of the next step.
     *
     * @return rate per second, 0 or more
     */
    double nextDeviation();

    /**
     * How good the ground is that forecasts stand on now.
     *
     * @return the rung
     */
    Rung rung();

    /**
     * The state as bytes, for {@link FittedModel#restore}.
     *
     * @return a new array, about 1 KiB or less plus 8 bytes for each step of the longest season; up to three times that for a blend
     */
    byte[] snapshot();
}
