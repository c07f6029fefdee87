package io.headroom.forecasting.internal.theta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The squared errors of a smoothing parameter, their derivative, and the search. */
class ProfileTest {
    private static final double STEP = 1e-6;

    private static double[] noisyRise(int n) {
        Random random = new Random(3);
        double[] x = new double[n];
        double walk = 0;
        for (int t = 0; t < n; t++) {
            walk += 0.05 + 0.2 * random.nextGaussian();
            x[t] = t % 13 == 4 ? Double.NaN : walk + 0.3 * random.nextGaussian();
        }
        x[0] = Double.NaN;
        return x;
    }

    private static Profile profile(double[] x, ThetaForm form) {
        return form.isDynamic()
                ? new Profile(x, Line.running(x), 2, form.isOptimised() ? Double.NaN : 0.5)
                : new Profile(x, Line.fixed(x), 0, form.isOptimised() ? Double.NaN : 0.5);
    }

    @ParameterizedTest
    @EnumSource(ThetaForm.class)
    void theGradientIsThatOfTheSquares(ThetaForm form) {
        Profile profile = profile(noisyRise(80), form);
        for (double alpha : new double[] {0.003, 0.1, 0.45, 0.9}) {
            profile.at(alpha + STEP);
            double above = profile.squares;
            profile.at(alpha - STEP);
            double below = profile.squares;
            profile.at(alpha);
            double slope = (above - below) / (2 * STEP);
            assertThat(profile.gradient).isCloseTo(slope, within(1e-5 * (1 + Math.abs(slope))));
        }
    }

    /** The standard form is left out: it is fitted without the drift that it has then. */
    @ParameterizedTest
    @EnumSource(value = ThetaForm.class, names = "STANDARD", mode = EnumSource.Mode.EXCLUDE)
    void theSquaresAreThoseOfTheRunningState(ThetaForm form) {
        double[] y = noisyRise(80);
        for (int t = 0; t < y.length; t++) {
            y[t] += 400;
        }
        ThetaModel model = Fit.of(new Sample(y), SeasonIndices.none(Adjustment.DIFFERENCE, 0), form);
        int skipped = form.isDynamic() ? 2 : 0;
        int free = form.isOptimised() ? 3 : 2;
        ThetaState state = model.beginning();
        double squares = 0;
        int seen = 0;
        for (double value : y) {
            if (!Double.isNaN(value) && seen++ >= skipped) {
                squares += (value - state.mean()) * (value - state.mean());
            }
            state.observe(value);
        }
        double sigma = Math.sqrt(squares / (seen - skipped - free));
        assertThat(sigma).isCloseTo(model.sigma(), within(1e-9));
    }

    @ParameterizedTest
    @EnumSource(ThetaForm.class)
    void theSearchFindsTheLeastSquares(ThetaForm form) {
        for (int n : new int[] {6, 15, 80, 500}) {
            Profile profile = profile(noisyRise(n), form);
            Smoothing.best(profile);
            double found = profile.squares;
            for (int k = 1; k < 1000; k++) {
                profile.at(1e-4 + 0.9998 * k / 1000);
                assertThat(found).as("n = %d, point %d", n, k).isLessThanOrEqualTo(profile.squares * (1 + 1e-12));
            }
        }
    }

    @Test
    void aWeightOutsideItsRangeIsHeldAtTheEdge() {
        double[] x = new double[60];
        for (int t = 0; t < x.length; t++) {
            x[t] = t < 30 ? t : 60 - 2 * t;
        }
        Profile profile = profile(x, ThetaForm.OPTIMISED);
        for (double alpha : new double[] {0.01, 0.3, 0.99}) {
            profile.at(alpha);
            assertThat(profile.weight).isBetween(0.0, 1.0);
            assertThat(profile.squares).isFinite();
        }
    }
}
