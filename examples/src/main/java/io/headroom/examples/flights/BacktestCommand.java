package io.headroom.examples.flights;

import io.headroom.forecasting.backtest.BacktestResult;
import io.headroom.forecasting.backtest.report.BacktestReport;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
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

/** The command line of the backtest. */
@Command(
        name = "backtest",
        mixinStandardHelpOptions = true,
        description = "Compares predictors on the busiest routes out of New York in 2013.")
public final class BacktestCommand implements Callable<Integer> {
    @Option(
            names = "--predictors",
            split = ",",
            defaultValue = "naive,ets",
            paramLabel = "NAME",
            description = "Predictors to compare with the same hour a week before (default: ${DEFAULT-VALUE}).")
    private List<String> predictors = List.of();

    @Option(
            names = "--routes",
            defaultValue = "20",
            description = "Routes, the busiest first (default: ${DEFAULT-VALUE}).")
    private int routes;

    @Option(
            names = "--days",
            defaultValue = "28",
            description = "Days to forecast after the eight weeks that are learned from (default: ${DEFAULT-VALUE}).")
    private int days;

    @Option(
            names = "--out",
            defaultValue = "headroom-backtest.html",
            description = "Where the report goes (default: ${DEFAULT-VALUE}).")
    private Path out = Path.of("headroom-backtest.html");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** For the command line parser. */
    public BacktestCommand() {}

    @Override
    public Integer call() throws IOException {
        BacktestResult result = run();
        BacktestReport.of(result)
                .titled("Flights out of New York, 2013: predictors compared")
                .inZone(FlightRecords.NEW_YORK)
                .write(out);
        PrintWriter print = spec.commandLine().getOut();
        print.println();
        print.print(result.table().text());
        print.println("The report: " + out.toAbsolutePath());
        print.flush();
        return 0;
    }

    /** What predictors throw is part of the result; what is left are options that cannot be. */
    private BacktestResult run() {
        try (ProgressBar bar = new ProgressBarBuilder()
                .setTaskName("routes")
                .setInitialMax(routes)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(500)
                .build()) {
            return new FlightBacktest(predictors, routes, days)
                    .run(FlightRecords.bundled(), (done, total) -> bar.stepTo(done));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }
}
