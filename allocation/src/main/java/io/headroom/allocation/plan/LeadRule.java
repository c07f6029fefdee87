package io.headroom.allocation.plan;

import io.headroom.core.Checks;
import java.time.Duration;

/**
 * How a lead time is read off what was measured. Immutable and thread-safe.
 *
 * @param configured the lead time until enough was measured, zero or more
 * @param longest no lead time is taken to be longer, however long units stay away, {@code configured} or more
 * @param quantile share of requests whose units are usable within the lead time, in (0, 1)
 */
public record LeadRule(Duration configured, Duration longest, double quantile) {
    /**
     * Checks the ranges.
     *
     * @param configured the lead time until enough was measured
     * @param longest no lead time is taken to be longer
     * @param quantile share of requests whose units are usable within the lead time
     * @throws IllegalArgumentException if one is outside its range
     */
    public LeadRule {
        Checks.require(
                !configured.isNegative(),
                "configured lead time " + configured,
                "must be 0 or more",
                "two instants were swapped");
        Checks.require(
                longest.compareTo(configured) >= 0,
                "longest lead time " + longest,
                "must be at least the configured one, " + configured,
                "they were swapped");
        Checks.probability(quantile, "quantile of lead times");
    }

    /**
     * The rule for a configured lead time: 9 of 10 requests, four times the configured lead time at most.
     *
     * @param configured the lead time until enough was measured, zero or more
     * @return the rule
     * @throws IllegalArgumentException if it is negative
     */
    public static LeadRule of(Duration configured) {
        return new LeadRule(configured, configured.multipliedBy(4), 0.9);
    }
}
