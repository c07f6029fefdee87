package io.headroom.allocation;

import io.headroom.core.RateForecast;
import io.headroom.core.Resource;
import io.headroom.core.Resources;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Collects the rates that touch a location, with what they cost there, and adds them up. If all rates that cost
 * something of a resource cost the same, the rates are added and the sum is scaled, and resources that the same rates use share it. Not
 * thread-safe.
 */
final class DemandTerms {
    private static final Resource[] RESOURCES = Resource.values();

    private final List<RateForecast> rates = new ArrayList<>(2);
    private final List<Resources> costs = new ArrayList<>(2);

    /** Adds a rate and what one transaction or byte per second of it costs. */
    void add(RateForecast rate, Resources cost) {
        if (!cost.isNone()) {
            rates.add(rate);
            costs.add(cost);
        }
    }

    /** The resources that cost something. */
    Map<Resource, RateForecast> sums() {
        Map<Resource, RateForecast> sums = new EnumMap<>(Resource.class);
        Map<Resource, RateForecast> added = new EnumMap<>(Resource.class);
        for (Resource resource : RESOURCES) {
            double most = 0;
            double least = Double.POSITIVE_INFINITY;
            for (Resources cost : costs) {
                double amount = cost.get(resource);
                most = Math.max(most, amount);
                least = amount > 0 ? Math.min(least, amount) : least;
            }
            if (most > 0) {
                sums.put(resource, least == most ? uniform(resource, most, added) : mixed(resource));
            }
        }
        return sums;
    }

    /** Sums that were added up before, and are not yet scaled, are used again. */
    private RateForecast uniform(Resource resource, double cost, Map<Resource, RateForecast> added) {
        for (Map.Entry<Resource, RateForecast> e : added.entrySet()) {
            if (sameUse(e.getKey(), resource)) {
                return e.getValue().times(cost);
            }
        }
        List<RateForecast> used = new ArrayList<>(rates.size());
        for (int i = 0; i < rates.size(); i++) {
            if (costs.get(i).get(resource) > 0) {
                used.add(rates.get(i));
            }
        }
        RateForecast sum = RateForecast.sum(used);
        added.put(resource, sum);
        return sum.times(cost);
    }

    private RateForecast mixed(Resource resource) {
        List<RateForecast> used = new ArrayList<>(rates.size());
        for (int i = 0; i < rates.size(); i++) {
            double cost = costs.get(i).get(resource);
            if (cost > 0) {
                used.add(rates.get(i).times(cost));
            }
        }
        return RateForecast.sum(used);
    }

    /** Whether the same rates cost something of both. */
    private boolean sameUse(Resource a, Resource b) {
        for (Resources cost : costs) {
            if (cost.get(a) > 0 != cost.get(b) > 0) {
                return false;
            }
        }
        return true;
    }
}
