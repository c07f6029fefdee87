package io.headroom.allocation;

import io.headroom.allocation.cost.Billing;
import io.headroom.allocation.cost.CapacityNeed;
import io.headroom.allocation.cost.CostOptimiser;
import io.headroom.allocation.cost.CostPlan;
import io.headroom.allocation.cost.CostRequest;
import io.headroom.allocation.cost.CostRequestBuilder;
import io.headroom.allocation.cost.Cut;
import io.headroom.allocation.cost.HeldUnits;
import io.headroom.allocation.cost.LocationMix;
import io.headroom.allocation.cost.Offer;
import io.headroom.core.Location;
import io.headroom.core.NodeGroup;
import io.headroom.core.Resource;
import io.headroom.spi.PriceSchedule;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToIntFunction;

/**
 * Chooses units for amounts at the locations with offers.
 *
 * <ol>
 *   <li>Each location by itself: the cheapest mix over the policy's horizon, minimum terms included. A location whose amounts stay as they are
 *       keeps its units; one whose search is cut short gets them as {@link Placement} places them.
 *   <li>If all together cost more an hour than the cap, again by the hour: prices of the moment, no terms, and what gives way is {@link
 *       CostOptimiser}'s: headroom by priority, then measured need and floors by priority. What that leaves of the cap is spent unit by unit,
 *       on floors first.
 * </ol>
 *
 * <p>While blind, and within its minimum term, a unit that is there stays, whatever it costs. Maxima hold in any case. Not thread-safe; made
 * for one use.
 */
final class OfferChoice {
    private static final Duration HOUR = Duration.ofHours(1);
    /** The share of a unit that an amount is short of at most, so that rounding does not buy one; less than {@link Placement}'s. */
    private static final double ROUNDING = 5e-10;
    /** The share of the cap that counts as rounding. */
    private static final double MONEY = 1e-9;
    /** Rounds of spending; two are the rule. */
    private static final int ROUNDS = 16;
    /** The most that can be asked of an offer. */
    private static final double MOST = 1e15;

    private final Catalogue catalogue;
    private final Situation situation;
    private final ChangeHistory history;
    private final List<LocationPass> passes;
    private final boolean mayShrink;
    private final Map<Location, Placement> mixes = new TreeMap<>(Location.ORDER);
    private final Set<Location> cutShort = new HashSet<>();
    private CostPlan capped = new CostPlan(List.of(), 0, 0, List.of(), List.of());

    OfferChoice(Catalogue catalogue, Situation situation, ChangeHistory history, List<LocationPass> passes) {
        this.catalogue = catalogue;
        this.situation = situation;
        this.history = history;
        this.passes =
                passes.stream().filter(pass -> catalogue.offers(pass.location)).toList();
        this.mayShrink = situation.freshness().mayShrink();
    }

    /** Chooses, and lowers the amounts that the cap forbids. */
    Optional<Purchase> choose() {
        if (passes.isEmpty()) {
            return Optional.empty();
        }
        passes.forEach(pass -> pass.placement.bind(group -> bound(group)));
        cheapest();
        if (perHour() > catalogue.spending().perHour() * (1 + MONEY)) {
            cap();
        }
        Map<NodeGroup, Integer> units = new TreeMap<>();
        passes.forEach(pass ->
                pass.groups.forEach(group -> units.put(group, chosen(pass).units(group))));
        return Optional.of(new Purchase(units, perHour(), catalogue.spending().perHour(), capped.cuts(), cutShort));
    }

    /** The units that a location goes for; empty if it has no offers. */
    Optional<Placement> mix(LocationPass pass) {
        return Optional.ofNullable(mixes.get(pass.location));
    }

    private Placement chosen(LocationPass pass) {
        return mixes.getOrDefault(pass.location, pass.placement);
    }

    /** Units that have to stay. */
    private int bound(NodeGroup group) {
        boolean inTerm =
                !catalogue.remainingTerm(group, history, situation.now()).isZero();
        return inTerm || !mayShrink ? situation.fleet().stock(group).committed() : 0;
    }

    private double perHour() {
        double sum = 0;
        for (LocationPass pass : passes) {
            for (NodeGroup group : pass.groups) {
                sum += chosen(pass).units(group) * catalogue.price(group, situation.now());
            }
        }
        return sum;
    }

    private void cheapest() {
        Duration horizon = catalogue.spending().horizon();
        CostRequestBuilder request = CostRequest.builder(situation.now())
                .spotShare(catalogue.spending().spotShare());
        for (LocationPass pass : passes) {
            boolean measurable = pass.amounts().values().stream().allMatch(amount -> amount <= MOST);
            if (!pass.isStill() && measurable) {
                add(request, pass, horizon, false);
            } else if (!measurable) {
                cutShort.add(pass.location);
            }
        }
        Map<Location, LocationMix> found = byLocation(new CostOptimiser().plan(request.build()));
        for (LocationPass pass : passes) {
            Optional<LocationMix> chosen = Optional.ofNullable(found.get(pass.location));
            if (chosen.filter(one -> !one.isOptimal()).isPresent()) {
                cutShort.add(pass.location);
            }
            Placement mix = chosen.filter(LocationMix::isOptimal)
                    .map(one -> mix(pass, one))
                    .orElseGet(() -> pass.placement.with(pass.placement::units));
            mix.place(pass.amounts(), pass.maxima(), mayShrink);
            mixes.put(pass.location, mix);
        }
    }

    private void cap() {
        double cap = catalogue.spending().perHour();
        CostRequestBuilder request = CostRequest.builder(situation.now())
                .spotShare(catalogue.spending().spotShare())
                .cap(cap);
        passes.forEach(pass -> add(request, pass, HOUR, true));
        capped = new CostOptimiser().plan(request.build());
        Map<Location, LocationMix> found = byLocation(capped);
        cutShort.clear();
        for (LocationPass pass : passes) {
            LocationMix affordable = Objects.requireNonNull(found.get(pass.location));
            Placement mix = mix(pass, affordable);
            if (mayShrink) {
                mix.shed(kept(pass, affordable), pass.maxima());
            }
            mixes.put(pass.location, mix);
        }
        spend(cap * (1 + MONEY));
        passes.forEach(pass -> giveWay(pass, found, cap));
    }

    /** The chosen units; while blind, as far as what stays leaves room for them below the maxima. */
    private Placement mix(LocationPass pass, LocationMix chosen) {
        Placement mix = pass.placement.with(units(chosen));
        if (mayShrink) {
            return mix;
        }
        Placement grown = pass.placement.with(pass.placement::units);
        grown.approach(mix, Map.of(), pass.maxima(), false);
        return grown;
    }

    /** What is left of the amounts after the cuts. */
    private Map<Resource, Double> kept(LocationPass pass, LocationMix mix) {
        Map<Resource, Double> kept = new EnumMap<>(Resource.class);
        pass.amounts()
                .forEach((resource, amount) ->
                        kept.put(resource, Math.min(amount, mix.required().get(resource) + rounding(pass, resource))));
        return kept;
    }

    /**
     * Spends what is left of the cap, which whole units and the cuts' shares rarely meet, on floors first; and takes away what that makes
     * superfluous, as long as there is any.
     */
    private void spend(double cap) {
        double before = Double.NaN;
        for (int round = 0; round < ROUNDS && perHour() != before; round++) {
            before = perHour();
            double left = cap - before;
            for (boolean floors : new boolean[] {true, false}) {
                for (LocationPass pass : passes) {
                    Map<Resource, Double> aims = floors ? pass.floors() : pass.amounts();
                    for (Map.Entry<Resource, Double> aim : aims.entrySet()) {
                        left = spend(pass, aim.getKey(), aim.getValue(), left);
                    }
                }
            }
            if (mayShrink) {
                passes.forEach(pass -> chosen(pass).shed(reached(pass), pass.maxima()));
            }
        }
    }

    private Map<Resource, Double> reached(LocationPass pass) {
        Map<Resource, Double> reached = pass.amounts();
        reached.replaceAll((resource, amount) -> Math.min(amount, chosen(pass).supply(resource)));
        return reached;
    }

    private double spend(LocationPass pass, Resource resource, double amount, double money) {
        double left = money;
        for (NodeGroup group : pass.groups) {
            double price = catalogue.price(group, situation.now());
            int affordable =
                    price > 0 ? (int) Math.max(0, Math.min(Integer.MAX_VALUE, left / price)) : Integer.MAX_VALUE;
            left -= price * chosen(pass).add(group, resource, amount, pass.maxima(), affordable);
        }
        return left;
    }

    /** Lowers amounts to what the mix brings; what a quota forbids is not the cap's doing. */
    private void giveWay(LocationPass pass, Map<Location, LocationMix> found, double cap) {
        Placement mix = chosen(pass);
        Map<Resource, Double> kept = kept(pass, Objects.requireNonNull(found.get(pass.location)));
        pass.proposed().forEach((resource, both) -> {
            double wanted = both.proposal().amount();
            double supply = mix.supply(resource);
            double left = mix.full(resource) ? Math.max(supply, kept.getOrDefault(resource, 0.0)) : supply;
            if (wanted - left > mix.tolerance(resource, wanted)) {
                pass.cap(resource, left, "spending cap " + cap + " an hour" + given(pass.location));
            }
        });
    }

    private String given(Location location) {
        StringBuilder given = new StringBuilder();
        for (Cut cut : capped.cuts()) {
            if (cut.location().equals(location)) {
                given.append(", ").append(Math.round(100 * cut.share())).append(" % of ");
                given.append(cut.part() == Cut.Part.ACTUAL ? "measured need" : "headroom");
                given.append(" given up");
            }
        }
        return given.toString();
    }

    private void add(CostRequestBuilder request, LocationPass pass, Duration need, boolean byTheHour) {
        for (NodeGroup group : pass.groups) {
            Offer offer = catalogue.offer(group).orElseThrow();
            Offer asked = byTheHour ? byTheHour(offer) : offer;
            int quota = catalogue.quota(situation.fleet(), group);
            request.offer(new Offer(group, asked.billing(), asked.price(), asked.minimumTerm(), quota));
            int there = situation.fleet().stock(group).committed();
            if (there > 0) {
                request.held(new HeldUnits(asked, there, term(group, need, byTheHour)));
            }
        }
        Map<Resource, Double> amounts = pass.amounts();
        amounts.replaceAll((resource, amount) -> Math.max(0, Math.min(MOST, amount) - rounding(pass, resource)));
        request.need(
                byTheHour
                        ? new CapacityNeed(pass.location, need, pass.tiers(amounts))
                        : new CapacityNeed(pass.location, need, List.of(LocationPass.tier(amounts))));
    }

    /** The prices of the moment, which are what the cap speaks of. */
    private Offer byTheHour(Offer offer) {
        Billing billing = offer.billing() instanceof Billing.Spot ? offer.billing() : Billing.onDemand();
        PriceSchedule price = PriceSchedule.flat(offer.price().at(situation.now()));
        return new Offer(offer.group(), billing, price, Duration.ZERO, offer.quota());
    }

    /** While blind every unit stays, so each counts as bound for as long as it is needed. */
    private Duration term(NodeGroup group, Duration need, boolean byTheHour) {
        Duration term = catalogue.remainingTerm(group, history, situation.now());
        boolean bound = !mayShrink || (byTheHour && !term.isZero());
        return bound ? need : term;
    }

    private static double rounding(LocationPass pass, Resource resource) {
        return ROUNDING * pass.placement.smallestUnit(resource);
    }

    private static Map<Location, LocationMix> byLocation(CostPlan plan) {
        Map<Location, LocationMix> byLocation = new TreeMap<>(Location.ORDER);
        plan.mixes().forEach(mix -> byLocation.put(mix.location(), mix));
        return byLocation;
    }

    private static ToIntFunction<NodeGroup> units(LocationMix mix) {
        Map<NodeGroup, Integer> units = new TreeMap<>();
        mix.units().forEach(u -> units.put(u.offer().group(), u.units()));
        return group -> units.getOrDefault(group, 0);
    }
}
