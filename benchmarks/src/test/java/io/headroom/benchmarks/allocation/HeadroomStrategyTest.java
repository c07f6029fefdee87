package io.headroom.benchmarks.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.allocation.AllocationPolicy;
import io.headroom.allocation.Allocator;
import io.headroom.allocation.ResourcePolicy;
import io.headroom.allocation.ResourcePolicyBuilder;
import io.headroom.allocation.rules.Pace;
import io.headroom.core.Flow;
import io.headroom.core.NodeGroup;
import io.headroom.core.RateSeries;
import io.headroom.core.RegionPair;
import io.headroom.core.Resource;
import io.headroom.core.Resources;
import io.headroom.core.SeriesKey;
import io.headroom.core.TimeGrid;
import io.headroom.forecasting.Predictors;
import io.headroom.forecasting.TransactionPredictor;
import io.headroom.simulation.PoolTrack;
import io.headroom.simulation.SimulatedClock;
import io.headroom.simulation.SimulatedFleet;
import io.headroom.simulation.Simulation;
import io.headroom.simulation.SimulationResult;
import io.headroom.simulation.Workload;
import io.headroom.simulation.strategy.EvaluationPlan;
import io.headroom.simulation.strategy.FleetReplay;
import io.headroom.simulation.strategy.ReplayRun;
import io.headroom.simulation.strategy.ScalingController;
import io.headroom.simulation.strategy.ScalingStrategy;
import io.headroom.simulation.strategy.StrategyContext;
import io.headroom.spi.DemandModel;
import io.headroom.spi.FlowDemand;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same allocator, driven by the simulation and by the replay, holds the same units at every step. */
class HeadroomStrategyTest {
    private static final Duration STEP = Duration.ofMinutes(10);
    private static final TimeGrid GRID = TimeGrid.of(STEP);
    private static final int FIRST = 300;
    private static final int LENGTH = 600;
    private static final long SEED = 7;
    private static final Flow FLOW = Flow.of("here", "there", "any");

    private static double[] demand() {
        SplittableRandom random = new SplittableRandom(SEED);
        double[] demand = new double[LENGTH];
        for (int t = 0; t < LENGTH; t++) {
            double day = 1 + 0.6 * StrictMath.sin(2 * Math.PI * t / 144);
            demand[t] = Math.max(0, 100 * day * (1 + 0.15 * random.nextGaussian()));
        }
        return demand;
    }

    /** An allocator of its own, over a fleet whose workload is the whole series, driven by the simulation. */
    private static SimulationResult simulated(EvaluationPlan plan, int leadSteps, int start, ResourcePolicy rules) {
        Duration lead = STEP.multipliedBy(leadSteps);
        SimulatedClock clock = new SimulatedClock(GRID.start(FIRST));
        NodeGroup group = group(plan);
        RateSeries all = RateSeries.of(GRID, 0, demand());
        SimulatedFleet fleet = SimulatedFleet.builder(GRID, clock)
                .workload(List.of(FLOW), Workload.recorded(Map.of(FLOW, all)))
                .group(group, start)
                .leadTime(lead)
                .build();
        TransactionPredictor predictions = TransactionPredictor.builder(GRID)
                .predictor(Predictors.seasonalNaive(144))
                .executor(Runnable::run)
                .seed(SEED)
                .build();
        predictions.learn(Map.of(SeriesKey.transactions(FLOW), all.slice(0, FIRST)));
        DemandModel model =
                DemandModel.uniform(FlowDemand.perTransaction(Resources.NONE, Resources.NONE, Resources.bandwidth(1)));
        Allocator allocator = Allocator.builder()
                .predictions(predictions)
                .telemetry(fleet)
                .provisioner(fleet)
                .demand(model)
                .policy(AllocationPolicy.builder()
                        .place(group)
                        .leadTime(lead)
                        .interval(STEP)
                        .resource(group.location(), Resource.BANDWIDTH, rules)
                        .build())
                .clock(clock)
                .catchUp(Duration.ofDays(3))
                .build();
        return new Simulation(fleet, clock, model, STEP).run(allocator::runOnce, LENGTH - FIRST);
    }

    /** Bandwidth of a link here, compute of a region in the strategy: units are units. */
    private static NodeGroup group(EvaluationPlan plan) {
        RegionPair link = FLOW.pair();
        return new NodeGroup(
                "link", link, NodeGroup.Kind.BANDWIDTH_RESERVATION, Resources.bandwidth(plan.unitCapacity()));
    }

    private static void assertSameUnits(ReplayRun replay, SimulationResult simulation, EvaluationPlan plan) {
        PoolTrack track = simulation.track(FLOW.pair(), Resource.BANDWIDTH);
        assertThat(replay.demand()).isEqualTo(track.demand());
        assertThat(replay.paid()).isEqualTo(simulation.paidUnits(group(plan)));
        double[] usable = track.usable();
        for (int t = 0; t < usable.length; t++) {
            assertThat(Math.round(usable[t] / plan.unitCapacity()))
                    .as("ready at " + t)
                    .isEqualTo(replay.ready()[t]);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void theReplayHoldsTheUnitsOfTheSimulation(int leadSteps) {
        assertSameUnits(SizingKind.COST, leadSteps, ResourcePolicy.builder().violationRatio(0.9 / (1 - 0.9)));
        assertSameUnits(SizingKind.QUANTILE, leadSteps, ResourcePolicy.builder().quantile(0.9));
    }

    private static void assertSameUnits(SizingKind sizing, int leadSteps, ResourcePolicyBuilder rules) {
        EvaluationPlan plan = EvaluationPlan.from(demand(), STEP, FIRST);
        HeadroomStrategy strategy = new HeadroomStrategy(Predictors.seasonalNaive(144), sizing, SEED);
        ReplayRun replay = FleetReplay.run(plan, strategy, STEP.multipliedBy(leadSteps), 0.9);
        StrategyContext context = plan.context(leadSteps, 0.9, strategy.startTarget(0.9));
        ResourcePolicy policy = rules.minimum(plan.unitCapacity())
                .down(Pace.FREE.withTolerance(0.05).withStabilisation(Duration.ofMinutes(31)))
                .build();
        assertSameUnits(replay, simulated(plan, leadSteps, context.startFleet(), policy), plan);
    }

    @Test
    void aConstantPolicyPaysWhatAConstantStrategyPays() {
        int units = 130;
        int start = 100;
        EvaluationPlan plan = EvaluationPlan.from(demand(), STEP, FIRST);
        ReplayRun replay = FleetReplay.run(plan, new Constant(units, start), STEP.multipliedBy(3), 1);
        double amount = units * plan.unitCapacity();
        ResourcePolicy rules =
                ResourcePolicy.builder().minimum(amount).maximum(amount).build();
        assertSameUnits(replay, simulated(plan, 3, start, rules), plan);
        assertThat(replay.ready()[2]).isEqualTo(start);
        assertThat(replay.ready()[3]).isEqualTo(units);
        assertThat(replay.cost()).isEqualTo((long) units * (LENGTH - FIRST));
    }

    @Test
    void aRunCanBeRepeated() {
        EvaluationPlan plan = EvaluationPlan.from(demand(), STEP, FIRST);
        HeadroomStrategy strategy = new HeadroomStrategy(Predictors.ets(144), SizingKind.COST, SEED);
        ReplayRun once = FleetReplay.run(plan, strategy, STEP, 0.95);
        ReplayRun again = FleetReplay.run(plan, strategy, STEP, 0.95);
        assertThat(again.paid()).isEqualTo(once.paid());
        assertThat(again.ready()).isEqualTo(once.ready());
    }

    /** Always the same total. */
    private record Constant(int units, int start) implements ScalingStrategy {
        @Override
        public String name() {
            return "constant";
        }

        @Override
        public ScalingController start(StrategyContext context) {
            return (seen, ready, booting) -> units;
        }

        @Override
        public int startFleet(StrategyContext context) {
            return start;
        }
    }
}
