package io.headroom.forecasting;

import io.headroom.core.Checks;
import io.headroom.forecasting.internal.joined.JoinedPredictor;
import io.headroom.spi.Predictor;
import io.headroom.spi.PredictorProvider;
import io.headroom.spi.PredictorSettings;
import java.util.ServiceLoader;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Makes predictors: those of this module by method, all that are on the class path by name. Stateless and thread-safe.
 */
public final class Predictors {
    /** Before the name of a predictor that fits all flows together. */
    private static final String JOINED = AutoPredictor.NAME + "-";

    private Predictors() {}

    /**
     * The last value for every step ahead.
     *
     * @return the predictor "naive"
     */
    public static Predictor naive() {
        return new NaivePredictor(PredictorSettings.ofPeriods());
    }

    /**
     * The value one season ago for every step ahead.
     *
     * @param period steps in a season, 2 or more
     * @return the predictor "seasonal-naive"
     * @throws IllegalArgumentException if the period is below 2
     */
    public static Predictor seasonalNaive(int period) {
        return new SeasonalNaivePredictor(PredictorSettings.ofPeriods(period));
    }

    /**
     * Exponential smoothing: the best of all admissible forms by AICc. A season of more than 24 steps is additive, with
     * starting values from a decomposition.
     *
     * @param period steps in a season, 2 or more
     * @return the predictor "ets"
     * @throws IllegalArgumentException if the period is below 2
     */
    public static Predictor ets(int period) {
        return new EtsPredictor(PredictorSettings.ofPeriods(period));
    }

    /**
     * Subset autoregression: a robust linear model on a few short and seasonal lags.
     *
     * @param periods seasons in steps, each 2 or more, rising; none for short lags alone
     * @return the predictor "subset-ar"
     * @throws IllegalArgumentException if a period is below 2 or they do not rise
     */
    public static Predictor subsetAr(int... periods) {
        return new SubsetArPredictor(PredictorSettings.ofPeriods(periods));
    }

    /**
     * Direct regressions for short horizons, which learn while they track, with an error law that moves with the errors: for
     * sizing capacity minutes ahead. It needs no fit beyond one pass over the history, and works from the first value on.
     *
     * @param period steps in the season, 2 or more
     * @return the predictor "direct"
     * @throws IllegalArgumentException if the period is below 2
     */
    public static Predictor direct(int period) {
        return new DirectPredictor(PredictorSettings.ofPeriods(period));
    }

    /**
     * The default: a blend of cheap and different members, weighed by their errors within the history.
     *
     * @param periods seasons in steps, each 2 or more, rising; none if there is none
     * @return the predictor "auto"
     * @throws IllegalArgumentException if a period is below 2 or they do not rise
     */
    public static Predictor auto(int... periods) {
        return new AutoPredictor(PredictorSettings.ofPeriods(periods));
    }

    /**
     * The theta method: a smoothed level that drifts with a share of the trend line, on the series without its season.
     * Season, adjustment and member of the family are chosen on the last part of the history.
     *
     * @param period steps in a season, 2 or more
     * @return the predictor "theta"
     * @throws IllegalArgumentException if the period is below 2
     */
    public static Predictor theta(int period) {
        return new ThetaPredictor(PredictorSettings.ofPeriods(period));
    }

    /**
     * For intermittent flows, most of whose steps are zero: the Croston family. Other flows are smoothed exponentially.
     *
     * @return the predictor "croston"
     */
    public static Predictor croston() {
        return new CrostonPredictor(PredictorSettings.ofPeriods());
    }

    /**
     * A trend that may bend, and seasons as sums of sines and cosines: Prophet's model, with the exact mode of its
     * posterior and a memory for what it missed last. For seasons of any length, several at once.
     *
     * @param periods steps in each season, 2 or more, rising; none for a trend alone
     * @return the predictor "additive"
     * @throws IllegalArgumentException if a period is below 2 or they do not rise
     */
    public static Predictor additive(int... periods) {
        return new AdditivePredictor(PredictorSettings.ofPeriods(periods));
    }

    /**
     * Seasonal ARIMA: differences and orders chosen by tests and by AICc, fitted by exact maximum likelihood.
     *
     * @param period steps in a season, 2 or more
     * @return the predictor "arima"
     * @throws IllegalArgumentException if the period is below 2
     */
    public static Predictor arima(int period) {
        return new ArimaPredictor(PredictorSettings.ofPeriods(period));
    }

    /**
     * Harmonic regression with ARMA errors, for several or long seasons: a season costs its waves and not its length.
     *
     * @param periods steps in each season, each 2 or more, rising, such as 24 and 168
     * @return the predictor "harmonic"
     * @throws IllegalArgumentException if a period is below 2 or they do not rise
     */
    public static Predictor harmonic(int... periods) {
        return new HarmonicPredictor(PredictorSettings.ofPeriods(periods));
    }

    /**
     * Decomposition into trend and several seasons (MSTL) with an ARIMA model of what is left without seasons.
     *
     * @param periods steps in each season, each 2 or more, rising, such as 24 and 168
     * @return the predictor "mstl"
     * @throws IllegalArgumentException if a period is below 2 or they do not rise
     */
    public static Predictor mstl(int... periods) {
        return new MstlPredictor(PredictorSettings.ofPeriods(periods));
    }

    /**
     * A model of each flow's own beside one that all share, such as the predictor "lstm": the shared model gets the share of each forecast
     * that it earns where the end of the histories is held out, perhaps none. A flow that was not fitted is left to the shared model.
     * A fit costs two fits of each.
     *
     * @param own fits each flow by itself
     * @param shared fits all flows together
     * @return a predictor with both names, joined by a hyphen, for example "auto-lstm"
     * @throws IllegalArgumentException if one has the wrong scope
     */
    public static Predictor joined(Predictor own, Predictor shared) {
        return new JoinedPredictor(own, shared);
    }

    /**
     * A predictor by name. Before a name of one that fits all flows together, "auto-" joins it with "auto": "auto-lstm". See
     * {@link #joined}.
     *
     * @param name one of {@link #names}, or one of those after "auto-"
     * @param settings declared seasons and their wall clock
     * @return the predictor
     * @throws IllegalArgumentException if nothing on the class path provides that name, or "auto-" is before one that fits each flow
     */
    public static Predictor named(String name, PredictorSettings settings) {
        SortedMap<String, PredictorProvider> providers = providers();
        PredictorProvider provider = providers.get(name);
        PredictorProvider shared = name.startsWith(JOINED) ? providers.get(name.substring(JOINED.length())) : null;
        if (provider == null && shared != null) {
            return joined(new AutoPredictor(settings), shared.create(settings));
        }
        if (provider == null) {
            throw new IllegalArgumentException(Checks.message(
                    "predictor '" + name + "'",
                    "must be one of " + providers.keySet(),
                    "its module is not on the class path"));
        }
        return provider.create(settings);
    }

    /**
     * The names of all predictors on the class path.
     *
     * @return a sorted copy
     */
    public static SortedSet<String> names() {
        return new TreeSet<>(providers().keySet());
    }

    private static SortedMap<String, PredictorProvider> providers() {
        SortedMap<String, PredictorProvider> byName = new TreeMap<>();
        for (PredictorProvider provider :
                ServiceLoader.load(PredictorProvider.class, Predictors.class.getClassLoader())) {
            byName.put(provider.name(), provider);
        }
        return byName;
    }
}
