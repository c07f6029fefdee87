package io.headroom.allocation;

import io.headroom.allocation.rules.Priority;
import io.headroom.core.Checks;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What one resource of one location needs, in its units. Immutable and thread-safe.
 *
 * @param forecast what the forecast asks for over the window from the lead time on, 0 or more; empty if there is no forecast
 * @param untilLead what the forecast asks for before that, 0 or more
 * @param actual what the last measured rates or utilisation ask for, 0 or more
 * @param byPriority what the transaction types of each priority need by themselves, 0 or more; empty if the policy makes no difference
 * @param partners how much of it the other ends and the links can use; empty if they can use all
 * @param surge what allocated and waiting units together are to cover, 0 or more; empty without a forecast or a ready stock
 * @param spike what an unexpected spike asks for, {@code actual} or more; 0 without one
 * @param leadTime from asking for capacity to its being usable, as measured, 0 or more; empty if it is the policy's
 */
public record Need(
        OptionalDouble forecast,
        double untilLead,
        double actual,
        Map<Priority, Double> byPriority,
        Optional<PartnerLimit> partners,
        OptionalDouble surge,
        double spike,
        Optional<Duration> leadTime) {
    /** Nothing is forecast and nothing measured. */
    public static final Need UNKNOWN = new Need(OptionalDouble.empty(), 0, 0);

    /**
     * Checks the amounts and the lead time, and copies the map.
     *
     * @param forecast what the forecast asks for over the window from the lead time on
     * @param untilLead what the forecast asks for before that
     * @param actual what the last measured rates or utilisation ask for
     * @param byPriority what the transaction types of each priority need by themselves
     * @param partners how much of it the other ends and the links can use
     * @param surge what allocated and waiting units together are to cover
     * @param spike what an unexpected spike asks for
     * @param leadTime from asking for capacity to its being usable, as measured
     * @throws IllegalArgumentException if one is negative or not finite
     */
    public Need {
        Checks.notNegative(forecast.orElse(0), "forecast need");
        Checks.notNegative(untilLead, "need until the lead time");
        Checks.notNegative(actual, "actual need");
        Checks.notNegative(surge.orElse(0), "surge");
        Checks.notNegative(spike, "need of a spike");
        if (!byPriority.isEmpty()) {
            byPriority.values().forEach(amount -> Checks.notNegative(amount, "need of a priority"));
        }
        leadTime.ifPresent(lead -> Checks.require(
                !lead.isNegative(), "lead time " + lead, "must be 0 or more", "two instants were swapped"));
        byPriority = byPriority.isEmpty()
                ? Map.of()
                : Collections.unmodifiableMap(new EnumMap<Priority, Double>(byPriority));
    }

    /**
     * A need of which the other ends and the links can use all, without a ready stock or a spike.
     *
     * @param forecast what the forecast asks for over the window from the lead time on, 0 or more; empty if there is no forecast
     * @param untilLead what the forecast asks for before that, 0 or more
     * @param actual what the last measured rates or utilisation ask for, 0 or more
     * @param byPriority what the transaction types of each priority need by themselves, 0 or more
     * @throws IllegalArgumentException if one is negative or not finite
     */
    public Need(OptionalDouble forecast, double untilLead, double actual, Map<Priority, Double> byPriority) {
        this(forecast, untilLead, actual, byPriority, Optional.empty());
    }

    /**
     * A need without a ready stock or a spike.
     *
     * @param forecast what the forecast asks for over the window from the lead time on
     * @param untilLead what the forecast asks for before that
     * @param actual what the last measured rates or utilisation ask for
     * @param byPriority what the transaction types of each priority need by themselves
     * @param partners how much of it the other ends and the links can use
     * @throws IllegalArgumentException if one is negative or not finite
     */
    public Need(
            OptionalDouble forecast,
            double untilLead,
            double actual,
            Map<Priority, Double> byPriority,
            Optional<PartnerLimit> partners) {
        this(forecast, untilLead, actual, byPriority, partners, OptionalDouble.empty(), 0, Optional.empty());
    }

    /**
     * A need that makes no difference between transaction types.
     *
     * @param forecast what the forecast asks for over the window from the lead time on, 0 or more; empty if there is no forecast
     * @param untilLead what the forecast asks for before that, 0 or more
     * @param actual what the last measured rates or utilisation ask for, 0 or more
     * @throws IllegalArgumentException if one is negative or not finite
     */
    public Need(OptionalDouble forecast, double untilLead, double actual) {
        this(forecast, untilLead, actual, Map.of(), Optional.empty());
    }

    /**
     * The same for a lead time.
     *
     * @param value as measured, 0 or more; empty if it is the policy's
     * @return a copy
     * @throws IllegalArgumentException if it is negative
     */
    public Need withLeadTime(Optional<Duration> value) {
        return new Need(forecast, untilLead, actual, byPriority, partners, surge, spike, value);
    }

    /**
     * A need with a forecast.
     *
     * @param forecast what the forecast asks for over the window from the lead time on, 0 or more
     * @param untilLead what the forecast asks for before that, 0 or more
     * @param actual what the last measured rates or utilisation ask for, 0 or more
     * @return the need
     * @throws IllegalArgumentException if one is negative or not finite
     */
    public static Need of(double forecast, double untilLead, double actual) {
        return new Need(OptionalDouble.of(forecast), untilLead, actual);
    }

    /**
     * The same with a limit of the other ends and the links.
     *
     * @param limit how much of it they can use
     * @return a copy
     */
    public Need limitedBy(PartnerLimit limit) {
        return new Need(forecast, untilLead, actual, byPriority, Optional.of(limit), surge, spike, leadTime);
    }

    /**
     * The same with a ready stock to size.
     *
     * @param value what allocated and waiting units together are to cover, 0 or more
     * @return a copy
     * @throws IllegalArgumentException if it is negative or not finite
     */
    public Need withSurge(double value) {
        return new Need(forecast, untilLead, actual, byPriority, partners, OptionalDouble.of(value), spike, leadTime);
    }

    /**
     * The same with an unexpected spike.
     *
     * @param value what it asks for, 0 or more
     * @return a copy
     * @throws IllegalArgumentException if it is negative or not finite
     */
    public Need withSpike(double value) {
        return new Need(forecast, untilLead, actual, byPriority, partners, surge, value, leadTime);
    }

    /** As much of an amount as the other ends and the links can use. */
    double usable(double amount) {
        return partners.map(limit -> Math.min(amount, limit.most(amount))).orElse(amount);
    }
}
