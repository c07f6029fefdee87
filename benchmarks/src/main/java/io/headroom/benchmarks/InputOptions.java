package io.headroom.benchmarks;

import io.headroom.benchmarks.data.SeriesFile;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The options that say which series are read, where results go and how many series run at once. */
final class InputOptions extends SelectionOptions {
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

    /** Reads the file and leaves out what is not wanted; refuses options that can't be right before any work is done. */
    SeriesFile read() {
        check();
        requireFolder(spec(), out);
        SeriesFile file = SeriesFile.read(in, names());
        return new SeriesFile(file.layout(), eachKth(file.series()));
    }

    static void requireFolder(CommandSpec spec, Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new ParameterException(spec.commandLine(), "folder of --out " + file + " is not there");
        }
    }

    Path out() {
        return out;
    }
}
