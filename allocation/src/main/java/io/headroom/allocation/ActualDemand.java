package io.headroom.allocation;

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
        PlaceMap<Resources> required = required(latest(telemetry, grid), 1);
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
    private PlaceMap<Resources> required(Collection<RateObservation> rates, double steps) {
        Places places = policy.places();
        DemandSums used = new DemandSums(places);
        for (int i = 0; i < places.size(); i++) {
            used.add(i, demandModel.base(places.at(i)), steps);
        }
        for (RateObservation o : rates) {
            addRate(o, used);
        }
        PlaceMap<Resources> required = new PlaceMap<>(places);
        for (int i = 0; i < places.size(); i++) {
            Resources total = used.at(i);
            for (Resource resource : RESOURCES) {
                if (total.get(resource) > 0) {
                    double target = utilisationTarget(places.at(i), resource);
                    total = total.with(resource, total.get(resource) / steps / target);
                }
            }
            required.set(i, total);
        }
        return required;
    }

    /** The newest observation of each flow, out of the last complete step or a later one; each counts once. In the order of the flows. */
    private static Collection<RateObservation> latest(Telemetry telemetry, TimeGrid grid) {
        long lastComplete = grid.index(telemetry.completeUntil()) - 1;
        List<RateObservation> late = new ArrayList<>();
        for (RateObservation o : telemetry.rates()) {
            if (grid.index(o.start()) >= lastComplete) {
                late.add(o);
            }
        }
        late.sort(Comparator.comparing(RateObservation::flow));
        List<RateObservation> latest = new ArrayList<>(late.size());
        for (RateObservation o : late) {
            int last = latest.size() - 1;
            if (last < 0 || !latest.get(last).flow().equals(o.flow())) {
                latest.add(o);
            } else if (!o.start().isBefore(latest.get(last).start())) {
                latest.set(last, o);
            }
        }
        return latest;
    }

    /** Rates at places that the policy does not know are left aside. */
    private void addRate(RateObservation o, DemandSums used) {
        FlowDemand cost = demandModel.demand(o.flow());
        double bytes = o.byteRate().orElse(0);
        RegionPair pair = o.flow().pair();
        used.add(pair.source(), cost.source(), o.rate(), cost.sourcePerByte(), bytes);
        used.add(pair.destination(), cost.destination(), o.rate(), cost.destinationPerByte(), bytes);
        used.add(pair, cost.link(), o.rate(), cost.linkPerByte(), bytes);
    }

    private double utilisationTarget(Location location, Resource resource) {
        return policy.resource(location, resource).sizing().targetUtilisation();
    }

    private void addUtilisation(Utilisation u, FleetObservation fleet, PlaceMap<Resources> required) {
        List<NodeGroup> groups = policy.groups(u.location());
        if (!groups.isEmpty()) {
            double capacity = fleet.pool(u.location(), groups).allocated().get(u.resource());
            double need = u.fraction() * capacity / utilisationTarget(u.location(), u.resource());
            int number = required.places().number(u.location());
            Resources measured = Resources.NONE.with(u.resource(), need);
            Resources known = required.at(number);
            required.set(number, known == null ? measured : known.max(measured));
        }
    }
}
