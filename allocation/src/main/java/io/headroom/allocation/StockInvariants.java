package io.headroom.allocation;

import io.headroom.allocation.rules.ReadyStock;
import io.headroom.core.Location;
import io.headroom.core.NodeGroup;
import io.headroom.core.Resource;
import io.headroom.core.Stock;
import io.headroom.spi.FleetObservation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What holds of the units that wait at locations with a ready stock; for {@link DecisionInvariants}, and written, like them, against the
 * rules' words.
 */
final class StockInvariants {
    /** Three times the share of a unit that counts as rounding. */
    private static final double ROUNDING = 3e-9;

    /** The share of a sum that may be lost in adding it up. */
    private static final double SUMMATION = 1e-12;

    private final AllocationPolicy policy;
    private final Situation situation;
    private final ChangeHistory history;
    private final FleetObservation fleet;
    private final TargetUnits targets;
    private final List<String> violations = new ArrayList<>();

    private StockInvariants(AllocationPolicy policy, Situation situation, ChangeHistory history, Decision decision) {
        this.policy = policy.at(situation.now());
        this.situation = situation;
        this.history = history;
        this.fleet = situation.fleet();
        this.targets = new TargetUnits(decision, fleet, policy.catalogue());
    }

    /** One message for each broken rule. */
    static List<String> violated(
            AllocationPolicy policy, Situation situation, ChangeHistory history, Decision decision) {
        StockInvariants check = new StockInvariants(policy, situation, history, decision);
        Map<Location, List<ResourceDecision>> byLocation = new TreeMap<>(Location.ORDER);
        decision.resources()
                .forEach(r -> byLocation
                        .computeIfAbsent(r.location(), key -> new ArrayList<>())
                        .add(r));
        byLocation.forEach(check::location);
        return check.violations;
    }

    private void location(Location location, List<ResourceDecision> here) {
        boolean any = here.stream().anyMatch(r -> !stock(r).isNone());
        if (!any || !situation.freshness().mayShrink()) {
            return;
        }
        boolean paused = here.stream()
                .allMatch(r -> rules(r).rules().pause().up()
                        && rules(r).rules().pause().down());
        if (paused) {
            return;
        }
        here.forEach(this::limits);
        here.forEach(r -> least(location, r, here));
        idle(location, here);
    }

    private void limits(ResourceDecision r) {
        if (!stock(r).isNone()) {
            double most = stock(r).most(r.target());
            hold(
                    waiting(r) <= most + tolerance(r, most),
                    name(r) + ": " + waiting(r) + " waits, above the maximum " + most);
        }
    }

    /** Less than was asked for waits only where no group has room for one more unit, or the spending cap has none for some. */
    private void least(Location location, ResourceDecision r, List<ResourceDecision> here) {
        double wanted = wanted(r);
        if (waiting(r) < wanted - tolerance(r, wanted) && !OfferInvariants.spent(policy, situation, targets)) {
            for (NodeGroup group : groups(location)) {
                boolean helps = policy.catalogue().perUnit(group, r.resource()) > 0;
                boolean room = (long) targets.allocated(group) + targets.waiting(group)
                                < policy.catalogue().quota(fleet, group)
                        && here.stream().allMatch(other -> fits(group, other));
                boolean kept = here.stream().allMatch(other -> stock(other).reuse())
                        || targets.allocated(group) >= fleet.stock(group).committed();
                hold(
                        !(helps && room && kept),
                        name(r) + ": " + waiting(r) + " waits instead of " + wanted + ", but " + group + " has room");
            }
        }
    }

    private boolean fits(NodeGroup group, ResourceDecision r) {
        double most = stock(r).isNone() ? Double.POSITIVE_INFINITY : stock(r).most(r.target());
        double unit = policy.catalogue().perUnit(group, r.resource());
        return unit == 0 || waiting(r) + unit <= most + tolerance(r, most);
    }

    /** No unit waits without which all that was asked for would wait, too. */
    private void idle(Location location, List<ResourceDecision> here) {
        for (NodeGroup group : groups(location)) {
            boolean spare = targets.waiting(group) > 0
                    && here.stream().allMatch(r -> {
                        double unit = policy.catalogue().perUnit(group, r.resource());
                        return unit == 0
                                || waiting(r) - unit >= wanted(r) - unit * ROUNDING / 6 + waiting(r) * SUMMATION;
                    });
            hold(!spare, group + " keeps a waiting unit that nobody needs");
        }
    }

    /** What should wait; what the allocation leaves, if it is held or nothing is known. */
    private double wanted(ResourceDecision r) {
        ReadyStock stock = stock(r);
        double least = rules(r).warm();
        if (stock.isNone()) {
            return least;
        }
        double most = stock.most(r.target());
        double left = left(r);
        double wanted = left;
        if (r.need().surge().isPresent()) {
            double maximum = AllowedRange.of(r, policy, situation, history, largestUnit(r.location(), r.resource()))
                    .growTo();
            double sized = Math.max(0, Math.min(r.need().usable(r.need().surge().getAsDouble()), maximum) - r.target());
            wanted = Math.min(Math.max(sized, least), most);
            boolean cools = DecisionEngine.within(
                    rules(r).downCooldown(),
                    history.of(r.location(), r.resource()).any(),
                    situation.now());
            boolean held = Math.abs(wanted - left) <= rules(r).threshold() || (wanted < left && cools);
            wanted = held ? left : wanted;
        }
        return Math.min(Math.max(wanted, least), most);
    }

    /** What waits before the stock is changed: with what the allocation gives up, without what it takes. */
    private double left(ResourceDecision r) {
        boolean reuse = true;
        for (Resource resource : Resource.values()) {
            ReadyStock stock = policy.resource(r.location(), resource).rules().readyStock();
            reuse &= largestUnit(r.location(), resource) == 0 || stock.isNone() || stock.reuse();
        }
        double sum = 0;
        for (NodeGroup group : groups(r.location())) {
            Stock stock = fleet.stock(group);
            long left = Math.max(0L, (long) stock.paid() - targets.allocated(group));
            boolean shrinks = targets.allocated(group) < stock.committed();
            long most = reuse || !shrinks ? Long.MAX_VALUE : (long) stock.warm() + stock.warming();
            long room = Math.max(0L, (long) policy.catalogue().quota(fleet, group) - targets.allocated(group));
            sum += Math.min(left, Math.min(most, room)) * policy.catalogue().perUnit(group, r.resource());
        }
        return sum;
    }

    private ResourcePolicy rules(ResourceDecision r) {
        return policy.resource(r.location(), r.resource());
    }

    private ReadyStock stock(ResourceDecision r) {
        return rules(r).rules().readyStock();
    }

    private List<NodeGroup> groups(Location location) {
        return policy.groups(location);
    }

    private double waiting(ResourceDecision r) {
        return targets.supply(groups(r.location()), r.resource(), targets::waiting);
    }

    private double largestUnit(Location location, Resource resource) {
        return groups(location).stream()
                .mapToDouble(group -> policy.catalogue().perUnit(group, resource))
                .max()
                .orElse(0);
    }

    private double tolerance(ResourceDecision r, double amount) {
        return ROUNDING * Math.max(Math.min(amount, waiting(r)), largestUnit(r.location(), r.resource()));
    }

    private static String name(ResourceDecision r) {
        return r.location().key() + " " + r.resource();
    }

    private void hold(boolean ok, String message) {
        if (!ok) {
            violations.add(message);
        }
    }
}
