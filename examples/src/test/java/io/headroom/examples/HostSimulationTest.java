package io.headroom.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.allocation.AllocationPolicy;
import io.headroom.allocation.Allocator;
import io.headroom.allocation.ResourcePolicy;
import io.headroom.core.Flow;
import io.headroom.core.NodeGroup;
import io.headroom.core.RateSeries;
import io.headroom.core.Region;
import io.headroom.core.Resource;
import io.headroom.core.Resources;
import io.headroom.core.SeriesKey;
import io.headroom.core.TimeGrid;
import io.headroom.forecasting.Predictors;
import io.headroom.forecasting.TransactionPredictor;
import io.headroom.simulation.SimulatedClock;
import io.headroom.simulation.SimulatedFleet;
import io.headroom.simulation.Simulation;
import io.headroom.simulation.SimulationResult;
import io.headroom.simulation.Workload;
import io.headroom.spi.CostModel;
import io.headroom.spi.DemandModel;
import io.headroom.spi.FlowDemand;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The test that a host would copy: a week against its own policy, under a virtual clock, in well under a second. */
class HostSimulationTest {
    private static final TimeGrid GRID = TimeGrid.of(Duration.ofHours(1));
    private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");
    private static final Region EU = Region.of("eu-west");
    private static final Region US = Region.of("us-east");
    private static final Flow ORDERS = Flow.of("eu-west", "us-east", "orders");
    private static final int DAY = 24;

    private static final NodeGroup EU_NODES = new NodeGroup("eu-nodes", EU, NodeGroup.Kind.VM, Resources.compute(4));
    private static final NodeGroup US_NODES = new NodeGroup("us-nodes", US, NodeGroup.Kind.VM, Resources.compute(4));
    private static final NodeGroup LINK =
            new NodeGroup("eu-us-link", ORDERS.pair(), NodeGroup.Kind.BANDWIDTH_RESERVATION, Resources.bandwidth(100));

    /** Your demand: an order takes 1 vCPU-second at its source, half of that at its destination, and 2 Mbit/s on the way. */
    private static final DemandModel DEMAND = DemandModel.uniform(
            FlowDemand.perTransaction(Resources.compute(1), Resources.compute(0.5), Resources.bandwidth(2)));

    /** Your policy. */
    private static final AllocationPolicy POLICY = AllocationPolicy.builder()
            .leadTime(Duration.ofHours(1))
            .interval(GRID.step())
            .standard(ResourcePolicy.builder().quantile(0.99).build())
            .resource(
                    EU,
                    Resource.COMPUTE,
                    ResourcePolicy.builder()
                            .quantile(0.99)
                            .minimum(8)
                            .maximum(400)
                            .build())
            .place(EU_NODES)
            .place(US_NODES)
            .place(LINK)
            .build();

    private static final Workload TRAFFIC = Workload.daily(100, 0.8, 0.05, 1);

    @Test
    void aWeekIsCoveredAtModestCost() {
        SimulatedClock clock = new SimulatedClock(START);
        SimulatedFleet fleet = SimulatedFleet.builder(GRID, clock)
                .workload(List.of(ORDERS), TRAFFIC)
                .leadTime(Duration.ofHours(1))
                .group(EU_NODES, 30)
                .group(US_NODES, 15)
                .group(LINK, 3)
                .build();
        TransactionPredictor predictor = TransactionPredictor.builder(GRID)
                .predictor(Predictors.seasonalNaive(DAY))
                .executor(Runnable::run)
                .build();
        predictor.learn(Map.of(SeriesKey.transactions(ORDERS), history(14)));
        SimulationResult week;
        try (Allocator allocator = Allocator.builder()
                .predictions(predictor)
                .telemetry(fleet)
                .provisioner(fleet)
                .demand(DEMAND)
                .policy(POLICY)
                .clock(clock)
                .build()) {
            week = new Simulation(fleet, clock, DEMAND, GRID.step()).run(allocator::runOnce, 7 * DAY);
        }
        double staticPeak = 7 * 24 * (1.05 * 180 / 4 + 1.05 * 90 / 4 + 4);
        assertThat(week.problems()).isEmpty();
        assertThat(week.violations()).isLessThan(0.02);
        assertThat(week.cost(CostModel.flat(1))).isLessThan(0.7 * staticPeak);
        assertThat(week.moves()).isBetween(100L, 2_000L);
    }

    private static RateSeries history(int days) {
        Instant from = START.minus(Duration.ofDays(days));
        double[] rates = IntStream.range(0, days * DAY)
                .mapToDouble(i -> TRAFFIC.rate(ORDERS, from.plus(GRID.step().multipliedBy(i)), GRID.step())
                        .orElse(Double.NaN))
                .toArray();
        return RateSeries.of(GRID, GRID.index(from), rates);
    }
}
