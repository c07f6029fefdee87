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
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Supplier;

/** One decision in the making: each location's resources go through the rules, and into whole units. Not thread-safe; made for one use. */
final class DecisionPass {
    private static final Resource[] RESOURCES = Resource.values();

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

    Decision decide(Iterable<? extends Location> locations, Crew crew) {
        List<? extends Location> each = distinct(locations);
        Optional<Purchase> purchase = policy.catalogue().isNone() ? placed(each, crew) : bought(each);
        List<GroupTarget> growing = new ArrayList<>();
        List<GroupTarget> shrinking = new ArrayList<>();
        units.changes().forEach(target -> (grows(target) ? growing : shrinking).add(target));
        growing.sort(Comparator.comparing(GroupTarget::group));
        shrinking.sort(Comparator.comparing(GroupTarget::group));
        growing.addAll(shrinking);
        return new Decision(situation.now(), situation.freshness(), decisions, growing, purchase);
    }

    /** Parts of the locations by themselves: none knows of another. What comes of them is put together in their order. */
    private Optional<Purchase> placed(List<? extends Location> locations, Crew crew) {
        ConcurrentSkipListMap<Integer, DecisionPass> parts = new ConcurrentSkipListMap<>();
        crew.each(locations.size(), (from, to) -> {
            DecisionPass part = new DecisionPass(policy, situation, history);
            for (Location location : locations.subList(from, to)) {
                part.place(part.propose(location), Optional.empty());
            }
            parts.put(from, part);
        });
        for (DecisionPass part : parts.values()) {
            decisions.addAll(part.decisions);
            units.addAll(part.units);
        }
        return Optional.empty();
    }

    /** All locations at once: the spending cap is theirs together. */
    private Optional<Purchase> bought(List<? extends Location> locations) {
        List<LocationPass> passes = new ArrayList<>();
        locations.forEach(location -> passes.add(propose(location)));
        OfferChoice offers = new OfferChoice(policy.catalogue(), situation, history, passes);
        Optional<Purchase> purchase = offers.choose();
        passes.forEach(pass -> place(pass, offers.mix(pass)));
        return purchase;
    }

    private boolean grows(GroupTarget target) {
        return target.allocated() > situation.fleet().stock(target.group()).committed();
    }

    /** Each once, in the order given; in the order of locations, as an allocator asks, none can be there twice. */
    private static List<? extends Location> distinct(Iterable<? extends Location> locations) {
        List<Location> all = new ArrayList<>();
        boolean sorted = true;
        for (Location location : locations) {
            sorted &= all.isEmpty() || Location.ORDER.compare(all.get(all.size() - 1), location) < 0;
            all.add(location);
        }
        return sorted ? all : List.copyOf(new LinkedHashSet<>(all));
    }

    private LocationPass propose(Location location) {
        List<NodeGroup> groups = policy.groups(location);
        Placement placement = Placement.allocated(groups, situation.fleet(), policy.catalogue());
        LocationPass pass = new LocationPass(location, groups, placement);
        Map<Resource, Need> needs = situation.needs().getOrDefault(location, Map.of());
        for (Resource resource : RESOURCES) {
            if (placement.largestUnit(resource) > 0) {
                PoolCase c = poolCase(location, resource, needs.getOrDefault(resource, Need.UNKNOWN), placement);
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
        Supplier<String> units =
                () -> mix.map(chosen -> "cheapest mix " + chosen).orElseGet(() -> "units of " + pass.groups);
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

    private PoolCase poolCase(Location location, Resource resource, Need need, Placement placement) {
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
    private static void wholeUnits(Proposal p, Resource resource, LocationPass pass, Supplier<String> units) {
        Placement placement = pass.placement;
        double there = placement.supply(resource);
        double difference = there - p.amount();
        double tolerance = placement.tolerance(resource, p.amount());
        if (difference > tolerance) {
            p.set(Reason.Rule.WHOLE_UNITS, there, units.get());
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
        boolean still = !pass.proposed().isEmpty();
        for (LocationPass.Proposed both : pass.proposed().values()) {
            still &= both.pool().rules().pause().equals(Pause.ALL);
        }
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
