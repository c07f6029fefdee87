package io.headroom.simulation.whatif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.headroom.allocation.AllocationPolicy;
import io.headroom.allocation.AllocationPolicyBuilder;
import io.headroom.allocation.Allocator;
import io.headroom.allocation.ResourcePolicy;
import io.headroom.core.Flow;
import io.headroom.core.NodeGroup;
import io.headroom.core.RateSeries;
import io.headroom.core.Region;
import io.headroom.core.RegionPair;
import io.headroom.core.Resource;
import io.headroom.core.Resources;
import io.headroom.core.SeriesKey;
import io.headroom.core.TimeGrid;
import io.headroom.forecasting.Predictors;
import io.headroom.forecasting.TransactionPredictor;
import io.headroom.simulation.Faults;
import io.headroom.simulation.PoolTrack;
import io.headroom.simulation.SimulatedClock;
import io.headroom.simulation.SimulatedFleet;
import io.headroom.simulation.Simulation;
import io.headroom.simulation.SimulationResult;
import io.headroom.simulation.Workload;
import io.headroom.simulation.report.HtmlReport;
import io.headroom.spi.CostModel;
import io.headroom.spi.DemandModel;
import io.headroom.spi.FlowDemand;
import io.headroom.spi.PredictionService;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class WhatIfTest {
    private static final Duration STEP = Duration.ofMinutes(15);
    private static final TimeGrid GRID = TimeGrid.of(STEP);
    private static final int DAY = 96;
    private static final Instant RECORDED = Instant.parse("2026-03-01T00:00:00Z");
    private static final Instant FROM = RECORDED.plus(Duration.ofDays(3));
    private static final Instant UNTIL = FROM.plus(Duration.ofDays(1));
    private static final Region EU = Region.of("eu");
    private static final Region US = Region.of("us");
    private static final NodeGroup EU_NODES = new NodeGroup("eu-nodes", EU, NodeGroup.Kind.VM, Resources.compute(4));
    private static final NodeGroup US_NODES = new NodeGroup("us-nodes", US, NodeGroup.Kind.VM, Resources.compute(4));
    private static final Flow THERE = Flow.of("eu", "us", "api");
    private static final Flow BACK = Flow.of("us", "eu", "api");
    private static final DemandModel DEMAND = DemandModel.uniform(
            FlowDemand.perTransaction(Resources.compute(1), Resources.compute(0.5), Resources.NONE));
    private static final Workload TRAFFIC = Workload.daily(60, 0.7, 0.15, 3);

    private static RateSeries recorded(Flow flow) {
        double[] rates = new double[5 * DAY];
        for (int i = 0; i < rates.length; i++) {
            rates[i] = TRAFFIC.rate(flow, GRID.start(GRID.index(RECORDED) + i), STEP)
                    .orElse(Double.NaN);
        }
        return RateSeries.of(GRID, GRID.index(RECORDED), rates);
    }

    private static Map<Flow, RateSeries> rates() {
        return Map.of(THERE, recorded(THERE), BACK, recorded(BACK));
    }

    private static PredictionService learned(Map<SeriesKey, RateSeries> history) {
        TransactionPredictor predictor = TransactionPredictor.builder(GRID)
                .predictor(Predictors.seasonalNaive(DAY))
                .executor(Runnable::run)
                .build();
        predictor.learn(history);
        return predictor;
    }

    private static AllocationPolicyBuilder rules(double quantile) {
        return AllocationPolicy.builder()
                .leadTime(Duration.ofMinutes(30))
                .interval(STEP)
                .standard(ResourcePolicy.builder().quantile(quantile).build());
    }

    private static AllocationPolicy policy(double quantile) {
        return rules(quantile).place(EU_NODES).place(US_NODES).build();
    }

    private static WhatIfBuilder whatIf() {
        return WhatIf.of(rates(), DEMAND).from(FROM).until(UNTIL).predictions(WhatIfTest::learned);
    }

    @Test
    void aRunIsTheSimulationThatAHostWouldWrite() {
        WhatIfResult result = whatIf().policy("now", policy(0.9))
                .startUnits(EU_NODES, 30)
                .startUnits(US_NODES, 20)
                .build()
                .run();
        SimulatedClock clock = new SimulatedClock(FROM);
        SimulatedFleet fleet = SimulatedFleet.builder(GRID, clock)
                .workload(List.of(THERE, BACK), Workload.recorded(rates()))
                .leadTime(Duration.ofMinutes(30))
                .group(EU_NODES, 30)
                .group(US_NODES, 20)
                .build();
        Map<SeriesKey, RateSeries> history = new TreeMap<>();
        rates().forEach((flow, series) -> history.put(SeriesKey.transactions(flow), series.slice(0, 3 * DAY)));
        SimulationResult expected;
        try (Allocator allocator = Allocator.builder()
                .predictions(learned(history))
                .telemetry(fleet)
                .provisioner(fleet)
                .demand(DEMAND)
                .policy(policy(0.9))
                .clock(clock)
                .build()) {
            expected = new Simulation(fleet, clock, DEMAND, STEP).run(allocator::runOnce, DAY);
        }
        WhatIfRun run = result.base();
        assertThat(run.result().paidUnits(EU_NODES)).isEqualTo(expected.paidUnits(EU_NODES));
        assertThat(run.result().paidUnits(US_NODES)).isEqualTo(expected.paidUnits(US_NODES));
        assertThat(run.violationPercent()).isEqualTo(100 * expected.violations());
        assertThat(run.cost()).isEqualTo(expected.cost(CostModel.flat(1)));
        assertThat(run.moves()).isEqualTo(expected.moves());
        assertThat(run.problems()).isEmpty();
        assertThat(run.violationTime())
                .isEqualTo(STEP.multipliedBy(Math.round(run.result().tracks().stream()
                        .mapToDouble(t -> t.violations() * DAY)
                        .sum())));
    }

    @Test
    void moreSafetyCostsMoreAndViolatesLess() {
        WhatIfResult result = whatIf().policy("half", policy(0.5))
                .policy("most", policy(0.9))
                .policy("all", policy(0.999))
                .build()
                .run();
        List<WhatIfRun> runs = result.runs();
        for (int i = 1; i < runs.size(); i++) {
            assertThat(runs.get(i).cost()).isGreaterThan(runs.get(i - 1).cost());
            assertThat(runs.get(i).violationPercent())
                    .isLessThan(runs.get(i - 1).violationPercent());
            assertThat(runs.get(i).result().track(EU, Resource.COMPUTE).demand())
                    .isEqualTo(runs.get(0).result().track(EU, Resource.COMPUTE).demand());
        }
        assertThat(result.run("all").worst().map(PoolTrack::violations).orElse(0.0))
                .isLessThan(0.05);
        assertThat(result.table().lines().toList())
                .hasSize(5)
                .anyMatch(line -> line.startsWith("96 steps of PT15M from 2026-03-04T00:00:00Z, 2 pools"))
                .anyMatch(line -> line.startsWith("all ") && line.contains("+"));
        assertThat(result.toString()).isEqualTo(result.table());
    }

    @Test
    void theSameRunTwiceIsTheSame() {
        WhatIf whatIf = whatIf().policy("a", policy(0.9))
                .policy("b", policy(0.9))
                .faults(Faults.everywhere(7, 0.1))
                .build();
        WhatIfResult result = whatIf.run();
        assertThat(whatIf.run().table()).isEqualTo(result.table());
        // The same faults for every policy: two equal policies fare alike.
        assertThat(result.run("b").result().paidUnits(EU_NODES))
                .isEqualTo(result.run("a").result().paidUnits(EU_NODES));
        assertThat(result.run("a").problems())
                .isNotEmpty()
                .isEqualTo(result.run("a").result().problems());
    }

    @Test
    void theDemandOfOneRegionIsEnough() {
        RateSeries demand = recorded(THERE);
        AllocationPolicy policy = rules(0.95).place(EU_NODES).build();
        WhatIfResult result = WhatIf.ofDemand(EU, Resource.COMPUTE, demand)
                .from(FROM)
                .predictions(WhatIfTest::learned)
                .policy("now", policy)
                .build()
                .run();
        PoolTrack track = result.base().result().track(EU, Resource.COMPUTE);
        assertThat(track.demand()).isEqualTo(demand.slice(3 * DAY, 5 * DAY).toArray());
        assertThat(result.base().problems()).isEmpty();
        assertThat(result.base().violationPercent()).isLessThan(25);
        // The fleet at the start: enough for the first step at 0.7.
        assertThat(result.base().result().paidUnits(EU_NODES)[0])
                .isGreaterThanOrEqualTo((int) Math.ceil(demand.rate(3 * DAY) / 4));
    }

    @Test
    void theDemandOfALinkIsItsBandwidth() {
        RegionPair link = RegionPair.of("eu", "us");
        NodeGroup wire = new NodeGroup("wire", link, NodeGroup.Kind.BANDWIDTH_RESERVATION, Resources.bandwidth(10));
        WhatIfResult result = WhatIf.ofDemand(link, Resource.BANDWIDTH, recorded(THERE))
                .from(FROM)
                .predictions(WhatIfTest::learned)
                .policy("now", rules(0.95).place(wire).build())
                .prices(group -> 0.5, "$")
                .build()
                .run();
        assertThat(result.base().result().tracks()).hasSize(1);
        assertThat(result.base().problems()).isEmpty();
        int units = 0;
        for (int paid : result.base().result().paidUnits(wire)) {
            units += paid;
        }
        assertThat(result.base().cost()).isCloseTo(units * 0.5 / 4, within(1e-9));
        assertThat(result.table()).contains("cost, $");
    }

    @Test
    void aLongerIntervalDecidesLessOften() {
        List<Instant> decided = new ArrayList<>();
        AllocationPolicy slow = rules(0.9)
                .interval(Duration.ofHours(1))
                .place(EU_NODES)
                .place(US_NODES)
                .build();
        whatIf().policy("slow", slow, builder -> builder.listener(report -> decided.add(report.at())))
                .build()
                .run();
        assertThat(decided).hasSize(24).startsWith(FROM, FROM.plus(Duration.ofHours(1)));
    }

    @Test
    void quotasAndBootTimesAreTheWorlds() {
        WhatIfResult result = whatIf().policy("now", policy(0.99))
                .quota(EU_NODES, 12)
                .leadTime(Duration.ofHours(2))
                .build()
                .run();
        for (int paid : result.base().result().paidUnits(EU_NODES)) {
            assertThat(paid)
                    .isLessThanOrEqualTo(Math.max(12, result.base().result().paidUnits(EU_NODES)[0]));
        }
        WhatIfResult free = whatIf().policy("now", policy(0.99)).build().run();
        assertThat(result.base().violationPercent()).isGreaterThan(free.base().violationPercent());
    }

    @Test
    void theReportShowsTableAndWorstPools() {
        WhatIfResult result = whatIf().policy("now", policy(0.5))
                .policy("<safer>", policy(0.99))
                .build()
                .run();
        String page =
                HtmlReport.render(result.report("What if", ZoneOffset.UTC, 1).build());
        assertThat(page)
                .contains("<h1>What if</h1>")
                .contains("Policies side by side")
                .contains("&lt;safer&gt;")
                .contains("Against now")
                .contains("compute, &lt;safer&gt;");
        assertThat(result.chart("now", EU, Resource.COMPUTE).comparison()).isEmpty();
        assertThat(result.chart("<safer>", EU, Resource.COMPUTE).comparison())
                .get()
                .extracting(c -> c.strategy())
                .isEqualTo("now");
    }

    @Test
    void whatCannotBePlayedIsRefused() {
        assertThatThrownBy(() -> whatIf().build()).hasMessageContaining("0 policies");
        assertThatThrownBy(() -> whatIf().policy("a", policy(0.9)).policy("a", policy(0.8)))
                .hasMessageContaining("policy 'a' must be named once");
        assertThatThrownBy(() -> whatIf().policy(" ", policy(0.9))).hasMessageContaining("blank");
        assertThatThrownBy(() -> WhatIf.of(rates(), DEMAND)
                        .from(FROM)
                        .policy("a", policy(0.9))
                        .build())
                .hasMessageContaining("predictions");
        assertThatThrownBy(() -> WhatIf.of(rates(), DEMAND)
                        .predictions(WhatIfTest::learned)
                        .policy("a", policy(0.9))
                        .build())
                .hasMessageContaining("(not set)");
        assertThatThrownBy(
                        () -> whatIf().from(RECORDED).policy("a", policy(0.9)).build())
                .hasMessageContaining("recorded steps before it");
        assertThatThrownBy(() -> whatIf().until(FROM).policy("a", policy(0.9)).build())
                .hasMessageContaining("end of a what-if run");
        assertThatThrownBy(() -> WhatIf.of(Map.of(), DEMAND)).hasMessageContaining("0 flows");
        RateSeries hours = RateSeries.of(TimeGrid.of(Duration.ofHours(1)), 0, 1, 2);
        assertThatThrownBy(() -> WhatIf.of(Map.of(THERE, recorded(THERE), BACK, hours), DEMAND))
                .hasMessageContaining("grid of us>eu/api");
        WhatIfResult result = whatIf().policy("a", policy(0.9)).build().run();
        assertThatThrownBy(() -> result.run("b")).hasMessageContaining("policy 'b' must be one of [a]");
    }
}
