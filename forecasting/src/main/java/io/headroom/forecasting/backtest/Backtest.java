package io.headroom.forecasting.backtest;

import io.headroom.core.Checks;
import io.headroom.core.RateSeries;
import io.headroom.core.SeriesKey;
import io.headroom.spi.Predictor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * A rolling-origin backtest: it replays series and lets predictors forecast at one origin after the other, each from what came before.
 *
 * <pre>{@code
 * BacktestResult result = Backtest.builder(24, 168)          // forecast 24 steps; the season is 168
 *         .predictors(PredictorSettings.ofPeriods(24, 168), "ets", "seasonal-naive")
 *         .warmup(60 * 24)
 *         .build()
 *         .run(series);
 * System.out.println(result.table().text());
 * }</pre>
 *
 * <p>Scores and their order depend on the series and the settings alone, not on threads, as long as no deadline is reached. Work is the
 * number of fits, plus one forecast with about 30 quantiles a step for each predictor, series and origin. Immutable and thread-safe.
 */
public final class Backtest {
    private final Map<String, Predictor> predictors;
    private final String baseline;
    private final BacktestSettings settings;
    private final int threads;
    private final BacktestListener listener;

    Backtest(
            Map<String, Predictor> predictors,
            String baseline,
            BacktestSettings settings,
            int threads,
            BacktestListener listener) {
        this.predictors = predictors;
        this.baseline = baseline;
        this.settings = settings;
        this.threads = threads;
        this.listener = listener;
    }

    /**
     * Starts a backtest.
     *
     * @param horizon steps to forecast at each origin, 1 or more
     * @param season steps in a season, for the scale of errors and for the seasonal naive baseline; 1 if there is none
     * @return a builder; predictors and either a warm-up or a number of origins are required
     * @throws IllegalArgumentException if either is below 1
     */
    public static BacktestBuilder builder(int horizon, int season) {
        return new BacktestBuilder(
                Checks.inRange(horizon, 1, 100_000, "horizon"), Checks.inRange(season, 1, 10_000_000, "season"));
    }

    /**
     * Runs it.
     *
     * @param series the series by name; those too short for one origin are skipped, and named by {@link BacktestResult#skipped}
     * @return the result
     * @throws IllegalArgumentException if no series is long enough
     * @throws CancellationException if this thread is interrupted; its flag stays set
     */
    public BacktestResult run(Map<SeriesKey, RateSeries> series) {
        long start = settings.ticker().getAsLong();
        SortedMap<SeriesKey, String> skipped = new TreeMap<>();
        List<Split> splits = splits(series, skipped);
        Map<String, ModelSource> sources = new LinkedHashMap<>();
        predictors.forEach((label, predictor) -> sources.put(label, ModelSource.of(predictor, splits, settings)));
        Map<String, List<SeriesOutcome>> outcomes = new LinkedHashMap<>();
        sources.keySet().forEach(label -> outcomes.put(label, new ArrayList<>()));
        runAll(sources, splits, outcomes);
        List<PredictorResult> results = new ArrayList<>();
        outcomes.forEach((label, of) -> results.add(PredictorResult.of(label, of, settings)));
        long origins = splits.stream().mapToLong(s -> s.origins().size()).sum();
        Duration wall = Duration.ofNanos(settings.ticker().getAsLong() - start);
        return new BacktestResult(settings, results, baseline, origins, skipped, wall);
    }

    private List<Split> splits(Map<SeriesKey, RateSeries> series, SortedMap<SeriesKey, String> skipped) {
        List<Split> splits = new ArrayList<>();
        Schedule schedule = settings.schedule();
        new TreeMap<>(series).forEach((key, rates) -> {
            List<Integer> origins = schedule.of(rates.length());
            if (origins.isEmpty()) {
                skipped.put(
                        key,
                        "it has " + rates.length() + " steps, an origin needs " + schedule.warmup() + " before it and "
                                + schedule.reach() + " after");
            } else {
                splits.add(new Split(key, rates, origins));
            }
        });
        if (splits.isEmpty()) {
            throw Checks.failure(
                    "backtest of " + series.size() + " series",
                    "must have one with " + schedule.warmup() + " steps before an origin and " + schedule.reach()
                            + " after",
                    "the warm-up or the horizon is too long for these series");
        }
        return splits;
    }

    private void runAll(
            Map<String, ModelSource> sources, List<Split> splits, Map<String, List<SeriesOutcome>> outcomes) {
        ExecutorService executor = Executors.newFixedThreadPool(threads, Backtest::thread);
        try {
            List<Future<Map<String, SeriesOutcome>>> futures = new ArrayList<>();
            splits.forEach(split -> futures.add(executor.submit(() -> runOne(sources, split))));
            for (int i = 0; i < futures.size(); i++) {
                Futures.get(futures.get(i))
                        .forEach((label, outcome) -> outcomes.computeIfAbsent(label, l -> new ArrayList<>())
                                .add(outcome));
                listener.progress(i + 1, futures.size());
            }
        } finally {
            executor.shutdownNow();
        }
    }

    private Map<String, SeriesOutcome> runOne(Map<String, ModelSource> sources, Split split) {
        Map<String, SeriesOutcome> all = new LinkedHashMap<>();
        sources.forEach((label, models) -> all.put(label, new PredictorRun(settings, label, models, split).run()));
        return all;
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "headroom-backtest");
        thread.setDaemon(true);
        return thread;
    }
}
