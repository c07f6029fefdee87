package io.headroom.forecasting.anomaly;

/** A guarded tracker as a detector. Not thread-safe. */
record ForecastDetector(GuardedTracker tracker) implements AnomalyDetector {
    @Override
    public AnomalyVerdict observe(double value) {
        tracker.observe(value);
        return tracker.verdict();
    }

    @Override
    public double score() {
        return tracker.score();
    }
}
