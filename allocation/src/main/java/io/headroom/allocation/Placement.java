package io.headroom.allocation;

import io.headroom.core.NodeGroup;
import io.headroom.core.Resource;
import io.headroom.core.Stock;
import io.headroom.spi.FleetObservation;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.function.ToIntFunction;

/**
 * Turns the amounts of one location into whole units of its node groups. Starts from the units that are there. Growth goes to the first
 * group with room. Shrinking takes from the last group first, booting units before usable ones; a unit goes only if no resource falls below
 * its amount without it, and a usable one only if what is usable then still covers the amounts: capacity never breaks before its
 * replacement is there. Not thread-safe.
 */
final class Placement {
    /** Amounts closer than this share of a unit count as equal, so that rounding does not buy a unit. */
    private static final double ROUNDING = 1e-9;

    /** What shrinks where units bring several resources can make room below a maximum; two rounds are the rule, unlike units take more. */
    private static final int ROUNDS = 256;

    private final List<NodeGroup> groups;
    private final Catalogue catalogue;
    private final ToIntFunction<NodeGroup> limit;
    private final ToIntFunction<NodeGroup> ready;
    private final double firmShare;
    private final Map<NodeGroup, Integer> units = new TreeMap<>();
    private ToIntFunction<NodeGroup> bound = group -> 0;

    private Placement(
            List<NodeGroup> groups,
            Catalogue catalogue,
            double firmShare,
            ToIntFunction<NodeGroup> limit,
            ToIntFunction<NodeGroup> ready) {
        this.groups = groups;
        this.catalogue = catalogue;
        this.limit = limit;
        this.ready = ready;
        this.firmShare = firmShare;
    }

    /** The allocated units of a fleet, booting ones included; growth takes warm ones first. */
    static Placement allocated(List<NodeGroup> groups, FleetObservation fleet) {
        return allocated(groups, fleet, Catalogue.NONE);
    }

    /** The same, counting units as offers say. */
    static Placement allocated(List<NodeGroup> groups, FleetObservation fleet, Catalogue catalogue) {
        Placement placement = new Placement(
                groups,
                catalogue,
                catalogue.firmShare(groups),
                group -> catalogue.quota(fleet, group),
                group -> ready(fleet.stock(group)));
        groups.forEach(group -> placement.units.put(group, fleet.stock(group).committed()));
        return placement;
    }

    /** The same with other units. */
    Placement with(ToIntFunction<NodeGroup> count) {
        Placement copy = new Placement(groups, catalogue, firmShare, limit, ready);
        copy.bound = bound;
        groups.forEach(group -> copy.units.put(group, count.applyAsInt(group)));
        return copy;
    }

    /** Units of a group that only a maximum takes away. */
    void bind(ToIntFunction<NodeGroup> count) {
        bound = count;
    }

    /** No warm units yet, in the room that allocated ones leave. */
    static Placement warm(List<NodeGroup> groups, FleetObservation fleet, Placement allocated) {
        return warm(groups, fleet, allocated, group -> Integer.MAX_VALUE);
    }

    /** The same with another limit on each group. */
    static Placement warm(
            List<NodeGroup> groups, FleetObservation fleet, Placement allocated, ToIntFunction<NodeGroup> most) {
        Catalogue catalogue = allocated.catalogue;
        return new Placement(
                groups,
                catalogue,
                0,
                group -> Math.max(
                        0, Math.min(most.applyAsInt(group), catalogue.quota(fleet, group) - allocated.units(group))),
                group -> 0);
    }

    /** Starts from units of a group that are there, as far as its limit allows. */
    void start(NodeGroup group, int there) {
        units.put(group, Math.min(there, limit.applyAsInt(group)));
    }

    private static int ready(Stock stock) {
        return Math.addExact(stock.allocated(), stock.warm());
    }

    /**
     * Places amounts. A limit may keep the supply below its amount; a maximum does so too, and takes away what is above it.
     *
     * @param amounts what should be there, of every resource that the groups bring
     * @param maxima what must not be exceeded; infinite if left out
     * @param mayShrink false if every unit has to stay
     */
    void place(Map<Resource, Double> amounts, Map<Resource, Double> maxima, boolean mayShrink) {
        if (mayShrink) {
            maxima.forEach(this::cut);
        }
        Map<NodeGroup, Integer> before = Map.of();
        for (int round = 0; round < ROUNDS && !units.equals(before); round++) {
            before = Map.copyOf(units);
            amounts.forEach((resource, amount) -> grow(resource, amount, maxima));
            if (mayShrink) {
                removeFromLast(group -> Math.min(spare(group, amounts, false), booting(group)));
                removeFromLast(group -> Math.min(spare(group, amounts, false), spare(group, amounts, true)));
            }
        }
    }

    /**
     * Goes towards chosen units that cover the amounts: at once to what is missing of them, as far as maxima allow; what is there beyond them
     * goes once what replaces it is usable.
     */
    void approach(Placement chosen, Map<Resource, Double> amounts, Map<Resource, Double> maxima, boolean mayShrink) {
        if (mayShrink) {
            maxima.forEach((resource, maximum) -> {
                removeFromLast(group ->
                        Math.min(Math.min(beyond(group, chosen), booting(group)), excess(group, resource, maximum)));
                removeFromLast(group -> Math.min(beyond(group, chosen), excess(group, resource, maximum)));
                cut(resource, maximum);
            });
        }
        Map<NodeGroup, Integer> before = Map.of();
        for (int round = 0; round < ROUNDS && !units.equals(before); round++) {
            before = Map.copyOf(units);
            for (NodeGroup group : groups) {
                int missing = Math.max(0, chosen.units(group) - units(group));
                units.merge(group, Math.min(missing, room(group, maxima)), Math::addExact);
            }
            amounts.forEach((resource, amount) -> grow(resource, amount, maxima));
            if (mayShrink) {
                removeFromLast(group -> Math.min(booting(group), replaced(group, chosen, amounts, false)));
                removeFromLast(group ->
                        Math.min(replaced(group, chosen, amounts, false), replaced(group, chosen, amounts, true)));
            }
        }
    }

    /** Units beyond the chosen ones that are not needed any more; what may rest on spot units, the choice has heeded. */
    private int replaced(NodeGroup group, Placement chosen, Map<Resource, Double> amounts, boolean usable) {
        return Math.min(beyond(group, chosen), spare(group, amounts, usable, 0));
    }

    private int beyond(NodeGroup group, Placement chosen) {
        return Math.max(0, units(group) - chosen.units(group));
    }

    /** Takes away what is above maxima, and what is there beyond the amounts; nothing grows. */
    void shed(Map<Resource, Double> amounts, Map<Resource, Double> maxima) {
        maxima.forEach(this::cut);
        removeFromLast(group -> Math.min(spare(group, amounts, false), booting(group)));
        removeFromLast(group -> Math.min(spare(group, amounts, false), spare(group, amounts, true)));
    }

    /** Adds units for what is missing, to one group, no more than so many; how many it were. */
    int add(NodeGroup group, Resource resource, double amount, Map<Resource, Double> maxima, int most) {
        double perUnit = catalogue.perUnit(group, resource);
        double missing = amount - supply(resource);
        if (!(perUnit > 0 && missing > perUnit * ROUNDING)) {
            return 0;
        }
        int more = Math.min(most, Math.min(room(group, maxima), unitsFor(missing, perUnit)));
        units.merge(group, more, Math::addExact);
        return more;
    }

    /** Units of a group that an amount takes; the only place where an amount becomes a number of units. */
    static int unitsFor(double amount, double perUnit) {
        return toInt(Math.ceil(amount / perUnit - ROUNDING));
    }

    /** How many whole units fit into an amount. */
    private static int unitsIn(double amount, double perUnit) {
        return toInt(Math.floor(amount / perUnit + ROUNDING));
    }

    private static int toInt(double whole) {
        return whole < Integer.MAX_VALUE ? (int) Math.max(0, whole) : Integer.MAX_VALUE;
    }

    int units(NodeGroup group) {
        return units.getOrDefault(group, 0);
    }

    private int usable(NodeGroup group) {
        return Math.min(units(group), ready.applyAsInt(group));
    }

    private int booting(NodeGroup group) {
        return units(group) - usable(group);
    }

    /** What the units bring of a resource, always added in the same order. */
    double supply(Resource resource) {
        return sum(resource, this::units);
    }

    private double sum(Resource resource, ToIntFunction<NodeGroup> count) {
        double sum = 0;
        for (NodeGroup group : groups) {
            sum += count.applyAsInt(group) * catalogue.perUnit(group, resource);
        }
        return sum;
    }

    /** The most that one unit brings of a resource; 0 if no group brings it. */
    double largestUnit(Resource resource) {
        double largest = 0;
        for (NodeGroup group : groups) {
            largest = Math.max(largest, catalogue.perUnit(group, resource));
        }
        return largest;
    }

    /** The least that one unit brings of a resource; 0 if no group brings it. */
    double smallestUnit(Resource resource) {
        return groups.stream()
                .mapToDouble(group -> catalogue.perUnit(group, resource))
                .filter(unit -> unit > 0)
                .min()
                .orElse(0);
    }

    /** Amounts of a resource that differ by no more count as equal. */
    double tolerance(Resource resource, double amount) {
        return ROUNDING * Math.max(amount, largestUnit(resource));
    }

    /** Whether every group that brings a resource is at its limit. */
    boolean full(Resource resource) {
        return groups.stream()
                .filter(group -> catalogue.perUnit(group, resource) > 0)
                .allMatch(group -> units(group) >= limit.applyAsInt(group));
    }

    void grow(Resource resource, double amount, Map<Resource, Double> maxima) {
        for (NodeGroup group : groups) {
            double perUnit = catalogue.perUnit(group, resource);
            double missing = amount - supply(resource);
            if (perUnit > 0 && missing > perUnit * ROUNDING) {
                units.merge(group, Math.min(room(group, maxima), unitsFor(missing, perUnit)), Math::addExact);
            }
        }
    }

    private int room(NodeGroup group, Map<Resource, Double> maxima) {
        int room = Math.max(0, limit.applyAsInt(group) - units(group));
        for (Map.Entry<Resource, Double> e : maxima.entrySet()) {
            double perUnit = catalogue.perUnit(group, e.getKey());
            if (perUnit > 0) {
                room = Math.min(room, unitsIn(e.getValue() - supply(e.getKey()), perUnit));
            }
        }
        return room;
    }

    private void cut(Resource resource, double maximum) {
        removeFromLast(group -> Math.min(excess(group, resource, maximum), booting(group)));
        removeFromLast(group -> excess(group, resource, maximum));
    }

    private int excess(NodeGroup group, Resource resource, double maximum) {
        double perUnit = catalogue.perUnit(group, resource);
        double excess = supply(resource) - maximum;
        return perUnit > 0 ? Math.min(units(group), unitsFor(excess, perUnit)) : 0;
    }

    /** Units of a group without which all that is committed, or all that is usable, still covers every amount. */
    private int spare(NodeGroup group, Map<Resource, Double> amounts, boolean usable) {
        return spare(group, amounts, usable, firmShare);
    }

    private int spare(NodeGroup group, Map<Resource, Double> amounts, boolean usable, double firmPart) {
        int spare = Math.max(0, units(group) - bound.applyAsInt(group));
        boolean firm = firmPart > 0 && catalogue.isFirm(group);
        for (Map.Entry<Resource, Double> e : amounts.entrySet()) {
            double perUnit = catalogue.perUnit(group, e.getKey());
            if (perUnit > 0) {
                double supply = usable ? sum(e.getKey(), this::usable) : supply(e.getKey());
                spare = Math.min(spare, unitsIn(supply - e.getValue(), perUnit));
                if (firm) {
                    double others = sum(e.getKey(), one -> catalogue.isFirm(one) ? units(one) : 0);
                    spare = Math.min(spare, unitsIn(others - firmPart * e.getValue(), perUnit));
                }
            }
        }
        return spare;
    }

    private void removeFromLast(ToIntFunction<NodeGroup> count) {
        for (int i = groups.size() - 1; i >= 0; i--) {
            NodeGroup group = groups.get(i);
            units.merge(group, -count.applyAsInt(group), Math::addExact);
        }
    }

    @Override
    public String toString() {
        StringJoiner mix = new StringJoiner(", ");
        mix.setEmptyValue("of no units");
        groups.stream().filter(group -> units(group) > 0).forEach(group -> mix.add(units(group) + " " + group));
        return mix.toString();
    }
}
