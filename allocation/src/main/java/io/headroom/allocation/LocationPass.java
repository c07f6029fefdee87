package io.headroom.allocation;

import io.headroom.allocation.cost.CapacityNeed;
import io.headroom.allocation.rules.EventRule;
import io.headroom.allocation.rules.Priority;
import io.headroom.core.Location;
import io.headroom.core.NodeGroup;
import io.headroom.core.Resource;
import io.headroom.core.Resources;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** One location in the making: what the rules made of its resources, and the units that this comes to. Not thread-safe. */
final class LocationPass {
    final Location location;
    final List<NodeGroup> groups;
    /** The units of its groups: those that are there at first. */
    final Placement placement;

    private final Map<Resource, Proposed> proposed = new EnumMap<>(Resource.class);
    private Map<Resource, Cap> caps = Map.of();

    /** What was made of a resource. */
    record Proposed(PoolCase pool, Proposal proposal) {}

    /** What a spending cap leaves of an amount. */
    private record Cap(double amount, String bound) {}

    LocationPass(Location location, List<NodeGroup> groups, Placement placement) {
        this.location = location;
        this.groups = groups;
        this.placement = placement;
    }

    void add(Resource resource, PoolCase pool, Proposal proposal) {
        proposed.put(resource, new Proposed(pool, proposal));
    }

    Map<Resource, Proposed> proposed() {
        return proposed;
    }

    /** What should be there, as far as a spending cap allows. */
    Map<Resource, Double> amounts() {
        Map<Resource, Double> amounts = new EnumMap<>(Resource.class);
        proposed.forEach(
                (resource, both) -> amounts.put(resource, both.proposal().amount()));
        caps.forEach((resource, cap) -> amounts.put(resource, cap.amount()));
        return amounts;
    }

    void cap(Resource resource, double amount, String bound) {
        caps = caps.isEmpty() ? new EnumMap<>(Resource.class) : caps;
        caps.put(resource, new Cap(amount, bound));
    }

    boolean isCapped(Resource resource) {
        return caps.containsKey(resource);
    }

    /** Lowers the proposals to what the cap leaves. */
    void giveWay() {
        caps.forEach((resource, cap) -> {
            Proposed both = proposed.get(resource);
            if (both != null) {
                both.proposal().set(Reason.Rule.SPENDING_CAP, cap.amount(), cap.bound());
            }
        });
    }

    Map<Resource, Double> maxima() {
        Map<Resource, Double> maxima = new EnumMap<>(Resource.class);
        proposed.forEach(
                (resource, both) -> maxima.put(resource, both.proposal().maximum()));
        return maxima;
    }

    /** Of the amounts what is no headroom: measured need, the minimum and the floors of events. */
    Map<Resource, Double> floors() {
        Map<Resource, Double> floors = new EnumMap<>(Resource.class);
        proposed.forEach((resource, both) -> {
            PoolCase c = both.pool();
            double floor = Math.max(c.need().actual(), c.policy().minimum());
            for (EventRule rule : c.rules().events()) {
                floor = rule.floor() > floor && c.event(rule).isPresent() ? rule.floor() : floor;
            }
            floors.put(resource, Math.min(both.proposal().amount(), floor));
        });
        return floors;
    }

    /** Whether every resource stays as it is. */
    boolean isStill() {
        return proposed.values().stream()
                .allMatch(both -> both.proposal().amount() == both.proposal().committed());
    }

    /** The parts of amounts by priority, the least urgent one last: it has what no type accounts for. */
    List<CapacityNeed.Tier> tiers(Map<Resource, Double> amounts) {
        Map<Resource, Double> left = new EnumMap<>(Resource.class);
        left.putAll(amounts);
        Map<Resource, Double> leftOfFloors = new EnumMap<>(Resource.class);
        floors().forEach((resource, floor) -> leftOfFloors.put(resource, Math.min(floor, amount(amounts, resource))));
        List<Priority> priorities = new ArrayList<>(List.of(Priority.values()));
        priorities.removeIf(priority -> proposed.values().stream()
                .noneMatch(both -> both.pool().need().byPriority().containsKey(priority)));
        List<CapacityNeed.Tier> tiers = new ArrayList<>();
        for (int i = 0; i < priorities.size() - 1; i++) {
            Priority priority = priorities.get(i);
            tiers.add(new CapacityNeed.Tier(rank(priority), taken(leftOfFloors, priority), taken(left, priority)));
        }
        int last = priorities.isEmpty() ? 0 : rank(priorities.get(priorities.size() - 1));
        tiers.add(new CapacityNeed.Tier(last, resources(leftOfFloors), resources(left)));
        return tiers;
    }

    /** Amounts without priorities. */
    static CapacityNeed.Tier tier(Map<Resource, Double> amounts) {
        return new CapacityNeed.Tier(0, Resources.NONE, resources(amounts));
    }

    /** The higher, the later it gives way. */
    private static int rank(Priority priority) {
        return switch (priority) {
            case INTERACTIVE -> 2;
            case ELASTIC -> 1;
            case BACKGROUND -> 0;
        };
    }

    private Resources taken(Map<Resource, Double> left, Priority priority) {
        Map<Resource, Double> taken = new EnumMap<>(Resource.class);
        proposed.forEach((resource, both) -> {
            Map<Priority, Double> needs = both.pool().need().byPriority();
            double there = amount(left, resource);
            // What is not told apart is not the first to give way.
            double share = needs.isEmpty() ? there : Math.min(there, needs.getOrDefault(priority, 0.0));
            taken.put(resource, share);
            left.put(resource, there - share);
        });
        return resources(taken);
    }

    private static double amount(Map<Resource, Double> amounts, Resource resource) {
        return amounts.getOrDefault(resource, 0.0);
    }

    private static Resources resources(Map<Resource, Double> amounts) {
        return new Resources(
                amount(amounts, Resource.COMPUTE),
                amount(amounts, Resource.STORAGE),
                amount(amounts, Resource.BANDWIDTH));
    }
}
