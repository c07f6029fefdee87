package io.headroom.allocation;

import io.headroom.allocation.rules.Pause;
import io.headroom.core.Location;
import io.headroom.core.NodeGroup;
import io.headroom.core.Resource;
import io.headroom.core.Stock;
import io.headroom.spi.FleetObservation;
import io.headroom.spi.GroupTarget;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One decision in the making: each location's resources go through the rules, and into whole units. Not thread-safe; made for one use. */
final class DecisionPass {
    private final AllocationPolicy policy;
    private final Situation situation;
    private final ChangeHistory history;
    private final IdentityHashMap<ResourcePolicy, ActivePolicy> active = new IdentityHashMap<>();
    private final List<ResourceDecision> decisions = new ArrayList<>();
    private final List<GroupTarget> growing = new ArrayList<>();
    private final List<GroupTarget> shrinking = new ArrayList<>();

    /** What was made of a resource. */
    private record Proposed(PoolCase pool, Proposal proposal) {}

    DecisionPass(AllocationPolicy policy, Situation situation, ChangeHistory history) {
        this.policy = policy;
        this.situation = situation;
        this.history = history;
    }

    /** How far ahead a decision looks: until what the next one asks for is usable. Two times may be too long to be added. */
    static Duration ahead(Duration leadTime, AllocationPolicy policy) {
        try {
            return leadTime.plus(policy.interval());
        } catch (ArithmeticException e) {
            return Duration.ofSeconds(Long.MAX_VALUE);
        }
    }

    Decision decide(Iterable<? extends Location> locations) {
        distinct(locations).forEach(this::decide);
        growing.sort(Comparator.comparing(GroupTarget::group));
        shrinking.sort(Comparator.comparing(GroupTarget::group));
        growing.addAll(shrinking);
        return new Decision(situation.now(), situation.freshness(), decisions, growing);
    }

    /** Each once, in the order given; in the order of locations, as an allocator asks, none can be there twice. */
    private static Iterable<? extends Location> distinct(Iterable<? extends Location> locations) {
        @Nullable Location before = null;
        for (Location location : locations) {
            if (before != null && Location.ORDER.compare(before, location) >= 0) {
                Set<Location> distinct = new LinkedHashSet<>();
                locations.forEach(distinct::add);
                return distinct;
            }
            before = location;
        }
        return locations;
    }

    private void decide(Location location) {
        List<NodeGroup> groups = policy.groups(location);
        Placement placement = Placement.allocated(groups, situation.fleet());
        Map<Resource, Proposed> proposed = new EnumMap<>(Resource.class);
        Map<Resource, Double> amounts = new EnumMap<>(Resource.class);
        Map<Resource, Double> maxima = new EnumMap<>(Resource.class);
        for (Resource resource : Resource.values()) {
            if (placement.largestUnit(resource) > 0) {
                PoolCase c = poolCase(location, resource, placement);
                Proposal proposal = propose(c, placement.supply(resource));
                proposed.put(resource, new Proposed(c, proposal));
                amounts.put(resource, proposal.amount());
                maxima.put(resource, proposal.maximum());
            }
        }
        placement.place(amounts, maxima, situation.freshness().mayShrink());
        proposed.forEach((resource, both) -> {
            Proposal proposal = both.proposal();
            wholeUnits(proposal, resource, placement, groups);
            decisions.add(new ResourceDecision(
                    location,
                    resource,
                    both.pool().need(),
                    proposal.committed(),
                    placement.supply(resource),
                    proposal.reasons()));
        });
        addTargets(proposed, groups, placement);
    }

    private PoolCase poolCase(Location location, Resource resource, Placement placement) {
        Need need = situation.needs().getOrDefault(location, Map.of()).getOrDefault(resource, Need.UNKNOWN);
        Duration leadTime = need.leadTime().orElse(policy.leadTime());
        return new PoolCase(
                location,
                active.computeIfAbsent(
                        policy.resource(location, resource), rules -> ActivePolicy.of(rules, situation.now())),
                need,
                placement.largestUnit(resource),
                history.of(location, resource),
                history.recent(location, resource),
                history.failures(),
                situation.now(),
                situation.freshness(),
                situation.events(),
                leadTime,
                ahead(leadTime, policy));
    }

    private static Proposal propose(PoolCase c, double committed) {
        Proposal p = new Proposal(committed);
        if (c.need().forecast().isPresent() || !c.rules().utilisation().isNone()) {
            ForecastRules.apply(p, c);
            double recommended = p.amount();
            PaceRules.apply(p, c);
            PartnerRules.release(p, c, recommended);
            BoundRules.apply(p, c, recommended);
        } else {
            BoundRules.apply(p, c, 0);
        }
        return p;
    }

    /** The last reason: what became of the amount in whole units. */
    private static void wholeUnits(Proposal p, Resource resource, Placement placement, List<NodeGroup> groups) {
        double there = placement.supply(resource);
        double difference = there - p.amount();
        double tolerance = placement.tolerance(resource, p.amount());
        if (difference > tolerance) {
            p.set(Reason.Rule.WHOLE_UNITS, there, "units of " + groups);
        } else if (difference < -tolerance && placement.full(resource)) {
            p.set(Reason.Rule.QUOTA, there, "quota of " + groups);
        } else if (difference < -tolerance) {
            p.set(Reason.Rule.BOUNDS, there, "maximum in whole units of " + groups);
        }
    }

    private void addTargets(Map<Resource, Proposed> proposed, List<NodeGroup> groups, Placement placement) {
        FleetObservation fleet = situation.fleet();
        ReadyUnits ready = new ReadyUnits(groups, fleet, placement);
        proposed.forEach((resource, both) ->
                ready.add(resource, both.pool(), both.proposal().maximum()));
        Placement warm = ready.place();
        boolean still = !proposed.isEmpty()
                && proposed.values().stream()
                        .allMatch(both -> both.pool().rules().pause().equals(Pause.ALL));
        for (NodeGroup group : groups) {
            Stock stock = fleet.stock(group);
            int allocated = placement.units(group);
            int waiting = stock.warm() + stock.warming();
            int wanted = still && allocated == stock.committed() ? waiting : warm.units(group);
            if (!situation.freshness().mayShrink()) {
                wanted = Math.max(wanted, waiting - Math.max(0, allocated - stock.committed()));
            }
            if (allocated != stock.committed() || wanted != waiting) {
                (allocated > stock.committed() ? growing : shrinking).add(new GroupTarget(group, allocated, wanted));
            }
        }
    }
}
