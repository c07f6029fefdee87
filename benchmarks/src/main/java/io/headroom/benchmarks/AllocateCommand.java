package io.headroom.benchmarks;

import io.headroom.benchmarks.SeriesRuns.Outcome;
import io.headroom.benchmarks.SeriesRuns.Outcomes;
import io.headroom.benchmarks.allocation.StrategyName;
import io.headroom.benchmarks.data.CsvOutput;
import io.headroom.benchmarks.data.SeriesFile;
import io.headroom.benchmarks.data.UnitsFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Plays each series, alone, against a strategy. */
@Command(
        name = "allocate",
        description = {
            "Plays the second part of every series, alone, against a strategy that has seen the first.",
            "Writes series,step,demand,ready,paid for the evaluated part, step counted in rows of the input, and beside it "
                    + "the units: series,unit_capacity,t0_index. The evaluation starts in the middle, with at least 4 days before "
                    + "and 3 after it, on a whole hour from the first value; a file of the layout step,... with PT1M steps is "
                    + "evaluated after 4 days. The unit is the 99.9 %% quantile of the evaluated demand / 100; its capacity is 0.9 of "
                    + "it. violation_pct and cost_ratio are medians over the series, *_mean their means, moves is a sum."
        })
final class AllocateCommand implements Callable<Integer> {
    @Mixin
    private InputOptions input = new InputOptions();

    @Mixin
    private StrategyOptions strategy = new StrategyOptions();

    @Mixin
    private EvaluationOptions evaluation = new EvaluationOptions();

    @Option(names = "--step", required = true, paramLabel = "PT1M", description = "Length of a step.")
    private Duration step = Duration.ZERO;

    @Option(
            names = "--lead",
            required = true,
            paramLabel = "PT5M",
            description = "From ordering a unit to its being ready; rounded up to whole steps, at least one.")
    private Duration lead = Duration.ZERO;

    @Option(
            names = "--units-out",
            paramLabel = "FILE",
            description = "Where to write the units (default: --out with -units before its ending).")
    private @Nullable Path unitsOut;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        StrategyName name = strategy.name();
        evaluation.check(step);
        if (lead.isNegative()) {
            throw new ParameterException(spec.commandLine(), "--lead is " + lead + ", but must not be negative");
        }
        strategy.check(step);
        CommandLine command = spec.commandLine();
        UnitsFile sizes = evaluation.units();
        SeriesFile file = input.read();
        SeriesPlans plans = evaluation.plans(step, file, sizes);
        AllocateRun run = new AllocateRun(strategy::strategy, strategy.safety(), lead);
        SeriesRuns runs = new SeriesRuns(spec.name(), input.threads(), command.getErr());
        Path unitsFile = unitsOut == null ? beside(input.out()) : unitsOut;
        try (CsvOutput out = CsvOutput.open(input.out());
                CsvOutput unitsTable = UnitsFile.create(unitsFile)) {
            out.row(AllocateRun.COLUMNS);
            Outcomes<AllocateRun.Result> outcomes = runs.run(file.series(), s -> run.play(plans.plan(s)));
            for (Outcome<AllocateRun.Result> o : outcomes.all()) {
                o.result().ifPresent(r -> {
                    AllocateRun.writeUnit(o.series().name(), r.plan(), unitsTable);
                    r.writeRun(o.series().name(), out);
                });
            }
            command.getErr().println("allocate: units in " + unitsFile);
            AllocateRun.summary(name.toString(), strategy.safety(), outcomes).print(command.getOut());
            return outcomes.failed() == 0 ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
        }
    }

    /** {@code run.csv.gz} becomes {@code run-units.csv}. */
    private static Path beside(Path out) {
        String name = String.valueOf(out.getFileName());
        return out.resolveSibling(name.replaceFirst("(\\.csv)?(\\.gz)?$", "") + "-units.csv");
    }
}
