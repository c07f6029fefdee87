package io.headroom.benchmarks.cloudsim;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Runs a day in both simulations and compares them. Exit status: 0 they agree, 1 they do not or a run failed, 2 bad arguments. */
@Command(
        name = "headroom-cloudsim",
        mixinStandardHelpOptions = true,
        description =
                "Plays a day in CloudSim Plus and in Headroom's own simulation, with the same workload and the same allocator.")
public final class AgreementCheck implements Callable<Integer> {
    @Option(names = "--seed", defaultValue = "1", description = "Seed of workload and boot times (${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(names = "--steps", defaultValue = "1440", description = "Steps of a minute, 60 or more (${DEFAULT-VALUE}).")
    private int steps = 1440;

    @Option(
            names = "--tolerance",
            defaultValue = "0.05",
            description = "Largest difference of a figure, as a share of the larger one, in [0, 1] (${DEFAULT-VALUE}).")
    private double tolerance = 0.05;

    @Option(
            names = "--shortest-boot",
            defaultValue = "245",
            description = "Seconds that a machine of CloudSim Plus takes to boot at least (${DEFAULT-VALUE}).")
    private int shortestBoot = 245;

    @Option(
            names = "--longest-boot",
            defaultValue = "295",
            description = "Seconds that it takes at most; the policy plans with 300 (${DEFAULT-VALUE}).")
    private int longestBoot = 295;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** For picocli. */
    public AgreementCheck() {}

    /**
     * Runs the program and ends the process with its exit status.
     *
     * @param args options
     */
    public static void main(String[] args) {
        // CloudSim Plus logs every event through slf4j-api; this program brings no provider, and needs no notice of it.
        if (System.getProperty("slf4j.internal.verbosity") == null) {
            System.setProperty("slf4j.internal.verbosity", "ERROR");
        }
        System.exit(run(
                new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8),
                args));
    }

    /** Runs the program: figures and verdict go to {@code out}, problems to {@code err}. */
    static int run(PrintWriter out, PrintWriter err, String... args) {
        CommandLine commandLine = new CommandLine(new AgreementCheck());
        commandLine.setOut(out);
        commandLine.setErr(err);
        int status = commandLine.execute(args);
        out.flush();
        err.flush();
        return status;
    }

    @Override
    public Integer call() {
        require(steps >= 60 && steps <= 14_400, "--steps " + steps + " must lie in [60, 14400]");
        require(tolerance >= 0 && tolerance <= 1, "--tolerance " + tolerance + " must lie in [0, 1]");
        require(
                shortestBoot >= 0 && longestBoot >= shortestBoot,
                "--shortest-boot " + shortestBoot + " must lie in [0, --longest-boot " + longestBoot + "]");
        Trial trial = new Trial(seed, steps);
        DayFigures own = OwnDay.run(trial);
        DayFigures other = CloudSimDay.run(
                trial, new CloudSimFleet.BootRange(Duration.ofSeconds(shortestBoot), Duration.ofSeconds(longestBoot)));
        List<DayFigures.Line> lines = own.beside(other);
        boolean agree = lines.stream().allMatch(line -> line.within(tolerance));
        PrintWriter out = spec.commandLine().getOut();
        out.printf("%-16s %14s %14s %11s%n", "figure", "headroom", "cloudsim", "difference");
        lines.forEach(out::println);
        double worst =
                lines.stream().mapToDouble(DayFigures.Line::difference).max().orElse(0);
        out.printf("seed=%d steps=%d largest_difference=%.4f agree=%b%n", seed, steps, worst, agree);
        return agree ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }

    private void require(boolean ok, String message) {
        if (!ok) {
            throw new ParameterException(spec.commandLine(), message);
        }
    }
}
