package io.headroom.forecasting.backtest;

import io.headroom.core.Checks;
import io.headroom.core.Window;
import io.headroom.forecasting.Predictors;
import io.headroom.spi.EventCalendar;
import io.headroom.spi.Predictor;
import io.headroom.spi.PredictorSettings;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Builds a {@link Backtest}. Not thread-safe. */
public final class BacktestBuilder {
    private static final int DEFAULT_BUCKETS = 12;

    private final int horizon;
    private final int season;
    private final Map<String, Predictor> predictors = new LinkedHashMap<>();
    private Optional<String> baseline = Optional.empty();
    private int warmup;
    private int origins;
    private int stride;
    private int refitEvery = 1;
    private int bucketLength;
    private List<Double> quantiles = List.of(0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9);
    private double interval = 0.95;
    private Optional<Window> window = Optional.empty();
    private double windowLevel = 0.99;
    private Optional<Duration> deadline = Optional.empty();
    private EventCalendar events = EventCalendar.none();
    private long seed;
    private LongSupplier ticker = System::nanoTime;
    private Score primary = Score.MASE;
    private boolean keepForecasts = true;
    private int threads = 1;
    private BacktestListener listener = (done, total) -> {};

    BacktestBuilder(int horizon, int season) {
        this.horizon = horizon;
        this.season = season;
        this.stride = horizon;
    }

    /**
     * A predictor under its own name.
     *
     * @param value the predictor
     * @return this
     * @throws IllegalArgumentException if another has that label
     */
    public BacktestBuilder predictor(Predictor value) {
        return predictor(value.name(), value);
    }

    /**
     * A predictor under a label: two settings of one method can be compared.
     *
     * @param label what tables call it
     * @param value the predictor; a global one is fitted to all series, each up to the moment of the origin
     * @return this
     * @throws IllegalArgumentException if the label is no name, or taken
     */
    public BacktestBuilder predictor(String label, Predictor value) {
        Checks.name(label, "predictor label");
        if (predictors.putIfAbsent(label, value) != null) {
            throw Checks.failure(
                    "predictor label '" + label + "'", "must be given once", "the second needs a label of its own");
        }
        return this;
    }

    /**
     * Predictors on the class path by name.
     *
     * @param settings declared seasons and their wall clock
     * @param names names, as in {@link Predictors#names}
     * @return this
     * @throws IllegalArgumentException if nothing provides a name, or a label is taken
     */
    public BacktestBuilder predictors(PredictorSettings settings, String... names) {
        for (String name : names) {
            predictor(Predictors.named(name, settings));
        }
        return this;
    }

    /**
     * The predictor that others' skill is measured against. Default: the one called "seasonal-naive" ("naive" for a season of 1), which is
     * added if it is not there.
     *
     * @param label the label of a predictor
     * @return this
     */
    public BacktestBuilder baseline(String label) {
        this.baseline = Optional.of(label);
        return this;
    }

    /**
     * The least number of steps before the first origin; origins follow from there at each stride. With {@link #origins} it is a lower bound;
     * then its default is two seasons.
     *
     * @param steps 1 or more
     * @return this
     * @throws IllegalArgumentException if it is below 1
     */
    public BacktestBuilder warmup(int steps) {
        this.warmup = Checks.inRange(steps, 1, Integer.MAX_VALUE / 4, "warm-up");
        return this;
    }

    /**
     * How many origins: the last ones of each series for which the whole horizon is known. Default: all from the warm-up on.
     *
     * @param number 1 or more
     * @return this
     * @throws IllegalArgumentException if it is below 1
     */
    public BacktestBuilder origins(int number) {
        this.origins = Checks.inRange(number, 1, Integer.MAX_VALUE / 4, "number of origins");
        return this;
    }

    /**
     * Steps from one origin to the next. Default: the horizon, so that no step is scored twice.
     *
     * @param steps 1 or more
     * @return this
     * @throws IllegalArgumentException if it is below 1
     */
    public BacktestBuilder stride(int steps) {
        this.stride = Checks.inRange(steps, 1, Integer.MAX_VALUE / 4, "stride");
        return this;
    }

    /**
     * Fits anew at each so many origins and tracks in between. Default: 1, at every origin.
     *
     * @param number 1 or more
     * @return this
     * @throws IllegalArgumentException if it is below 1
     */
    public BacktestBuilder refitEvery(int number) {
        this.refitEvery = Checks.inRange(number, 1, Integer.MAX_VALUE / 4, "origins between fits");
        return this;
    }

    /**
     * Fits at the first origin alone, then tracks to the end.
     *
     * @return this
     */
    public BacktestBuilder fitOnce() {
        this.refitEvery = 0;
        return this;
    }

    /**
     * The levels of the weighted quantile loss. Default: 0.1, 0.2, ... 0.9.
     *
     * @param levels probabilities in (0, 1)
     * @return this
     * @throws IllegalArgumentException if there is none, or one is not a probability
     */
    public BacktestBuilder quantiles(double... levels) {
        Checks.inRange(levels.length, 1, 1000, "number of quantile levels");
        Arrays.stream(levels).forEach(p -> Checks.probability(p, "quantile level"));
        this.quantiles = Arrays.stream(levels).boxed().toList();
        return this;
    }

    /**
     * The level of the central interval of coverage, width and interval score. Default: 0.95.
     *
     * @param level probability of lying inside, in (0, 1)
     * @return this
     * @throws IllegalArgumentException if it is not a probability
     */
    public BacktestBuilder interval(double level) {
        this.interval = Checks.probability(level, "interval level");
        return this;
    }

    /**
     * Scores also a quantile of the largest rate in a window: what capacity asked for at the origin has to cover. Default: none.
     *
     * @param value steps ahead; it may end after the horizon
     * @param level the quantile, in (0, 1)
     * @return this
     * @throws IllegalArgumentException if the level is not a probability
     */
    public BacktestBuilder leadWindow(Window value, double level) {
        this.windowLevel = Checks.probability(level, "lead window level");
        this.window = Optional.of(value);
        return this;
    }

    /**
     * Steps of the horizon that share one bucket of scores. Default: as many as make at most 12 buckets.
     *
     * @param steps 1 or more
     * @return this
     * @throws IllegalArgumentException if it is below 1
     */
    public BacktestBuilder bucketLength(int steps) {
        this.bucketLength = Checks.inRange(steps, 1, Integer.MAX_VALUE / 4, "bucket length");
        return this;
    }

    /**
     * The time that one fit may take. Default: no limit.
     *
     * @param value longer than zero
     * @return this
     * @throws IllegalArgumentException if it is not
     */
    public BacktestBuilder deadline(Duration value) {
        this.deadline = Optional.of(Checks.positive(value, "deadline of a fit"));
        return this;
    }

    /**
     * The known events. What was not known at an origin should not be among them. Default: none.
     *
     * @param value the calendar
     * @return this
     */
    public BacktestBuilder events(EventCalendar value) {
        this.events = value;
        return this;
    }

    /**
     * Seed of fits, and of the resampling behind {@link BacktestResult#difference}. Default: 0.
     *
     * @param value any number
     * @return this
     */
    public BacktestBuilder seed(long value) {
        this.seed = value;
        return this;
    }

    /**
     * The score that predictors are ranked by. Default: {@link Score#MASE}.
     *
     * @param value a loss
     * @return this
     * @throws IllegalArgumentException if it is none
     */
    public BacktestBuilder rankBy(Score value) {
        Checks.require(value.isLoss(), "score " + value, "must be a loss", "its best value is not the lowest one");
        this.primary = value;
        return this;
    }

    /**
     * Whether the forecasts at the last origin are kept for charts: 12 bytes for each step, series and predictor. Default: true.
     *
     * @param value false for very many series
     * @return this
     */
    public BacktestBuilder keepForecasts(boolean value) {
        this.keepForecasts = value;
        return this;
    }

    /**
     * Series at once. Default: 1, which times best.
     *
     * @param number 1 or more
     * @return this
     * @throws IllegalArgumentException if it is below 1
     */
    public BacktestBuilder threads(int number) {
        this.threads = Checks.inRange(number, 1, 1024, "number of threads");
        return this;
    }

    /**
     * Follows the backtest. Default: nobody does.
     *
     * @param value the listener
     * @return this
     */
    public BacktestBuilder listener(BacktestListener value) {
        this.listener = value;
        return this;
    }

    /**
     * The monotonic clock of times and deadlines. Default: the machine's.
     *
     * @param nanos nanoseconds from any origin
     * @return this
     */
    public BacktestBuilder ticker(LongSupplier nanos) {
        this.ticker = nanos;
        return this;
    }

    /**
     * Checks the settings and builds.
     *
     * @return the backtest
     * @throws IllegalArgumentException if there is no predictor, neither warm-up nor origins, the baseline is none of the predictors, or
     *     predictors are to be ranked by a lead window that was not given
     */
    public Backtest build() {
        Checks.require(
                !predictors.isEmpty(), "number of predictors 0", "must be 1 or more", "predictor(...) was not called");
        Checks.require(
                warmup > 0 || origins > 0,
                "backtest without origins",
                "must have a warm-up or a number of origins",
                "warmup(...) was not called");
        Checks.require(
                primary != Score.MAX_PINBALL || window.isPresent(),
                "ranking by " + primary,
                "must have a lead window",
                "leadWindow(...) was not called");
        Map<String, Predictor> all = new LinkedHashMap<>(predictors);
        String base = baseline.orElseGet(() -> defaultBaseline(all));
        Checks.require(
                all.containsKey(base),
                "baseline '" + base + "'",
                "must be one of " + all.keySet(),
                "it has another label");
        int reach = Math.max(horizon, window.map(Window::last).orElse(0));
        int least = warmup > 0 ? warmup : 2 * season;
        BacktestSettings settings = new BacktestSettings(
                horizon,
                season,
                new Schedule(least, origins, stride, reach),
                refitEvery,
                bucketLength > 0 ? bucketLength : (horizon + DEFAULT_BUCKETS - 1) / DEFAULT_BUCKETS,
                new LevelGrid(quantiles, interval),
                window,
                windowLevel,
                deadline,
                events,
                seed,
                ticker,
                primary,
                keepForecasts);
        return new Backtest(all, base, settings, threads, listener);
    }

    private String defaultBaseline(Map<String, Predictor> all) {
        Predictor naive = season > 1 ? Predictors.seasonalNaive(season) : Predictors.naive();
        all.putIfAbsent(naive.name(), naive);
        return naive.name();
    }
}
