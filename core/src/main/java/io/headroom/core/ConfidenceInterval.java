package io.headroom.core;

/**
 * A central interval of a forecast. Immutable and thread-safe.
 *
 * @param level probability of lying inside, in (0, 1)
 * @param lower the (1 - level)/2 quantile, 0 or more
 * @param upper the (1 + level)/2 quantile, {@code lower} or more
 */
public record ConfidenceInterval(double level, double lower, double upper) {
    /**
     * Checks level and order.
     *
     * @param level probability of lying inside
     * @param lower the (1 - level)/2 quantile
     * @param upper the (1 + level)/2 quantile
     * @throws IllegalArgumentException if the level is not a probability, a limit is not finite, or the limits are swapped
     */
    public ConfidenceInterval {
        Checks.probability(level, "confidence level");
        Checks.notNegative(lower, "lower limit");
        Checks.notNegative(upper, "upper limit");
        if (!(lower <= upper)) {
            throw Checks.failure("lower limit " + lower, "must not exceed the upper " + upper, "they were swapped");
        }
    }
}
