package io.headroom.allocation;

import io.headroom.allocation.rules.SpikeRule;
import io.headroom.core.Location;
import io.headroom.core.NodeGroup;
import io.headroom.core.Resource;
import io.headroom.core.Resources;
import io.headroom.spi.FleetObservation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Tells unexpected needs from others: holds what is measured against what the last decision was prepared for, and knows how needs grew
 * between the last two measurements. Nothing of it outlives the allocator: a fresh one has no plan to be surprised against. Not
 * thread-safe; the allocator's lock guards it.
 */
final class SpikeWatch {
    private Map<Location, Map<Resource, Need>> decided = Map.of();
    private Optional<Sample> before = Optional.empty();
    private Optional<Sample> latest = Optional.empty();
    private Optional<Instant> triggered = Optional.empty();

    /** Measured needs of complete steps. */
    private record Sample(Instant until, Map<Location, Resources> needs) {}

    /** Whether a spike may trigger a cycle now. */
    boolean armed(Duration cooldown, Instant now) {
        return triggered.filter(at -> DecisionEngine.within(cooldown, at, now)).isEmpty();
    }

    void triggered(Instant now) {
        triggered = Optional.of(now);
    }

    /** A decision was made: what it knew is expected from now on. */
    void decided(Situation situation) {
        decided = situation.needs();
    }

    private void sample(Instant until, Map<Location, Resources> needs) {
        Sample sample = new Sample(until, needs);
        if (latest.isPresent() && latest.get().until().isBefore(until)) {
            before = latest;
        }
        latest = Optional.of(sample);
    }

    /**
     * The needs that a cycle should not wait for: news since the last decision, beyond what is there or, by more than the margin, beyond
     * what was planned.
     */
    List<Spike> spikes(Measured measured, AllocationPolicy policy, List<Location> locations) {
        sample(measured.until(), measured.needs());
        List<Spike> spikes = new ArrayList<>();
        for (Location location : locations) {
            Map<Resource, Need> known = decided.getOrDefault(location, Map.of());
            Resources needs = measured.needs().getOrDefault(location, Resources.NONE);
            known.forEach((resource, need) -> {
                double actual = needs.get(resource);
                SpikeRule rule = policy.resource(location, resource).rules().spike();
                if (!rule.isNone() && actual > need.actual()) {
                    double there = committed(location, resource, policy, measured.fleet());
                    if (actual > there || rule.unexpected(actual, planned(need))) {
                        spikes.add(new Spike(location, resource, actual, planned(need), there));
                    }
                }
            });
        }
        return spikes;
    }

    /** Nothing is there of a resource that no group brings, and nothing can be done about it. */
    private static double committed(
            Location location, Resource resource, AllocationPolicy policy, FleetObservation fleet) {
        List<NodeGroup> groups = policy.placement().getOrDefault(location, List.of());
        Placement placement = Placement.allocated(groups, fleet, policy.catalogue());
        return placement.largestUnit(resource) > 0 ? placement.supply(resource) : Double.POSITIVE_INFINITY;
    }

    private static double planned(Need need) {
        return need.forecast().isPresent() ? Math.max(need.forecast().getAsDouble(), need.untilLead()) : need.actual();
    }

    /** A situation with what unexpected needs ask for; only fresh telemetry can surprise. */
    Situation marked(Situation situation, Optional<Instant> until, AllocationPolicy policy) {
        if (until.isEmpty() || !situation.freshness().mayShrink()) {
            return situation;
        }
        Map<Location, Resources> actual = new TreeMap<>(Location.ORDER);
        situation.needs().forEach((location, byResource) -> actual.put(location, actual(byResource)));
        sample(until.get(), actual);
        AllocationPolicy active = policy.at(situation.now());
        Map<Location, Map<Resource, Need>> marked = new TreeMap<>(Location.ORDER);
        situation.needs().forEach((location, byResource) -> {
            Map<Resource, Need> here = new EnumMap<>(Resource.class);
            byResource.forEach((resource, need) -> here.put(resource, marked(location, resource, need, active)));
            marked.put(location, here);
        });
        return new Situation(situation.now(), situation.freshness(), situation.fleet(), marked, situation.events());
    }

    private static Resources actual(Map<Resource, Need> needs) {
        Resources actual = Resources.NONE;
        for (Map.Entry<Resource, Need> e : needs.entrySet()) {
            actual = actual.with(e.getKey(), e.getValue().actual());
        }
        return actual;
    }

    private Need marked(Location location, Resource resource, Need need, AllocationPolicy policy) {
        SpikeRule rule = policy.resource(location, resource).rules().spike();
        Need known = decided.getOrDefault(location, Map.of()).get(resource);
        if (rule.isNone() || known == null || need.actual() <= known.actual()) {
            return need;
        }
        if (!rule.unexpected(need.actual(), planned(known))) {
            return need;
        }
        double earlier = before.map(
                        s -> s.needs().getOrDefault(location, Resources.NONE).get(resource))
                .orElse(need.actual());
        return need.withSpike(rule.wanted(need.actual(), earlier, leadOfElapsed(policy.leadTime())));
    }

    /** The lead time as a multiple of the time between the last two measurements. */
    private double leadOfElapsed(Duration lead) {
        if (before.isEmpty() || latest.isEmpty()) {
            return 0;
        }
        Duration elapsed = Duration.between(before.get().until(), latest.get().until());
        return elapsed.isZero() || elapsed.isNegative() ? 0 : seconds(lead) / seconds(elapsed);
    }

    private static double seconds(Duration duration) {
        return duration.getSeconds() + duration.getNano() / 1e9;
    }
}
