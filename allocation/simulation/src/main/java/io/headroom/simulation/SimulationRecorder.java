package io.headroom.simulation;

import io.headroom.allocation.CycleReport;
import io.headroom.allocation.Problem;
import io.headroom.core.Location;
import io.headroom.core.NodeGroup;
import io.headroom.core.Resource;
import io.headroom.core.Resources;
import io.headroom.core.Stock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes down a simulation while it runs. Not thread-safe. */
final class SimulationRecorder {
    private final Instant start;
    private final Duration step;
    private final int steps;
    private final Map<Location, Map<Resource, Rows>> rows = new TreeMap<>(Location.ORDER);
    private final Map<NodeGroup, int[]> paidUnits = new TreeMap<>();
    private final Map<CycleReport.Status, Integer> cycles = new EnumMap<>(CycleReport.Status.class);
    private final List<Problem> problems = new ArrayList<>();

    /** Demand, usable and paid amounts. */
    private static final class Rows {
        final double[] demand;
        final double[] usable;
        final double[] paid;

        Rows(int steps) {
            demand = new double[steps];
            usable = new double[steps];
            paid = new double[steps];
        }
    }

    SimulationRecorder(Instant start, Duration step, int steps) {
        this.start = start;
        this.step = step;
        this.steps = steps;
    }

    /** Counts the cycle; its predictions and decisions are not kept, a year of them would not fit into memory. */
    void report(CycleReport report) {
        cycles.merge(report.status(), 1, Integer::sum);
        problems.addAll(report.problems());
    }

    /** Demand counts where the fleet has a node group that brings the resource; what nothing serves is not the fleet's to serve. */
    void step(int t, Map<Location, Resources> demand, Map<NodeGroup, Stock> stocks) {
        stocks.forEach((group, stock) -> {
            paidUnits.computeIfAbsent(group, key -> new int[steps])[t] = stock.paid();
            Map<Resource, Rows> here = rows.computeIfAbsent(group.location(), key -> new EnumMap<>(Resource.class));
            for (Resource resource : Resource.values()) {
                double perUnit = group.perUnit().get(resource);
                if (perUnit > 0) {
                    Rows r = here.computeIfAbsent(resource, key -> new Rows(steps));
                    r.usable[t] += perUnit * stock.allocated();
                    r.paid[t] += perUnit * stock.paid();
                }
            }
        });
        rows.forEach((location, here) -> {
            Resources amounts = demand.getOrDefault(location, Resources.NONE);
            here.forEach((resource, r) -> r.demand[t] = amounts.get(resource));
        });
    }

    SimulationResult result() {
        List<PoolTrack> tracks = new ArrayList<>();
        rows.forEach((location, byResource) -> byResource.forEach(
                (resource, r) -> tracks.add(new PoolTrack(location, resource, r.demand, r.usable, r.paid))));
        return new SimulationResult(start, step, steps, tracks, paidUnits, cycles, problems);
    }
}
