package io.headroom.forecasting.backtest;

import io.headroom.core.Checks;
import io.headroom.core.Rung;
import io.headroom.core.SeriesKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What one predictor did in a backtest. Immutable and thread-safe. */
public final class PredictorResult {
    private final String label;
    private final Scores scores;
    private final List<HorizonBucket> buckets;
    private final Map<SeriesKey, SeriesResult> series;
    private final Map<Rung, Integer> rungs;
    private final List<FailedForecast> failures;
    private final Timing timing;

    private PredictorResult(
            String label,
            Scores scores,
            List<HorizonBucket> buckets,
            Map<SeriesKey, SeriesResult> series,
            Map<Rung, Integer> rungs,
            List<FailedForecast> failures,
            Timing timing) {
        this.label = label;
        this.scores = scores;
        this.buckets = List.copyOf(buckets);
        this.series = Collections.unmodifiableMap(series);
        this.rungs = Collections.unmodifiableMap(rungs);
        this.failures = List.copyOf(failures);
        this.timing = timing;
    }

    /** Puts the outcomes of all series together, in their order. */
    static PredictorResult of(String label, List<SeriesOutcome> outcomes, BacktestSettings settings) {
        Map<SeriesKey, SeriesResult> series = new TreeMap<>();
        Map<Rung, Integer> rungs = new EnumMap<>(Rung.class);
        List<FailedForecast> failures = new ArrayList<>();
        Timing timing = Timing.NONE;
        for (SeriesOutcome outcome : outcomes) {
            series.put(outcome.result().series(), outcome.result());
            outcome.rungs().forEach((rung, n) -> rungs.merge(rung, n, Integer::sum));
            failures.addAll(outcome.failures());
            timing = timing.plus(outcome.timing());
        }
        List<HorizonBucket> buckets = new ArrayList<>();
        for (int b = 0; b < settings.buckets(); b++) {
            int bucket = b;
            int first = b * settings.bucketLength() + 1;
            int last = Math.min(settings.horizon(), first + settings.bucketLength() - 1);
            List<Scores> parts =
                    outcomes.stream().map(o -> o.buckets().get(bucket)).toList();
            buckets.add(new HorizonBucket(first, last, Scores.mean(parts)));
        }
        Scores overall =
                Scores.mean(outcomes.stream().map(o -> o.result().scores()).toList());
        return new PredictorResult(label, overall, buckets, series, rungs, failures, timing);
    }

    /**
     * The predictor's label.
     *
     * @return as given to the builder
     */
    public String label() {
        return label;
    }

    /**
     * The scores over all series.
     *
     * @return the scores
     */
    public Scores scores() {
        return scores;
    }

    /**
     * The scores over all series by part of the horizon.
     *
     * @return the parts, nearest first
     */
    public List<HorizonBucket> buckets() {
        return buckets;
    }

    /**
     * What it did on each series.
     *
     * @return an immutable map in the order of keys
     */
    public Map<SeriesKey, SeriesResult> series() {
        return series;
    }

    /**
     * What it did on one series.
     *
     * @param key the series
     * @return the result
     * @throws IllegalArgumentException if the series was not forecast
     */
    public SeriesResult series(SeriesKey key) {
        SeriesResult result = series.get(key);
        if (result == null) {
            throw Checks.failure(
                    "series " + key, "must be one of the " + series.size() + " that were forecast", "it was too short");
        }
        return result;
    }

    /**
     * How many forecasts stood on which rung. Failed ones stand on none.
     *
     * @return an immutable map, best rung first
     */
    public Map<Rung, Integer> rungs() {
        return rungs;
    }

    /**
     * How many forecasts did not stand on the full model.
     *
     * @return 0 or more, failures not included
     */
    public int belowFull() {
        return rungs.entrySet().stream()
                .filter(e -> e.getKey() != Rung.FULL)
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    /**
     * The forecasts that it did not give; the seasonal naive forecast was scored in their place.
     *
     * @return all of them, in the order of series and origins
     */
    public List<FailedForecast> failures() {
        return failures;
    }

    /**
     * Its work and the time it took.
     *
     * @return the times
     */
    public Timing timing() {
        return timing;
    }
}
