package io.headroom.forecasting.internal.novelty;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Distances to the nearest value and pattern, against one loop over all of them. */
class NearestTest {
    private static final int MEMORY = 150;

    private static double[] stream(long seed, boolean coarse) {
        Random random = new Random(seed);
        return random.doubles(1000, -5, 5)
                .map(x -> coarse ? Math.rint(x) * Math.signum(x) * x / 5 : x * x * x)
                .toArray();
    }

    private static double nearest(double[] values, int now, int latest) {
        double best = Double.POSITIVE_INFINITY;
        for (int i = Math.max(0, now - MEMORY); i < now - latest; i++) {
            best = Math.min(best, Math.abs(values[now] - values[i]));
        }
        return best < Double.POSITIVE_INFINITY ? best : 0;
    }

    private static double nearestPattern(double[] values, int now) {
        double best = Double.POSITIVE_INFINITY;
        for (int i = Math.max(2, now - MEMORY); i < now - 3; i++) {
            double square = 0;
            for (int k = 0; k < 3; k++) {
                double difference = values[now - k] - values[i - k];
                square += difference * difference;
            }
            best = Math.min(best, square);
        }
        return best < Double.POSITIVE_INFINITY ? Math.sqrt(best) : 0;
    }

    @Test
    void theNearestValueIsFound() {
        for (boolean coarse : new boolean[] {false, true}) {
            for (int latest : new int[] {0, 1, 50}) {
                double[] values = stream(4, coarse);
                SeenValues seen = new SeenValues(MEMORY, latest);
                for (int i = 0; i < values.length; i++) {
                    assertThat(seen.next(values[i]))
                            .as("value %d, %d latest, seed 4", i, latest)
                            .isEqualTo(nearest(values, i, latest));
                }
            }
        }
    }

    @Test
    void theNearestPatternIsFound() {
        for (boolean coarse : new boolean[] {false, true}) {
            double[] values = stream(5, coarse);
            SeenPatterns seen = new SeenPatterns(MEMORY);
            for (int i = 0; i < values.length; i++) {
                double distance = seen.next(values[i]);
                double expected = nearestPattern(values, i);
                assertThat(distance)
                        .as("value %d, seed 5", i)
                        .isBetween(expected * (1 - 1e-12), expected * (1 + 1e-12));
            }
        }
    }

    @Test
    void zerosOfBothSignsAreOne() {
        SeenValues seen = new SeenValues(MEMORY, 0);
        for (int i = 0; i < 500; i++) {
            assertThat(seen.next(i % 3 == 0 ? -0.0 : 0.0)).isZero();
        }
        assertThat(seen.next(2)).isEqualTo(2);
    }
}
