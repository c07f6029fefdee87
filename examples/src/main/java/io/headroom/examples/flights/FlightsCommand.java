package io.headroom.examples.flights;

import io.headroom.simulation.report.HtmlReport;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Locale;
import java.util.concurrent.Callable;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command line of the main job. */
@Command(
        name = "flights",
        mixinStandardHelpOptions = true,
        description = "Replays the flights out of New York in 2013: predicts, allocates, compares, reports.")
public final class FlightsCommand implements Callable<Integer> {
    @Option(
            names = "--quantile",
            defaultValue = "0.98",
            description = "Probability with which capacity is to cover demand (default: ${DEFAULT-VALUE}).")
    private double quantile;

    @Option(
            names = "--days",
            defaultValue = "366",
            description = "Days to play after the weeks that are learned from (default: to the end of the year).")
    private int days;

    @Option(
            names = "--out",
            defaultValue = "headroom-report.html",
            description = "Where the report goes (default: ${DEFAULT-VALUE}).")
    private Path out = Path.of("headroom-report.html");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** For the command line parser. */
    public FlightsCommand() {}

    @Override
    public Integer call() throws IOException {
        InstantSource clock = InstantSource.system();
        FlightJob job = new FlightJob(quantile, days);
        PrintWriter print = spec.commandLine().getOut();
        print.println("Learning from five weeks of flights, then allocating hour by hour ...");
        print.flush();
        FlightResults results;
        try (ProgressBar bar = new ProgressBarBuilder()
                .setTaskName("2013")
                .setInitialMax(job.steps())
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(500)
                .build()) {
            results = job.run(clock.instant(), clock, done -> bar.stepTo(done));
        }
        print.println();
        print.print(FlightTable.render(results));
        Path parent = out.toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        HtmlReport.write(FlightReport.of(results), out);
        print.printf(
                Locale.ROOT, "Done in %d s. The report: %s%n", results.wall().toSeconds(), out.toAbsolutePath());
        print.flush();
        return HeadroomRun.failures(results.result()) == 0 ? 0 : 1;
    }
}
