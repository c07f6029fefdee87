package io.headroom.forecasting.anomaly;

import io.headroom.core.Checks;

/** Builds a {@link NoveltyDetector}. Not thread-safe. */
public final class NoveltyDetectorBuilder {
    double threshold = 6.5;
    int hold = 100;
    int memory = 4096;

    NoveltyDetectorBuilder() {}

    /**
     * The score from which on a value is a spike. Default 6.5, a round number near the best for the Numenta Anomaly
     * Benchmark, where one value in a thousand reaches it; larger means fewer.
     *
     * @param value in nats, above 0
     * @return this
     */
    public NoveltyDetectorBuilder threshold(double value) {
        this.threshold = value;
        return this;
    }

    /**
     * For how many values after a score those that are no larger are not told of. Default 100.
     *
     * @param value in [0, 1,000,000]
     * @return this
     */
    public NoveltyDetectorBuilder hold(int value) {
        this.hold = value;
        return this;
    }

    /**
     * How many values back are remembered; it should cover the longest season. Default 4096.
     *
     * @param value in [100, 100,000]
     * @return this
     */
    public NoveltyDetectorBuilder memory(int value) {
        this.memory = value;
        return this;
    }

    /**
     * Checks the settings and builds.
     *
     * @return a detector that has seen nothing
     * @throws IllegalArgumentException if a setting is outside its range
     */
    public NoveltyDetector build() {
        Checks.positive(threshold, "threshold");
        Checks.inRange(hold, 0, 1_000_000, "hold");
        Checks.inRange(memory, 100, 100_000, "memory");
        return new NoveltyDetector(this);
    }
}
