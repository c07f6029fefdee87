package io.headroom.forecasting;

import io.headroom.core.Rung;
import io.headroom.forecasting.internal.additive.AdditiveFit;
import io.headroom.forecasting.internal.additive.AdditiveFitter;
import io.headroom.forecasting.internal.additive.AdditiveOptions;
import io.headroom.forecasting.internal.additive.ResidualMemory;
import io.headroom.forecasting.internal.additive.Season;
import io.headroom.spi.PredictorSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * A trend that may bend, and every declared season as a sum of sines and cosines (Taylor and Letham 2018: Prophet's
 * model), at the exact mode of its posterior. Where Prophet's forecast ignores the last values, here what the model
 * missed last carries over to the next steps and fades. A season takes part from two cycles of data on.
 */
final class AdditivePredictor extends LocalPredictor {
    static final String NAME = "additive";

    /** Harmonics of the shortest season, and of longer ones, which have room for the days of a week. */
    private static final int SHORT_ORDER = 10;

    private static final int LONG_ORDER = 20;

    /** Places where the trend may bend, the share of the history that has them, and the scale of their prior. */
    private static final int CHANGEPOINTS = 25;

    private static final double RANGE = 0.8;
    private static final double CHANGEPOINT_SCALE = 0.01;

    /** Below this many values there is no telling a trend from noise. */
    private static final int LEAST = 8;

    /** Beyond this many steps a common period of all seasons is not worth walking through. */
    private static final long LONGEST_CYCLE = 100_000;

    private final List<Integer> periods;
    private final boolean remembers;

    AdditivePredictor(PredictorSettings settings) {
        this(settings, true);
    }

    /**
     * A predictor.
     *
     * @param remembers whether what the model missed last carries over
     */
    AdditivePredictor(PredictorSettings settings, boolean remembers) {
        super(NAME, settings);
        this.periods = settings.periods();
        this.remembers = remembers;
    }

    @Override
    LocalModel fit(LocalFit fit) {
        BooleanSupplier expired = () ->
                fit.request().deadline().expired() || Thread.currentThread().isInterrupted();
        int observed = fit.observed();
        if (observed < LEAST) {
            return fit.fallback(period(), "less than " + LEAST + " values");
        }
        if (expired.getAsBoolean()) {
            return fit.fallback(period(), "the deadline came before the fit");
        }
        List<Integer> seen = periods.stream().filter(p -> observed >= 2 * p).toList();
        AdditiveOptions options = AdditiveOptions.of(seasons(seen).toArray(Season[]::new))
                .withChangepoints(CHANGEPOINTS, RANGE, CHANGEPOINT_SCALE);
        AdditiveFit result = new AdditiveFitter(options).fit(fit.values(), 0, expired);
        String reason = "";
        if (!result.complete()) {
            reason = "the deadline came before the optimum";
        } else if (seen.size() < periods.size()) {
            reason = "less than two cycles of the season of " + periods.get(seen.size()) + " steps";
        }
        return fit.model(
                state(result, seen, observed),
                "additive, seasons " + seen + ", " + bends(result) + " bends",
                reason.isEmpty() ? Rung.FULL : Rung.RESTRICTED,
                reason);
    }

    private static List<Season> seasons(List<Integer> periods) {
        List<Season> seasons = new ArrayList<>();
        int shorter = 0;
        for (int period : periods) {
            int order = Math.min(shorter == 0 ? SHORT_ORDER : LONG_ORDER, period / 2);
            boolean multiple = shorter > 0 && period % shorter == 0 && period / shorter <= order;
            seasons.add(Season.of(period, order).without(multiple ? period / shorter : 0));
            shorter = period;
        }
        return seasons;
    }

    private AdditiveState state(AdditiveFit result, List<Integer> seen, int observed) {
        double[] residuals = result.residuals();
        ResidualMemory memory = remembers ? ResidualMemory.fit(residuals) : ResidualMemory.NONE;
        double free = Math.max(observed / 2.0, observed - result.parameters());
        double sigma = Math.sqrt(memory.squares(residuals) / free);
        return new AdditiveState(result.model(), memory, cycle(seen), sigma, 0, 0);
    }

    private static int bends(AdditiveFit result) {
        int n = 0;
        for (double change : result.changes()) {
            n += change != 0 ? 1 : 0;
        }
        return n;
    }

    /** Steps after which all seasons begin anew, or the longest season alone. */
    private static int cycle(List<Integer> periods) {
        long cycle = 1;
        for (int period : periods) {
            long a = cycle;
            long b = period;
            while (b != 0) {
                long rest = a % b;
                a = b;
                b = rest;
            }
            cycle = cycle / a * period;
            if (cycle > LONGEST_CYCLE) {
                return periods.get(periods.size() - 1);
            }
        }
        return (int) cycle;
    }
}
