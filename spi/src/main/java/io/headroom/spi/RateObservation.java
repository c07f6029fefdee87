package io.headroom.spi;

import io.headroom.core.Checks;
import io.headroom.core.Flow;
import java.time.Instant;
import java.util.OptionalDouble;

/**
 * The actual rate of one flow over one step. A missing rate has no observation: it is never written as zero. Immutable and
 * thread-safe.
 *
 * @param flow the flow
 * @param start start of the step
 * @param rate transactions per second, finite, 0 or more
 * @param byteRate bytes per second, finite, 0 or more, where the host measures volume
 */
public record RateObservation(Flow flow, Instant start, double rate, OptionalDouble byteRate) {
    /**
     * Checks the rates.
     *
     * @param flow the flow
     * @param start start of the step
     * @param rate transactions per second
     * @param byteRate bytes per second
     * @throws IllegalArgumentException if a rate is negative or not finite
     */
    public RateObservation {
        if (!valid(rate)) {
            Checks.notNegative(rate, "rate of " + flow + " at " + start);
        }
        if (byteRate.isPresent() && !valid(byteRate.getAsDouble())) {
            Checks.notNegative(byteRate.getAsDouble(), "byteRate of " + flow + " at " + start);
        }
    }

    private static boolean valid(double rate) {
        return rate >= 0 && rate < Double.POSITIVE_INFINITY;
    }

    /**
     * An observation without volume.
     *
     * @param flow the flow
     * @param start start of the step
     * @param rate transactions per second, finite, 0 or more
     * @return the observation
     * @throws IllegalArgumentException if the rate is negative or not finite
     */
    public static RateObservation of(Flow flow, Instant start, double rate) {
        return new RateObservation(flow, start, rate, OptionalDouble.empty());
    }
}
