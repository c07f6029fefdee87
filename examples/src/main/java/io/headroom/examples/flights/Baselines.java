package io.headroom.examples.flights;

import io.headroom.core.NodeGroup;
import io.headroom.simulation.strategy.FleetReplay;
import io.headroom.simulation.strategy.HpaStrategy;
import io.headroom.simulation.strategy.OraclePlan;
import io.headroom.simulation.strategy.OracleStrategy;
import io.headroom.simulation.strategy.PredictiveTrackingStrategy;
import io.headroom.simulation.strategy.ReplayRun;
import io.headroom.simulation.strategy.ScalingStrategy;
import io.headroom.simulation.strategy.SeenDemand;
import io.headroom.simulation.strategy.StaticPeakStrategy;
import io.headroom.simulation.strategy.StrategyContext;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Plays the strategies to compare with over the demand of every pool: same steps, same lead, same units, same start fleet, at least one
 * unit. Immutable and thread-safe.
 */
final class Baselines {
    private static final double START_TARGET = 0.7;

    private final Map<NodeGroup, SeenDemand> demand;
    private final int firstStep;
    private final int leadSteps;

    /**
     * @param demand demand of the resource of each group, in its units, training part included
     * @param firstStep first step that is played
     */
    Baselines(Map<NodeGroup, double[]> demand, int firstStep) {
        this.demand = new TreeMap<>();
        demand.forEach((group, values) -> this.demand.put(group, SeenDemand.of(values)));
        this.firstStep = firstStep;
        this.leadSteps = FlightScenario.GRID.stepsIn(FlightScenario.LEAD_TIME);
    }

    private static double unit(NodeGroup group) {
        return group.perUnit().get(FlightScenario.resource(group));
    }

    /** Units of a group that are ready at the start, for every strategy alike. */
    int startFleet(NodeGroup group) {
        SeenDemand seen = demand.getOrDefault(group, SeenDemand.of(0));
        return Math.max(1, (int) Math.ceil(seen.at(firstStep) / (START_TARGET * unit(group)) - 1e-9));
    }

    StrategyScore hpa(double target) {
        return play("HPA", percent(target), target, group -> new HpaStrategy());
    }

    StrategyScore predictiveTracking(double target) {
        return play(
                "target tracking + predictive floor",
                percent(target),
                target,
                group -> new PredictiveTrackingStrategy());
    }

    StrategyScore staticPeak(double target) {
        return play("static peak", percent(target), target, group -> new StaticPeakStrategy());
    }

    StrategyScore oracle() {
        return play("oracle (perfect foresight)", "", START_TARGET, group -> {
            SeenDemand seen = demand.getOrDefault(group, SeenDemand.of(0));
            double[] played = seen.copy(firstStep, seen.size());
            return OracleStrategy.of(OraclePlan.need(played, unit(group), 1));
        });
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f %%", 100 * share);
    }

    private StrategyScore play(
            String name, String parameter, double safety, Function<NodeGroup, ScalingStrategy> strategies) {
        StrategyScore.Builder score = new StrategyScore.Builder(name, parameter);
        demand.forEach((group, seen) -> {
            ScalingStrategy strategy = strategies.apply(group);
            StrategyContext context = new StrategyContext(
                    seen.first(firstStep),
                    FlightScenario.GRID.step(),
                    leadSteps,
                    unit(group),
                    safety,
                    startFleet(group));
            ReplayRun run = new FleetReplay(leadSteps)
                    .run(seen, firstStep, strategy.startFleet(context), strategy.start(context));
            score.add(group, run.demand(), run.ready(), run.paid());
        });
        return score.build();
    }
}
