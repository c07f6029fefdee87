package io.headroom.benchmarks;

import io.headroom.benchmarks.data.NamedSeries;
import io.headroom.benchmarks.data.SeriesFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that say which series are read, where results go and how many series run at once. */
final class InputOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--in",
            required = true,
            paramLabel = "FILE",
            description = {
                "CSV, gzipped or plain: series,t,value or series,timestamp,value or timestamp,<series>,... or "
                        + "step,<series>,...; an empty field is missing. One row is one step, whatever its time stamp says."
            })
    private Path in = Path.of("");

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description = "CSV to write; gzipped if the name ends in .gz.")
    private Path out = Path.of("");

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

    /** Reads the file and leaves out what is not wanted; refuses options that can't be right before any work is done. */
    SeriesFile read() {
        atLeast(every, 1, "--every");
        atLeast(threads, 1, "--threads");
        requireFolder(spec, out);
        SeriesFile file = SeriesFile.read(in, new LinkedHashSet<>(names));
        List<NamedSeries> kept = new ArrayList<>();
        for (int i = 0; i < file.series().size(); i += every) {
            kept.add(file.series().get(i));
        }
        return new SeriesFile(file.layout(), kept);
    }

    static void requireFolder(CommandSpec spec, Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new ParameterException(spec.commandLine(), "folder of --out " + file + " is not there");
        }
    }

    void atLeast(long value, long bound, String option) {
        if (value < bound) {
            throw new ParameterException(
                    spec.commandLine(), option + " is " + value + ", but must be " + bound + " or more");
        }
    }

    Path out() {
        return out;
    }

    int threads() {
        return threads;
    }
}
