package io.headroom.forecasting.internal.direct;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ScoresTest {
    private static final int CAPACITY = 100;
    private static final int PRIOR = 32;

    @Test
    void theLatestAreKeptInOrder() {
        Scores scores = new Scores(CAPACITY);
        Deque<Double> latest = new ArrayDeque<>();
        for (int i = 0; i < PRIOR; i++) {
            latest.add(scores.at(i));
        }
        Random random = new Random(3);
        for (int i = 0; i < 1000; i++) {
            double score = Math.rint(10 * random.nextGaussian()) / 10;
            scores.add(score);
            latest.add(score);
            if (latest.size() > CAPACITY) {
                latest.remove();
            }
            double[] expected = latest.stream().mapToDouble(Double::doubleValue).toArray();
            Arrays.sort(expected);
            double[] actual = new double[scores.count()];
            Arrays.setAll(actual, scores::at);
            assertThat(actual).isEqualTo(expected);
        }
    }

    @Test
    void theFirstAreOfTheLaplaceLaw() {
        Scores scores = new Scores(CAPACITY);
        double size = 0;
        for (int i = 0; i < PRIOR; i++) {
            size += Math.abs(scores.at(i)) / PRIOR;
            assertThat(scores.at(i)).isEqualTo(-scores.at(PRIOR - 1 - i));
        }
        assertThat(size).isBetween(0.95, 1.05);
    }
}
