package io.headroom.benchmarks;

import io.headroom.benchmarks.data.SeriesFile;
import io.headroom.benchmarks.data.UnitsFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that say in which units a series is evaluated, and from where on. */
final class EvaluationOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--units",
            paramLabel = "FILE",
            description =
                    "CSV with series,unit_capacity and perhaps t0_index (first evaluated row, from 0): these replace the "
                            + "computed ones.")
    private @Nullable Path units;

    @Option(
            names = "--start",
            paramLabel = "N",
            description = "First evaluated row, from 0, of the series for which --units gives none.")
    private @Nullable Integer start;

    /** Refuses a start that can't be and a step that no series can have. */
    void check(Duration step) {
        if (step.isZero() || step.isNegative() || !step.equals(Duration.ofMillis(step.toMillis()))) {
            throw refused("--step is " + step + ", but must be whole milliseconds, longer than zero");
        }
        if (start != null && start < 1) {
            throw refused("--start is " + start + ", but must be 1 or more");
        }
    }

    private ParameterException refused(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    /** The units that were given; none if no file was. */
    UnitsFile units() {
        return units == null ? new UnitsFile(Map.of()) : UnitsFile.read(units);
    }

    /** The plans of a file's series. */
    SeriesPlans plans(Duration step, SeriesFile file, UnitsFile sizes) {
        return new SeriesPlans(step, file.layout(), sizes, start);
    }
}
