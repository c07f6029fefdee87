package io.headroom.benchmarks;

import io.headroom.benchmarks.data.CsvOutput;
import io.headroom.benchmarks.data.StampedValue;
import io.headroom.forecasting.anomaly.NoveltyDetector;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Scores every value of every series by what came before it. */
@Command(
        name = "anomalies",
        description = {
            "Scores every value of every series by the values before it; labels are not read.",
            "Writes series,timestamp,value,score,anomaly in the order of the input: score in nats, empty where the value is "
                    + "missing; anomaly 1 where the score reaches the threshold. ms_per_point is the time of the detector alone."
        })
final class AnomaliesCommand implements Callable<Integer> {
    @Option(
            names = "--in",
            required = true,
            paramLabel = "FILE",
            description =
                    "CSV, gzipped or plain, in the layouts of forecast; values of either sign; an empty field is missing.")
    private Path in = Path.of("");

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description = "CSV to write; gzipped if the name ends in .gz.")
    private Path out = Path.of("");

    @Option(
            names = "--threshold",
            paramLabel = "S",
            description = "Score from which on a value is an anomaly, in nats (default: the detector's own).")
    private @Nullable Double threshold;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        if (threshold != null && !(threshold > 0 && threshold < Double.POSITIVE_INFINITY)) {
            throw new ParameterException(
                    spec.commandLine(), "--threshold is " + threshold + ", but must be finite and above 0");
        }
        InputOptions.requireFolder(spec, out);
        List<StampedValue> values = StampedValue.read(in);
        Map<String, NoveltyDetector> detectors = new HashMap<>();
        long nanos = 0;
        try (CsvOutput file = CsvOutput.open(out)) {
            file.row(List.of("series", "timestamp", "value", "score", "anomaly"));
            for (StampedValue v : values) {
                NoveltyDetector detector = detectors.computeIfAbsent(v.series(), name -> detector());
                long start = System.nanoTime();
                detector.observe(v.value());
                nanos += System.nanoTime() - start;
                String score = v.text().isEmpty() ? "" : Double.toString(detector.score());
                String anomaly = detector.score() >= detector.threshold() ? "1" : "0";
                file.row(List.of(v.series(), v.timestamp(), v.text(), score, anomaly));
            }
        }
        new Summary()
                .put("series", detectors.size())
                .put("points", values.size())
                .put("ms_per_point", nanos / 1e6 / values.size(), 6)
                .print(spec.commandLine().getOut());
        return CommandLine.ExitCode.OK;
    }

    private NoveltyDetector detector() {
        var builder = NoveltyDetector.builder();
        if (threshold != null) {
            builder.threshold(threshold);
        }
        return builder.build();
    }
}
