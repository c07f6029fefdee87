package io.headroom.allocation.plan;

import io.headroom.core.Location;
import io.headroom.core.Region;
import io.headroom.core.RegionPair;
import io.headroom.core.Resource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Lead times to plan with, per region and resource. Immutable and thread-safe.
 *
 * <p>A lead time is the quantile of the Kaplan-Meier estimate: a request that still waits is known to take longer than its age, and lends its
 * weight to those that took longer. With n requests that have all arrived it is the {@code ceil(n * q)}-th shortest; where the estimate does
 * not reach the quantile, it is the longest time seen. Until {@value #FEWEST} were measured it is not shorter than the configured lead time.
 * Source: Kaplan and Meier, "Nonparametric estimation from incomplete observations", 1958.
 */
public final class Leads {
    /** Measurements from which on they may shorten the configured lead time. */
    public static final int FEWEST = 8;

    /** A product of up to {@link LeadTimes#WINDOW} and more factors may miss the quantile by rounding. */
    private static final double ROUNDING = 1e-9;

    private final Map<String, Duration> leads;
    private final Duration configured;

    private Leads(Map<String, Duration> leads, Duration configured) {
        this.leads = Collections.unmodifiableMap(leads);
        this.configured = configured;
    }

    /** A time that was measured, or that some units have waited so far. */
    private record Time(long millis, boolean arrived) {}

    static Leads of(Map<String, List<Long>> measured, Map<String, List<Long>> waiting, LeadRule rule) {
        Map<String, Duration> leads = new TreeMap<>();
        Set<String> keys = new TreeSet<>(measured.keySet());
        keys.addAll(waiting.keySet());
        for (String key : keys) {
            List<Long> arrived = measured.getOrDefault(key, List.of());
            Duration lead = Duration.ofMillis(quantile(arrived, waiting.getOrDefault(key, List.of()), rule.quantile()));
            if (arrived.size() < FEWEST && lead.compareTo(rule.configured()) < 0) {
                lead = rule.configured();
            }
            leads.put(key, lead.compareTo(rule.longest()) < 0 ? lead : rule.longest());
        }
        return new Leads(leads, rule.configured());
    }

    /** The quantile of times of which some are known from below only; at least one time. */
    static long quantile(List<Long> arrived, List<Long> waiting, double quantile) {
        List<Time> times = new ArrayList<>();
        arrived.forEach(millis -> times.add(new Time(millis, true)));
        waiting.forEach(millis -> times.add(new Time(millis, false)));
        // What arrives after as long as another one has waited was still awaited then.
        times.sort(Comparator.comparingLong(Time::millis).thenComparing(time -> !time.arrived()));
        double awaited = 1;
        for (int i = 0; i < times.size(); i++) {
            if (times.get(i).arrived()) {
                awaited *= 1 - 1.0 / (times.size() - i);
            }
            if (awaited <= 1 - quantile + ROUNDING) {
                return times.get(i).millis();
            }
        }
        return times.get(times.size() - 1).millis();
    }

    /**
     * The lead time of a resource at a location.
     *
     * @param location the region; a link has the lead time of the region that sources it
     * @param resource the resource
     * @return zero or more; the configured one if nothing was measured
     */
    public Duration of(Location location, Resource resource) {
        return leads.getOrDefault(LeadTimes.key(location, resource), configured);
    }

    /**
     * Whether any lead time was measured.
     *
     * @return false if all are the configured one
     */
    public boolean isMeasured() {
        return !leads.isEmpty();
    }

    /**
     * The region whose lead times a location has.
     *
     * @param location a region or a link
     * @return the region itself; the source of a link
     */
    public static Region region(Location location) {
        return location instanceof RegionPair link ? link.source() : (Region) location;
    }

    /**
     * The longest of all lead times: the horizon that forecasts have to reach.
     *
     * @return at least the configured one
     */
    public Duration longest() {
        return leads.values().stream()
                .max(Comparator.naturalOrder())
                .filter(l -> l.compareTo(configured) > 0)
                .orElse(configured);
    }
}
