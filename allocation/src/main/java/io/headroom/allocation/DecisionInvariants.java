package io.headroom.allocation;

import io.headroom.core.Location;
import io.headroom.core.NodeGroup;
import io.headroom.core.Resource;
import io.headroom.core.Stock;
import io.headroom.spi.FleetObservation;
import io.headroom.spi.GroupTarget;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;

/**
 * What holds of every decision, whatever the policy and the situation; unit tests, fuzz tests and simulations share it, and a host's own tests
 * may. It is written against the rules' words, not against the engine's code:
 *
 * <ol>
 *   <li>every number is finite and not negative;
 *   <li>one target a node group, growing ones first, none that changes nothing; one decision a resource;
 *   <li>reasons are a chain in the order of the rules: the first starts from what is committed, each from where the one before ended, the
 *       last ends at the target;
 *   <li>committed and target are what the units of the groups add up to;
 *   <li>stale or missing telemetry lowers nothing;
 *   <li>no target above the policy's maximum as its schedules and its breach have it (while blind: what is there may stay) or, growing, above
 *       the quota;
 *   <li>measured need, unless growing is paused, and the policy's minimum and the events' floors, in any case, floor the target: less is
 *       there only if no group can take one more unit, or the spending cap can't pay for it;
 *   <li>no unit stays that no resource needs, so growth that fails never blocks shrinking; but no usable one goes before what replaces it
 *       is usable;
 *   <li>within a cooldown, against a stabilisation or beyond a step limit, a velocity or a budget only a floor or a maximum moves a target;
 *   <li>what was needed within the retention, or within the hold after a spike, stays; an unexpected spike leads as far as a cycle may grow;
 *   <li>of a ready stock no less waits than was asked for unless no group has room, no unit waits that nobody needs, and none beyond its
 *       maxima;
 *   <li>what is paused moves for a floor, a maximum or the amount that it is paused at alone; while blind under a fallback, forecasts move
 *       nothing;
 *   <li>a forecast leads to nothing that the other ends and the links can't use, and what was added in the last cycles and can't be used goes,
 *       down to what is used, but for floors, pauses and tolerances.
 *   <li>of offers a mix is chosen of which no unit can be spared, targets lie above it only by what it replaces, and it costs no more than the
 *       spending cap but for what has to stay: while blind, or within its minimum term.
 * </ol>
 *
 * <p>Who wins, the strongest first: quotas, the spending cap, the maximum, floors (minimum, events), pauses, measured need, blindness, budgets and limits,
 * the forecast.
 *
 * <p>Not thread-safe inside; {@link #violated} may be called by many threads.
 */
public final class DecisionInvariants {
    /** The share of a unit that counts as rounding. */
    private static final double ROUNDING = 1e-9;

    /** The share of a sum that may be lost in adding it up. */
    private static final double SUMMATION = 1e-12;

    private final AllocationPolicy policy;
    private final Catalogue catalogue;
    private final FleetObservation fleet;
    private final boolean mayShrink;
    private final Situation situation;
    private final ChangeHistory history;
    private final Optional<Purchase> purchase;
    private final Map<String, AllowedRange> ranges = new TreeMap<>();
    private final TargetUnits targets;
    private final List<String> violations = new ArrayList<>();

    private DecisionInvariants(AllocationPolicy policy, Situation situation, ChangeHistory history, Decision decision) {
        this.policy = policy.at(situation.now());
        this.catalogue = policy.catalogue();
        this.situation = situation;
        this.history = history;
        this.fleet = situation.fleet();
        this.mayShrink = situation.freshness().mayShrink();
        this.targets = new TargetUnits(decision, fleet, catalogue);
        this.purchase = decision.purchase();
    }

    /**
     * Checks a decision.
     *
     * @param policy the policy that it was made by
     * @param situation what it was made from
     * @param history when each resource had last grown and shrunk
     * @param decision the decision
     * @return one message for each invariant that it breaks; empty if it holds
     */
    public static List<String> violated(
            AllocationPolicy policy, Situation situation, ChangeHistory history, Decision decision) {
        DecisionInvariants check = new DecisionInvariants(policy, situation, history, decision);
        check.hold(
                decision.at().equals(situation.now()) && decision.freshness().equals(situation.freshness()),
                () -> "the decision speaks of another moment: " + decision.at());
        check.targets(decision);
        Map<Location, Map<Resource, ResourceDecision>> byLocation = check.resources(decision);
        byLocation.forEach((location, here) -> here.values().forEach(check::resource));
        byLocation.forEach(check::spareUnits);
        check.targets
                .changed()
                .forEach(group -> check.hold(
                        byLocation.containsKey(group.location()),
                        () -> "target of " + group + " without a decision for its location"));
        check.violations.addAll(OfferInvariants.violated(policy, situation, history, decision));
        check.violations.addAll(StockInvariants.violated(policy, situation, history, decision));
        return List.copyOf(check.violations);
    }

    private void hold(boolean ok, Supplier<String> message) {
        if (!ok) {
            violations.add(message.get());
        }
    }

    private void targets(Decision decision) {
        boolean growing = true;
        Set<NodeGroup> seen = new HashSet<>();
        for (GroupTarget target : decision.targets()) {
            NodeGroup group = target.group();
            Stock stock = fleet.stock(group);
            Supplier<String> name =
                    () -> "target of " + group + " " + target.allocated() + "+" + target.warm() + " from " + stock;
            hold(seen.add(group), () -> name.get() + " is its second");
            hold(groups(group.location()).contains(group), () -> name.get() + " is not placed by the policy");
            int waiting = stock.warm() + stock.warming();
            hold(
                    target.allocated() != stock.committed() || target.warm() != waiting,
                    () -> name.get() + " changes nothing");
            boolean grows = target.allocated() > stock.committed();
            hold(growing || !grows, () -> name.get() + " grows after one that shrinks");
            growing &= grows;
            long total = (long) target.allocated() + target.warm();
            int quota = catalogue.quota(fleet, group);
            hold(!grows || target.allocated() <= quota, () -> name.get() + " grows above the quota " + quota);
            hold(total <= Math.max(quota, stock.paid()), () -> name.get() + " is above the quota " + quota);
            hold(
                    mayShrink || (target.allocated() >= stock.committed() && total >= stock.paid()),
                    () -> name.get() + " shrinks blindly");
        }
    }

    private List<NodeGroup> groups(Location location) {
        return policy.groups(location);
    }

    private Map<Location, Map<Resource, ResourceDecision>> resources(Decision decision) {
        Map<Location, Map<Resource, ResourceDecision>> byLocation = new TreeMap<>(Location.ORDER);
        Set<String> seen = new HashSet<>();
        for (ResourceDecision r : decision.resources()) {
            hold(seen.add(name(r)), () -> name(r) + " is decided twice");
            Need need = situation.needs().getOrDefault(r.location(), Map.of()).getOrDefault(r.resource(), Need.UNKNOWN);
            hold(need.equals(r.need()), () -> name(r) + " was decided for another need, " + r.need());
            byLocation.computeIfAbsent(r.location(), key -> new TreeMap<>()).put(r.resource(), r);
            ranges.put(
                    name(r), AllowedRange.of(r, policy, situation, history, largestUnit(r.location(), r.resource())));
        }
        return byLocation;
    }

    private static String name(ResourceDecision r) {
        return r.location().key() + " " + r.resource();
    }

    private void resource(ResourceDecision r) {
        chain(r);
        double tolerance = tolerance(r.location(), r.resource(), Math.max(r.target(), r.committed()));
        near(r, "committed", r.committed(), supply(r, targets::committed), tolerance);
        near(r, "target", r.target(), supply(r, targets::allocated), tolerance);
        AllowedRange range = range(r);
        hold(
                r.target() <= range.maximum() + tolerance,
                () -> name(r) + ": target " + r.target() + " is above the maximum " + range.maximum());
        hold(mayShrink || r.target() >= r.committed() - tolerance, () -> name(r) + " shrinks blindly to " + r.target());
        double floor = range.floor();
        if (r.target() < floor - tolerance(r.location(), r.resource(), floor)) {
            growable(r)
                    .ifPresent(group -> violations.add(name(r) + ": target " + r.target() + " is below the floor "
                            + floor + ", but " + group + " has room"));
        }
        pace(r, range);
        r.need().partners().ifPresent(limit -> partners(r, range, limit));
    }

    /**
     * What a forecast leads to can be used at the other end and on the link, or is there already; what was added in the last cycles and can't
     * be used goes, unless a floor, an order or the policy's own tolerance keeps it.
     */
    private void partners(ResourceDecision r, AllowedRange range, PartnerLimit limit) {
        double reach = r.recommended();
        boolean capped = false;
        boolean tolerated = false;
        for (Reason reason : r.reasons()) {
            if (reason.rule() == Reason.Rule.PARTNER) {
                reach = reason.before();
                capped = true;
            }
            tolerated |= reason.rule() == Reason.Rule.TOLERANCE || reason.rule() == Reason.Rule.THRESHOLD;
        }
        double usable = Math.max(limit.most(Math.max(reach, r.need().spike())), range.floor());
        double wanted = wanted(r);
        double rounding = (usable + r.committed()) * ROUNDING;
        hold(
                !mayShrink || wanted <= Math.max(usable, r.committed()) + rounding,
                () -> name(r) + ": " + wanted + " is more than the other ends can use, " + usable);
        double kept = Math.max(Math.max(usable, limit.releaseTo()), range.least());
        hold(
                !mayShrink || !capped || tolerated || wanted <= kept + rounding,
                () -> name(r) + ": " + wanted + " keeps an increment that the other ends can't use, " + usable);
    }

    private AllowedRange range(ResourceDecision r) {
        return ranges.getOrDefault(name(r), AllowedRange.ANY);
    }

    private void chain(ResourceDecision r) {
        double at = r.committed();
        finite(r, "committed", at);
        finite(r, "target", r.target());
        Reason.Rule rule = Reason.Rule.FORECAST;
        for (Reason reason : r.reasons()) {
            Reason.Rule before = rule;
            hold(reason.rule().compareTo(before) >= 0, () -> name(r) + ": " + reason + " comes after " + before);
            rule = reason.rule();
            finite(r, "amount after " + reason.rule(), reason.after());
            hold(reason.before() == at, () -> name(r) + ": " + reason + " does not start where the one before ended");
            hold(reason.after() != reason.before(), () -> name(r) + ": " + reason + " changes nothing");
            at = reason.after();
        }
        near(r, "end of the reasons", at, r.target(), tolerance(r.location(), r.resource(), Math.max(at, r.target())));
    }

    private void finite(ResourceDecision r, String what, double value) {
        hold(value >= 0 && value < Double.POSITIVE_INFINITY, () -> name(r) + ": " + what + " is " + value);
    }

    private void near(ResourceDecision r, String what, double value, double expected, double tolerance) {
        hold(
                Math.abs(value - expected) <= tolerance,
                () -> name(r) + ": " + what + " " + value + " is not what its units add up to, " + expected);
    }

    /** What was asked for lies where limits, budgets, pauses and floors allow. */
    private void pace(ResourceDecision r, AllowedRange range) {
        double wanted = asked(r);
        hold(
                wanted <= range.most(),
                () -> name(r) + ": " + wanted + " is above " + range.most() + ", the most that this cycle may ask for");
        hold(
                wanted >= range.least(),
                () -> name(r) + ": " + wanted + " is below " + range.least() + ", the least that this cycle may leave");
    }

    /** What the rules asked for, within the maximum, before quota and whole units. */
    private static double wanted(ResourceDecision r) {
        if (r.reasons().isEmpty()) {
            return r.committed();
        }
        Reason last = r.reasons().get(r.reasons().size() - 1);
        boolean rounded = last.rule() == Reason.Rule.QUOTA || last.rule() == Reason.Rule.WHOLE_UNITS;
        return rounded ? last.before() : last.after();
    }

    /** What the rules asked for before a maximum, their own or that of another resource in the same units, cut it off, and before the spending cap. */
    private static double asked(ResourceDecision r) {
        List<Reason> reasons = new ArrayList<>();
        for (Reason reason : r.reasons()) {
            if (reason.rule() == Reason.Rule.SPENDING_CAP) {
                return asked(new ResourceDecision(
                        r.location(), r.resource(), r.need(), r.committed(), reason.before(), reasons));
            }
            reasons.add(reason);
        }
        if (reasons.isEmpty()) {
            return r.committed();
        }
        Reason last = reasons.get(reasons.size() - 1);
        boolean bound = last.rule() == Reason.Rule.BOUNDS || last.rule() == Reason.Rule.SCHEDULE;
        boolean cut = bound && last.after() < last.before();
        return cut ? last.before() : wanted(r);
    }

    private void spareUnits(Location location, Map<Resource, ResourceDecision> here) {
        for (NodeGroup group : groups(location)) {
            boolean booting = targets.allocated(group) > targets.ready(group);
            boolean spare = targets.allocated(group) > 0
                    && here.values().stream()
                            .allMatch(r -> spares(group, r, false) && (booting || spares(group, r, true)));
            hold(
                    !mayShrink || !spare || catalogue.offers(location),
                    () -> group + " keeps a unit that no resource needs");
            boolean broken = targets.allocated(group) < fleet.stock(group).allocated()
                    && here.values().stream().noneMatch(r -> cut(group, r))
                    && here.values().stream()
                            .anyMatch(r -> catalogue.perUnit(group, r.resource()) > 0
                                    && supply(r, this::usable)
                                            < wanted(r) - tolerance(location, r.resource(), wanted(r)));
            hold(!broken, () -> group + " gives up usable units before what replaces them is usable");
        }
    }

    /** Whether a resource would do with one unit less, of what is committed or of what is usable. */
    private boolean spares(NodeGroup group, ResourceDecision r, boolean usable) {
        double perUnit = catalogue.perUnit(group, r.resource());
        double supply = supply(r, usable ? this::usable : targets::allocated);
        return perUnit == 0 || supply - perUnit >= wanted(r) - perUnit * ROUNDING / 2 + supply * SUMMATION;
    }

    /** Whether there was more than the maximum of a resource that a group brings. */
    private boolean cut(NodeGroup group, ResourceDecision r) {
        return catalogue.perUnit(group, r.resource()) > 0 && r.committed() > range(r).maximum();
    }

    /**
     * A group that could take one more unit for a resource, within quotas and the maxima of all that it brings, and what the cap leaves; of
     * what gave way to the cap, also once targets are what the mix is.
     */
    private Optional<NodeGroup> growable(ResourceDecision r) {
        boolean capped = r.reasons().stream().anyMatch(reason -> reason.rule() == Reason.Rule.SPENDING_CAP);
        return groups(r.location()).stream()
                .filter(group -> catalogue.perUnit(group, r.resource()) > 0)
                .filter(this::affordable)
                .filter(group -> hasRoom(group, targets::allocated) && (!capped || hasRoom(group, this::chosen)))
                .findFirst();
    }

    private boolean hasRoom(NodeGroup group, ToIntFunction<NodeGroup> units) {
        for (Resource other : Resource.values()) {
            double perUnit = catalogue.perUnit(group, other);
            double supply = supply(group.location(), other, units) + perUnit;
            double maximum = ranges.getOrDefault(group.location().key() + " " + other, AllowedRange.ANY)
                    .growTo();
            if (perUnit > 0 && supply > maximum + perUnit * ROUNDING / 2 - supply * SUMMATION) {
                return false;
            }
        }
        return units.applyAsInt(group) < catalogue.quota(fleet, group);
    }

    private int chosen(NodeGroup group) {
        return purchase.map(Purchase::units).orElse(Map.of()).getOrDefault(group, 0);
    }

    /** Whether the spending cap leaves money for one more unit, beside what there is and what is gone for. */
    private boolean affordable(NodeGroup group) {
        double cap = catalogue.spending().perHour();
        double gone = purchase.map(Purchase::perHour).orElse(0.0);
        double left = cap - Math.max(gone, OfferInvariants.perHour(policy, situation, targets::allocated));
        return !catalogue.spending().isCapped()
                || catalogue.price(group, situation.now()) < left - OfferInvariants.MONEY * cap;
    }

    private int usable(NodeGroup group) {
        return Math.min(targets.allocated(group), targets.ready(group));
    }

    private double supply(ResourceDecision r, ToIntFunction<NodeGroup> count) {
        return supply(r.location(), r.resource(), count);
    }

    private double supply(Location location, Resource resource, ToIntFunction<NodeGroup> count) {
        return targets.supply(groups(location), resource, count);
    }

    private double largestUnit(Location location, Resource resource) {
        return groups(location).stream()
                .mapToDouble(group -> catalogue.perUnit(group, resource))
                .max()
                .orElse(0);
    }

    private double tolerance(Location location, Resource resource, double amount) {
        return 3 * ROUNDING * Math.max(amount, largestUnit(location, resource));
    }
}
