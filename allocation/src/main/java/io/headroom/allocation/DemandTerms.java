package io.headroom.allocation;

import io.headroom.core.Location;
import io.headroom.core.RateForecast;
import io.headroom.core.RegionPair;
import io.headroom.core.Resource;
import io.headroom.core.Resources;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Collects the rates that touch each location, with what they cost there, and adds them up. Where all flows of a location cost the same of
 * a resource, their rates are added once and the sum is scaled. Not thread-safe.
 */
final class DemandTerms {
    private final Map<Location, List<Term>> terms = new TreeMap<>(Location.ORDER);
    private final Predicate<Location> wanted;

    /** A rate and what one transaction or byte per second of it costs at a location. */
    private record Term(RateForecast rate, Resources cost) {}

    /** Collects for some locations, and leaves the others out. */
    DemandTerms(Predicate<Location> wanted) {
        this.wanted = wanted;
    }

    void add(RegionPair pair, RateForecast rate, Resources source, Resources destination, Resources link) {
        add(pair.source(), rate, source);
        add(pair.destination(), rate, destination);
        add(pair, rate, link);
    }

    private void add(Location location, RateForecast rate, Resources cost) {
        if (wanted.test(location)) {
            List<Term> here = terms.computeIfAbsent(location, key -> new ArrayList<>());
            if (!cost.isNone()) {
                here.add(new Term(rate, cost));
            }
        }
    }

    /** Every location that was touched, with the resources that cost something there. */
    Map<Location, Map<Resource, RateForecast>> sums() {
        Map<Location, Map<Resource, RateForecast>> sums = new TreeMap<>(Location.ORDER);
        terms.forEach((location, here) -> sums.put(location, sums(here)));
        return sums;
    }

    private static Map<Resource, RateForecast> sums(List<Term> here) {
        Map<Resource, RateForecast> sums = new EnumMap<>(Resource.class);
        List<RateForecast> total = new ArrayList<>(1);
        for (Resource resource : Resource.values()) {
            double first = here.isEmpty() ? 0 : here.get(0).cost().get(resource);
            boolean uniform = here.stream().allMatch(term -> term.cost().get(resource) == first);
            if (uniform && first > 0) {
                if (total.isEmpty()) {
                    total.add(RateForecast.sum(here.stream().map(Term::rate).toList()));
                }
                sums.put(resource, total.get(0).times(first));
            } else if (!uniform) {
                sums.put(resource, RateForecast.sum(scaled(here, resource)));
            }
        }
        return sums;
    }

    private static List<RateForecast> scaled(List<Term> here, Resource resource) {
        return here.stream()
                .filter(term -> term.cost().get(resource) > 0)
                .map(term -> term.rate().times(term.cost().get(resource)))
                .toList();
    }
}
