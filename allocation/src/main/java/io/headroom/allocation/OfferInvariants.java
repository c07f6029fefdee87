package io.headroom.allocation;

import io.headroom.allocation.rules.Pause;
import io.headroom.core.Location;
import io.headroom.core.NodeGroup;
import io.headroom.core.Resource;
import io.headroom.spi.FleetObservation;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToIntFunction;

/**
 * What holds of the units at locations with offers, and of what they cost; for {@link DecisionInvariants}, and written, like them, against
 * the words of {@link Purchase} and {@link io.headroom.allocation.cost.Spending}.
 */
final class OfferInvariants {
    /** The share of the cap that counts as rounding. */
    static final double MONEY = 4e-9;

    /** The share of a unit that counts as rounding. */
    private static final double ROUNDING = 1e-9;

    /** The share of a sum that may be lost in adding it up. */
    private static final double SUMMATION = 1e-12;

    private final AllocationPolicy policy;
    private final Catalogue catalogue;
    private final Situation situation;
    private final ChangeHistory history;
    private final FleetObservation fleet;
    private final Purchase purchase;
    private final TargetUnits targets;
    private final List<String> violations = new ArrayList<>();

    private OfferInvariants(
            AllocationPolicy policy, Situation situation, ChangeHistory history, Decision decision, Purchase purchase) {
        this.policy = policy;
        this.catalogue = policy.catalogue();
        this.situation = situation;
        this.history = history;
        this.fleet = situation.fleet();
        this.purchase = purchase;
        this.targets = new TargetUnits(decision, fleet, catalogue);
    }

    /** One message for each broken rule. */
    static List<String> violated(
            AllocationPolicy policy, Situation situation, ChangeHistory history, Decision decision) {
        Map<Location, Map<Resource, ResourceDecision>> offered = new TreeMap<>(Location.ORDER);
        decision.resources().stream()
                .filter(r -> policy.catalogue().offers(r.location()))
                .forEach(r -> offered.computeIfAbsent(r.location(), key -> new EnumMap<>(Resource.class))
                        .put(r.resource(), r));
        if (decision.purchase().isEmpty()) {
            return offered.isEmpty() ? List.of() : List.of("nothing is said of the offers at " + offered.keySet());
        }
        OfferInvariants check = new OfferInvariants(
                policy, situation, history, decision, decision.purchase().get());
        offered.forEach(check::location);
        check.spending(offered);
        return check.violations;
    }

    /** What allocated units cost an hour. */
    static double perHour(AllocationPolicy policy, Situation situation, ToIntFunction<NodeGroup> units) {
        double sum = 0;
        for (NodeGroup group : policy.offers().keySet()) {
            sum += units.applyAsInt(group) * policy.catalogue().price(group, situation.now());
        }
        return sum;
    }

    /** Whether the cap has no money left for one more unit of some offer, waiting ones counted. */
    static boolean spent(AllocationPolicy policy, Situation situation, TargetUnits targets) {
        double cap = policy.spending().perHour();
        double dearest = policy.offers().keySet().stream()
                .mapToDouble(group -> policy.catalogue().price(group, situation.now()))
                .max()
                .orElse(0);
        double paid = 0;
        for (NodeGroup group : policy.offers().keySet()) {
            paid += ((double) targets.allocated(group) + targets.waiting(group))
                    * policy.catalogue().price(group, situation.now());
        }
        return policy.spending().isCapped() && cap - paid < dearest + MONEY * cap;
    }

    private void hold(boolean ok, String message) {
        if (!ok) {
            violations.add(message);
        }
    }

    private void location(Location location, Map<Resource, ResourceDecision> here) {
        List<NodeGroup> groups = policy.placement().getOrDefault(location, List.of());
        for (NodeGroup group : groups) {
            hold(purchase.units().containsKey(group), group + " is offered and not spoken of");
            int most = Math.max(catalogue.quota(fleet, group), targets.committed(group));
            hold(mix(group) <= most, group + ": " + mix(group) + " are chosen, above the quota " + most);
            boolean stays = bound(group) && here.values().stream().noneMatch(r -> isCut(group, r));
            hold(
                    !stays || targets.allocated(group) >= targets.committed(group),
                    group + ": units go that are paid for yet, " + targets.allocated(group) + " of "
                            + targets.committed(group));
            if (situation.freshness().mayShrink()) {
                hold(!spare(group, groups, here), group + ": a unit is chosen that no resource needs");
                hold(
                        targets.allocated(group) <= mix(group) || replaced(group, groups, here),
                        group + ": " + targets.allocated(group) + " are more than the " + mix(group)
                                + " that are chosen, and none has to stay");
            }
        }
        here.values().forEach(r -> cut(r));
    }

    /** Whether one unit less of the mix would do for all, for what must not rest on spot units, too. */
    private boolean spare(NodeGroup group, List<NodeGroup> groups, Map<Resource, ResourceDecision> here) {
        int bound = bound(group) ? targets.committed(group) : 0;
        boolean booting = mix(group) > targets.ready(group);
        return mix(group) > bound
                && here.values().stream()
                        .allMatch(r -> does(group, groups, r, this::mix)
                                && (booting || does(group, groups, r, g -> Math.min(mix(g), targets.ready(g))))
                                && firm(group, groups, r));
    }

    private boolean does(NodeGroup group, List<NodeGroup> groups, ResourceDecision r, ToIntFunction<NodeGroup> units) {
        double perUnit = catalogue.perUnit(group, r.resource());
        double supply = targets.supply(groups, r.resource(), units);
        return perUnit == 0 || supply - perUnit >= wanted(r) - perUnit * ROUNDING / 2 + supply * SUMMATION;
    }

    private boolean firm(NodeGroup group, List<NodeGroup> groups, ResourceDecision r) {
        double share = catalogue.firmShare(groups);
        double perUnit = catalogue.perUnit(group, r.resource());
        double supply = targets.supply(groups, r.resource(), g -> catalogue.isFirm(g) ? mix(g) : 0);
        return share == 0
                || perUnit == 0
                || !catalogue.isFirm(group)
                || supply - perUnit >= share * wanted(r) - perUnit * ROUNDING / 2 + supply * SUMMATION;
    }

    /** Whether a unit beyond the mix is usable, and has to stay until what replaces it is. */
    private boolean replaced(NodeGroup group, List<NodeGroup> groups, Map<Resource, ResourceDecision> here) {
        return bound(group)
                || here.values().stream().anyMatch(r -> {
                    double perUnit = catalogue.perUnit(group, r.resource());
                    double usable =
                            targets.supply(groups, r.resource(), g -> Math.min(targets.allocated(g), targets.ready(g)));
                    double all = targets.supply(groups, r.resource(), targets::allocated);
                    boolean booting = targets.allocated(group) > targets.ready(group);
                    double rounding = perUnit * ROUNDING * 2 + all * SUMMATION;
                    return perUnit > 0 && (booting ? all : usable) - perUnit < wanted(r) + rounding;
                });
    }

    private void cut(ResourceDecision r) {
        boolean capped = r.reasons().stream().anyMatch(reason -> reason.rule() == Reason.Rule.SPENDING_CAP);
        hold(
                !capped || catalogue.spending().isCapped(),
                r.location().key() + " " + r.resource() + " gives way to a cap that there is not");
    }

    private void spending(Map<Location, Map<Resource, ResourceDecision>> offered) {
        double cap = catalogue.spending().perHour();
        double chosen = perHour(policy, situation, group -> offered.containsKey(group.location()) ? mix(group) : 0);
        hold(
                Math.abs(chosen - purchase.perHour()) <= MONEY * chosen,
                "the mix costs " + chosen + " an hour, not " + purchase.perHour());
        if (chosen > cap * (1 + MONEY)) {
            offered.keySet()
                    .forEach(location -> policy.placement()
                            .getOrDefault(location, List.of())
                            .forEach(group -> hold(
                                    catalogue.price(group, situation.now()) == 0
                                            || mix(group) <= (bound(group) ? targets.committed(group) : 0),
                                    group + ": " + mix(group) + " are chosen above the cap " + cap)));
        }
        double asked = perHour(policy, situation, targets::allocated);
        offered.forEach((location, here) -> waiting(location, here, asked));
    }

    /** Above the cap nothing waits but what must: what is paused, or what is there while blind. */
    private void waiting(Location location, Map<Resource, ResourceDecision> here, double asked) {
        boolean still = here.values().stream()
                .allMatch(r -> policy.at(situation.now())
                        .resource(location, r.resource())
                        .rules()
                        .pause()
                        .equals(Pause.ALL));
        double cap = catalogue.spending().perHour();
        if (still || !situation.freshness().mayShrink() || asked <= cap * (1 + MONEY)) {
            return;
        }
        for (NodeGroup group : policy.placement().getOrDefault(location, List.of())) {
            int waits = targets.waiting(group);
            hold(
                    waits == 0 || catalogue.price(group, situation.now()) == 0,
                    group + ": " + waits + " wait while the cap is exceeded");
        }
    }

    /** What the rules asked for, after the cap, before quota and whole units, of which a maximum may leave no room for some meanwhile. */
    private double wanted(ResourceDecision r) {
        if (r.reasons().isEmpty()) {
            return r.committed();
        }
        Reason last = r.reasons().get(r.reasons().size() - 1);
        return switch (last.rule()) {
            case QUOTA, WHOLE_UNITS -> last.before();
            case SCHEDULE, BOUNDS -> Math.max(last.after(), Math.min(last.before(), maximum(r)));
            default -> last.after();
        };
    }

    /** Whether there may have been more than the maximum of a resource that a group brings. */
    private boolean isCut(NodeGroup group, ResourceDecision r) {
        double unit = catalogue.perUnit(group, r.resource());
        return unit > 0 && r.committed() > maximum(r);
    }

    private double maximum(ResourceDecision r) {
        return AllowedRange.of(r, policy.at(situation.now()), situation, history, 0)
                .maximum();
    }

    private boolean bound(NodeGroup group) {
        return !situation.freshness().mayShrink()
                || !catalogue.remainingTerm(group, history, situation.now()).isZero();
    }

    private int mix(NodeGroup group) {
        return purchase.units().getOrDefault(group, 0);
    }
}
