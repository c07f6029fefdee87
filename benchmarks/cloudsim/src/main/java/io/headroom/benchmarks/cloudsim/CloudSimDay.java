package io.headroom.benchmarks.cloudsim;

import io.headroom.allocation.Allocator;
import io.headroom.allocation.CycleReport;
import io.headroom.core.Flow;
import io.headroom.core.Region;
import io.headroom.simulation.Workload;
import io.headroom.spi.FlowDemand;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * A trial in CloudSim Plus. The order of events within a step is that of Headroom's simulation: machines whose boot is over become usable;
 * the allocator runs one cycle; what is then usable gets the work of the step; time moves on. What became of the work, what is paid, and how
 * many machines came and went, is counted by CloudSim Plus.
 */
final class CloudSimDay {
    private final Trial trial;
    private final Workload workload;
    private final CloudSimFleet fleet;

    private CloudSimDay(Trial trial, CloudSimFleet.BootRange boots) {
        this.trial = trial;
        this.workload = trial.workload();
        Instant first = Trial.START.minus(Trial.GRID.step().multipliedBy(Trial.BEFORE));
        this.fleet = new CloudSimFleet(Trial.GRID, first, Trial.groups(), Trial.quotas(), boots, trial.seed());
    }

    static DayFigures run(Trial trial, CloudSimFleet.BootRange boots) {
        return new CloudSimDay(trial, boots).run();
    }

    private DayFigures run() {
        for (int t = 0; t < Trial.BEFORE; t++) {
            play();
        }
        double seconds = fleet.machineSeconds();
        double cost = fleet.cost();
        long late = 0;
        long moves = 0;
        try (Allocator allocator = trial.allocator(fleet, fleet, fleet)) {
            for (int t = 0; t < trial.steps(); t++) {
                CycleReport report = allocator.runOnce();
                if (!report.problems().isEmpty()) {
                    throw new IllegalStateException("problems in CloudSim Plus: " + report.problems());
                }
                late += play();
                // What the first cycle moves is not counted on the other side, which compares steps.
                moves = t == 0 ? fleet.moves() : moves;
            }
        }
        double regions = Trial.groups().keySet().stream()
                .map(group -> group.location())
                .distinct()
                .count();
        return new DayFigures(
                100 * late / (regions * trial.steps()),
                (fleet.machineSeconds() - seconds) / Trial.GRID.step().toSeconds(),
                fleet.moves() - moves,
                fleet.cost() - cost);
    }

    /** One step; the number of regions that did not do their work in time. */
    private int play() {
        Map<Flow, Double> rates = new HashMap<>();
        Map<Region, Double> compute = new TreeMap<>();
        for (Flow flow : Trial.flows()) {
            double rate =
                    workload.rate(flow, fleet.instant(), Trial.GRID.step()).orElseThrow();
            FlowDemand demand = Trial.DEMAND.demand(flow);
            rates.put(flow, rate);
            compute.merge(flow.pair().source(), rate * demand.source().compute(), Double::sum);
            compute.merge(flow.pair().destination(), rate * demand.destination().compute(), Double::sum);
        }
        return fleet.play(rates, compute).size();
    }
}
