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
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One decision in the making: each location's resources go through the rules, and into whole units. Not thread-safe; made for one use. */
final class DecisionPass {
    private final AllocationPolicy policy;
    private final Situation situation;
    private final ChangeHistory history;
    private final IdentityHashMap<ResourcePolicy, ActivePolicy> active = new IdentityHashMap<>();
    private final List<ResourceDecision> decisions = new ArrayList<>();
    private final WantedUnits units;

    DecisionPass(AllocationPolicy policy, Situation situation, ChangeHistory history) {
        this.policy = policy;
        this.situation = situation;
        this.history = history;
        this.units = new WantedUnits(policy.catalogue(), situation);
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
        Optional<Purchase> purchase = policy.catalogue().isNone() ? placed(locations) : bought(locations);
        List<GroupTarget> growing = new ArrayList<>();
        List<GroupTarget> shrinking = new ArrayList<>();
        units.changes().forEach(target -> (grows(target) ? growing : shrinking).add(target));
        growing.sort(Comparator.comparing(GroupTarget::group));
        shrinking.sort(Comparator.comparing(GroupTarget::group));
        growing.addAll(shrinking);
        return new Decision(situation.now(), situation.freshness(), decisions, growing, purchase);
    }

    /** One location after the other: none knows of another. */
    private Optional<Purchase> placed(Iterable<? extends Location> locations) {
        distinct(locations).forEach(location -> place(propose(location), Optional.empty()));
        return Optional.empty();
    }

    /** All locations at once: the spending cap is theirs together. */
    private Optional<Purchase> bought(Iterable<? extends Location> locations) {
        List<LocationPass> passes = new ArrayList<>();
        distinct(locations).forEach(location -> passes.add(propose(location)));
        OfferChoice offers = new OfferChoice(policy.catalogue(), situation, history, passes);
        Optional<Purchase> purchase = offers.choose();
        passes.forEach(pass -> place(pass, offers.mix(pass)));
        return purchase;
    }

    private boolean grows(GroupTarget target) {
        return target.allocated() > situation.fleet().stock(target.group()).committed();
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

    private LocationPass propose(Location location) {
        List<NodeGroup> groups = policy.groups(location);
        Placement placement = Placement.allocated(groups, situation.fleet(), policy.catalogue());
        LocationPass pass = new LocationPass(location, groups, placement);
        for (Resource resource : Resource.values()) {
            if (placement.largestUnit(resource) > 0) {
                PoolCase c = poolCase(location, resource, placement);
                pass.add(resource, c, propose(c, placement.supply(resource)));
            }
        }
        return pass;
    }

    private void place(LocationPass pass, Optional<Placement> mix) {
        boolean mayShrink = situation.freshness().mayShrink();
        mix.ifPresentOrElse(
                chosen -> pass.placement.approach(chosen, pass.amounts(), pass.maxima(), mayShrink),
                () -> pass.placement.place(pass.amounts(), pass.maxima(), mayShrink));
        pass.giveWay();
        String units = mix.map(chosen -> "cheapest mix " + chosen).orElse("units of " + pass.groups);
        pass.proposed().forEach((resource, both) -> {
            Proposal proposal = both.proposal();
            wholeUnits(proposal, resource, pass, units);
            decisions.add(new ResourceDecision(
                    pass.location,
                    resource,
                    both.pool().need(),
                    proposal.committed(),
                    pass.placement.supply(resource),
                    proposal.reasons()));
        });
        addTargets(pass);
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
    private static void wholeUnits(Proposal p, Resource resource, LocationPass pass, String units) {
        Placement placement = pass.placement;
        double there = placement.supply(resource);
        double difference = there - p.amount();
        double tolerance = placement.tolerance(resource, p.amount());
        if (difference > tolerance) {
            p.set(Reason.Rule.WHOLE_UNITS, there, units);
        } else if (difference < -tolerance && placement.full(resource)) {
            p.set(Reason.Rule.QUOTA, there, "quota of " + pass.groups);
        } else if (difference < -tolerance) {
            // After a cut by the spending cap a maximum has no word of its own any more: it takes the last one's.
            Reason.Rule rule = pass.isCapped(resource) ? Reason.Rule.WHOLE_UNITS : Reason.Rule.BOUNDS;
            p.set(rule, there, "maximum in whole units of " + pass.groups);
        }
    }

    private void addTargets(LocationPass pass) {
        FleetObservation fleet = situation.fleet();
        ReadyUnits ready = new ReadyUnits(pass.groups, fleet, pass.placement);
        pass.proposed()
                .forEach((resource, both) ->
                        ready.add(resource, both.pool(), both.proposal().maximum()));
        Placement warm = ready.place();
        boolean still = !pass.proposed().isEmpty()
                && pass.proposed().values().stream()
                        .allMatch(both -> both.pool().rules().pause().equals(Pause.ALL));
        for (NodeGroup group : pass.groups) {
            Stock stock = fleet.stock(group);
            int allocated = pass.placement.units(group);
            int waiting = stock.warm() + stock.warming();
            boolean stays = still && allocated == stock.committed();
            int wanted = stays ? waiting : warm.units(group);
            int least = stays ? waiting : 0;
            if (!situation.freshness().mayShrink()) {
                least = Math.max(least, waiting - Math.max(0, allocated - stock.committed()));
                wanted = Math.max(wanted, least);
            }
            units.add(new GroupTarget(group, allocated, wanted), least);
        }
    }
}
