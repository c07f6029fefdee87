package io.headroom.examples.flights;

import io.headroom.forecasting.backtest.BacktestResult;
import io.headroom.forecasting.backtest.report.BacktestReport;
import io.headroom.forecasting.backtest.report.LearningCurve;
import io.headroom.forecasting.lstm.LstmPredictor;
import io.headroom.forecasting.lstm.TrainingProgress;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line of the network's example: it learns from the flights, and is compared with the classical models. */
@Command(
        name = "lstm",
        mixinStandardHelpOptions = true,
        description =
                "Trains a recurrent network on the busiest routes out of New York in 2013, all together, and shows its learning"
                        + " curve, its quantile bands and how it compares with models of each route.")
public final class LstmCommand implements Callable<Integer> {
    @Option(
            names = "--predictors",
            split = ",",
            defaultValue = "ets,harmonic,auto",
            paramLabel = "NAME",
            description =
                    "Predictors to compare it with, besides the same hour a week before (default: ${DEFAULT-VALUE}).")
    private List<String> predictors = List.of();

    @Option(
            names = "--routes",
            defaultValue = "40",
            description = "Routes, the busiest first (default: ${DEFAULT-VALUE}).")
    private int routes;

    @Option(
            names = "--days",
            defaultValue = "28",
            description = "Days to forecast after the eight weeks that are learned from; it learns anew each week"
                    + " (default: ${DEFAULT-VALUE}).")
    private int days;

    @Option(
            names = "--out",
            defaultValue = "headroom-lstm.html",
            description = "Where the report goes (default: ${DEFAULT-VALUE}).")
    private Path out = Path.of("headroom-lstm.html");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final List<LearningCurve.Point> curve = new ArrayList<>();

    /** For the command line parser. */
    public LstmCommand() {}

    @Override
    public Integer call() throws IOException {
        BacktestResult result = run();
        BacktestReport.of(result)
                .titled("Flights out of New York, 2013: one network for all routes")
                .inZone(FlightRecords.NEW_YORK)
                .showing(LstmPredictor.NAME)
                .learning(new LearningCurve(curve))
                .write(out);
        PrintWriter print = spec.commandLine().getOut();
        print.println();
        print.print(result.table().text());
        print.println("The report: " + out.toAbsolutePath());
        print.flush();
        return 0;
    }

    private BacktestResult run() {
        try (ProgressBar bar = new ProgressBarBuilder()
                .setTaskName("training")
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(500)
                .build()) {
            LstmPredictor lstm =
                    LstmPredictor.of(FlightBacktest.seasons()).reportingTo(progress -> report(bar, progress));
            return new FlightBacktest(predictors, routes, days)
                    .run(
                            FlightRecords.bundled(),
                            (done, total) -> bar.setExtraMessage(done + " of " + total + " routes compared"),
                            lstm);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    /** Keeps the curve of the last training. */
    private synchronized void report(ProgressBar bar, TrainingProgress progress) {
        if (progress.updates() == 0) {
            curve.clear();
        }
        curve.add(new LearningCurve.Point(progress.updates(), progress.trainingLoss(), progress.holdOutLoss()));
        bar.maxHint(progress.planned());
        bar.stepTo(progress.updates());
    }
}
