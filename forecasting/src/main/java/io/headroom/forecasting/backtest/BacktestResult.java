package io.headroom.forecasting.backtest;

import io.headroom.core.Checks;
import io.headroom.core.SeriesKey;
import io.headroom.core.Window;
import java.time.Duration;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What came out of a {@link Backtest}. Immutable and thread-safe. */
public final class BacktestResult {
    /** With fewer series an interval of their mean says nothing. */
    private static final int LEAST_SERIES = 5;

    private final BacktestSettings settings;
    private final List<PredictorResult> predictors;
    private final String baseline;
    private final long origins;
    private final SortedMap<SeriesKey, String> skipped;
    private final Duration wall;

    BacktestResult(
            BacktestSettings settings,
            List<PredictorResult> predictors,
            String baseline,
            long origins,
            SortedMap<SeriesKey, String> skipped,
            Duration wall) {
        this.settings = settings;
        this.predictors = predictors.stream()
                .sorted(Comparator.comparingDouble(p -> p.scores().get(settings.primary())))
                .toList();
        this.baseline = baseline;
        this.origins = origins;
        this.skipped = Collections.unmodifiableSortedMap(new TreeMap<>(skipped));
        this.wall = wall;
    }

    /**
     * The predictors, best first by {@link #primary}; those without that score last.
     *
     * @return one or more
     */
    public List<PredictorResult> predictors() {
        return predictors;
    }

    /**
     * One predictor.
     *
     * @param label its label
     * @return what it did
     * @throws IllegalArgumentException if there is none with that label
     */
    public PredictorResult predictor(String label) {
        return predictors.stream()
                .filter(p -> p.label().equals(label))
                .findFirst()
                .orElseThrow(() -> Checks.failure(
                        "predictor '" + label + "'",
                        "must be one of "
                                + predictors.stream()
                                        .map(PredictorResult::label)
                                        .toList(),
                        "it has another label"));
    }

    /**
     * The predictor with the best primary score.
     *
     * @return the first of {@link #predictors}
     */
    public PredictorResult best() {
        return predictors.get(0);
    }

    /**
     * The rank of a predictor by {@link #primary}: one more than the number of predictors that are better.
     *
     * @param label its label
     * @return 1 or more
     * @throws IllegalArgumentException if there is none with that label
     */
    public int rank(String label) {
        double own = primary(predictor(label));
        return 1
                + (int) predictors.stream()
                        .filter(p -> Double.compare(primary(p), own) < 0)
                        .count();
    }

    private double primary(PredictorResult predictor) {
        return predictor.scores().get(settings.primary());
    }

    /**
     * How much smaller a predictor's loss is than the baseline's: {@code 1 - score / score of the baseline}, of the scores over all series.
     *
     * @param label the predictor
     * @param score a loss
     * @return 1 for a perfect forecast, 0 for one like the baseline's, below 0 for worse; NaN if either score is not defined
     * @throws IllegalArgumentException if there is no such predictor, or the score is no loss
     */
    public double skill(String label, Score score) {
        Checks.require(score.isLoss(), "score " + score, "must be a loss", "its best value is not the lowest one");
        return skill(predictor(label).scores().get(score), baseline().scores().get(score));
    }

    /**
     * A predictor's skill on one series.
     *
     * @param label the predictor
     * @param key the series
     * @return as for all series, by the primary score
     * @throws IllegalArgumentException if there is no such predictor or series
     */
    public double skill(String label, SeriesKey key) {
        return skill(
                predictor(label).series(key).scores().get(settings.primary()),
                baseline().series(key).scores().get(settings.primary()));
    }

    private static double skill(double score, double base) {
        return base > 0 ? 1 - score / base : Double.NaN;
    }

    /**
     * The overall weighted average of M4, with the baseline in the place of Naive2: {@code (sMAPE / sMAPE of the baseline + MASE / MASE of the
     * baseline) / 2}. Means over series come first, then the ratios; never a mean of ratios. They are not rounded.
     *
     * @param label the predictor
     * @return 1 for the baseline; NaN if a score is not defined
     * @throws IllegalArgumentException if there is no such predictor
     */
    public double owa(String label) {
        return 1 - (skill(label, Score.SMAPE) + skill(label, Score.MASE)) / 2;
    }

    /**
     * By how much a predictor is worse than the best by the primary score, with an interval.
     *
     * @param label the predictor
     * @return the difference; empty for fewer than 5 series with both scores
     * @throws IllegalArgumentException if there is no such predictor
     */
    public Optional<ScoreDifference> difference(String label) {
        PredictorResult other = predictor(label);
        double[] differences = best().series().values().stream()
                .mapToDouble(s -> other.series(s.series()).scores().get(settings.primary())
                        - s.scores().get(settings.primary()))
                .filter(d -> !Double.isNaN(d))
                .toArray();
        return differences.length < LEAST_SERIES
                ? Optional.empty()
                : Optional.of(PairedBootstrap.of(differences, settings.seed()));
    }

    /**
     * The comparison of all predictors.
     *
     * @return a table, best first
     */
    public ComparisonTable table() {
        return ComparisonTable.of(this);
    }

    /**
     * The predictor that skill is measured against.
     *
     * @return what it did
     */
    public PredictorResult baseline() {
        return predictor(baseline);
    }

    /**
     * The series that had no origin, and why.
     *
     * @return an immutable map in the order of keys
     */
    public SortedMap<SeriesKey, String> skipped() {
        return skipped;
    }

    /**
     * The score that predictors are ranked by.
     *
     * @return a loss
     */
    public Score primary() {
        return settings.primary();
    }

    /**
     * Number of origins of all series together.
     *
     * @return 1 or more
     */
    public long origins() {
        return origins;
    }

    /**
     * Steps that were forecast at each origin.
     *
     * @return 1 or more
     */
    public int horizon() {
        return settings.horizon();
    }

    /**
     * Steps in a season.
     *
     * @return 1 if there is none
     */
    public int season() {
        return settings.season();
    }

    /**
     * Steps from one origin to the next.
     *
     * @return 1 or more
     */
    public int stride() {
        return settings.schedule().stride();
    }

    /**
     * After how many origins predictors were fitted anew.
     *
     * @return 1 or more; 0 if they were fitted once
     */
    public int refitEvery() {
        return settings.refitEvery();
    }

    /**
     * The level of the central interval.
     *
     * @return a probability
     */
    public double interval() {
        return settings.levels().interval();
    }

    /**
     * The levels of the weighted quantile loss.
     *
     * @return probabilities
     */
    public List<Double> quantiles() {
        return settings.levels().quantiles();
    }

    /**
     * The window whose maximum was scored.
     *
     * @return the window, if one was given
     */
    public Optional<Window> leadWindow() {
        return settings.window();
    }

    /**
     * The level of the maximum over the lead window.
     *
     * @return a probability
     */
    public double leadWindowLevel() {
        return settings.windowLevel();
    }

    /**
     * How long all of it took.
     *
     * @return the time from start to end
     */
    public Duration wall() {
        return wall;
    }
}
