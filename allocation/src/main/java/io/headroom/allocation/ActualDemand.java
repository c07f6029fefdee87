package io.headroom.allocation;

import io.headroom.core.Flow;
import io.headroom.core.Location;
import io.headroom.core.NodeGroup;
import io.headroom.core.RegionPair;
import io.headroom.core.Resource;
import io.headroom.core.Resources;
import io.headroom.core.TimeGrid;
import io.headroom.spi.DemandModel;
import io.headroom.spi.FleetObservation;
import io.headroom.spi.FlowDemand;
import io.headroom.spi.RateObservation;
import io.headroom.spi.Telemetry;
import io.headroom.spi.Utilisation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the last measured rates and the measured utilisation require right now: the floor under every plan. A pure function of its
 * arguments; immutable and thread-safe.
 */
final class ActualDemand {
    private static final Resource[] RESOURCES = Resource.values();

    private final DemandModel demandModel;
    private final AllocationPolicy policy;

    ActualDemand(DemandModel demandModel, AllocationPolicy policy) {
        this.demandModel = demandModel;
        this.policy = policy;
    }

    /** The requirement of every location that the policy places: its base, and what each flow's latest rate asks for. */
    Map<Location, Resources> required(Telemetry telemetry, TimeGrid grid, FleetObservation fleet) {
        Map<Location, Resources> required = required(latest(telemetry, grid), 1);
        telemetry.utilisation().forEach(u -> addUtilisation(u, fleet, required));
        return required;
    }

    /** What is usual once the complete steps from an index on are counted, without what utilisation says. */
    UsualNeed usual(UsualNeed before, Telemetry telemetry, TimeGrid grid, long from) {
        long complete = grid.index(telemetry.completeUntil());
        long first = complete;
        List<RateObservation> counted = new ArrayList<>();
        for (RateObservation o : telemetry.rates()) {
            long step = grid.index(o.start());
            if (step >= from && step < complete) {
                counted.add(o);
                first = Math.min(first, step);
            }
        }
        long steps = complete - (before.means().isEmpty() ? first : from);
        return counted.isEmpty() ? before : before.with(required(counted, (double) steps), steps, grid);
    }

    /** What rates ask for in the mean of some steps. */
    private Map<Location, Resources> required(Collection<RateObservation> rates, double steps) {
        Map<Location, Resources> used = SortedCopy.sized(policy.placement().size());
        policy.placement()
                .keySet()
                .forEach(location ->
                        used.put(location, demandModel.base(location).times(steps)));
        rates.forEach(o -> addRate(o, used));
        Map<Location, Resources> required = SortedCopy.sized(used.size());
        used.forEach((location, amount) -> {
            Resources total = amount;
            for (Resource resource : RESOURCES) {
                if (total.get(resource) > 0) {
                    total = total.with(resource, total.get(resource) / steps / utilisationTarget(location, resource));
                }
            }
            required.put(location, total);
        });
        return required;
    }

    /** The newest observation of each flow, out of the last complete step or a later one; each counts once. In the order of the flows. */
    private static Collection<RateObservation> latest(Telemetry telemetry, TimeGrid grid) {
        long lastComplete = grid.index(telemetry.completeUntil()) - 1;
        Map<Flow, RateObservation> latest = new LinkedHashMap<>();
        for (RateObservation o : telemetry.rates()) {
            if (grid.index(o.start()) >= lastComplete) {
                latest.merge(o.flow(), o, (a, b) -> b.start().isBefore(a.start()) ? a : b);
            }
        }
        List<RateObservation> sorted = new ArrayList<>(latest.values());
        sorted.sort(Comparator.comparing(RateObservation::flow));
        return sorted;
    }

    /** Rates at places that the policy does not know are left aside. */
    private void addRate(RateObservation o, Map<Location, Resources> used) {
        FlowDemand cost = demandModel.demand(o.flow());
        double bytes = o.byteRate().orElse(0);
        RegionPair pair = o.flow().pair();
        add(
                used,
                pair.source(),
                cost.source().times(o.rate()).plus(cost.sourcePerByte().times(bytes)));
        add(
                used,
                pair.destination(),
                cost.destination()
                        .times(o.rate())
                        .plus(cost.destinationPerByte().times(bytes)));
        add(used, pair, cost.link().times(o.rate()).plus(cost.linkPerByte().times(bytes)));
    }

    private static void add(Map<Location, Resources> used, Location location, Resources amount) {
        if (!amount.isNone()) {
            used.computeIfPresent(location, (key, before) -> before.plus(amount));
        }
    }

    private double utilisationTarget(Location location, Resource resource) {
        return policy.resource(location, resource).sizing().targetUtilisation();
    }

    private void addUtilisation(Utilisation u, FleetObservation fleet, Map<Location, Resources> required) {
        List<NodeGroup> groups = policy.groups(u.location());
        if (!groups.isEmpty()) {
            double capacity = fleet.pool(u.location(), groups).allocated().get(u.resource());
            double need = u.fraction() * capacity / utilisationTarget(u.location(), u.resource());
            required.merge(u.location(), Resources.NONE.with(u.resource(), need), Resources::max);
        }
    }
}
