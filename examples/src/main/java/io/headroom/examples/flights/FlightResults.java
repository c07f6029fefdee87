package io.headroom.examples.flights;

import io.headroom.core.Region;
import io.headroom.core.Resource;
import io.headroom.simulation.SimulationResult;
import io.headroom.simulation.report.DecisionLog;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Everything that came out of the main job. Immutable but for the recorder, which is not written any more.
 *
 * @param scenario the pools
 * @param records how many flights were replayed
 * @param flows how many flows they belong to
 * @param start first instant after the weeks that were learned from
 * @param result the simulation
 * @param forecasts what was predicted of the origins
 * @param decisions the decisions that changed something at the origins
 * @param error sum of absolute errors over the sum of departures, origins, at the lead time
 * @param headroom Headroom's score
 * @param baselines the scores of all strategies to compare with, the oracle last
 * @param wall how long the job took
 */
record FlightResults(
        FlightScenario scenario,
        long records,
        int flows,
        Instant start,
        SimulationResult result,
        ForecastRecorder forecasts,
        List<DecisionLog.Entry> decisions,
        double error,
        StrategyScore headroom,
        List<StrategyScore> baselines,
        Duration wall) {
    /** The three airports that flights leave from. */
    static final List<Region> ORIGINS = List.of(Region.of("EWR"), Region.of("JFK"), Region.of("LGA"));

    FlightResults {
        baselines = List.copyOf(baselines);
        decisions = List.copyOf(decisions);
    }

    StrategyScore oracle() {
        return baselines.get(baselines.size() - 1);
    }

    /** The run of a baseline with the least violation. */
    StrategyScore safest(String strategy) {
        return baselines.stream()
                .filter(s -> s.strategy().equals(strategy))
                .min(Comparator.comparing(StrategyScore::violatedHours).thenComparing(StrategyScore::cost))
                .orElseThrow(() -> new IllegalArgumentException("no run of " + strategy));
    }

    /** Departures an hour of each origin: a departure takes 1 vCPU for an hour. */
    static Map<Region, double[]> departures(SimulationResult result) {
        return ORIGINS.stream()
                .collect(Collectors.toMap(
                        region -> region,
                        region -> result.track(region, Resource.COMPUTE).demand()));
    }
}
