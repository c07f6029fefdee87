package io.headroom.forecasting.internal.additive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** A trend that saturates. */
class LogisticTest {
    private static final int N = 400;

    private static double truth(int i) {
        return 100 / (1 + StrictMath.exp(-0.02 * (i - 150))) + 5 * StrictMath.sin(2 * Math.PI * i / 24);
    }

    private static double[] series(double noise) {
        double[] u = Made.noise(N);
        double[] y = new double[N];
        for (int i = 0; i < N; i++) {
            y[i] = truth(i) + noise * u[i];
        }
        return y;
    }

    @Test
    void findsACurveAndItsSeason() {
        AdditiveFit fit = Made.fit(AdditiveOptions.of(Season.of(24, 2)).withCapacity(100), series(2));
        assertThat(fit.complete()).isTrue();
        for (int i = 0; i < 2 * N; i += 13) {
            assertThat(fit.model().mean(i)).as("step %d", i).isCloseTo(truth(i), within(2.0));
            assertThat(fit.model().trend(i)).isBetween(0.0, 100.0);
        }
    }

    @Test
    void isBetterThanALineWhereGrowthSaturates() {
        AdditiveFit line = Made.fit(AdditiveOptions.of(Season.of(24, 2)), series(2));
        AdditiveFit curve = Made.fit(AdditiveOptions.of(Season.of(24, 2)).withCapacity(100), series(2));
        assertThat(curve.objective()).isLessThan(line.objective());
    }

    /** Whatever single parameter moves, the objective does not fall. */
    @Test
    void noSmallMoveIsBetter() {
        AdditiveOptions options = AdditiveOptions.of(Season.of(24, 1)).withCapacity(100);
        double[] y = series(2);
        AdditiveFit fit = Made.fit(options, y);
        Design design = new Design(y, 0, options);
        double[] coefficients = fit.coefficients();
        double[] theta = new double[coefficients.length + fit.changes().length];
        System.arraycopy(coefficients, 0, theta, 0, coefficients.length);
        System.arraycopy(fit.changes(), 0, theta, coefficients.length, fit.changes().length);
        double best = objective(design, theta, fit.sigma());
        assertThat(best).isCloseTo(fit.objective(), within(1e-6));
        for (int c = 0; c < theta.length; c++) {
            for (double move : new double[] {-1e-3, 1e-3}) {
                double[] moved = theta.clone();
                moved[c] += move;
                assertThat(objective(design, moved, fit.sigma()))
                        .as("parameter %d", c)
                        .isGreaterThan(best - 1e-7);
            }
        }
    }

    private static double objective(Design design, double[] theta, double sigma) {
        double squares = 0;
        for (int i = 0; i < design.rows; i++) {
            double line = theta[0] * (design.t[i] - theta[1]);
            for (int j = 0; j < design.bends.length; j++) {
                line += theta[design.columns + j] * Math.max(0, design.t[i] - design.t[design.bends[j]]);
            }
            double fitted = 100 / design.scale / (1 + StrictMath.exp(-line));
            for (int c = Design.TREND; c < design.columns; c++) {
                fitted += theta[c] * design.x[i * design.columns + c];
            }
            squares += (design.y[i] - fitted) * (design.y[i] - fitted);
        }
        return Mode.objective(design, theta, sigma, squares);
    }

    @Test
    void oddSeriesEndToo() {
        for (double[] y : new double[][] {new double[50], Made.times(series(0), 0.001), Made.times(series(5), -1)}) {
            AdditiveFit fit = Made.fit(AdditiveOptions.of(Season.of(24, 1)).withCapacity(100), y);
            assertThat(fit.objective()).isNotNaN();
            assertThat(fit.model().mean(60)).isFinite();
        }
    }
}
