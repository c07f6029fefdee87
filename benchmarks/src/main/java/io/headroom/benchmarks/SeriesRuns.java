package io.headroom.benchmarks;

import io.headroom.benchmarks.data.NamedSeries;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Does the same with every series, several at once, and tells of the progress. One that fails does not stop the others. */
final class SeriesRuns {
    private static final long REPORT_NANOS = 2_000_000_000L;

    private final String name;
    private final int threads;
    private final PrintWriter err;

    /**
     * Runs of a command.
     *
     * @param name the command, for messages
     * @param threads series at once, 1 or more
     * @param err takes progress and failures
     */
    SeriesRuns(String name, int threads, PrintWriter err) {
        this.name = name;
        this.threads = threads;
        this.err = err;
    }

    /** A series and what came of it; empty if it failed. */
    record Outcome<R>(NamedSeries series, Optional<R> result) {}

    /** What came of all series, in their order. */
    record Outcomes<R>(List<Outcome<R>> all, double wallSeconds) {
        int failed() {
            return (int) all.stream().filter(o -> o.result().isEmpty()).count();
        }

        List<R> results() {
            return all.stream().flatMap(o -> o.result().stream()).toList();
        }
    }

    /** Runs the work; a runtime exception of one series is told of and contained. */
    <R> Outcomes<R> run(List<NamedSeries> series, Function<NamedSeries, R> work) {
        long start = System.nanoTime();
        long told = start;
        try (SeriesJobs jobs = new SeriesJobs(name, threads, err)) {
            List<Future<R>> futures = new ArrayList<>();
            series.forEach(s -> futures.add(jobs.submit(() -> work.apply(s))));
            List<Outcome<R>> outcomes = new ArrayList<>();
            for (int i = 0; i < futures.size(); i++) {
                NamedSeries done = series.get(i);
                outcomes.add(new Outcome<>(done, jobs.result(done.name(), futures.get(i))));
                if (System.nanoTime() - told > REPORT_NANOS) {
                    told = System.nanoTime();
                    err.printf(Locale.ROOT, "%s: %d of %d series%n", name, i + 1, futures.size());
                }
            }
            return new Outcomes<>(outcomes, (System.nanoTime() - start) / 1e9);
        }
    }
}
