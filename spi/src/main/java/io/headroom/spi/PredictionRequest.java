package io.headroom.spi;

import io.headroom.core.Checks;
import io.headroom.core.Region;
import java.time.Instant;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * What predictions are asked for. Immutable and thread-safe.
 *
 * @param regions pairs that touch one of these regions are predicted; empty means all
 * @param from forecasts start at the step that holds this instant
 * @param leadSteps rate and interval speak of this step ahead, in [1, horizon]
 * @param horizon number of steps forecast, 1 or more
 * @param confidenceLevel level of the confidence interval, in (0, 1)
 */
public record PredictionRequest(Set<Region> regions, Instant from, int leadSteps, int horizon, double confidenceLevel) {
    /**
     * Checks and copies.
     *
     * @param regions pairs that touch one of these regions are predicted
     * @param from forecasts start at the step that holds this instant
     * @param leadSteps rate and interval speak of this step ahead
     * @param horizon number of steps forecast
     * @param confidenceLevel level of the confidence interval
     * @throws IllegalArgumentException if a number is outside its range
     */
    public PredictionRequest {
        regions = Collections.unmodifiableSet(new TreeSet<>(regions));
        Checks.inRange(horizon, 1, 1_000_000, "horizon");
        Checks.inRange(leadSteps, 1, horizon, "lead steps");
        Checks.probability(confidenceLevel, "confidence level");
    }
}
