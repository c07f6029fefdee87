package io.headroom.simulation;

import io.headroom.allocation.AllocationPolicy;
import io.headroom.allocation.AllocationPolicyBuilder;
import io.headroom.allocation.Allocator;
import io.headroom.allocation.AllocatorBuilder;
import io.headroom.allocation.ResourcePolicyBuilder;
import io.headroom.core.Flow;
import io.headroom.core.NodeGroup;
import io.headroom.core.RateSeries;
import io.headroom.core.Region;
import io.headroom.core.Resources;
import io.headroom.core.SeriesKey;
import io.headroom.core.TimeGrid;
import io.headroom.forecasting.Predictors;
import io.headroom.forecasting.TransactionPredictor;
import io.headroom.spi.DemandModel;
import io.headroom.spi.FlowDemand;
import io.headroom.spi.Predictor;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Regions that all talk to each other, with machines in every region: a fleet, a predictor that has learned, and a policy. */
final class Network {
    static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    static final DemandModel DEMAND = DemandModel.uniform(
            FlowDemand.perTransaction(Resources.compute(1), Resources.compute(0.5), Resources.bandwidth(2)));

    final TimeGrid grid;
    final SimulatedClock clock = new SimulatedClock(START);
    final List<Flow> flows = new ArrayList<>();
    final List<NodeGroup> groups = new ArrayList<>();
    final Workload workload;
    final DemandModel demand;

    Network(TimeGrid grid, int regions, Workload workload) {
        this(grid, regions, workload, Resources.NONE);
    }

    /** Each transaction takes so much more at its source. */
    Network(TimeGrid grid, int regions, Workload workload, Resources more) {
        this.demand = more.isNone()
                ? DEMAND
                : DemandModel.uniform(FlowDemand.perTransaction(
                        Resources.compute(1).plus(more), Resources.compute(0.5), Resources.bandwidth(2)));
        this.grid = grid;
        this.workload = workload;
        for (int i = 0; i < regions; i++) {
            Region region = Region.of("r" + i);
            groups.add(new NodeGroup(region + "-large", region, NodeGroup.Kind.VM, Resources.compute(8)));
            groups.add(
                    new NodeGroup(region + "-small", region, NodeGroup.Kind.CONTAINER_INSTANCE, Resources.compute(2)));
            for (int j = 0; j < regions; j++) {
                if (i != j) {
                    flows.add(Flow.of("r" + i, "r" + j, "api"));
                }
            }
        }
    }

    /** Adds a flow of another type from each region to the next. */
    void talkToNext(String type) {
        int regions = groups.size() / 2;
        for (int i = 0; i < regions; i++) {
            flows.add(Flow.of("r" + i, "r" + (i + 1) % regions, type));
        }
    }

    /** Learns from the steps before the start. */
    TransactionPredictor predictor(Predictor method, int historySteps) {
        Map<SeriesKey, RateSeries> history = new HashMap<>();
        long first = grid.index(START) - historySteps;
        for (Flow flow : flows) {
            double[] rates = new double[historySteps];
            for (int i = 0; i < historySteps; i++) {
                rates[i] =
                        workload.rate(flow, grid.start(first + i), grid.step()).orElse(Double.NaN);
            }
            history.put(SeriesKey.transactions(flow), RateSeries.of(grid, first, rates));
        }
        TransactionPredictor predictor = TransactionPredictor.builder(grid)
                .predictor(method)
                .retainedSteps(Math.max(historySteps, 2))
                .executor(Runnable::run)
                .build();
        predictor.learn(history);
        return predictor;
    }

    SimulatedFleetBuilder fleet(int unitsPerGroup) {
        SimulatedFleetBuilder fleet = SimulatedFleet.builder(grid, clock).workload(flows, workload);
        groups.forEach(group -> fleet.group(group, unitsPerGroup));
        return fleet;
    }

    AllocationPolicy policy(ResourcePolicyBuilder rules, Duration leadTime) {
        AllocationPolicyBuilder policy = AllocationPolicy.builder()
                .leadTime(leadTime)
                .interval(grid.step())
                .staleAfter(grid.step().multipliedBy(3))
                .standard(rules.build());
        groups.forEach(policy::place);
        return policy.build();
    }

    AllocatorBuilder allocator(SimulatedFleet fleet, TransactionPredictor predictor, AllocationPolicy policy) {
        return Allocator.builder()
                .predictions(predictor)
                .telemetry(fleet)
                .provisioner(fleet)
                .demand(demand)
                .policy(policy)
                .clock(clock)
                .catchUp(grid.step().multipliedBy(2));
    }

    /** Runs a day under a policy, after three days of learning, while a witness checks every decision. */
    SimulationResult day(SimulatedFleet fleet, Witness witness, AllocationPolicy policy) {
        int steps = (int) Duration.ofDays(1).dividedBy(grid.step());
        Allocator allocator = allocator(fleet, predictor(Predictors.seasonalNaive(steps), 3 * steps), policy)
                .provisioner(witness)
                .listener(witness)
                .build();
        return simulation(fleet).run(allocator::runOnce, steps);
    }

    Simulation simulation(SimulatedFleet fleet) {
        return new Simulation(fleet, clock, demand, grid.step());
    }
}
