package io.headroom.forecasting.internal.direct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class RegressionTest {
    private static final double[] TRUTH = {2, -1, 0.5};

    @Test
    void findsTheCoefficientsAndForgetsOldOnes() {
        Regression regression = new Regression(new double[] {1, 0, 0}, 200);
        Random random = new Random(5);
        feed(regression, random, 3000, 1);
        assertThat(regression.at(new double[] {1, 1, 1})).isCloseTo(1.5, within(0.02));
        feed(regression, random, 3000, -1);
        assertThat(regression.at(new double[] {1, 1, 1})).isCloseTo(-1.5, within(0.02));
    }

    private static void feed(Regression regression, Random random, int n, double sign) {
        double[] x = new double[TRUTH.length];
        for (int i = 0; i < n; i++) {
            double y = 0.1 * random.nextGaussian();
            for (int k = 0; k < x.length; k++) {
                x[k] = 1 + random.nextGaussian();
                y += sign * TRUTH[k] * x[k];
            }
            regression.observe(x, y);
        }
    }

    @Test
    void withoutDataThePriorHolds() {
        Regression regression = new Regression(new double[] {1, 0, 0}, 200);
        assertThat(regression.at(new double[] {7, 3, 2})).isEqualTo(7);
        for (int i = 0; i < 100; i++) {
            regression.observe(new double[] {1, 1, 1}, 1);
        }
        assertThat(regression.at(new double[] {1, 1, 1})).isCloseTo(1, within(1e-12));
    }
}
