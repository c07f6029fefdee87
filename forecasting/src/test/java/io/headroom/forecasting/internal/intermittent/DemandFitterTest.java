package io.headroom.forecasting.internal.intermittent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The choice of method and parameters. */
class DemandFitterTest {
    private static final long SEED = 31;

    private static double[] demands(Random random, int n, double probability) {
        double[] y = new double[n];
        for (int t = 0; t < n; t++) {
            y[t] = random.nextDouble() < probability ? 1 + random.nextInt(9) : 0;
        }
        return y;
    }

    private static DemandModel fit(double[] y) {
        return new DemandFitter().select(y, () -> false).model().orElseThrow();
    }

    private static DemandState after(DemandModel model, double[] y) {
        DemandState state = model.beginning();
        for (double value : y) {
            state.observe(value);
        }
        return state;
    }

    /**
     * Series of 40 demands and more, sizes 1 to 9 with mean 5. The average of so many forecasts is off by chance by less
     * than 0.5 % of itself (one deviation); with 10 demands the bias is 2 %, beside a deviation of 50 %.
     */
    @ParameterizedTest
    @CsvSource({"200, 0.2, 8000", "200, 0.5, 4000", "1000, 0.05, 4000"})
    void theMeanHasNoBias(int n, double probability, int count) {
        Random random = new Random(SEED);
        double sum = 0;
        double squares = 0;
        double variance = 0;
        for (int i = 0; i < count; i++) {
            double[] y = demands(random, n + 1, probability);
            double[] history = Arrays.copyOf(y, n);
            DemandState state = after(fit(history), history);
            sum += state.mean() / (5 * probability);
            squares += (y[n] - state.mean()) * (y[n] - state.mean());
            variance += state.deviation() * state.deviation();
        }
        assertThat(sum / count).as("seed %d", SEED).isCloseTo(1, within(0.01));
        assertThat(squares / variance).as("seed %d", SEED).isBetween(0.8, 1.3);
    }

    @Test
    void demandThatFadesIsFollowedByItsProbability() {
        Random random = new Random(SEED);
        double[] y = new double[600];
        for (int t = 0; t < y.length; t++) {
            y[t] = random.nextDouble() < 0.6 * StrictMath.exp(-t / 120.0) ? 4 : 0;
        }
        DemandModel model = fit(y);
        assertThat(model.method()).isEqualTo(DemandMethod.TEUNTER_SYNTETOS_BABAI);
        assertThat(after(model, y).mean()).isLessThan(0.3);
    }

    /** Demands at most 1.32 steps apart are smoothed; on white noise around a level the level is the mean. */
    @Test
    void aBusySeriesIsSmoothed() {
        Random random = new Random(SEED);
        double[] y = new double[400];
        double mean = 0;
        for (int t = 0; t < y.length; t++) {
            y[t] = t % 9 == 0 ? 0 : 50 + 5 * random.nextGaussian();
            mean += y[t] / y.length;
        }
        DemandModel model = fit(y);
        assertThat(model.method()).isEqualTo(DemandMethod.SMOOTHING);
        assertThat(model.toString()).isEqualTo("smoothing, alpha = 0.01");
        assertThat(after(model, y).mean()).isCloseTo(mean, within(2.0));
    }

    @Test
    void aMultipleOfTheSeriesGivesThatMultiple() {
        double[] y = demands(new Random(SEED), 300, 0.2);
        double plain = after(fit(y), y).mean();
        for (double factor : new double[] {1e-9, 3, 1e15}) {
            double[] times = Arrays.stream(y).map(value -> value * factor).toArray();
            assertThat(after(fit(times), times).mean()).isCloseTo(factor * plain, within(1e-12 * factor * plain));
        }
    }

    @Test
    void oddSeriesAreFitted() {
        double[] zeros = new double[50];
        assertThat(after(fit(zeros), zeros).mean()).isZero();
        double[] one = new double[50];
        one[20] = 1e100;
        assertThat(after(fit(one), one).mean()).isBetween(0.0, 1e100);
        double[] holes = demands(new Random(SEED), 60, 0.3);
        Arrays.fill(holes, 0, 30, Double.NaN);
        assertThat(after(fit(holes), holes).mean()).isBetween(0.3, 3.0);
        double[] few = {Double.NaN, 1, 0, 0, 2};
        assertThat(new DemandFitter().select(few, () -> false).model()).isEmpty();
    }

    @Test
    void endsWhenTimeIsUp() {
        double[] y = demands(new Random(SEED), 300, 0.2);
        DemandFit nothing = new DemandFitter().select(y, () -> true);
        assertThat(nothing.model()).isEmpty();
        assertThat(nothing.complete()).isFalse();
        AtomicInteger asked = new AtomicInteger();
        DemandFit cut = new DemandFitter().select(y, () -> asked.incrementAndGet() > 2);
        assertThat(cut.complete()).isFalse();
        assertThat(cut.model()).isPresent();
    }
}
