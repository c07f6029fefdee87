package io.headroom.benchmarks;

import io.headroom.benchmarks.data.NamedSeries;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that say which of the series are taken and how many run at once. */
class SelectionOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--series",
            split = ",",
            paramLabel = "NAME",
            description = "Only these series; the values of others are not looked at.")
    private List<String> names = new ArrayList<>();

    @Option(
            names = "--every",
            defaultValue = "1",
            paramLabel = "K",
            description = "Only each K-th series, from the first on (default: ${DEFAULT-VALUE}).")
    private int every;

    @Option(
            names = "--threads",
            defaultValue = "1",
            paramLabel = "T",
            description = "Series run at once; times are taken per series and suffer from more than there are cores "
                    + "(default: ${DEFAULT-VALUE}).")
    private int threads;

    /** Refuses options that can't be right. */
    final void check() {
        atLeast(every, 1, "--every");
        atLeast(threads, 1, "--threads");
    }

    /** The names of the series that are wanted; empty means all. */
    final Set<String> names() {
        return new LinkedHashSet<>(names);
    }

    /** Each K-th series. */
    final List<NamedSeries> eachKth(List<NamedSeries> series) {
        List<NamedSeries> kept = new ArrayList<>();
        for (int i = 0; i < series.size(); i += every) {
            kept.add(series.get(i));
        }
        return kept;
    }

    final void atLeast(long value, long bound, String option) {
        if (value < bound) {
            throw refused(option + " is " + value + ", but must be " + bound + " or more");
        }
    }

    final ParameterException refused(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    final CommandSpec spec() {
        return spec;
    }

    final int threads() {
        return threads;
    }
}
