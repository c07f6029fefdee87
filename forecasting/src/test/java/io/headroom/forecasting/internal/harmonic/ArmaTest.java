package io.headroom.forecasting.internal.harmonic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** ARMA models: estimation, filters, responses. */
class ArmaTest {
    private static final long SEED = 11;

    /** ARMA(2,1) with unit errors. */
    private static double[] simulated(int n) {
        Random random = new Random(SEED);
        double[] x = new double[n + 100];
        double before = 0;
        for (int t = 2; t < x.length; t++) {
            double e = random.nextGaussian();
            x[t] = 1.2 * x[t - 1] - 0.4 * x[t - 2] + e + 0.5 * before;
            before = e;
        }
        return Arrays.copyOfRange(x, 100, x.length);
    }

    @Test
    void coefficientsAndVarianceAreFound() {
        double[] x = simulated(4000);
        ArmaFit fit = new GaussNewton(x, () -> false).improve(new Arma(new double[2], new double[1]), 30);
        assertThat(fit.arma().phi).containsExactly(new double[] {1.2, -0.4}, within(0.08));
        assertThat(fit.arma().theta[0]).isCloseTo(0.5, within(0.08));
        assertThat(fit.squares() / fit.count()).isCloseTo(1, within(0.05));
    }

    @Test
    void theOrderFoundForecastsAsWellAsTheTrueOne() {
        double[] x = simulated(1500);
        for (int t = 0; t < x.length; t += 13) {
            x[t] = Double.NaN;
        }
        ArmaFit known = new GaussNewton(x, () -> false).improve(new Arma(new double[2], new double[1]), 30);
        ArmaFit found = ArmaFitter.thorough(() -> false).fit(x);
        assertThat(found.aicc()).isLessThanOrEqualTo(known.aicc() + 0.5);
        assertThat(found.count()).isEqualTo(1500 - 116);
    }

    @Test
    void whiteNoiseHasNoOrder() {
        double[] x = new Random(SEED).doubles(1000).map(u -> u - 0.5).toArray();
        ArmaFit fit = ArmaFitter.thorough(() -> false).fit(x);
        assertThat(fit.arma().p() + fit.arma().q()).isLessThanOrEqualTo(2);
    }

    @Test
    void explodingCoefficientsAreMadeSound() {
        Arma arma = new Arma(new double[] {1.5, 0.3}, new double[] {-2}).sound();
        assertThat(arma.isSound()).isTrue();
        double[] psi = arma.impulse(5000, 0);
        assertThat(Math.abs(psi[4999])).isLessThan(1);
    }

    /** The filter that yields the errors, run over a wave, turns and scales it by the response. */
    @Test
    void theResponseIsWhatTheFilterDoes() {
        Arma arma = new Arma(new double[] {0.6, -0.2}, new double[] {0.4});
        SeasonalMemory memory = new SeasonalMemory(new int[] {24}, new double[] {0.3});
        double w = new Wave(24, 5).frequency();
        double[] wave = new double[400];
        for (int t = 0; t < wave.length; t++) {
            wave[t] = StrictMath.cos(w * t);
        }
        double[] forgotten = memory.forget(wave);
        assertThat(forgotten[23]).isNaN();
        double[] changes = new double[376];
        for (int t = 24; t < wave.length; t++) {
            changes[t - 24] = t == 24 ? 0 : forgotten[t] - forgotten[t - 1];
        }
        double[] e = new double[376];
        arma.filter(changes, e);
        double[] response = memory.times(arma.response(w, 1), w);
        int t = 399;
        double expected = response[0] * StrictMath.cos(w * t) - response[1] * StrictMath.sin(w * t);
        assertThat(e[t - 24]).isCloseTo(expected, within(1e-9));
    }

    @Test
    void errorsOfASeasonAgoAreRemembered() {
        Random random = new Random(SEED);
        double[] x = new double[500];
        for (int t = 0; t < x.length; t++) {
            x[t] = random.nextGaussian() + (t < 24 ? 0 : 0.7 * x[t - 24]);
        }
        SeasonalMemory memory = SeasonalMemory.NONE.with(x, 24);
        assertThat(memory.weights[0]).isCloseTo(0.7, within(0.1));
        assertThat(SeasonalMemory.NONE.with(x, 11).lags).isEmpty();
        assertThat(SeasonalMemory.NONE.with(x, 168).lags).as("too short").isEmpty();
        double[] impulse = new double[49];
        impulse[0] = 1;
        memory.echo(impulse);
        assertThat(impulse[48]).isCloseTo(memory.weights[0] * memory.weights[0], within(1e-15));
    }
}
