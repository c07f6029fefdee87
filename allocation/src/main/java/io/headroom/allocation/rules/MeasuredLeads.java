package io.headroom.allocation.rules;

import io.headroom.allocation.plan.LeadRule;
import io.headroom.core.Checks;
import java.time.Duration;

/**
 * Whether lead times are measured, and how far they are believed. A measured lead time takes the place of the configured one, for each
 * region and resource. Immutable and thread-safe.
 *
 * @param longest no lead time is taken to be longer than so many times the configured one, 1 or more; 0: lead times are not measured
 * @param quantile share of requests whose units are to be usable within the lead time, in (0, 1)
 */
public record MeasuredLeads(double longest, double quantile) {
    /** As {@link LeadRule#of}: 9 of 10 requests, four times the configured lead time at most. */
    public static final MeasuredLeads STANDARD = new MeasuredLeads(4, 0.9);

    /** The configured lead time is the lead time. */
    public static final MeasuredLeads NONE = new MeasuredLeads(0, 0.9);

    /**
     * Checks the ranges.
     *
     * @param longest no lead time is taken to be longer than so many times the configured one
     * @param quantile share of requests whose units are to be usable within the lead time
     * @throws IllegalArgumentException if one is outside its range
     */
    public MeasuredLeads {
        Checks.notNegative(longest, "longest lead time");
        Checks.require(
                longest == 0 || longest >= 1,
                "longest lead time " + longest,
                "must be 1 or more times the configured one, or 0",
                "it was given in minutes");
        Checks.probability(quantile, "quantile of lead times");
    }

    /**
     * Whether lead times are not measured.
     *
     * @return true if the configured lead time is the lead time
     */
    public boolean isNone() {
        return longest == 0;
    }

    /**
     * The longest lead time.
     *
     * @param configured the configured one, 0 or more
     * @return {@code configured} or more; what can be counted if it is longer than that
     */
    public Duration longest(Duration configured) {
        return isNone() ? configured : Durations.times(configured, longest);
    }

    /**
     * How a lead time is read off what was measured.
     *
     * @param configured the configured one, 0 or more
     * @return the rule
     */
    public LeadRule rule(Duration configured) {
        return new LeadRule(configured, longest(configured), quantile);
    }
}
