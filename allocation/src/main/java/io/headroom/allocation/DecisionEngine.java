package io.headroom.allocation;

import io.headroom.core.Location;
import io.headroom.core.NodeGroup;
import io.headroom.core.Resource;
import io.headroom.core.Stock;
import io.headroom.spi.FleetObservation;
import io.headroom.spi.GroupTarget;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Decides: from a situation and what happened before to targets. No clock, no input or output, no randomness; total: any valid
 * situation has a decision. Each resource goes through the rules of {@link Reason.Rule} in their order; {@link DecisionInvariants} says what
 * holds of every decision. Immutable and thread-safe. Cost: linear in locations.
 */
public final class DecisionEngine {
    private final AllocationPolicy policy;

    /**
     * An engine for a policy.
     *
     * @param policy the policy
     */
    public DecisionEngine(AllocationPolicy policy) {
        this.policy = policy;
    }

    /**
     * Decides for the given locations.
     *
     * @param situation what is known
     * @param history when each resource last grew and shrank
     * @param locations the locations to decide for; one that the policy does not place is left out, one that is named twice counts once
     * @return the decision
     */
    public Decision decide(Situation situation, ChangeHistory history, Iterable<? extends Location> locations) {
        Set<Location> distinct = new LinkedHashSet<>();
        locations.forEach(distinct::add);
        List<ResourceDecision> decisions = new ArrayList<>();
        List<GroupTarget> targets = new ArrayList<>();
        for (Location location : distinct) {
            decide(situation, history, location, decisions, targets);
        }
        targets.sort(
                Comparator.comparing((GroupTarget t) -> !grows(t, situation)).thenComparing(GroupTarget::group));
        return new Decision(situation.now(), situation.freshness(), decisions, targets);
    }

    private static boolean grows(GroupTarget target, Situation situation) {
        return target.allocated() > situation.fleet().stock(target.group()).committed();
    }

    private void decide(
            Situation situation,
            ChangeHistory history,
            Location location,
            List<ResourceDecision> decisions,
            List<GroupTarget> targets) {
        List<NodeGroup> groups = policy.placement().getOrDefault(location, List.of());
        Placement placement = Placement.allocated(groups, situation.fleet());
        Map<Resource, Proposal> proposals = new EnumMap<>(Resource.class);
        Map<Resource, Double> amounts = new EnumMap<>(Resource.class);
        Map<Resource, Double> maxima = new EnumMap<>(Resource.class);
        for (Resource resource : Resource.values()) {
            if (placement.largestUnit(resource) > 0) {
                Proposal proposal = propose(situation, history, location, resource, placement);
                proposals.put(resource, proposal);
                amounts.put(resource, proposal.amount());
                maxima.put(resource, maximum(situation, location, resource, proposal.committed()));
            }
        }
        placement.place(amounts, maxima, situation.freshness().mayShrink());
        proposals.forEach((resource, proposal) -> {
            wholeUnits(proposal, resource, placement, groups);
            Need need = need(situation, location, resource);
            decisions.add(new ResourceDecision(
                    location, resource, need, proposal.committed(), placement.supply(resource), proposal.reasons()));
        });
        addTargets(situation, location, groups, placement, targets);
    }

    private static Need need(Situation situation, Location location, Resource resource) {
        return situation.needs().getOrDefault(location, Map.of()).getOrDefault(resource, Need.UNKNOWN);
    }

    private Proposal propose(
            Situation situation, ChangeHistory history, Location location, Resource resource, Placement placement) {
        ResourcePolicy rules = policy.resource(location, resource);
        Need need = need(situation, location, resource);
        double committed = placement.supply(resource);
        Proposal p = new Proposal(committed);
        if (need.forecast().isPresent()) {
            p.set(
                    Reason.Rule.FORECAST,
                    need.forecast().getAsDouble(),
                    rules.sizing().describe());
            holdUntilLead(p, need);
            threshold(p, rules);
            cooldown(p, rules, situation.now(), history.of(location, resource));
            stepLimit(p, rules, placement.largestUnit(resource));
        }
        if (!situation.freshness().mayShrink() && p.amount() < committed) {
            p.set(Reason.Rule.BLIND, committed, "telemetry is " + situation.freshness());
        }
        if (p.amount() < need.actual()) {
            p.set(Reason.Rule.ACTUAL_DEMAND, need.actual(), "measured need");
        }
        bounds(p, rules.minimum(), maximum(situation, location, resource, committed));
        return p;
    }

    private void holdUntilLead(Proposal p, Need need) {
        double floor = Math.min(p.committed(), need.untilLead());
        if (p.amount() < floor) {
            p.set(Reason.Rule.HOLD_UNTIL_LEAD, floor, "lead time " + policy.leadTime());
        }
    }

    private static void threshold(Proposal p, ResourcePolicy rules) {
        if (Math.abs(p.amount() - p.committed()) <= rules.threshold()) {
            p.set(Reason.Rule.THRESHOLD, p.committed(), "threshold " + rules.threshold());
        }
    }

    private static void cooldown(Proposal p, ResourcePolicy rules, Instant now, ChangeHistory.Last last) {
        if (p.amount() > p.committed() && within(rules.upCooldown(), last.up(), now)) {
            p.set(Reason.Rule.COOLDOWN, p.committed(), "up cooldown " + rules.upCooldown() + " since " + last.up());
        } else if (p.amount() < p.committed() && within(rules.downCooldown(), last.any(), now)) {
            p.set(
                    Reason.Rule.COOLDOWN,
                    p.committed(),
                    "down cooldown " + rules.downCooldown() + " since " + last.any());
        }
    }

    /** Compares durations: adding a long cooldown to an instant could overflow, and so could nanoseconds since the distant past. */
    static boolean within(Duration cooldown, Instant last, Instant now) {
        long seconds = now.getEpochSecond() - last.getEpochSecond();
        Duration since = Duration.ofSeconds(seconds, (long) now.getNano() - last.getNano());
        return !cooldown.isZero() && since.compareTo(cooldown) < 0;
    }

    /** A step below one unit counts as one unit: else the pool would be frozen. */
    private static void stepLimit(Proposal p, ResourcePolicy rules, double unit) {
        double most = p.committed() + Math.max(rules.stepUp(), unit);
        double least = p.committed() - Math.max(rules.stepDown(), unit);
        if (p.amount() > most) {
            p.set(Reason.Rule.STEP_LIMIT, most, "step up " + rules.stepUp());
        } else if (p.amount() < least) {
            p.set(Reason.Rule.STEP_LIMIT, least, "step down " + rules.stepDown());
        }
    }

    /** The policy's maximum; while blind, what is there above it may stay. */
    private double maximum(Situation situation, Location location, Resource resource, double committed) {
        double maximum = policy.resource(location, resource).maximum();
        return situation.freshness().mayShrink() ? maximum : Math.max(maximum, committed);
    }

    private static void bounds(Proposal p, double minimum, double maximum) {
        if (p.amount() < minimum) {
            p.set(Reason.Rule.BOUNDS, minimum, "minimum " + minimum);
        } else if (p.amount() > maximum) {
            p.set(Reason.Rule.BOUNDS, maximum, "maximum " + maximum);
        }
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

    private void addTargets(
            Situation situation,
            Location location,
            List<NodeGroup> groups,
            Placement placement,
            List<GroupTarget> targets) {
        FleetObservation fleet = situation.fleet();
        Placement warm = Placement.warm(groups, fleet, placement);
        for (Resource resource : Resource.values()) {
            warm.grow(resource, policy.resource(location, resource).warm(), Map.of());
        }
        for (NodeGroup group : groups) {
            Stock stock = fleet.stock(group);
            int allocated = placement.units(group);
            int waiting = stock.warm() + stock.warming();
            int wanted = warm.units(group);
            if (!situation.freshness().mayShrink()) {
                wanted = Math.max(wanted, waiting - Math.max(0, allocated - stock.committed()));
            }
            if (allocated != stock.committed() || wanted != waiting) {
                targets.add(new GroupTarget(group, allocated, wanted));
            }
        }
    }
}
