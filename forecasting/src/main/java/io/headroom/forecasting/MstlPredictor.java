package io.headroom.forecasting;

import io.headroom.core.Rung;
import io.headroom.forecasting.internal.stl.Mstl;
import io.headroom.forecasting.internal.stl.MstlParts;
import io.headroom.spi.PredictorSettings;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Decomposes a series with several seasons (MSTL), forecasts what is left without them by an inner model, and puts the
 * last cycle of each season back on. Values or logarithms: whichever did better within the history.
 */
final class MstlPredictor extends LocalPredictor {
    static final String NAME = "mstl";

    private static final int LEAST = 8;
    private static final double WIDEST = 3;
    private static final double UNHEARD_OF = 10;

    private final List<Integer> declared;
    private final InnerModel inner;

    MstlPredictor(PredictorSettings settings) {
        this(settings, InnerModel.arima());
    }

    MstlPredictor(PredictorSettings settings, InnerModel inner) {
        super(NAME, settings);
        this.declared = settings.periods();
        this.inner = inner;
    }

    @Override
    LocalModel fit(LocalFit fit) {
        double[] y = fit.values();
        if (fit.observed() < LEAST) {
            return fit.fallback(period(), "fewer than " + LEAST + " values");
        }
        BooleanSupplier expired = () ->
                fit.request().deadline().expired() || Thread.currentThread().isInterrupted();
        Seasons seasons = Seasons.fitting(declared, y.length);
        Choice choice = choose(y, seasons, expired);
        if (expired.getAsBoolean()) {
            return fit.fallback(period(), "the deadline came before the decomposition");
        }
        MstlState state = state(y, choice.logs(), expired);
        boolean cut = expired.getAsBoolean();
        return fit.model(
                state.with(choice.widening().atLeast(claim(state, y))),
                "MSTL of " + seasons.periods().length + " seasons" + (choice.logs() ? " of logs" : ""),
                cut ? Rung.RESTRICTED : seasons.rung(),
                cut ? "the deadline came before the fit was complete" : seasons.reason());
    }

    /** What did better. */
    private record Choice(boolean logs, Widening widening) {}

    private Choice choose(double[] y, Seasons seasons, BooleanSupplier expired) {
        HoldOut holdOut = new HoldOut(y, seasons.shortest());
        if (!holdOut.isUseful() || expired.getAsBoolean()) {
            return new Choice(false, Widening.NONE);
        }
        double[] learned = holdOut.toLearnFrom();
        HoldOut.Score level = holdOut.score(state(learned, false, expired));
        if (!ValueScale.hasLogs(y) || expired.getAsBoolean()) {
            return new Choice(false, level.widening());
        }
        HoldOut.Score log = holdOut.score(state(learned, true, expired));
        return log.error() < level.error() ? new Choice(true, log.widening()) : new Choice(false, level.widening());
    }

    /**
     * How far the last cycles are from the whole series, beside what the inner state claims, which was fitted around
     * seasons that move with the series.
     */
    private static double claim(MstlState beginning, double[] y) {
        MstlState state = beginning.copy();
        double squares = 0;
        int n = 0;
        for (double value : y) {
            double score = (value - state.mean()) / state.deviation();
            if (Math.abs(score) < UNHEARD_OF) {
                squares += score * score;
                n++;
            }
            state.observe(value);
        }
        return n == 0 ? 1 : Math.max(1, Math.min(Math.sqrt(squares / n), WIDEST));
    }

    private MstlState state(double[] y, boolean logs, BooleanSupplier expired) {
        ValueScale scale = logs ? ValueScale.logs(y) : ValueScale.level(y);
        int[] periods = Seasons.fitting(declared, y.length).periods();
        MstlParts parts = Mstl.of(periods).split(scale.into(y), expired);
        double[][] cycles = new double[periods.length][];
        for (int i = 0; i < periods.length; i++) {
            cycles[i] = new double[periods[i]];
            for (int at = y.length - periods[i]; at < y.length; at++) {
                cycles[i][at % periods[i]] = parts.season(i)[at];
            }
        }
        return new MstlState(scale, inner.fit(parts.adjusted(), expired), cycles, Widening.NONE);
    }
}
