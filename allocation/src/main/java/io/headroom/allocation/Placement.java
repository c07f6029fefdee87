package io.headroom.allocation;

import io.headroom.core.NodeGroup;
import io.headroom.core.Resource;
import io.headroom.core.Stock;
import io.headroom.spi.FleetObservation;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.IntUnaryOperator;
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

    /** Of each group, in their order. */
    private final int[] units;

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
        this.units = new int[groups.size()];
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
        for (int i = 0; i < groups.size(); i++) {
            placement.units[i] = fleet.stock(groups.get(i)).committed();
        }
        return placement;
    }

    /** The same with other units. */
    Placement with(ToIntFunction<NodeGroup> count) {
        Placement copy = new Placement(groups, catalogue, firmShare, limit, ready);
        copy.bound = bound;
        for (int i = 0; i < groups.size(); i++) {
            copy.units[i] = count.applyAsInt(groups.get(i));
        }
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
        units[groups.indexOf(group)] = Math.min(there, limit.applyAsInt(group));
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
        int[] before = {};
        for (int round = 0; round < ROUNDS && !Arrays.equals(units, before); round++) {
            before = units.clone();
            amounts.forEach((resource, amount) -> grow(resource, amount, maxima));
            if (mayShrink) {
                removeFromLast(i -> Math.min(spare(i, amounts, false), booting(i)));
                removeFromLast(i -> Math.min(spare(i, amounts, false), spare(i, amounts, true)));
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
                removeFromLast(i -> Math.min(Math.min(beyond(i, chosen), booting(i)), excess(i, resource, maximum)));
                removeFromLast(i -> Math.min(beyond(i, chosen), excess(i, resource, maximum)));
                cut(resource, maximum);
            });
        }
        int[] before = {};
        for (int round = 0; round < ROUNDS && !Arrays.equals(units, before); round++) {
            before = units.clone();
            for (int i = 0; i < units.length; i++) {
                change(i, Math.min(Math.max(0, chosen.units[i] - units[i]), room(i, maxima)));
            }
            amounts.forEach((resource, amount) -> grow(resource, amount, maxima));
            if (mayShrink) {
                removeFromLast(i -> Math.min(booting(i), replaced(i, chosen, amounts, false)));
                removeFromLast(i -> Math.min(replaced(i, chosen, amounts, false), replaced(i, chosen, amounts, true)));
            }
        }
    }

    /** Units beyond the chosen ones that are not needed any more; what may rest on spot units, the choice has heeded. */
    private int replaced(int i, Placement chosen, Map<Resource, Double> amounts, boolean usable) {
        return Math.min(beyond(i, chosen), spare(i, amounts, usable, 0));
    }

    private int beyond(int i, Placement chosen) {
        return Math.max(0, units[i] - chosen.units[i]);
    }

    /** Takes away what is above maxima, and what is there beyond the amounts; nothing grows. */
    void shed(Map<Resource, Double> amounts, Map<Resource, Double> maxima) {
        maxima.forEach(this::cut);
        removeFromLast(i -> Math.min(spare(i, amounts, false), booting(i)));
        removeFromLast(i -> Math.min(spare(i, amounts, false), spare(i, amounts, true)));
    }

    /** Adds units for what is missing, to one group, no more than so many; how many it were. */
    int add(NodeGroup group, Resource resource, double amount, Map<Resource, Double> maxima, int most) {
        double perUnit = catalogue.perUnit(group, resource);
        double missing = amount - supply(resource);
        if (!(perUnit > 0 && missing > perUnit * ROUNDING)) {
            return 0;
        }
        int position = groups.indexOf(group);
        int more = Math.min(most, Math.min(room(position, maxima), unitsFor(missing, perUnit)));
        change(position, more);
        return more;
    }

    private void change(int i, int by) {
        units[i] = Math.addExact(units[i], by);
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
        int position = groups.indexOf(group);
        return position < 0 ? 0 : units[position];
    }

    private int usable(int i) {
        return Math.min(units[i], ready.applyAsInt(groups.get(i)));
    }

    private int booting(int i) {
        return units[i] - usable(i);
    }

    /** What the units bring of a resource, always added in the same order. */
    double supply(Resource resource) {
        double sum = 0;
        for (int i = 0; i < units.length; i++) {
            sum += units[i] * catalogue.perUnit(groups.get(i), resource);
        }
        return sum;
    }

    private double sum(Resource resource, IntUnaryOperator count) {
        double sum = 0;
        for (int i = 0; i < units.length; i++) {
            sum += count.applyAsInt(i) * catalogue.perUnit(groups.get(i), resource);
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
        for (int i = 0; i < units.length; i++) {
            double perUnit = catalogue.perUnit(groups.get(i), resource);
            double missing = amount - supply(resource);
            if (perUnit > 0 && missing > perUnit * ROUNDING) {
                change(i, Math.min(room(i, maxima), unitsFor(missing, perUnit)));
            }
        }
    }

    private int room(int i, Map<Resource, Double> maxima) {
        NodeGroup group = groups.get(i);
        int room = Math.max(0, limit.applyAsInt(group) - units[i]);
        for (Map.Entry<Resource, Double> e : maxima.entrySet()) {
            double perUnit = catalogue.perUnit(group, e.getKey());
            if (perUnit > 0) {
                room = Math.min(room, unitsIn(e.getValue() - supply(e.getKey()), perUnit));
            }
        }
        return room;
    }

    private void cut(Resource resource, double maximum) {
        if (maximum == Double.POSITIVE_INFINITY) {
            return;
        }
        removeFromLast(i -> Math.min(excess(i, resource, maximum), booting(i)));
        removeFromLast(i -> excess(i, resource, maximum));
    }

    private int excess(int i, Resource resource, double maximum) {
        double perUnit = catalogue.perUnit(groups.get(i), resource);
        double excess = supply(resource) - maximum;
        return perUnit > 0 ? Math.min(units[i], unitsFor(excess, perUnit)) : 0;
    }

    /** Units of a group without which all that is committed, or all that is usable, still covers every amount. */
    private int spare(int i, Map<Resource, Double> amounts, boolean usable) {
        return spare(i, amounts, usable, firmShare);
    }

    private int spare(int i, Map<Resource, Double> amounts, boolean usable, double firmPart) {
        NodeGroup group = groups.get(i);
        int spare = Math.max(0, units[i] - bound.applyAsInt(group));
        boolean firm = firmPart > 0 && catalogue.isFirm(group);
        for (Map.Entry<Resource, Double> e : amounts.entrySet()) {
            double perUnit = catalogue.perUnit(group, e.getKey());
            if (perUnit > 0) {
                double supply = usable ? sum(e.getKey(), this::usable) : supply(e.getKey());
                spare = Math.min(spare, unitsIn(supply - e.getValue(), perUnit));
                if (firm) {
                    double others = sum(e.getKey(), one -> catalogue.isFirm(groups.get(one)) ? units[one] : 0);
                    spare = Math.min(spare, unitsIn(others - firmPart * e.getValue(), perUnit));
                }
            }
        }
        return spare;
    }

    private void removeFromLast(IntUnaryOperator count) {
        for (int i = units.length - 1; i >= 0; i--) {
            change(i, -count.applyAsInt(i));
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
