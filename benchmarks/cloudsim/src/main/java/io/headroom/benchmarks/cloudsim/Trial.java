package io.headroom.benchmarks.cloudsim;

import io.headroom.allocation.AllocationPolicy;
import io.headroom.allocation.AllocationPolicyBuilder;
import io.headroom.allocation.Allocator;
import io.headroom.allocation.ResourcePolicy;
import io.headroom.core.Flow;
import io.headroom.core.NodeGroup;
import io.headroom.core.RateSeries;
import io.headroom.core.Region;
import io.headroom.core.Resources;
import io.headroom.core.SeriesKey;
import io.headroom.core.TimeGrid;
import io.headroom.forecasting.Predictors;
import io.headroom.forecasting.TransactionPredictor;
import io.headroom.simulation.Workload;
import io.headroom.spi.DemandModel;
import io.headroom.spi.FlowDemand;
import io.headroom.spi.Provisioner;
import io.headroom.spi.TelemetrySource;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The world that both simulations play, and the allocator that works in it: three regions that talk to each other, in each a group of large
 * and one of small machines; one-minute steps; a daily wave with noise, and an hour in which it rises by half that no forecast knows of.
 * Immutable and thread-safe.
 *
 * @param seed of the workload and of the times that machines take to boot
 * @param steps length of the day in steps, 60 or more
 */
record Trial(long seed, int steps) {
    static final TimeGrid GRID = TimeGrid.of(Duration.ofMinutes(1));
    static final Duration LEAD = Duration.ofMinutes(5);
    static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

    /** A transaction takes a core-second at its source and half of one at its destination. */
    static final DemandModel DEMAND = DemandModel.uniform(
            FlowDemand.perTransaction(Resources.compute(1), Resources.compute(0.5), Resources.NONE));

    /** Steps that the world is played before the allocator begins, so that it finds telemetry. */
    static final int BEFORE = 10;

    private static final int REGIONS = 3;
    private static final int DAY = 1440;
    private static final int HISTORY_DAYS = 3;
    private static final int LARGE = 8;
    private static final int SMALL = 2;

    static List<Flow> flows() {
        List<Flow> flows = new ArrayList<>();
        for (int i = 0; i < REGIONS; i++) {
            for (int j = 0; j < REGIONS; j++) {
                if (i != j) {
                    flows.add(Flow.of("r" + i, "r" + j, "api"));
                }
            }
        }
        return flows;
    }

    /** The groups and the machines that they begin with. */
    static Map<NodeGroup, Integer> groups() {
        Map<NodeGroup, Integer> groups = new TreeMap<>();
        for (int i = 0; i < REGIONS; i++) {
            Region region = Region.of("r" + i);
            groups.put(new NodeGroup(region + "-large", region, NodeGroup.Kind.VM, Resources.compute(LARGE)), 12);
            groups.put(new NodeGroup(region + "-small", region, NodeGroup.Kind.VM, Resources.compute(SMALL)), 12);
        }
        return groups;
    }

    /** Large machines come first and run out at the daily peak, so that small ones are needed. */
    static Map<NodeGroup, Integer> quotas() {
        Map<NodeGroup, Integer> quotas = new TreeMap<>();
        groups().keySet().stream()
                .filter(group -> group.perUnit().compute() == LARGE)
                .forEach(group -> quotas.put(group, 14));
        return quotas;
    }

    Workload workload() {
        Instant peak = START.plus(GRID.step().multipliedBy(steps / 4));
        return Workload.daily(30, 0.6, 0.1, seed).during(peak, peak.plus(Duration.ofHours(1)), 1.5);
    }

    private static AllocationPolicy policy() {
        AllocationPolicyBuilder policy = AllocationPolicy.builder()
                .leadTime(LEAD)
                .interval(GRID.step())
                .staleAfter(GRID.step().multipliedBy(3))
                .standard(ResourcePolicy.builder()
                        .quantile(0.97)
                        .threshold(2)
                        .downCooldown(Duration.ofMinutes(5))
                        .warm(SMALL)
                        .build());
        groups().keySet().forEach(policy::place);
        return policy.build();
    }

    /** A predictor that has learned from the days before. */
    private TransactionPredictor predictor() {
        Map<SeriesKey, RateSeries> history = new HashMap<>();
        int learned = HISTORY_DAYS * DAY;
        long first = GRID.index(START) - BEFORE - learned;
        Workload workload = workload();
        for (Flow flow : flows()) {
            double[] rates = new double[learned];
            for (int i = 0; i < learned; i++) {
                rates[i] =
                        workload.rate(flow, GRID.start(first + i), GRID.step()).orElse(Double.NaN);
            }
            history.put(SeriesKey.transactions(flow), RateSeries.of(GRID, first, rates));
        }
        TransactionPredictor predictor = TransactionPredictor.builder(GRID)
                .predictor(Predictors.seasonalNaive(DAY))
                .retainedSteps(learned)
                .executor(Runnable::run)
                .build();
        predictor.learn(history);
        return predictor;
    }

    /** An allocator that has only the interfaces to know its world by. */
    Allocator allocator(TelemetrySource telemetry, Provisioner provisioner, InstantSource clock) {
        return Allocator.builder()
                .predictions(predictor())
                .telemetry(telemetry)
                .provisioner(provisioner)
                .demand(DEMAND)
                .policy(policy())
                .clock(clock)
                .catchUp(GRID.step().multipliedBy(BEFORE))
                .build();
    }
}
