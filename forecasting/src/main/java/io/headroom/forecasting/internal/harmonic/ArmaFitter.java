package io.headroom.forecasting.internal.harmonic;

import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Finds order and coefficients of an ARMA model: the best first estimates by AICc are improved by least squares, and
 * compared again.
 */
final class ArmaFitter {
    static final int MOST = 5;
    private static final int VALUES_AN_ORDER = 20;
    private static final Arma WHITE = new Arma(new double[0], new double[0]);

    private final int contenders;
    private final int steps;
    private final BooleanSupplier expired;

    private ArmaFitter(int contenders, int steps, BooleanSupplier expired) {
        this.contenders = contenders;
        this.steps = steps;
        this.expired = expired;
    }

    /** Good enough to weigh a regression. */
    static ArmaFitter rough(BooleanSupplier expired) {
        return new ArmaFitter(1, 4, expired);
    }

    /** For the errors of the model itself. */
    static ArmaFitter thorough(BooleanSupplier expired) {
        return new ArmaFitter(3, 10, expired);
    }

    /**
     * Fits.
     *
     * @param x values around zero, NaN where missing
     */
    ArmaFit fit(double[] x) {
        GaussNewton search = new GaussNewton(x, expired);
        ArmaFit best = search.improve(WHITE, 0);
        int most = Math.min(MOST, best.count() / VALUES_AN_ORDER);
        if (most == 0 || !(best.squares() > 0)) {
            return best;
        }
        List<HannanRissanen.Guess> guesses = new HannanRissanen(x, most).guesses();
        for (int i = 0; i < Math.min(contenders, guesses.size()) && (i == 0 || !expired.getAsBoolean()); i++) {
            ArmaFit fit = search.improve(guesses.get(i).arma(), steps);
            best = fit.aicc() < best.aicc() ? fit : best;
        }
        return best;
    }
}
