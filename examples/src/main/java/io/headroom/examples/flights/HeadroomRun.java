package io.headroom.examples.flights;

import io.headroom.allocation.Allocator;
import io.headroom.allocation.CycleReport;
import io.headroom.core.Flow;
import io.headroom.core.NodeGroup;
import io.headroom.core.RateMeter;
import io.headroom.core.RateSeries;
import io.headroom.core.Resource;
import io.headroom.forecasting.Predictors;
import io.headroom.forecasting.TransactionPredictor;
import io.headroom.simulation.SimulatedClock;
import io.headroom.simulation.SimulatedFleet;
import io.headroom.simulation.SimulatedFleetBuilder;
import io.headroom.simulation.Simulation;
import io.headroom.simulation.SimulationResult;
import io.headroom.spi.Deadline;
import io.headroom.spi.MeteredTelemetry;
import io.headroom.spi.PredictorSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.function.IntConsumer;

/**
 * The main job's middle: records into a meter, a predictor that learns the first weeks, then the allocator step by step through the rest.
 * Not thread-safe.
 */
final class HeadroomRun {
    /** Eight weeks of hours are kept and fitted. */
    private static final int RETAINED_STEPS = 8 * 7 * 24;

    private static final int HOURS_A_WEEK = 7 * 24;

    private final FlightScenario scenario;
    private final FlightTraffic traffic;
    private final RateMeter meter = FlightTraffic.meter(RETAINED_STEPS);
    private final TransactionPredictor predictor;
    private final double quantile;
    private final Instant start;

    HeadroomRun(FlightScenario scenario, FlightRecords flights, double quantile, Instant start) {
        this.scenario = scenario;
        this.traffic = new FlightTraffic(flights);
        this.quantile = quantile;
        this.start = start;
        this.predictor = TransactionPredictor.builder(FlightScenario.GRID)
                .predictor(Predictors.named(
                        "ets", PredictorSettings.ofPeriods(HOURS_A_WEEK).inZone(FlightRecords.NEW_YORK)))
                .retainedSteps(RETAINED_STEPS)
                .refitAge(Duration.ofDays(91))
                .executor(Runnable::run)
                .build();
    }

    /** Drains the first weeks and fits a model to every flow. */
    int learn() {
        Instant complete = traffic.drain(start, meter::record, Deadline.none());
        meter.covered(FlightRecords.START, complete);
        predictor.learn(meter);
        return meter.flows().size();
    }

    /** Runs the allocator over the rest of the year. */
    SimulationResult run(
            Map<Flow, RateSeries> year,
            Baselines baselines,
            ForecastRecorder forecasts,
            DecisionRecorder decisions,
            int steps,
            IntConsumer progress) {
        SimulatedClock clock = new SimulatedClock(start);
        SimulatedFleetBuilder builder = SimulatedFleet.builder(FlightScenario.GRID, clock)
                .workload(year.keySet(), FlightTraffic.workload(year))
                .leadTime(FlightScenario.LEAD_TIME);
        scenario.groups().values().forEach(group -> builder.group(group, baselines.startFleet(group)));
        SimulatedFleet fleet = builder.build();
        try (Allocator allocator = Allocator.builder()
                .name("flights")
                .predictions(predictor)
                .telemetry(new MeteredTelemetry(traffic, meter))
                .provisioner(fleet)
                .demand(FlightScenario.demandModel())
                .policy(scenario.policy(quantile))
                .clock(clock)
                .listener(forecasts)
                .listener(decisions)
                .build()) {
            Simulation simulation =
                    new Simulation(fleet, clock, FlightScenario.demandModel(), FlightScenario.GRID.step());
            return simulation.run(allocator::runOnce, steps, progress);
        }
    }

    /** The score of a run, by the same rules as the baselines'. */
    static StrategyScore score(FlightScenario scenario, SimulationResult result, String parameter) {
        StrategyScore.Builder score = new StrategyScore.Builder("Headroom", parameter);
        for (NodeGroup group : scenario.groups().values()) {
            Resource resource = FlightScenario.resource(group);
            double unit = group.perUnit().get(resource);
            var track = result.track(group.location(), resource);
            int[] usable = Arrays.stream(track.usable())
                    .mapToInt(amount -> (int) Math.round(amount / unit))
                    .toArray();
            score.add(group, track.demand(), usable, result.paidUnits(group));
        }
        return score.build();
    }

    /** Cycles that did not end as they should. */
    static int failures(SimulationResult result) {
        return result.cycles().getOrDefault(CycleReport.Status.FAILED, 0)
                + result.cycles().getOrDefault(CycleReport.Status.NOT_LEADER, 0);
    }
}
