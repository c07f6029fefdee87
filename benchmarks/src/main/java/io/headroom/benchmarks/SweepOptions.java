package io.headroom.benchmarks;

import io.headroom.benchmarks.allocation.StrategyName;
import io.headroom.simulation.strategy.EvaluationPlan;
import io.headroom.simulation.strategy.FrontierProtocol;
import io.headroom.simulation.strategy.ScalingStrategy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Option;

/** The options that say which strategies are swept over which values of their safety parameters. */
final class SweepOptions extends HeadroomOptions {
    /** The value of a strategy that has no safety parameter. */
    private static final List<Double> ONE = List.of(1.0);

    @Option(
            names = "--strategies",
            required = true,
            split = ",",
            paramLabel = "NAME",
            description = "Any of ${COMPLETION-CANDIDATES}.",
            completionCandidates = StrategyOptions.Names.class,
            converter = StrategyOptions.NameConverter.class)
    private List<StrategyName> strategies = new ArrayList<>();

    @Option(
            names = "--safeties",
            split = ",",
            paramLabel = "X",
            description = {
                "Values of the safety parameter, the same for every series: of headroom as in allocate, in (0, 1); and, without "
                        + "--targets, target utilisations of the others, in (0, 1]. Default: 0.8,0.9,0.95,0.98,0.99,0.995,0.999 as "
                        + "quantiles, 0.3 to 0.95 by 0.05 as targets. The oracle has one point."
            })
    private List<Double> safeties = new ArrayList<>();

    @Option(
            names = "--targets",
            split = ",",
            paramLabel = "X",
            description =
                    "Target utilisations of hpa, tracking, tracking-predictive and static-peak, in (0, 1], instead of --safeties.")
    private List<Double> targets = new ArrayList<>();

    @Option(
            names = "--leads",
            defaultValue = "PT1M,PT5M,PT15M",
            split = ",",
            paramLabel = "PT5M",
            description =
                    "Boot leads, each a frontier of its own; rounded up to whole steps, at least one, without duplicates "
                            + "(default: ${DEFAULT-VALUE}).")
    private List<Duration> leads = new ArrayList<>();

    /** Refuses what can't be right before any run. */
    void check(List<Duration> steps) {
        requireDistinct(strategies, "--strategies");
        requireDistinct(safeties, "--safeties");
        requireDistinct(targets, "--targets");
        for (StrategyName name : strategies) {
            for (double value : values(name)) {
                if (!name.safety().accepts(value)) {
                    throw refused("safety parameter " + value + " of " + name + " must lie in "
                            + (name.safety() == StrategyName.Safety.QUANTILE ? "(0, 1)" : "(0, 1]"));
                }
            }
        }
        for (Duration lead : leads) {
            if (lead.isNegative()) {
                throw refused("a lead of --leads is " + lead + ", but must not be negative");
            }
        }
        if (strategies.contains(StrategyName.HEADROOM)) {
            steps.forEach(this::headroom);
        }
    }

    private void requireDistinct(List<?> values, String option) {
        Set<Object> seen = new HashSet<>();
        for (Object value : values) {
            if (!seen.add(value)) {
                throw refused(option + " has " + value + " twice");
            }
        }
    }

    private List<Double> values(StrategyName name) {
        return switch (name.safety()) {
            case QUANTILE -> safeties.isEmpty() ? FrontierProtocol.QUANTILES : safeties;
            case TARGET -> !targets.isEmpty() ? targets : safeties.isEmpty() ? FrontierProtocol.TARGETS : safeties;
            case NONE -> ONE;
        };
    }

    /** The boot leads that series of a step have: whole steps, without duplicates. */
    Set<Duration> leads(Duration step) {
        Set<Duration> whole = new LinkedHashSet<>();
        leads.forEach(lead -> whole.add(step.multipliedBy(FrontierProtocol.steps(lead, step))));
        return whole;
    }

    /** The points at a lead, strategy by strategy. */
    List<SweepPoint> points(Duration lead) {
        List<SweepPoint> points = new ArrayList<>();
        for (StrategyName name : strategies) {
            values(name).forEach(value -> points.add(new SweepPoint(name, lead, value)));
        }
        return points;
    }

    ScalingStrategy strategy(StrategyName name, EvaluationPlan plan) {
        return name.strategy(plan, () -> headroom(plan.step()));
    }

    /** The strategies that are swept, in their order. */
    List<StrategyName> strategies() {
        return List.copyOf(strategies);
    }
}
