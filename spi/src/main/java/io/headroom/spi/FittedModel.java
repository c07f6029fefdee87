package io.headroom.spi;

import io.headroom.core.RateForecast;
import io.headroom.core.RateSeries;
import io.headroom.core.Rung;
import io.headroom.core.SeriesKey;
import java.util.Set;

/**
 * The result of a fit: parameters and the state at the end of the history.
 *
 * <p>Contract: immutable and thread-safe; two trackers of one model do not influence each other.
 */
public interface FittedModel {
    /**
     * What was fitted, in a few words, for reports: for example "ETS(A,Ad,A)".
     *
     * @return a short description
     */
    String description();

    /**
     * How good the ground is that forecasts stand on.
     *
     * @return the rung
     */
    Rung rung();

    /**
     * Why the model stands on its rung.
     *
     * @return a sentence; empty on {@link Rung#FULL}
     */
    String rungReason();

    /**
     * The series the model was fitted to.
     *
     * @return an immutable set, never empty
     */
    Set<SeriesKey> keys();

    /**
     * Starts to track one of the fitted series from the end of its history.
     *
     * @param key one of {@link #keys}
     * @return a new tracker
     * @throws IllegalArgumentException if the model was not fitted to that series
     */
    Tracker track(SeriesKey key);

    /**
     * Starts to track a series from other data: the history of the fitted series up to another moment, or a series that the model has
     * not seen.
     *
     * @param key the name of the series
     * @param history what is known of it, perhaps nothing (length 0), on the grid of the fit
     * @return a new tracker that has observed the whole history
     */
    Tracker track(SeriesKey key, RateSeries history);

    /**
     * Reads a tracker from its snapshot.
     *
     * @param snapshot what {@link Tracker#snapshot} wrote for a tracker of this model
     * @return a tracker that forecasts bit for bit like the original
     * @throws IllegalArgumentException if the bytes are no such snapshot
     */
    Tracker restore(byte[] snapshot);

    /**
     * The model as bytes, for {@link Predictor#restore}.
     *
     * @return a new array
     */
    byte[] snapshot();

    /**
     * Forecasts the first fitted series from the end of its history.
     *
     * @param horizon number of steps, 1 or more
     * @return the forecast
     * @throws IllegalArgumentException if the horizon is below 1
     */
    default RateForecast forecast(int horizon) {
        return track(keys().iterator().next()).forecast(horizon);
    }
}
