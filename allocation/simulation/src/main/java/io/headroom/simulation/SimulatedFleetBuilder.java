package io.headroom.simulation;

import io.headroom.core.Checks;
import io.headroom.core.Flow;
import io.headroom.core.NodeGroup;
import io.headroom.core.TimeGrid;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Builds a {@link SimulatedFleet}. Not thread-safe; not to be used again after {@link #build}. */
public final class SimulatedFleetBuilder {
    final TimeGrid grid;
    final SimulatedClock clock;
    final Set<Flow> flows = new TreeSet<>();
    final Map<NodeGroup, Integer> groups = new TreeMap<>();
    final Map<NodeGroup, Integer> quotas = new TreeMap<>();
    Workload workload = (flow, start, step) -> OptionalDouble.empty();
    Duration leadTime = Duration.ofMinutes(5);
    Faults faults = Faults.NONE;

    SimulatedFleetBuilder(TimeGrid grid, SimulatedClock clock) {
        this.grid = grid;
        this.clock = clock;
    }

    /**
     * The flows and their true rates.
     *
     * @param played the flows
     * @param rates their rates
     * @return this
     */
    public SimulatedFleetBuilder workload(Collection<Flow> played, Workload rates) {
        flows.addAll(played);
        this.workload = rates;
        return this;
    }

    /**
     * Adds a node group.
     *
     * @param group the group
     * @param allocated units that are allocated at the start, 0 or more
     * @return this
     * @throws IllegalArgumentException if the number is negative
     */
    public SimulatedFleetBuilder group(NodeGroup group, int allocated) {
        groups.put(group, Checks.inRange(allocated, 0, Integer.MAX_VALUE, "allocated units of " + group));
        return this;
    }

    /**
     * Limits a node group.
     *
     * @param group the group
     * @param units the most units it may have, warm ones included, 0 or more
     * @return this
     * @throws IllegalArgumentException if the number is negative
     */
    public SimulatedFleetBuilder quota(NodeGroup group, int units) {
        quotas.put(group, Checks.inRange(units, 0, Integer.MAX_VALUE, "quota of " + group));
        return this;
    }

    /**
     * The time that a unit takes to boot. Default 5 minutes.
     *
     * @param value zero or more
     * @return this
     */
    public SimulatedFleetBuilder leadTime(Duration value) {
        this.leadTime = value;
        return this;
    }

    /**
     * What goes wrong. Default: nothing.
     *
     * @param value the faults
     * @return this
     */
    public SimulatedFleetBuilder faults(Faults value) {
        this.faults = value;
        return this;
    }

    /**
     * Checks the settings and builds.
     *
     * @return the fleet
     * @throws IllegalArgumentException if the lead time is negative or a quota is for an unknown group
     */
    public SimulatedFleet build() {
        Checks.require(
                !leadTime.isNegative(), "lead time " + leadTime, "must be 0 or more", "two instants were swapped");
        quotas.keySet()
                .forEach(group -> Checks.require(
                        groups.containsKey(group),
                        "quota of " + group,
                        "must be for a group of the fleet",
                        "it was not added"));
        return new SimulatedFleet(this);
    }
}
