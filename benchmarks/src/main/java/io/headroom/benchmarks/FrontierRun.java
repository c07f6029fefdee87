package io.headroom.benchmarks;

import io.headroom.simulation.strategy.frontier.FrontierPoint;
import io.headroom.simulation.strategy.frontier.FrontierSweep;
import io.headroom.simulation.strategy.frontier.SeriesScore;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Future;

/**
 * Runs every point of a sweep over every series, several runs at once, and writes each point when its last run is done. A run that
 * fails is told of and left out of its point. Used by one thread.
 */
final class FrontierRun {
    private static final long REPORT_NANOS = 2_000_000_000L;

    /** Runs wait in memory until their point is written: not more than so many. */
    private static final int MOST_WAITING = 64;

    private final List<PlannedSeries> series;
    private final SweepOptions options;
    private final FrontierFolder folder;
    private final SeriesJobs jobs;
    private final PrintWriter err;
    private final Map<SweepKey, List<FrontierPoint>> sweeps = new LinkedHashMap<>();
    private int failed;

    private record SweepKey(String strategy, Duration lead) {}

    /** A point whose runs are under way. */
    private record Pending(SweepPoint point, List<PlannedSeries> series, List<Future<AllocateRun.Result>> runs) {}

    FrontierRun(
            List<PlannedSeries> series, SweepOptions options, FrontierFolder folder, SeriesJobs jobs, PrintWriter err) {
        this.series = List.copyOf(series);
        this.options = options;
        this.folder = folder;
        this.jobs = jobs;
        this.err = err;
    }

    /** What is to be run: by lead, then by strategy. */
    List<SweepPoint> points() {
        Set<Duration> leads = new TreeSet<>();
        series.forEach(s -> leads.addAll(options.leads(s.step())));
        return leads.stream().flatMap(lead -> options.points(lead).stream()).toList();
    }

    /** Runs all of it; returns the sweeps by lead and strategy. */
    List<FrontierSweep> run() {
        List<SweepPoint> points = points();
        Deque<Pending> pending = new ArrayDeque<>();
        int waiting = 0;
        int done = 0;
        long told = System.nanoTime();
        for (SweepPoint point : points) {
            Pending next = submit(point);
            pending.add(next);
            waiting += next.runs().size();
            while (waiting > MOST_WAITING) {
                Pending first = pending.remove();
                waiting -= first.runs().size();
                finish(first);
                done++;
                if (System.nanoTime() - told > REPORT_NANOS) {
                    told = System.nanoTime();
                    err.printf(Locale.ROOT, "frontier: %d of %d points%n", done, points.size());
                    err.flush();
                }
            }
        }
        pending.forEach(this::finish);
        List<FrontierSweep> all = new ArrayList<>();
        sweeps.forEach((key, found) -> all.add(new FrontierSweep(key.strategy(), key.lead(), found)));
        return all;
    }

    private Pending submit(SweepPoint point) {
        List<PlannedSeries> here = series.stream()
                .filter(s -> options.leads(s.step()).contains(point.lead()))
                .toList();
        AllocateRun run =
                new AllocateRun(plan -> options.strategy(point.strategy(), plan), point.safety(), point.lead());
        return new Pending(
                point,
                here,
                here.stream().map(s -> jobs.submit(() -> run.play(s.plan()))).toList());
    }

    private void finish(Pending pending) {
        List<SeriesScore> scores = new ArrayList<>();
        try (FrontierFolder.RunFiles files = folder.runs(pending.point())) {
            for (int i = 0; i < pending.series().size(); i++) {
                PlannedSeries each = pending.series().get(i);
                Optional<AllocateRun.Result> result = jobs.result(
                        each.name() + "' of '" + pending.point(), pending.runs().get(i));
                result.ifPresent(r -> {
                    files.write(each, r);
                    scores.add(new SeriesScore(each.name(), r.score()));
                });
            }
        }
        int lost = pending.series().size() - scores.size();
        failed += lost;
        if (!scores.isEmpty()) {
            SweepPoint point = pending.point();
            FrontierPoint result = FrontierPoint.of(point.safety(), scores);
            folder.write(point, result, lost);
            sweeps.computeIfAbsent(new SweepKey(point.strategy().toString(), point.lead()), key -> new ArrayList<>())
                    .add(result);
        }
    }

    /** Runs that failed. */
    int failed() {
        return failed;
    }
}
