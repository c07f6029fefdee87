package io.headroom.forecasting;

import io.headroom.core.Rung;
import io.headroom.forecasting.internal.harmonic.HarmonicFitter;
import io.headroom.forecasting.internal.harmonic.HarmonicModel;
import io.headroom.spi.PredictorSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;

/**
 * Harmonic regression with ARMA errors: any number of seasons, however long. Four variants, of values or logarithms, with
 * errors that come back to the waves or wander off, are compared within the history, and the best one is fitted to all of
 * it.
 */
final class HarmonicPredictor extends LocalPredictor {
    static final String NAME = "harmonic";

    private static final int LEAST = 8;

    private final List<Integer> declared;

    /** What is to be compared. */
    private record Variant(boolean logs, int differences, Widening widening) {
        Variant(boolean logs, int differences) {
            this(logs, differences, Widening.NONE);
        }

        ValueScale scale(double[] y) {
            return logs ? ValueScale.logs(y) : ValueScale.level(y);
        }

        Variant with(Widening found) {
            return new Variant(logs, differences, found);
        }
    }

    HarmonicPredictor(PredictorSettings settings) {
        super(NAME, settings);
        this.declared = settings.periods();
    }

    @Override
    LocalModel fit(LocalFit fit) {
        double[] y = fit.values();
        if (fit.observed() < LEAST) {
            return fit.fallback(period(), "fewer than " + LEAST + " values");
        }
        BooleanSupplier expired = () ->
                fit.request().deadline().expired() || Thread.currentThread().isInterrupted();
        if (expired.getAsBoolean()) {
            return fit.fallback(period(), "the deadline came before the first variant was tried");
        }
        Seasons seasons = Seasons.fitting(declared, y.length);
        Variant best = best(y, seasons, expired);
        HarmonicState state = state(best, y, new HarmonicFitter(seasons.periods(), expired)::fit, seasons);
        boolean cut = expired.getAsBoolean();
        return fit.model(
                state,
                "harmonic regression (" + state.model() + (best.logs() ? ", logs)" : ")"),
                cut ? Rung.RESTRICTED : seasons.rung(),
                cut ? "the deadline came before the fit was complete" : seasons.reason());
    }

    private static Variant best(double[] y, Seasons seasons, BooleanSupplier expired) {
        Variant best = new Variant(false, 1);
        HoldOut holdOut = new HoldOut(y, seasons.shortest());
        if (!holdOut.isUseful()) {
            return best;
        }
        HarmonicFitter fitter = new HarmonicFitter(seasons.periods(), expired);
        double[] learned = holdOut.toLearnFrom();
        double least = Double.POSITIVE_INFINITY;
        for (Variant variant : variants(y)) {
            HarmonicState state = state(variant, learned, fitter::sketch, seasons);
            if (expired.getAsBoolean()) {
                return best;
            }
            HoldOut.Score score = holdOut.score(state);
            best = score.error() < least ? variant.with(score.widening()) : best;
            least = Math.min(least, score.error());
        }
        return best;
    }

    private static List<Variant> variants(double[] y) {
        List<Variant> variants = new ArrayList<>();
        for (int differences = 1; differences >= 0; differences--) {
            if (ValueScale.hasLogs(y)) {
                variants.add(new Variant(true, differences));
            }
            variants.add(new Variant(false, differences));
        }
        return variants;
    }

    private static HarmonicState state(
            Variant variant, double[] y, BiFunction<double[], Integer, HarmonicModel> fitter, Seasons seasons) {
        ValueScale scale = variant.scale(y);
        HarmonicModel model = fitter.apply(scale.into(y), variant.differences());
        return new HarmonicState(model.start(), scale, Seasons.common(seasons.periods()), variant.widening());
    }
}
