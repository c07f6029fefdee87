package io.headroom.examples.flights;

import io.headroom.core.Flow;
import io.headroom.core.NodeGroup;
import io.headroom.core.RateSeries;
import io.headroom.simulation.SimulationResult;
import io.headroom.simulation.strategy.FrontierProtocol;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntConsumer;

/**
 * The main job: replays the flights of 2013 through a meter, learns on the first weeks, then runs the allocator hour by hour through the rest
 * of the year, beside the strategies to compare with. Not thread-safe.
 */
final class FlightJob {
    /** Five weeks to learn from; the storm of 8-9 February comes after them. */
    static final Instant LEARNED_UNTIL = Instant.parse("2013-02-05T05:00:00Z");

    private static final double BAND = 0.98;

    private final double quantile;
    private final int days;

    /**
     * @param quantile probability with which Headroom's capacity is to cover demand
     * @param days how many days to play after the learning, cut at the end of the year
     */
    FlightJob(double quantile, int days) {
        this.quantile = quantile;
        this.days = days;
    }

    /** How many steps will be played. */
    int steps() {
        long rest = Duration.between(LEARNED_UNTIL, FlightRecords.YEAR_END).toHours();
        return (int) Math.min(rest, days * 24L);
    }

    FlightResults run(Instant began, InstantSource clock, IntConsumer progress) {
        FlightRecords flights = FlightRecords.bundled();
        Map<Flow, RateSeries> year = FlightTraffic.year(flights);
        FlightScenario scenario = new FlightScenario(year.keySet());
        int first = (int) Duration.between(FlightRecords.START, LEARNED_UNTIL).toHours();
        Map<NodeGroup, double[]> demand = FlightDemand.of(scenario, year);
        demand.replaceAll((group, values) -> Arrays.copyOf(values, first + steps()));
        Baselines baselines = new Baselines(demand, first);
        CompletableFuture<List<StrategyScore>> sweep = CompletableFuture.supplyAsync(() -> sweep(baselines));

        HeadroomRun headroom = new HeadroomRun(scenario, flights, quantile, LEARNED_UNTIL);
        headroom.learn();
        long firstIndex = FlightScenario.GRID.index(LEARNED_UNTIL);
        ForecastRecorder forecasts = new ForecastRecorder(FlightResults.ORIGINS, firstIndex, steps(), BAND);
        DecisionRecorder decisions = new DecisionRecorder(Set.copyOf(FlightResults.ORIGINS));
        SimulationResult result = headroom.run(year, baselines, forecasts, decisions, steps(), progress);
        return new FlightResults(
                scenario,
                flights.stream().count(),
                year.size(),
                LEARNED_UNTIL,
                result,
                forecasts,
                decisions.entries(),
                forecasts.error(FlightResults.departures(result)),
                HeadroomRun.score(scenario, result, "quantile " + quantile),
                sweep.join(),
                Duration.between(began, clock.instant()));
    }

    private static List<StrategyScore> sweep(Baselines baselines) {
        List<StrategyScore> scores = new ArrayList<>();
        FrontierProtocol.TARGETS.forEach(target -> scores.add(baselines.hpa(target)));
        FrontierProtocol.TARGETS.forEach(target -> scores.add(baselines.predictiveTracking(target)));
        FrontierProtocol.TARGETS.forEach(target -> scores.add(baselines.staticPeak(target)));
        scores.add(baselines.oracle());
        return scores;
    }
}
