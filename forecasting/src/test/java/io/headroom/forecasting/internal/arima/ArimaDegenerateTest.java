package io.headroom.forecasting.internal.arima;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

/** Series that offer little to a model, and seasons that are too long. */
class ArimaDegenerateTest {
    private final ArimaFitter fitter = new ArimaFitter();

    private static double[] made(int n, IntToDoubleFunction f) {
        double[] y = new double[n];
        Arrays.setAll(y, f);
        return y;
    }

    @Test
    void tooFewValuesGiveNoModel() {
        for (int n = 0; n <= 3; n++) {
            assertThat(fitter.select(made(n, i -> i * i), 12, () -> false).outcome())
                    .isEqualTo(ArimaOutcome.TOO_SHORT);
        }
        double[] holes = made(50, i -> i % 20 == 3 ? i : Double.NaN);
        assertThat(fitter.select(holes, 12, () -> false).outcome()).isEqualTo(ArimaOutcome.TOO_SHORT);
        assertThat(fitter.fit(
                                made(13, i -> i),
                                new double[0][],
                                new ArimaOrder(0, 1, 1, 0, 1, 1, 12),
                                false,
                                () -> false)
                        .outcome())
                .isEqualTo(ArimaOutcome.TOO_SHORT);
    }

    @Test
    void aConstantIsAWalkWithoutSteps() {
        ArimaFit fit = fitter.select(made(100, i -> 7), 12, () -> false);
        assertThat(fit.outcome()).isEqualTo(ArimaOutcome.CONSTANT);
        assertThat(fit.model().orElseThrow().beginning().means(3)).containsExactly(7, 7, 7);
        assertThat(fit.model().orElseThrow().variance()).isZero();
    }

    @Test
    void aLineGoesOn() {
        ArimaModel model = fitter.select(made(100, i -> 3 + 2.0 * i), 1, () -> false)
                .model()
                .orElseThrow();
        ArimaState state = model.beginning();
        for (int i = 0; i < 100; i++) {
            state.observe(3 + 2.0 * i);
        }
        assertThat(state.means(2)).containsExactly(new double[] {203, 205}, within(1e-6));
    }

    static Map<String, double[]> odd() {
        Random random = new Random(5);
        double[] noise = random.doubles(200).toArray();
        Map<String, double[]> odd = new LinkedHashMap<>();
        odd.put("an offset of 1e15", made(200, i -> 1e15 + noise[i]));
        odd.put("a scale of 1e-300", made(200, i -> 1e-300 * noise[i]));
        odd.put("a scale of 1e149", made(200, i -> 1e149 * noise[i]));
        odd.put("a step", made(200, i -> i < 100 ? 1 : 50));
        odd.put("a spike", made(200, i -> i == 77 ? 1e9 : 0));
        odd.put("alternating", made(200, i -> i % 2));
        odd.put("doubling", made(60, i -> StrictMath.pow(2, i)));
        odd.put("four values", made(4, i -> noise[i]));
        odd.put("five values", made(5, i -> noise[i]));
        odd.put("half missing", made(200, i -> i % 2 == 0 ? noise[i] : Double.NaN));
        odd.put("one place of the season missing", made(200, i -> i % 12 == 5 ? Double.NaN : noise[i] + i % 12));
        odd.put("infinities", made(200, i -> i % 50 == 9 ? Double.POSITIVE_INFINITY : noise[i]));
        return odd;
    }

    @Test
    void oddSeriesLeaveFiniteForecasts() {
        odd().forEach((what, y) -> {
            ArimaFit fit = fitter.select(y, 12, () -> false);
            assertThat(fit.model()).as(what).isPresent();
            ArimaState state = fit.model().orElseThrow().beginning();
            for (double value : y) {
                state.observe(value);
            }
            for (double mean : state.means(30)) {
                assertThat(Math.abs(mean)).as(what).isLessThan(Double.POSITIVE_INFINITY);
            }
            assertThat(state.sigma2()).as(what).isNotNegative().isLessThan(Double.POSITIVE_INFINITY);
        });
    }

    @Test
    void aLongSeasonIsDifferencedAndSaysSo() {
        Random random = new Random(8);
        double[] y =
                made(7 * 1440, i -> 50 + 20 * StrictMath.sin(2 * Math.PI * (i % 1440) / 1440) + random.nextDouble());
        ArimaFit fit = fitter.select(y, 1440, () -> false);
        ArimaModel model = fit.model().orElseThrow();
        assertThat(fit.outcome()).isEqualTo(ArimaOutcome.LONG_SEASON);
        assertThat(model.order().period()).isEqualTo(1440);
        assertThat(model.order().seasonalDifference()).isEqualTo(1);
        ArimaState state = model.beginning();
        for (double value : y) {
            state.observe(value);
        }
        assertThat(state.means(361)[360]).as("a quarter of a day on").isCloseTo(70.5, within(2.0));
    }

    @Test
    void aPowerOfTwoChangesNothingButTheScale() {
        double[] y = Classics.values("USAccDeaths");
        double[] scaled = Arrays.stream(y).map(v -> v * 0x1p40).toArray();
        ArimaModel plain = fitter.select(y, 12, () -> false).model().orElseThrow();
        ArimaModel large = fitter.select(scaled, 12, () -> false).model().orElseThrow();
        assertThat(large.order()).isEqualTo(plain.order());
        assertThat(large.coefficients()).isEqualTo(plain.coefficients());
        double[] means = plain.beginning().means(3);
        assertThat(large.beginning().means(3)).containsExactly(means[0] * 0x1p40, means[1] * 0x1p40, means[2] * 0x1p40);
    }

    @Test
    void ordersOutOfRangeAreRefused() {
        assertThatThrownBy(() -> ArimaOrder.of(-1, 0, 0))
                .hasMessageContaining("-1")
                .hasMessageContaining("Maybe");
        assertThatThrownBy(() -> new ArimaOrder(0, 0, 0, 1, 0, 0, 1)).hasMessageContaining("seasonal");
        assertThatThrownBy(() -> new ArimaOrder(0, 0, 0, 0, 0, 0, 0)).hasMessageContaining("period");
        assertThat(new ArimaOrder(1, 1, 2, 0, 1, 1, 12)).hasToString("(1,1,2)(0,1,1)[12]");
    }
}
