package io.headroom.allocation;

import io.headroom.allocation.rules.SpikeRule;
import io.headroom.core.Location;
import io.headroom.core.Resource;
import io.headroom.core.Resources;
import io.headroom.spi.FleetObservation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
        Placement placement = Placement.allocated(policy.groups(location), fleet, policy.catalogue());
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
        sample(until.get(), NeedsMap.copyOf(situation.needs()).mapped(SpikeWatch::actual));
        if (!policy.memory().spikes()) {
            return situation;
        }
        AllocationPolicy active = policy.at(situation.now());
        Map<Location, Map<Resource, Need>> marked = new HashMap<>();
        situation
                .needs()
                .forEach((location, byResource) -> byResource.forEach((resource, need) -> {
                    Need now = marked(location, resource, need, active);
                    if (now.spike() != need.spike()) {
                        marked.computeIfAbsent(location, key -> new EnumMap<Resource, Need>(byResource))
                                .put(resource, now);
                    }
                }));
        if (marked.isEmpty()) {
            return situation;
        }
        Map<Location, Map<Resource, Need>> all =
                SortedCopy.sized(situation.needs().size());
        all.putAll(situation.needs());
        all.putAll(marked);
        return new Situation(situation.now(), situation.freshness(), situation.fleet(), all, situation.events());
    }

    private static Resources actual(Map<Resource, Need> needs) {
        double compute = actual(needs, Resource.COMPUTE);
        double storage = actual(needs, Resource.STORAGE);
        double bandwidth = actual(needs, Resource.BANDWIDTH);
        return compute + storage + bandwidth > 0 ? new Resources(compute, storage, bandwidth) : Resources.NONE;
    }

    private static double actual(Map<Resource, Need> needs, Resource resource) {
        Need need = needs.get(resource);
        return need == null ? 0 : need.actual();
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
        return need.withSpike(rule.wanted(
                need.actual(), earlier, leadOfElapsed(known.leadTime().orElse(policy.leadTime()))));
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
