package io.headroom.allocation.cost;

import io.headroom.core.Location;
import io.headroom.core.NodeGroup;
import io.headroom.core.Resources;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Chooses the cheapest mix of one location, for one requirement after the other. Not thread-safe. */
final class LocationChoice {
    private static final Comparator<HeldUnits> LONGEST_FIRST = Comparator.<HeldUnits, String>comparing(
                    h -> h.offer().id())
            .thenComparing(HeldUnits::remainingTerm, Comparator.reverseOrder())
            .thenComparing(HeldUnits::units)
            .thenComparing(h -> h.offer().price().first());

    private final Location location;
    private final List<Column> columns = new ArrayList<>();
    private final Map<NodeGroup, Offer> offers = new TreeMap<>();
    private final double sunk;
    private final double spotShare;
    private final Map<Question, Choice> made = new HashMap<>();

    /** For the offers and units of the need's location. Units that are there come before new ones, and then ids decide ties. */
    LocationChoice(CapacityNeed need, CostRequest request, List<Offer> catalogue, List<HeldUnits> held) {
        location = need.location();
        spotShare = request.spotShare();
        Instant now = request.now();
        Map<NodeGroup, Integer> heldUnits = new HashMap<>();
        BigDecimal paid = BigDecimal.ZERO;
        for (HeldUnits h : held.stream().sorted(LONGEST_FIRST).toList()) {
            columns.add(Column.held(h, now, need.duration()));
            offers.put(h.offer().group(), h.offer());
            heldUnits.merge(h.offer().group(), h.units(), Integer::sum);
            paid = paid.add(UnitCost.sunk(h, now).multiply(BigDecimal.valueOf(h.units())));
        }
        sunk = UnitCost.money(paid);
        for (Offer offer :
                catalogue.stream().sorted(Comparator.comparing(Offer::id)).toList()) {
            int there = heldUnits.getOrDefault(offer.group(), 0);
            columns.add(Column.bought(offer, there, now, need.duration()));
            offers.put(offer.group(), offer);
        }
    }

    /** What units that are there cost until their terms are over. */
    double sunk() {
        return sunk;
    }

    private record Question(Resources required, int boxes) {}

    /** The cheapest mix, or the best in so many boxes. */
    Choice choose(Resources required, int boxes) {
        return made.computeIfAbsent(new Question(required, boxes), this::make);
    }

    private Choice make(Question question) {
        Resources required = question.required();
        Requirement requirement = new Requirement(columns, required, spotShare);
        List<Shortfall> shortfalls = requirement.shortfalls(location);
        Mix mix = requirement.solve(question.boxes());
        int[] units = mix.units();
        BigDecimal cost = BigDecimal.ZERO;
        Resources supply = Resources.NONE;
        for (int j = 0; j < units.length; j++) {
            cost = cost.add(columns.get(j).cost().multiply(BigDecimal.valueOf(units[j])));
            supply = supply.plus(columns.get(j).offer().counted().times(units[j]));
        }
        double money = UnitCost.money(cost);
        double bound = mix.gap() > 0 ? Math.max(0, money - mix.gap()) : money;
        return new Choice(new LocationMix(location, required, supply, byOffer(units), money, sunk, bound), shortfalls);
    }

    private List<OfferUnits> byOffer(int[] units) {
        Map<NodeGroup, OfferUnits> byGroup = new TreeMap<>();
        for (int j = 0; j < units.length; j++) {
            Column column = columns.get(j);
            int left = column.isHeld() ? column.limit() - units[j] : 0;
            OfferUnits one = new OfferUnits(
                    offers.getOrDefault(column.offer().group(), column.offer()),
                    column.isHeld() ? units[j] : 0,
                    column.isHeld() ? 0 : units[j],
                    column.inTerm() ? left : 0,
                    column.inTerm() ? 0 : left);
            byGroup.merge(column.offer().group(), one, OfferUnits::plus);
        }
        return byGroup.values().stream().filter(u -> !u.isNone()).toList();
    }
}
