package io.headroom.forecasting.backtest;

import io.headroom.core.RateSeries;
import io.headroom.core.SeriesKey;
import io.headroom.spi.Tracker;

/**
 * What was known of a series at an origin, and all that a predictor is ever given. Only {@link Split} makes one. Immutable and thread-safe.
 *
 * @param key the series
 * @param rates its steps before the origin
 */
record Past(SeriesKey key, RateSeries rates) {
    /** Number of steps before the origin. */
    int origin() {
        return rates.length();
    }

    /** Lets a tracker observe the last steps. */
    void feed(Tracker tracker, int from) {
        for (int i = from; i < rates.length(); i++) {
            tracker.observe(rates.rate(i));
        }
    }
}
