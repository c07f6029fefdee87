package io.headroom.forecasting.internal.ets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Seasons too long to estimate: their pattern comes from a decomposition, in time that grows with the series alone. */
class EtsLongSeasonTest {

    private static final long SEED = 99;

    @ParameterizedTest
    @CsvSource({"168, 6", "1440, 7", "20000, 3"})
    void patternIsRecovered(int period, int cycles) {
        double[] y = series(period, cycles * period);
        EtsFit fit = new EtsFitter(EtsOptions.defaults()).select(y, period, () -> false);
        EtsModel model = fit.model().orElseThrow();
        assertThat(fit.outcome()).isEqualTo(EtsOutcome.COMPLETE);
        assertThat(model.form().hasSeason()).isTrue();
        assertThat(model.form().needsPositive()).isFalse();
        assertThat(model.parameters().isAdmissible(model.form(), period)).isTrue();
        double[] means = model.means(model.start(), period);
        double error = 0;
        for (int h = 0; h < period; h++) {
            error += Math.abs(means[h] - pattern(y.length + h, period)) / period;
        }
        assertThat(error).as("seed %d", SEED).isLessThan(1.5);
        assertThat(Math.sqrt(model.sigma2())).isCloseTo(1.0, within(0.35));
    }

    @ParameterizedTest
    @CsvSource({"168", "1440"})
    void lessThanTwoCyclesGiveNoSeason(int period) {
        double[] y = series(period, 2 * period - 1);
        EtsModel model = new EtsFitter(EtsOptions.defaults())
                .select(y, period, () -> false)
                .model()
                .orElseThrow();
        assertThat(model.form().hasSeason()).isFalse();
        EtsFit fit = new EtsFitter(EtsOptions.defaults()).fit(y, period, EtsForm.parse("A,N,A"), () -> false);
        assertThat(fit.outcome()).isEqualTo(EtsOutcome.TOO_SHORT);
    }

    @ParameterizedTest
    @CsvSource({"336, 2", "336, 5"})
    void noiseHasNoSeason(int period, int cycles) {
        Random random = new Random(SEED);
        double[] y = new double[period * cycles];
        for (int t = 0; t < y.length; t++) {
            y[t] = 50 + random.nextGaussian();
        }
        EtsModel model = new EtsFitter(EtsOptions.defaults())
                .select(y, period, () -> false)
                .model()
                .orElseThrow();
        assertThat(model.form().hasSeason()).as("seed %d", SEED).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"168", "1440"})
    void gapsAreAllowed(int period) {
        double[] y = series(period, 5 * period);
        for (int t = period / 2; t < 2 * period; t++) {
            y[t] = Double.NaN;
        }
        EtsModel model = new EtsFitter(EtsOptions.defaults())
                .fit(y, period, EtsForm.parse("A,Ad,A"), () -> false)
                .model()
                .orElseThrow();
        double[] means = model.means(model.start(), period);
        for (int h = 0; h < period; h++) {
            assertThat(means[h]).isCloseTo(pattern(y.length + h, period), within(6.0));
        }
    }

    private static double[] series(int period, int n) {
        Random random = new Random(SEED);
        double[] y = new double[n];
        for (int t = 0; t < n; t++) {
            y[t] = pattern(t, period) + random.nextGaussian();
        }
        return y;
    }

    private static double pattern(int t, int period) {
        double at = 2 * Math.PI * t / period;
        return 100 + 30 * Math.sin(at) + 15 * Math.cos(2 * at) + (t % period < period / 10 ? 20 : 0);
    }
}
