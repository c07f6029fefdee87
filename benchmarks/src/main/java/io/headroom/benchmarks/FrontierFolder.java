package io.headroom.benchmarks;

import io.headroom.benchmarks.data.BadInputException;
import io.headroom.benchmarks.data.CsvOutput;
import io.headroom.benchmarks.data.ScoresFile;
import io.headroom.benchmarks.data.UnitsFile;
import io.headroom.simulation.strategy.frontier.FrontierPoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The folder that a sweep writes: {@code units.csv}, {@code summary.csv}, {@code series.csv} and a file of runs for each point
 * (for each point and step, if series of several steps are swept: a scorer reads one step at a time). Not thread-safe.
 */
final class FrontierFolder implements AutoCloseable {
    /** How runs are written. */
    enum Runs {
        /** One file a point. */
        CSV(".csv"),
        /** The same, gzipped. */
        GZ(".csv.gz"),
        /** Not at all: scores alone. */
        NONE("");

        private final String ending;

        Runs(String ending) {
            this.ending = ending;
        }
    }

    private final Path folder;
    private final Runs runs;
    private final long seed;
    private final boolean severalSteps;
    private final FrontierSummary summary;
    private final CsvOutput scores;

    /**
     * Makes the folder and its tables.
     *
     * @param folder the folder; what is above it must be there
     * @param runs how runs are written
     * @param seed the seed that their names tell
     * @param series all series
     * @throws BadInputException if something can't be written
     */
    FrontierFolder(Path folder, Runs runs, long seed, Collection<PlannedSeries> series) {
        this.folder = folder;
        this.runs = runs;
        this.seed = seed;
        Set<Duration> steps = new TreeSet<>();
        series.forEach(s -> steps.add(s.step()));
        this.severalSteps = steps.size() > 1;
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new BadInputException("folder " + folder + " can't be made: " + e.getMessage(), e);
        }
        try (CsvOutput units = UnitsFile.create(folder.resolve("units.csv"))) {
            series.forEach(s -> AllocateRun.writeUnit(s.name(), s.plan(), units));
        }
        this.summary = new FrontierSummary(folder.resolve("summary.csv"));
        this.scores = ScoresFile.create(folder.resolve("series.csv"));
    }

    /** Writes the rows of a point in both tables. */
    void write(SweepPoint point, FrontierPoint result, int failed) {
        summary.write(point, result, failed);
        ScoresFile.write(scores, point.strategy().toString(), point.lead(), result);
    }

    /** Opens the files of a point's runs. */
    RunFiles runs(SweepPoint point) {
        return new RunFiles(point);
    }

    @Override
    public void close() {
        summary.close();
        scores.close();
    }

    /** The files of one point. */
    final class RunFiles implements AutoCloseable {
        private final SweepPoint point;
        private final Map<Duration, CsvOutput> files = new LinkedHashMap<>();

        private RunFiles(SweepPoint point) {
            this.point = point;
        }

        void write(PlannedSeries series, AllocateRun.Result result) {
            if (runs != Runs.NONE) {
                result.writeRun(series.name(), files.computeIfAbsent(series.step(), this::open));
            }
        }

        private CsvOutput open(Duration step) {
            String name = point.fileName(seed) + (severalSteps ? "-" + step : "") + runs.ending;
            CsvOutput out = CsvOutput.open(folder.resolve(name));
            out.row(AllocateRun.COLUMNS);
            return out;
        }

        @Override
        public void close() {
            List.copyOf(files.values()).forEach(CsvOutput::close);
        }
    }
}
