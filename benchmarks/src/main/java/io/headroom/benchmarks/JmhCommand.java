package io.headroom.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.openjdk.jmh.Main;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** Hands everything on to JMH. */
@Command(name = "jmh", description = "Runs the speed benchmarks; the options are JMH's own (jmh -h lists them).")
final class JmhCommand implements Callable<Integer> {
    @Unmatched
    private List<String> arguments = new ArrayList<>();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        String[] args = arguments.toArray(String[]::new);
        try {
            Main.main(checked(args));
            return CommandLine.ExitCode.OK;
        } catch (CommandLineOptionException e) {
            throw new ParameterException(spec.commandLine(), Failures.of(e), e);
        }
    }

    /** Refuses what JMH would refuse by ending the process with another status. */
    private static String[] checked(String[] args) throws CommandLineOptionException {
        return new CommandLineOptions(args).shouldHelp() ? new String[] {"-h"} : args;
    }
}
