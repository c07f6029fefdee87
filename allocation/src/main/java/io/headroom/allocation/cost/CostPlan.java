package io.headroom.allocation.cost;

import io.headroom.core.NodeGroup;
import io.headroom.core.Stock;
import io.headroom.spi.FleetObservation;
import io.headroom.spi.GroupTarget;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The cheapest mix of every location. Immutable and thread-safe.
 *
 * @param mixes the mixes, by location
 * @param cost what the plan costs: of every unit from now until its need or its minimum term ends, sunk cost included
 * @param cap the spending cap, infinite if there is none
 * @param shortfalls what offers can't bring, by location
 * @param cuts what gave way to the cap, in the order in which it did
 */
public record CostPlan(List<LocationMix> mixes, double cost, double cap, List<Shortfall> shortfalls, List<Cut> cuts) {
    /**
     * Copies.
     *
     * @param mixes the mixes
     * @param cost what the plan costs
     * @param cap the spending cap
     * @param shortfalls what offers can't bring
     * @param cuts what gave way to the cap
     */
    public CostPlan {
        mixes = List.copyOf(mixes);
        shortfalls = List.copyOf(shortfalls);
        cuts = List.copyOf(cuts);
    }

    /**
     * Whether the plan costs no more than the cap. It may cost more only by what is sunk.
     *
     * @return true if it does not
     */
    public boolean isWithinCap() {
        return cost <= cap;
    }

    /**
     * Whether the cap forbade even measured demand: an event that someone should hear of.
     *
     * @return true if actual demand was cut
     */
    public boolean cutsActualDemand() {
        return cuts.stream().anyMatch(cut -> cut.part() == Cut.Part.ACTUAL);
    }

    /**
     * Whether every mix is proved to be the cheapest.
     *
     * @return true unless a search was cut short
     */
    public boolean isOptimal() {
        return mixes.stream().allMatch(LocationMix::isOptimal);
    }

    /**
     * How many units each group should have now: 0 for one that is given back.
     *
     * @return the units, by group
     */
    public Map<NodeGroup, Integer> units() {
        Map<NodeGroup, Integer> units = new TreeMap<>();
        mixes.forEach(mix -> mix.units().forEach(u -> units.put(u.offer().group(), u.units())));
        return Collections.unmodifiableMap(units);
    }

    /**
     * What a provisioner is to be asked for. Warm units stay as they are.
     *
     * @param fleet what is there
     * @return the target of every group of the plan that does not stand there yet, by group
     */
    public List<GroupTarget> targets(FleetObservation fleet) {
        List<GroupTarget> targets = new ArrayList<>();
        units().forEach((group, units) -> {
            Stock stock = fleet.stock(group);
            if (stock.committed() != units) {
                targets.add(new GroupTarget(group, units, Math.addExact(stock.warm(), stock.warming())));
            }
        });
        return List.copyOf(targets);
    }
}
