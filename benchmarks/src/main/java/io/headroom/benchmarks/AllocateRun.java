package io.headroom.benchmarks;

import io.headroom.benchmarks.SeriesRuns.Outcomes;
import io.headroom.benchmarks.data.CsvOutput;
import io.headroom.benchmarks.data.Layout;
import io.headroom.benchmarks.data.NamedSeries;
import io.headroom.benchmarks.data.UnitsFile;
import io.headroom.simulation.strategy.EvaluationPlan;
import io.headroom.simulation.strategy.FleetReplay;
import io.headroom.simulation.strategy.FrontierProtocol;
import io.headroom.simulation.strategy.ReplayRun;
import io.headroom.simulation.strategy.RunScore;
import io.headroom.simulation.strategy.ScoreSettings;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** Plays one series at a time. Immutable and thread-safe. */
final class AllocateRun {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final StrategyOptions strategy;
    private final Settings settings;

    AllocateRun(StrategyOptions strategy, Settings settings) {
        this.strategy = strategy;
        this.settings = settings;
    }

    /** What is the same for every series. */
    record Settings(
            Duration step,
            Duration lead,
            Layout layout,
            UnitsFile units,
            @Nullable Integer start) {}

    /** What came of one series. */
    record Result(EvaluationPlan plan, ReplayRun run, RunScore score, long nanos) {
        int firstRow() {
            return plan.cutBefore() + plan.firstStep();
        }

        void write(String series, CsvOutput out, CsvOutput unitsOut) {
            UnitsFile.write(unitsOut, series, plan.unitCapacity(), firstRow());
            double[] demand = run.demand();
            int[] ready = run.ready();
            int[] paid = run.paid();
            for (int t = 0; t < demand.length; t++) {
                out.row(List.of(
                        series,
                        Integer.toString(firstRow() + t),
                        Double.toString(demand[t]),
                        Integer.toString(ready[t]),
                        Integer.toString(paid[t])));
            }
        }
    }

    /**
     * Plays a series.
     *
     * @throws IllegalArgumentException if the series is too short, or all zero where it is evaluated
     */
    Result play(NamedSeries series) {
        long begin = System.nanoTime();
        EvaluationPlan plan = plan(series);
        ReplayRun run = FleetReplay.run(plan, strategy.strategy(plan), settings.lead(), strategy.safety());
        long nanos = System.nanoTime() - begin;
        int leadSteps = FrontierProtocol.steps(settings.lead(), settings.step());
        return new Result(plan, run, RunScore.of(run, ScoreSettings.of(plan, leadSteps)), nanos);
    }

    private EvaluationPlan plan(NamedSeries series) {
        double[] values = series.rates().toArray();
        Optional<UnitsFile.Unit> unit = settings.units().unit(series.name());
        EvaluationPlan plan = split(values, unit);
        return unit.map(u -> plan.withUnitCapacity(u.capacity())).orElse(plan);
    }

    private EvaluationPlan split(double[] values, Optional<UnitsFile.Unit> unit) {
        Duration step = settings.step();
        Integer start = settings.start();
        if (unit.isPresent() && unit.get().firstRow().isPresent()) {
            return EvaluationPlan.from(values, step, unit.get().firstRow().getAsInt());
        }
        if (start != null) {
            return EvaluationPlan.from(values, step, start);
        }
        boolean unknownStep = settings.layout() == Layout.WIDE_STEP && step.equals(MINUTE);
        return unknownStep ? EvaluationPlan.ofUnknownStep(values) : EvaluationPlan.of(values, step);
    }

    static Summary summary(String strategy, double safety, Outcomes<Result> outcomes) {
        List<Result> results = outcomes.results();
        return new Summary()
                .put("strategy", strategy)
                .put("safety", Double.toString(safety))
                .put("series", outcomes.all().size())
                .put("violation_pct", median(results, r -> r.score().violationPercent()), 4)
                .put("cost_ratio", median(results, r -> r.score().costRatio()), 4)
                .put("moves", results.stream().mapToLong(r -> r.score().moves()).sum())
                .put("violation_pct_mean", mean(results, r -> r.score().violationPercent()), 4)
                .put("cost_ratio_mean", mean(results, r -> r.score().costRatio()), 4)
                .put("failed", outcomes.failed())
                .put("wall_s", outcomes.wallSeconds())
                .put("ms_per_series_mean", mean(results, r -> r.nanos() / 1e6));
    }

    private static double mean(List<Result> results, ToDoubleFunction<Result> value) {
        return results.stream().mapToDouble(value).average().orElse(Double.NaN);
    }

    private static double median(List<Result> results, ToDoubleFunction<Result> value) {
        double[] sorted = results.stream().mapToDouble(value).sorted().toArray();
        int n = sorted.length;
        return n == 0
                ? Double.NaN
                : Arrays.stream(sorted, (n - 1) / 2, n / 2 + 1).average().orElse(Double.NaN);
    }
}
