package io.headroom.allocation.cost;

import io.headroom.core.Checks;
import io.headroom.core.Location;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Chooses for every location the cheapest whole units of its offers that bring what it needs of compute, storage and bandwidth together.
 *
 * <p><b>Cost.</b> A mix is one for the whole need. A unit bought now is paid until the need or its minimum term ends, whichever is later,
 * at the prices in force then; a reserved one at the price of the purchase for its term. A unit that is there is sunk until its term is
 * over; to keep it costs what comes after, which is nothing if the need ends before.
 *
 * <p><b>Spot.</b> A spot unit counts with 1 - risk of its capacity, and units that are not spot have to bring 1 - {@link
 * CostRequest#spotShare} of the requirement.
 *
 * <p><b>Cap.</b> If the plan would cost more than the cap, parts of the needs give way: the headroom of the lowest priority first, then
 * that of the next, and only when all headroom is gone the actual demand, again by priority. Within such a stage every location gives up
 * the same share, and what is left of the cap is then handed back by location. Sunk cost counts against the cap; if it
 * alone exceeds the cap, what costs nothing more is still kept.
 *
 * <p><b>Ties.</b> The same for the same request, in whatever order its parts are given. Of two offers with units of equal cost, of which
 * one brings no less, that one is used up first; units that are there come before new ones, then the lower id decides.
 *
 * <p>Exact: branch and bound on whole numbers; see the package's description. Should a search take more boxes than allowed, its best mix is
 * returned with a lower bound of the cost. {@code CostBenchmark} measures twenty locations with fifty offers each. No clock, no
 * input or output, no randomness. Immutable and thread-safe.
 */
public final class CostOptimiser {
    /** Boxes of the search tree that are looked at for one location and requirement, unless told otherwise: some 2 to 8 milliseconds. */
    public static final int DEFAULT_SEARCH_LIMIT = 2_000;

    private final int searchLimit;

    /** An optimiser with the default search limit. */
    public CostOptimiser() {
        this(DEFAULT_SEARCH_LIMIT);
    }

    /**
     * An optimiser.
     *
     * @param searchLimit boxes of the search tree that are looked at for one location and requirement, 1 or more
     * @throws IllegalArgumentException if it is below 1
     */
    public CostOptimiser(int searchLimit) {
        this.searchLimit = Checks.inRange(searchLimit, 1, Integer.MAX_VALUE, "search limit");
    }

    /**
     * Chooses. Total: what can't be had is named as a shortfall, what the cap forbids as a cut.
     *
     * @param request offers, units that are there, needs and cap
     * @return the cheapest plan
     */
    public CostPlan plan(CostRequest request) {
        List<CapacityNeed> needs = needs(request);
        Map<Location, List<Offer>> offers = new HashMap<>();
        request.offers()
                .forEach(o -> offers.computeIfAbsent(o.location(), key -> new ArrayList<>())
                        .add(o));
        Map<Location, List<HeldUnits>> held = new HashMap<>();
        request.held()
                .forEach(h -> held.computeIfAbsent(h.offer().location(), key -> new ArrayList<>())
                        .add(h));
        List<LocationChoice> choices = new ArrayList<>();
        double sunk = 0;
        for (CapacityNeed need : needs) {
            LocationChoice choice = new LocationChoice(
                    need,
                    request,
                    offers.getOrDefault(need.location(), List.of()),
                    held.getOrDefault(need.location(), List.of()));
            choices.add(choice);
            sunk += choice.sunk();
        }
        GivingWay giving = new GivingWay(needs, choices, Math.max(0, request.cap() - sunk), searchLimit);
        return plan(request, giving);
    }

    private static CostPlan plan(CostRequest request, GivingWay giving) {
        List<LocationMix> mixes = new ArrayList<>();
        List<Shortfall> shortfalls = new ArrayList<>();
        double cost = 0;
        for (Choice choice : giving.choices()) {
            mixes.add(choice.mix());
            shortfalls.addAll(choice.shortfalls());
            cost += choice.mix().cost() + choice.mix().sunk();
        }
        return new CostPlan(mixes, cost, request.cap(), shortfalls, giving.cuts());
    }

    /** By location; where units are held and nothing is needed, a need of nothing. */
    private static List<CapacityNeed> needs(CostRequest request) {
        Map<Location, CapacityNeed> needs = new TreeMap<>(Location.ORDER);
        request.held().forEach(h -> {
            Location location = h.offer().location();
            needs.put(location, new CapacityNeed(location, Duration.ofNanos(1), List.of()));
        });
        request.needs().forEach(need -> needs.put(need.location(), need));
        return List.copyOf(needs.values());
    }
}
