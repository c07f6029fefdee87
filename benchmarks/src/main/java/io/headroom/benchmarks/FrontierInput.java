package io.headroom.benchmarks;

import io.headroom.benchmarks.data.NamedSeries;
import io.headroom.benchmarks.data.SeriesFile;
import io.headroom.benchmarks.data.UnitsFile;
import io.headroom.core.RateSeries;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say which files are read and how their series are evaluated. */
final class FrontierInput extends SelectionOptions {
    @Option(
            names = "--in",
            required = true,
            split = ",",
            paramLabel = "FILE",
            description = {
                "CSV files, gzipped or plain, in any layout that the other commands read. One row is one step. Series of the same name in "
                        + "two files are told apart by FILE/ before it."
            })
    private List<Path> in = new ArrayList<>();

    @Option(
            names = "--step",
            required = true,
            split = ",",
            paramLabel = "PT1M",
            description = "Length of a step: one for all files, or one for each.")
    private List<Duration> steps = new ArrayList<>();

    @Option(
            names = "--rows",
            paramLabel = "A:B",
            description =
                    "Only the rows from A up to B, from 0, without B, of every file; rows are counted from A then.")
    private @Nullable String rows;

    @Mixin
    private EvaluationOptions evaluation = new EvaluationOptions();

    /** Refuses what can't be right before a file is read; returns the steps. */
    List<Duration> checkedSteps() {
        check();
        if (steps.size() != 1 && steps.size() != in.size()) {
            throw refused("--step has " + steps.size() + " values for " + in.size()
                    + " files, but must have one, or one for each");
        }
        steps.forEach(evaluation::check);
        range();
        return List.copyOf(steps);
    }

    /** First row and the row after the last. */
    private int[] range() {
        if (rows == null) {
            return new int[] {0, Integer.MAX_VALUE};
        }
        String[] ends = rows.split(":", -1);
        try {
            int from = Integer.parseInt(ends[0]);
            int to = Integer.parseInt(ends[ends.length - 1]);
            if (ends.length == 2 && from >= 0 && to > from) {
                return new int[] {from, to};
            }
        } catch (NumberFormatException e) {
            throw refused("--rows is " + rows + ", but must be A:B, two whole numbers");
        }
        throw refused("--rows is " + rows + ", but must be A:B with 0 <= A < B");
    }

    /** A file as it was read. */
    private record Read(Path file, Duration step, SeriesFile content) {}

    /**
     * Reads the files and plans their series, several at once.
     *
     * @return the series in order; empty for one that can't be evaluated, which was told of
     */
    List<Optional<PlannedSeries>> read(SeriesJobs jobs) {
        UnitsFile sizes = evaluation.units();
        List<Read> files = files();
        Set<String> twice = twice(files);
        List<String> names = new ArrayList<>();
        List<Future<PlannedSeries>> futures = new ArrayList<>();
        for (Read file : files) {
            SeriesPlans plans = evaluation.plans(file.step(), file.content(), sizes);
            for (NamedSeries series : eachKth(file.content().series())) {
                String name = twice.contains(series.name()) ? stem(file.file()) + "/" + series.name() : series.name();
                if (names.contains(name)) {
                    throw refused("series '" + name + "' is in two files of one name");
                }
                NamedSeries part = new NamedSeries(name, part(series.rates()));
                names.add(name);
                futures.add(jobs.submit(() -> new PlannedSeries(name, plans.plan(part))));
            }
        }
        List<Optional<PlannedSeries>> planned = new ArrayList<>();
        for (int i = 0; i < futures.size(); i++) {
            planned.add(jobs.result(names.get(i), futures.get(i)));
        }
        return planned;
    }

    private List<Read> files() {
        List<Read> files = new ArrayList<>();
        Set<String> lost = names();
        for (int i = 0; i < in.size(); i++) {
            SeriesFile content = SeriesFile.readAny(in.get(i), names());
            content.series().forEach(s -> lost.remove(s.name()));
            files.add(new Read(in.get(i), steps.get(steps.size() == 1 ? 0 : i), content));
        }
        if (!lost.isEmpty()) {
            throw refused("no file has a series named " + lost);
        }
        return files;
    }

    private static Set<String> twice(List<Read> files) {
        Map<String, Integer> count = new HashMap<>();
        files.forEach(f -> f.content().series().forEach(s -> count.merge(s.name(), 1, Integer::sum)));
        Set<String> twice = new HashSet<>(count.keySet());
        twice.removeIf(name -> count.getOrDefault(name, 0) < 2);
        return twice;
    }

    /** {@code data/x.csv.gz} becomes {@code x}. */
    private static String stem(Path file) {
        return String.valueOf(file.getFileName()).replaceFirst("(\\.csv)?(\\.gz)?$", "");
    }

    private RateSeries part(RateSeries rates) {
        int[] range = range();
        return rates.slice(Math.min(range[0], rates.length()), Math.min(range[1], rates.length()));
    }
}
