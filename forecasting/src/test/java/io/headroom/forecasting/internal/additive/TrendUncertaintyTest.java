package io.headroom.forecasting.internal.additive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The closed form against seeded paths of the same process, drawn as Prophet draws them. */
class TrendUncertaintyTest {
    private static final int PATHS = 500_000;

    private static double[] paths(double rate, double scale, double ahead, double sigma, long seed) {
        Random random = new Random(seed);
        double[] ends = new double[PATHS];
        for (int i = 0; i < PATHS; i++) {
            double at = wait(random, rate);
            double end = sigma * random.nextGaussian();
            while (at < ahead) {
                double size = -scale * StrictMath.log(1 - random.nextDouble());
                end += (random.nextBoolean() ? size : -size) * (ahead - at);
                at += wait(random, rate);
            }
            ends[i] = end;
        }
        Arrays.sort(ends);
        return ends;
    }

    private static double wait(Random random, double rate) {
        return -StrictMath.log(1 - random.nextDouble()) / rate;
    }

    @ParameterizedTest
    @CsvSource({"0.025, 0.3, 48, 4, 1", "0.025, 0.02, 400, 30, 2", "0.02, 0.1, 100, 3, 3"})
    void deviationAndIntervalsAreThoseOfPaths(double rate, double scale, double ahead, double sigma, long seed) {
        double[] ends = paths(rate, scale, ahead, sigma, seed);
        TrendUncertainty law = new TrendUncertainty(rate, scale);
        double squares = Arrays.stream(ends).map(v -> v * v).sum() / PATHS;
        double deviation = Math.sqrt(law.variance(ahead) + sigma * sigma);
        assertThat(Math.sqrt(squares) / deviation).as("deviation").isCloseTo(1, within(0.005));
        for (double level : new double[] {0.5, 0.8, 0.95}) {
            int tail = (int) Math.round((1 - level) / 2 * PATHS);
            double drawn = ends[PATHS - 1 - tail] - ends[tail];
            double closed = law.quantile((1 + level) / 2, ahead, sigma) - law.quantile((1 - level) / 2, ahead, sigma);
            assertThat(closed / drawn).as("width of %s", level).isCloseTo(1, within(0.005));
        }
    }

    @Test
    void fourthCumulantIsThatOfPaths() {
        double[] ends = paths(0.025, 0.02, 400, 0, 4);
        double square = Arrays.stream(ends).map(v -> v * v).sum() / PATHS;
        double fourth = Arrays.stream(ends).map(v -> v * v * v * v).sum() / PATHS;
        TrendUncertainty law = new TrendUncertainty(0.025, 0.02);
        assertThat((fourth - 3 * square * square) / law.fourthCumulant(400)).isCloseTo(1, within(0.05));
    }

    @Test
    void withoutChangesItIsTheNormalLaw() {
        TrendUncertainty none = new TrendUncertainty(0, 0);
        assertThat(none.quantile(0.975, 100, 2)).isCloseTo(2 * 1.959963984540054, within(1e-6));
        assertThat(none.quantile(0.001, 100, 2)).isCloseTo(-2 * 3.090232306167813, within(1e-6));
        assertThat(none.quantile(0.5, 100, 2)).isCloseTo(0, within(1e-6));
        assertThat(none.variance(50)).isZero();
    }
}
