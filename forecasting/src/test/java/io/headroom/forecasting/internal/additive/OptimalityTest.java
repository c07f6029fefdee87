package io.headroom.forecasting.internal.additive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The conditions of Karush, Kuhn and Tucker at the mode of random problems, with sums over all rows and columns. */
class OptimalityTest {
    private final Random random = new Random();

    private double[] series(int n) {
        double[] y = new double[n];
        double level = 50 * random.nextGaussian();
        double slope = random.nextGaussian();
        for (int i = 0; i < n; i++) {
            slope += random.nextInt(40) == 0 ? 2 * random.nextGaussian() : 0;
            level += slope;
            y[i] = level + 20 * StrictMath.sin(i / 3.0) + 10 * random.nextGaussian();
            y[i] = random.nextInt(15) == 0 ? Double.NaN : y[i];
        }
        return y;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void theModeIsStationary(long seed) {
        random.setSeed(seed);
        int n = 30 + random.nextInt(300);
        int period = 4 + random.nextInt(10);
        double[] column = random.doubles(n).map(v -> 3 * v).toArray();
        double scale = StrictMath.pow(10, -2 + 2 * random.nextDouble());
        AdditiveOptions options = AdditiveOptions.of(Season.of(period, 2))
                .withChangepoints(random.nextInt(30), 0.5 + 0.5 * random.nextDouble(), scale)
                .withRegressors(new Regressor(column, 0.5));
        double[] y = series(n);
        AdditiveFit fit = new AdditiveFitter(options).fit(y, 0, () -> false);
        Design design = new Design(y, 0, options);
        double[] theta = theta(fit);
        double[] residual = new double[design.rows];
        design.times(theta, residual);
        double squares = 0;
        for (int i = 0; i < design.rows; i++) {
            residual[i] = design.y[i] - residual[i];
            squares += residual[i] * residual[i];
        }
        double variance = fit.sigma() * fit.sigma();
        for (int c = 0; c < theta.length; c++) {
            double pull = 0;
            for (int i = 0; i < design.rows; i++) {
                pull += column(design, i, c) * residual[i] / variance;
            }
            if (c < design.columns) {
                assertThat(pull).as("column %d", c).isCloseTo(design.ridge[c] * theta[c], within(1e-5));
            } else if (theta[c] != 0) {
                assertThat(pull).as("bend").isCloseTo(Math.signum(theta[c]) * design.penalty, within(1e-5));
            } else {
                assertThat(Math.abs(pull)).as("no bend").isLessThanOrEqualTo(design.penalty + 1e-5);
            }
        }
        double derivative = design.rows / fit.sigma() - squares / (variance * fit.sigma()) + 4 * fit.sigma();
        assertThat(derivative * fit.sigma() / design.rows).as("sigma").isCloseTo(0, within(1e-8));
        assertThat(fit.objective()).isCloseTo(Mode.objective(design, theta, fit.sigma(), squares), within(1e-6));
    }

    private static double[] theta(AdditiveFit fit) {
        double[] coefficients = fit.coefficients();
        double[] changes = fit.changes();
        double[] theta = new double[coefficients.length + changes.length];
        System.arraycopy(coefficients, 0, theta, 0, coefficients.length);
        System.arraycopy(changes, 0, theta, coefficients.length, changes.length);
        return theta;
    }

    private static double column(Design design, int row, int c) {
        return c < design.columns
                ? design.x[row * design.columns + c]
                : Math.max(0, design.t[row] - design.t[design.bends[c - design.columns]]);
    }
}
