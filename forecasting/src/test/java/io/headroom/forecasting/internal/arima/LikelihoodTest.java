package io.headroom.forecasting.internal.arima;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The likelihood against a second implementation: dense covariances from psi weights, and their Cholesky factors. */
class LikelihoodTest {
    private static final double[][] NONE = {};
    private final ArimaFitter fitter = new ArimaFitter();

    @Test
    void airlineModelOfALongSeasonEqualsDenseCholesky() {
        double[] y = noise(960, 1);
        ArimaOrder airline = new ArimaOrder(0, 1, 1, 0, 1, 1, 168);
        double ours = logLikelihood(y, airline, -0.4, -0.6);
        double[] w = LagPolynomial.difference(1, 1, 168).apply(y);
        assertThat(ours)
                .isCloseTo(Dense.logLikelihood(w, Dense.covariance(w.length, airline, -0.4, -0.6)), within(1e-8));
    }

    @Test
    void mixedSeasonalModelEqualsDenseCholesky() {
        double[] y = noise(300, 2);
        ArimaOrder order = new ArimaOrder(2, 0, 1, 1, 0, 2, 7);
        double[] c = {0.5, -0.3, 0.4, 0.6, -0.5, 0.2};
        double dense = Dense.logLikelihood(y, Dense.covariance(y.length, order, c));
        assertThat(logLikelihood(y, order, c)).isCloseTo(dense, within(1e-8));
    }

    @Test
    void missingValuesAreLeftOutExactly() {
        double[] y = noise(200, 3);
        ArimaOrder order = new ArimaOrder(1, 0, 1, 1, 0, 0, 6);
        double[] c = {0.7, -0.2, 0.4};
        double[][] all = Dense.covariance(y.length, order, c);
        boolean[] kept = new boolean[y.length];
        int n = 0;
        for (int i = 0; i < y.length; i++) {
            kept[i] = i % 9 != 4 && (i < 50 || i > 60);
            y[i] = kept[i] ? y[i] : Double.NaN;
            n += kept[i] ? 1 : 0;
        }
        double dense = Dense.logLikelihood(Dense.some(y, kept, n), Dense.some(all, kept, n));
        assertThat(logLikelihood(y, order, c)).isCloseTo(dense, within(1e-8));
    }

    /** What is observed across a hole of a differenced series is the sum of its differences. */
    @Test
    void missingValuesOfADifferencedSeriesAreIntegratedOut() {
        double[] y = noise(80, 4);
        ArimaOrder order = ArimaOrder.of(1, 1, 1);
        double[] c = {0.6, 0.3};
        double[] w = LagPolynomial.difference(1, 0, 1).apply(y);
        double[][] sums = new double[w.length - 2][w.length];
        for (int i = 0; i < sums.length; i++) {
            sums[i][i < 30 ? i : i + 2] = 1;
        }
        sums[30][30] = 1;
        sums[30][31] = 1;
        y[31] = Double.NaN;
        y[32] = Double.NaN;
        double[][] covariance = Dense.around(sums, Dense.covariance(w.length, order, c));
        double dense = Dense.logLikelihood(Dense.times(sums, w), covariance);
        assertThat(logLikelihood(y, order, c)).isCloseTo(dense, within(1e-8));
    }

    @Test
    void memoryIsThatOfTheSeriesAndTheSeason() {
        assumeTrue(
                ManagementFactory.getThreadMXBean() instanceof ThreadMXBean bean
                        && bean.isThreadAllocatedMemorySupported(),
                "this Java machine does not count the bytes that a thread allocates");
        ThreadMXBean counter = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        double[] y = noise(6000, 5);
        ArimaOrder airline = new ArimaOrder(0, 1, 1, 0, 1, 1, 1440);
        logLikelihood(y, airline, -0.4, -0.6);
        long before = counter.getCurrentThreadAllocatedBytes();
        logLikelihood(y, airline, -0.4, -0.6);
        long bytes = counter.getCurrentThreadAllocatedBytes() - before;
        assertThat(bytes).as("bytes; a covariance of the state is 16 MB").isLessThan(40L * 8 * (6000 + 1440));
    }

    @Test
    void unstableCoefficientsHaveNoLikelihood() {
        double[] y = noise(50, 6);
        for (double phi : new double[] {1, -1, 1.2, Double.NaN}) {
            ArimaFit fit = fitter.evaluate(y, NONE, ArimaOrder.of(1, 0, 0), false, new double[] {phi});
            assertThat(fit.outcome()).isEqualTo(ArimaOutcome.NO_FIT);
        }
    }

    private double logLikelihood(double[] y, ArimaOrder order, double... c) {
        ArimaModel model = fitter.evaluate(y, NONE, order, false, c).model().orElseThrow();
        return model.logLikelihood();
    }

    private static double[] noise(int n, long seed) {
        Random random = new Random(seed);
        return random.doubles(n, -1, 3).toArray();
    }
}
