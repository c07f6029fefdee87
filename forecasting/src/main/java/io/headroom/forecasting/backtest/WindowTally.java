package io.headroom.forecasting.backtest;

/** The sums behind the scores of the maximum over the lead window. Not thread-safe. */
final class WindowTally {
    long windows;
    long covered;
    double loss;

    /** Adds one origin; one whose maximum is not known is left out. */
    void add(double quantile, double maximum, double level) {
        if (!Double.isNaN(quantile) && !Double.isNaN(maximum)) {
            windows++;
            covered += maximum <= quantile ? 1 : 0;
            loss += Tally.pinball(level, maximum, quantile);
        }
    }
}
