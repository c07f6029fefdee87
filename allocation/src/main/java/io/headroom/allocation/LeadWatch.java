package io.headroom.allocation;

import io.headroom.allocation.plan.LeadTimes;
import io.headroom.allocation.plan.Leads;
import io.headroom.core.Location;
import io.headroom.core.Region;
import io.headroom.core.Resource;
import io.headroom.spi.FleetObservation;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/**
 * What an allocator knows of lead times after a look at the fleet.
 *
 * @param times all that was measured, to be remembered
 * @param leadTimes lead times to work with, by location and resource; those that are the policy's are left out
 */
record LeadWatch(LeadTimes times, Map<Location, Map<Resource, Duration>> leadTimes) {
    /** Nothing was measured: the policy's lead time is that of all. */
    static final LeadWatch NOTHING = new LeadWatch(LeadTimes.NONE, Map.of());

    /**
     * Looks at the fleet.
     *
     * <p>A unit is seen to be usable at the first look after it was, so that a lead time is measured too long by less than an interval: one
     * that may so be the policy's is taken to be it. No lead time is longer than forecasts reach.
     */
    static LeadWatch of(
            LeadTimes before,
            FleetObservation fleet,
            Instant now,
            AllocationPolicy policy,
            Places places,
            Duration mostAhead) {
        if (policy.measuredLeads().isNone()) {
            return NOTHING;
        }
        LeadTimes times = before.observed(fleet, now);
        Duration configured = policy.leadTime();
        Leads leads = times.leads(now, policy.measuredLeads().rule(configured));
        PlaceMap<Map<Resource, Duration>> own = new PlaceMap<>(places);
        if (leads.isMeasured()) {
            Map<Region, Map<Resource, Duration>> byRegion = new HashMap<>();
            Duration most = mostAhead.minus(policy.interval());
            for (int i = 0; i < places.size(); i++) {
                Map<Resource, Duration> here = byRegion.computeIfAbsent(
                        Leads.region(places.at(i)), region -> different(leads, region, policy, most));
                if (!here.isEmpty()) {
                    own.set(i, here);
                }
            }
        }
        return new LeadWatch(times, own);
    }

    private static Map<Resource, Duration> different(
            Leads leads, Region region, AllocationPolicy policy, Duration most) {
        Map<Resource, Duration> own = new EnumMap<>(Resource.class);
        for (Resource resource : Resource.values()) {
            Duration measured = leads.of(region, resource);
            Duration lead = measured.compareTo(most) > 0 ? most : measured;
            boolean longer = lead.minus(policy.interval()).compareTo(policy.leadTime()) >= 0;
            if (longer || lead.compareTo(policy.leadTime()) < 0) {
                own.put(resource, lead);
            }
        }
        return own;
    }

    /** The lead times at a location that are not the policy's, by resource. */
    Map<Resource, Duration> at(Location location) {
        return leadTimes.getOrDefault(location, Map.of());
    }

    /** The longest of the policy's lead time and all that differ from it. */
    Duration longest(Duration policy) {
        Duration longest = policy;
        Map<Resource, Duration> before = Map.of();
        for (Map<Resource, Duration> here : leadTimes.values()) {
            // The locations of a region share theirs.
            if (here != before) {
                for (Duration lead : here.values()) {
                    longest = lead.compareTo(longest) > 0 ? lead : longest;
                }
                before = here;
            }
        }
        return longest;
    }
}
