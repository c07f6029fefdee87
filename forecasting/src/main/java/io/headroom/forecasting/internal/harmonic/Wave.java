package io.headroom.forecasting.internal.harmonic;

/**
 * A sine and a cosine that turn {@code order} times in {@code period} steps. Immutable and thread-safe.
 *
 * @param period steps in the season, at least 2
 * @param order turns in a season, 1 to half the period
 */
record Wave(int period, int order) {
    /** Radians a step. */
    double frequency() {
        return 2 * StrictMath.PI * order / period;
    }
}
