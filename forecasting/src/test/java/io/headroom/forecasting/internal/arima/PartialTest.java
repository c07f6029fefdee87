package io.headroom.forecasting.internal.arima;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Numbers to coefficients and back; stationarity against what a recursion does. */
class PartialTest {
    @Test
    void anyNumbersGiveStationaryCoefficientsAndComeBack() {
        Random random = new Random(11);
        for (int round = 0; round < 200; round++) {
            double[] x = random.doubles(5, -3, 3).toArray();
            double[] a = new double[5];
            Partial.coefficients(x, 0, 5, a);
            assertThat(Partial.isStationary(a, 0, 5, 1)).isTrue();
            double[] back = new double[5];
            Partial.inverse(a, 0, 5, back);
            assertThat(back).containsExactly(x, within(1e-6));
        }
    }

    /** 1 - 0.9 z has its root at 1.11. */
    @Test
    void theRadiusIsThatOfTheLeastRoot() {
        assertThat(Partial.isStationary(new double[] {0.9}, 0, 1, 1.11)).isTrue();
        assertThat(Partial.isStationary(new double[] {0.9}, 0, 1, 1.12)).isFalse();
        assertThat(Partial.isStationary(new double[] {0, 0.81}, 0, 2, 1.11)).isTrue();
        assertThat(Partial.isStationary(new double[] {0, 0.81}, 0, 2, 1.12)).isFalse();
        assertThat(Partial.isStationary(new double[] {2, -1}, 0, 2, 1)).isFalse();
    }

    @Test
    void strictCoefficientsStayOutOfTheirCircles() {
        Random random = new Random(12);
        ArimaOrder order = new ArimaOrder(3, 0, 2, 2, 0, 1, 4);
        Coefficients layout = new Coefficients(order, true);
        for (int round = 0; round < 100; round++) {
            double[] x = random.doubles(8, -300, 300).toArray();
            assertThat(layout.clearOf(layout.of(x), 1.0099)).isTrue();
        }
        double[] mild = random.doubles(8, -2, 2).toArray();
        assertThat(layout.numbers(layout.of(mild))).containsExactly(mild, within(1e-6));
    }

    @Test
    void autocovariancesEqualThoseOfPsiWeights() {
        ArimaOrder order = new ArimaOrder(2, 0, 1, 1, 0, 1, 5);
        double[] c = {0.5, -0.3, 0.4, 0.6, -0.5};
        Coefficients layout = new Coefficients(order, false);
        double[] gamma = Autocovariance.of(layout.autoregression(c), layout.movingAverage(c), 30);
        double[] dense = Dense.covariance(31, order, c)[0];
        assertThat(gamma).containsExactly(dense, within(1e-10));
    }
}
