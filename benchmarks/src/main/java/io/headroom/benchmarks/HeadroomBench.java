package io.headroom.benchmarks;

import io.headroom.benchmarks.data.BadInputException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** Reads the command line and starts a command. */
@Command(
        name = HeadroomBench.NAME,
        description = "Measures Headroom: accuracy, allocation, speed.",
        subcommands = {
            ForecastCommand.class,
            TrackCommand.class,
            AllocateCommand.class,
            FrontierCommand.class,
            PairsCommand.class,
            AnomaliesCommand.class,
            ScaleCommand.class,
            RegionsCommand.class,
            JmhCommand.class
        })
public final class HeadroomBench implements Callable<Integer> {
    static final String NAME = "headroom-bench";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** For picocli. */
    public HeadroomBench() {}

    /**
     * Runs the program and ends the process with its exit status.
     *
     * @param args command and options
     */
    public static void main(String[] args) {
        // The libraries log through slf4j-api; this program brings no provider, and needs no notice of it.
        if (System.getProperty("slf4j.internal.verbosity") == null) {
            System.setProperty("slf4j.internal.verbosity", "ERROR");
        }
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(out, err, args));
    }

    /**
     * Runs the program.
     *
     * @param out takes the summary
     * @param err takes progress and problems
     * @param args command and options
     * @return exit status: 0 done, 1 a run failed, 2 bad arguments or input
     */
    static int run(PrintWriter out, PrintWriter err, String... args) {
        CommandLine commandLine = new CommandLine(new HeadroomBench());
        addHelp(commandLine);
        commandLine.setOut(out);
        commandLine.setErr(err);
        commandLine.setExpandAtFiles(false);
        commandLine.setParameterExceptionHandler((e, ignored) -> refuse(e.getCommandLine(), message(e)));
        commandLine.setExecutionExceptionHandler((e, command, ignored) -> {
            if (e instanceof BadInputException) {
                return refuse(command, String.valueOf(e.getMessage()));
            }
            e.printStackTrace(command.getErr());
            return CommandLine.ExitCode.SOFTWARE;
        });
        int status = commandLine.execute(args);
        out.flush();
        err.flush();
        return status;
    }

    /** To every command but {@code jmh}, whose options are not ours. */
    private static void addHelp(CommandLine root) {
        root.getCommandSpec().addOption(help());
        for (CommandLine command : root.getSubcommands().values()) {
            if (!(command.getCommand() instanceof JmhCommand)) {
                command.getCommandSpec().addOption(help());
            }
        }
    }

    private static OptionSpec help() {
        return OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("Show this help.")
                .build();
    }

    private static String message(ParameterException e) {
        boolean root = e.getCommandLine().getParent() == null;
        if (root && e instanceof UnmatchedArgumentException unmatched) {
            List<String> args = unmatched.getUnmatched();
            if (!args.isEmpty() && !args.get(0).startsWith("-")) {
                return "unknown command '" + args.get(0) + "'; " + commands(e.getCommandLine());
            }
        }
        return String.valueOf(e.getMessage());
    }

    private static int refuse(CommandLine command, String message) {
        String name = command.getCommandSpec().qualifiedName();
        command.getErr().println(name + ": " + Failures.oneLine(message));
        return CommandLine.ExitCode.USAGE;
    }

    private static String commands(CommandLine root) {
        return "the commands are " + String.join(", ", root.getSubcommands().keySet());
    }

    @Override
    public Integer call() {
        CommandLine root = spec.commandLine();
        throw new ParameterException(root, "a command is missing; " + commands(root));
    }
}
