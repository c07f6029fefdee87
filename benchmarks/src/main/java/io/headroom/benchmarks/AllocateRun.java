package io.headroom.benchmarks;

import io.headroom.benchmarks.SeriesRuns.Outcomes;
import io.headroom.benchmarks.data.CsvOutput;
import io.headroom.benchmarks.data.UnitsFile;
import io.headroom.simulation.strategy.EvaluationPlan;
import io.headroom.simulation.strategy.FleetReplay;
import io.headroom.simulation.strategy.FrontierProtocol;
import io.headroom.simulation.strategy.ReplayRun;
import io.headroom.simulation.strategy.RunScore;
import io.headroom.simulation.strategy.ScalingStrategy;
import io.headroom.simulation.strategy.ScoreSettings;
import io.headroom.simulation.strategy.frontier.Statistic;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * Plays one series at a time against a strategy. Immutable and thread-safe.
 *
 * @param strategies makes the strategy for a series
 * @param safety its safety parameter
 * @param lead from ordering a unit to its being ready; rounded up to whole steps, at least one
 */
record AllocateRun(Function<EvaluationPlan, ScalingStrategy> strategies, double safety, Duration lead) {
    /** The columns of {@link Result#writeRun}. */
    static final List<String> COLUMNS = List.of("series", "step", "demand", "ready", "paid");

    /** What came of one series. */
    record Result(EvaluationPlan plan, ReplayRun run, RunScore score, long nanos) {
        /** Writes a row for each evaluated step. */
        void writeRun(String series, CsvOutput out) {
            int firstRow = firstRow(plan);
            double[] demand = run.demand();
            int[] ready = run.ready();
            int[] paid = run.paid();
            for (int t = 0; t < demand.length; t++) {
                out.row(List.of(
                        series,
                        Integer.toString(firstRow + t),
                        Double.toString(demand[t]),
                        Integer.toString(ready[t]),
                        Integer.toString(paid[t])));
            }
        }
    }

    /** Writes the unit of a series. */
    static void writeUnit(String series, EvaluationPlan plan, CsvOutput out) {
        UnitsFile.write(out, series, plan.unitCapacity(), firstRow(plan));
    }

    private static int firstRow(EvaluationPlan plan) {
        return plan.cutBefore() + plan.firstStep();
    }

    Result play(EvaluationPlan plan) {
        long begin = System.nanoTime();
        ReplayRun run = FleetReplay.run(plan, strategies.apply(plan), lead, safety);
        long nanos = System.nanoTime() - begin;
        int leadSteps = FrontierProtocol.steps(lead, plan.step());
        return new Result(plan, run, RunScore.of(run, ScoreSettings.of(plan, leadSteps)), nanos);
    }

    static Summary summary(String strategy, double safety, Outcomes<Result> outcomes) {
        List<Result> results = outcomes.results();
        return new Summary()
                .put("strategy", strategy)
                .put("safety", Double.toString(safety))
                .put("series", outcomes.all().size())
                .put(
                        "violation_pct",
                        over(Statistic.MEDIAN, results, r -> r.score().violationPercent()),
                        4)
                .put(
                        "cost_ratio",
                        over(Statistic.MEDIAN, results, r -> r.score().costRatio()),
                        4)
                .put("moves", results.stream().mapToLong(r -> r.score().moves()).sum())
                .put(
                        "violation_pct_mean",
                        over(Statistic.MEAN, results, r -> r.score().violationPercent()),
                        4)
                .put(
                        "cost_ratio_mean",
                        over(Statistic.MEAN, results, r -> r.score().costRatio()),
                        4)
                .put("failed", outcomes.failed())
                .put("wall_s", outcomes.wallSeconds())
                .put("ms_per_series_mean", over(Statistic.MEAN, results, r -> r.nanos() / 1e6));
    }

    /** NaN if no series was played. */
    private static double over(Statistic statistic, List<Result> results, ToDoubleFunction<Result> value) {
        return results.isEmpty()
                ? Double.NaN
                : statistic.of(results.stream().mapToDouble(value).toArray());
    }
}
