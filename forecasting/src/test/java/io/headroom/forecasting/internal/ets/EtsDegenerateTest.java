package io.headroom.forecasting.internal.ets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Series that break optimisers: never an exception, always finite forecasts or a reason. */
class EtsDegenerateTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void tooFewValues(int n) {
        assertThat(select(series(n, t -> t + 1), 12).outcome()).isEqualTo(EtsOutcome.TOO_SHORT);
        double[] gaps = series(50, t -> t < n ? t : Double.NaN);
        assertThat(select(gaps, 12).outcome()).isEqualTo(EtsOutcome.TOO_SHORT);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 7, -3e14, 1e-200})
    void constantSeries(double value) {
        EtsFit fit = select(series(60, t -> t == 9 ? Double.NaN : value), 12);
        assertThat(fit.outcome()).isEqualTo(EtsOutcome.CONSTANT);
        EtsModel model = fit.model().orElseThrow();
        assertThat(model.means(model.start(), 5)).containsOnly(value);
        assertThat(model.variances(model.start(), 5)).containsOnly(0);
    }

    @Test
    void straightLineGoesOn() {
        EtsModel model = select(series(100, t -> t + 1), 12).model().orElseThrow();
        double[] means = model.means(model.start(), 3);
        assertThat(means[0]).isCloseTo(101, within(1e-6));
        assertThat(means[2]).isCloseTo(103, within(1e-6));
    }

    @Test
    void exactSeasonGoesOn() {
        EtsModel model = select(series(120, t -> 10 + 5 * Math.sin(Math.PI * t / 6)), 12)
                .model()
                .orElseThrow();
        double[] means = model.means(model.start(), 12);
        for (int h = 0; h < 12; h++) {
            assertThat(means[h]).isCloseTo(10 + 5 * Math.sin(Math.PI * h / 6), within(1e-6));
        }
    }

    @Test
    void stepIsFollowedWhenTheHorizonCounts() {
        Random random = new Random(8);
        double[] y = series(124, t -> (t < 100 ? 10 : 50) + 0.1 * random.nextGaussian());
        EtsModel model = new EtsFitter(EtsOptions.defaults().withHorizon(6))
                .select(y, 12, () -> false)
                .model()
                .orElseThrow();
        for (double mean : model.means(model.start(), 6)) {
            assertThat(mean).isCloseTo(50, within(2.5));
        }
    }

    @Test
    void hugeAndTinyUnits() {
        Random random = new Random(4);
        double[] noise = random.doubles(100).toArray();
        for (double unit : new double[] {1e15, 1e-12, 1e100, 1e-100}) {
            EtsModel model =
                    select(series(100, t -> unit * (1 + noise[t])), 12).model().orElseThrow();
            assertThat(model.means(model.start(), 1)[0] / unit).isBetween(1.0, 2.0);
        }
        EtsModel offset = select(series(100, t -> 1e15 + noise[t]), 12).model().orElseThrow();
        assertThat(offset.means(offset.start(), 1)[0] - 1e15).isBetween(-1.0, 2.0);
    }

    @Test
    void valuesOutOfRangeCountAsMissing() {
        double[] y = series(80, t -> t % 9 == 4 ? Double.MAX_VALUE : t % 9 == 7 ? Double.NEGATIVE_INFINITY : 5 + t % 2);
        EtsModel model = select(y, 2).model().orElseThrow();
        assertThat(model.means(model.start(), 1)[0]).isBetween(4.0, 7.0);
    }

    @Test
    void formsThatDoNotSuitAreNamed() {
        EtsFitter fitter = new EtsFitter(EtsOptions.defaults());
        double[] negative = series(60, t -> t % 5 - 1);
        EtsForm factors = EtsForm.parse("M,N,M");
        assertThat(fitter.fit(negative, 5, factors, () -> false).outcome()).isEqualTo(EtsOutcome.NOT_POSITIVE);
        assertThat(fitter.fit(series(9, t -> 1 + t % 5), 5, factors, () -> false)
                        .outcome())
                .isEqualTo(EtsOutcome.TOO_SHORT);
        EtsOptions only = EtsOptions.defaults().withForms(List.of(factors));
        assertThat(new EtsFitter(only).select(negative, 5, () -> false).outcome())
                .isEqualTo(EtsOutcome.NO_FIT);
    }

    @Test
    void randomlyBrokenSeriesGiveFiniteForecastsOrAReason() {
        for (long seed = 0; seed < 150; seed++) {
            Random random = new Random(seed);
            int period = List.of(1, 2, 4, 7, 12, 30).get(random.nextInt(6));
            double[] y = broken(random, 5 + random.nextInt(120), period);
            EtsOptions options = EtsOptions.defaults().withHorizon(random.nextInt(4) * 3);
            EtsFit fit = new EtsFitter(options).select(y, period, () -> false);
            if (fit.model().isEmpty()) {
                assertThat(fit.outcome()).as("seed %d", seed).isEqualTo(EtsOutcome.TOO_SHORT);
            } else {
                EtsModel model = fit.model().get();
                for (int h = 0; h < 30; h++) {
                    double mean = model.means(model.start(), 30)[h];
                    double variance = model.variances(model.start(), 30)[h];
                    assertThat(mean).as("seed %d, %s", seed, model.form()).isFinite();
                    assertThat(variance)
                            .as("seed %d, %s", seed, model.form())
                            .isFinite()
                            .isNotNegative();
                }
            }
        }
    }

    private static double[] broken(Random random, int n, int period) {
        double level = Math.pow(10, random.nextInt(20) - 8);
        double noise = random.nextInt(3) == 0 ? 0 : level * random.nextDouble();
        int kind = random.nextInt(6);
        double[] y = new double[n];
        for (int t = 0; t < n; t++) {
            double wave = 1 + 0.5 * Math.sin(2 * Math.PI * t / period);
            y[t] = switch (kind) {
                case 0 -> level * wave;
                case 1 -> random.nextInt(10) == 0 ? level : 0;
                case 2 -> level * Math.exp(0.1 * t);
                case 3 -> t == n / 2 ? 1e6 * level : level;
                case 4 -> (t < n / 2 ? 1 : 100) * level;
                default -> level * t * (t % 2 == 0 ? 1 : -1);
            };
            y[t] += noise * random.nextGaussian();
            y[t] = random.nextInt(12) == 0 ? Double.NaN : y[t];
        }
        return random.nextBoolean() ? y : Arrays.stream(y).map(Math::abs).toArray();
    }

    private static EtsFit select(double[] y, int period) {
        EtsFit fit = new EtsFitter(EtsOptions.defaults()).select(y, period, () -> false);
        Optional<EtsModel> model = fit.model();
        model.ifPresent(m -> assertThat(m.means(m.start(), 20)).doesNotContain(Double.NaN));
        return fit;
    }

    private static double[] series(int n, IntToDoubleFunction value) {
        double[] y = new double[n];
        for (int t = 0; t < n; t++) {
            y[t] = value.applyAsDouble(t);
        }
        return y;
    }
}
