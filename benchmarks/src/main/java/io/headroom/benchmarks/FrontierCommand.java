package io.headroom.benchmarks;

import io.headroom.benchmarks.allocation.StrategyName;
import io.headroom.benchmarks.data.ScoresFile;
import io.headroom.simulation.report.HtmlReport;
import io.headroom.simulation.report.Report;
import io.headroom.simulation.strategy.frontier.FrontierCharts;
import io.headroom.simulation.strategy.frontier.FrontierSweep;
import io.headroom.simulation.strategy.frontier.PairedBootstrap;
import io.headroom.simulation.strategy.frontier.Statistic;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Sweeps the safety parameters of strategies to whole frontiers. */
@Command(
        name = "frontier",
        description = {
            "Plays the second part of every series, alone, against every strategy at every value of its safety parameter and every lead.",
            "Writes a folder: summary.csv with a row for each point and class (all, regular, bursty), series.csv with a row for each point "
                    + "and series, units.csv, verdicts.txt, and the runs of each point as allocate writes them. lead_min is the lead "
                    + "in minutes once rounded up to whole steps. Readings and comparisons go to standard error."
        })
final class FrontierCommand implements Callable<Integer> {
    @Mixin
    private FrontierInput input = new FrontierInput();

    @Mixin
    private SweepOptions sweep = new SweepOptions();

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FOLDER",
            description = "Folder to write; made if it is not there. Files of other runs in it stay.")
    private Path out = Path.of("");

    @Option(
            names = "--runs",
            defaultValue = "CSV",
            paramLabel = "KIND",
            description =
                    "How the runs of each point are written: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private FrontierFolder.Runs runs = FrontierFolder.Runs.CSV;

    @Option(
            names = "--compare",
            split = ",",
            paramLabel = "BASE",
            description = "Strategies that each of the others is held against: dominance, intervals, moves.")
    private List<String> bases = new ArrayList<>();

    @Option(
            names = "--also",
            split = ",",
            paramLabel = "FILE",
            description = "series.csv of earlier runs: their strategies join readings, comparisons and charts.")
    private List<Path> also = new ArrayList<>();

    @Option(
            names = "--html",
            paramLabel = "FILE",
            description = "Also write charts of the frontiers, for each lead and class.")
    private @Nullable Path html;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        CommandLine command = spec.commandLine();
        long begin = System.nanoTime();
        List<Duration> steps = input.checkedSteps();
        sweep.check(steps);
        InputOptions.requireFolder(spec, out);
        List<FrontierSweep> earlier =
                also.stream().flatMap(file -> ScoresFile.read(file).stream()).toList();
        requireKnown(earlier);
        try (SeriesJobs jobs = new SeriesJobs(spec.name(), input.threads(), command.getErr())) {
            List<Optional<PlannedSeries>> planned = input.read(jobs);
            List<PlannedSeries> series =
                    planned.stream().flatMap(Optional::stream).toList();
            int points;
            int failed = planned.size() - series.size();
            List<FrontierSweep> sweeps = new ArrayList<>();
            try (FrontierFolder folder = new FrontierFolder(out, runs, sweep.seed(), series)) {
                FrontierRun run = new FrontierRun(series, sweep, folder, jobs, command.getErr());
                sweeps.addAll(run.run());
                points = sweeps.stream().mapToInt(s -> s.points().size()).sum();
                failed += run.failed();
            }
            sweeps.addAll(earlier);
            tell(new FrontierVerdicts(sweeps));
            new Summary()
                    .put("points", points)
                    .put("series", planned.size())
                    .put("failed", failed)
                    .put("wall_s", (System.nanoTime() - begin) / 1e9)
                    .print(command.getOut());
            return failed == 0 ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
        }
    }

    private void requireKnown(List<FrontierSweep> earlier) {
        List<String> known = new ArrayList<>(names());
        earlier.forEach(s -> known.add(s.strategy()));
        for (String base : bases) {
            if (!known.contains(base)) {
                throw new ParameterException(
                        spec.commandLine(), "--compare names " + base + ", but the strategies are " + known);
            }
        }
    }

    /** The strategies of this run. */
    private List<String> names() {
        return sweep.strategies().stream().map(StrategyName::toString).toList();
    }

    private void tell(FrontierVerdicts verdicts) throws IOException {
        String text = verdicts.text(bases, names(), PairedBootstrap.standard());
        spec.commandLine().getErr().print(text);
        Files.writeString(out.resolve("verdicts.txt"), text, StandardCharsets.UTF_8);
        if (html != null && !verdicts.sweeps().isEmpty()) {
            Report.Builder report = Report.builder("Frontiers", ZoneOffset.UTC)
                    .fact("Strategies", String.join(", ", strategies(verdicts)));
            for (Statistic statistic : Statistic.values()) {
                FrontierCharts.of(verdicts.sweeps(), statistic).forEach(report::section);
            }
            HtmlReport.write(report.build(), html);
        }
    }

    private static List<String> strategies(FrontierVerdicts verdicts) {
        return verdicts.sweeps().stream()
                .map(FrontierSweep::strategy)
                .distinct()
                .toList();
    }
}
