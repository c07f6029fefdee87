package io.headroom.allocation;

import io.headroom.allocation.rules.ReadyStock;
import io.headroom.core.NodeGroup;
import io.headroom.core.Resource;
import io.headroom.core.Stock;
import io.headroom.spi.FleetObservation;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Which units wait at a location with a ready stock. What waits stays where it is as far as it is needed, and so does what the allocation
 * gives up; what is missing is booted in the first groups with room, what is too much goes from the last. Not thread-safe; made for one use.
 */
final class ReadyUnits {
    private final List<NodeGroup> groups;
    private final FleetObservation fleet;
    private final Placement allocated;
    private final Map<Resource, PoolCase> cases = new EnumMap<>(Resource.class);
    private final Map<Resource, Double> maxima = new EnumMap<>(Resource.class);

    ReadyUnits(List<NodeGroup> groups, FleetObservation fleet, Placement allocated) {
        this.groups = groups;
        this.fleet = fleet;
        this.allocated = allocated;
    }

    void add(Resource resource, PoolCase c, double maximum) {
        cases.put(resource, c);
        maxima.put(resource, maximum);
    }

    /** The waiting units of each group. */
    Placement place() {
        if (!stocks()) {
            Placement constant = Placement.warm(groups, fleet, allocated);
            cases.forEach((resource, c) -> {
                if (c.policy().warm() > 0) {
                    constant.grow(resource, c.policy().warm(), Map.of());
                }
            });
            return constant;
        }
        boolean reuse = cases.values().stream()
                .map(c -> c.rules().readyStock())
                .allMatch(stock -> stock.isNone() || stock.reuse());
        Placement ready = Placement.warm(groups, fleet, allocated, group -> most(group, reuse));
        groups.forEach(group -> ready.start(group, left(group)));
        Map<Resource, Double> amounts = new EnumMap<>(Resource.class);
        Map<Resource, Double> limits = new EnumMap<>(Resource.class);
        cases.forEach((resource, c) -> {
            ReadyStock stock = c.rules().readyStock();
            double there = allocated.supply(resource);
            if (stock.isNone()) {
                amounts.put(resource, c.policy().warm());
            } else {
                limits.put(resource, stock.most(there));
                amounts.put(resource, amount(c, there, ready.supply(resource), maxima.getOrDefault(resource, 0.0)));
            }
        });
        ready.place(amounts, limits, true);
        return ready;
    }

    private boolean stocks() {
        for (PoolCase c : cases.values()) {
            if (!c.rules().readyStock().isNone()) {
                return true;
            }
        }
        return false;
    }

    /** Units that wait, with those that the allocation gives up, without those that it takes. */
    private int left(NodeGroup group) {
        return (int) Math.max(0L, (long) fleet.stock(group).paid() - allocated.units(group));
    }

    private int most(NodeGroup group, boolean reuse) {
        Stock stock = fleet.stock(group);
        boolean shrinks = allocated.units(group) < stock.committed();
        return reuse || !shrinks ? Integer.MAX_VALUE : stock.warm() + stock.warming();
    }

    /** Without a forecast it stays as it is; the resource's threshold and down cooldown hold it still. */
    static double amount(PoolCase c, double allocated, double left, double maximum) {
        ReadyStock stock = c.rules().readyStock();
        double least = c.policy().warm();
        if (c.need().surge().isEmpty()) {
            return Math.max(left, least);
        }
        double wanted = stock.waiting(c.need().usable(c.need().surge().getAsDouble()), allocated, least, maximum);
        boolean cools =
                DecisionEngine.within(c.policy().downCooldown(), c.last().any(), c.now());
        boolean held = Math.abs(wanted - left) <= c.policy().threshold() || (wanted < left && cools);
        return held ? Math.max(left, least) : wanted;
    }
}
