package io.headroom.forecasting.anomaly;

import io.headroom.spi.Tracker;

/**
 * Judges one series value by value, by its past alone. Not thread-safe: one thread at a time.
 */
public interface AnomalyDetector {
    /**
     * Judges the next value, then learns from it.
     *
     * @param value finite; NaN if missing, which is normal and teaches nothing
     * @return the verdict
     * @throws IllegalArgumentException if the value is infinite, or is one that the series can't have; nothing is then
     *     learned
     */
    AnomalyVerdict observe(double value);

    /**
     * How far out of line the latest value is.
     *
     * @return in nats, 0 or more: the larger, the less likely a value like that was. A verdict is a spike from a threshold on
     */
    double score();

    /**
     * A detector that needs no model and takes any finite numbers.
     *
     * @return a detector with the default settings of {@link NoveltyDetector}
     */
    static AnomalyDetector ofValues() {
        return NoveltyDetector.builder().build();
    }

    /**
     * A detector of rates that a model forecasts.
     *
     * @param tracker a tracker that nothing else moves on
     * @return a detector with the default settings of {@link GuardedTracker}
     */
    static AnomalyDetector ofForecasts(Tracker tracker) {
        return new ForecastDetector(GuardedTracker.of(tracker));
    }
}
