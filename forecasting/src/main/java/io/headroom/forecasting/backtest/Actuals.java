package io.headroom.forecasting.backtest;

import io.headroom.core.RateSeries;
import io.headroom.core.Window;

/** What came after an origin: for scoring only. Only {@link Split} makes one. Immutable and thread-safe. */
record Actuals(RateSeries rates) {
    /** The rate so many steps ahead, NaN if missing. */
    double rate(int step) {
        return rates.rate(step - 1);
    }

    /** The largest rate in a window, NaN if one is missing. */
    double maximum(Window window) {
        double maximum = 0;
        for (int step = window.first(); step <= window.last(); step++) {
            maximum = Math.max(maximum, rate(step));
        }
        return maximum;
    }
}
