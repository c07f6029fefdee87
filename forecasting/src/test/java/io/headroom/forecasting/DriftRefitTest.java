package io.headroom.forecasting;

import static io.headroom.forecasting.Rates.DAY;
import static io.headroom.forecasting.Rates.FIRST;
import static io.headroom.forecasting.Rates.FLOW;
import static io.headroom.forecasting.Rates.HOURS;
import static io.headroom.forecasting.Rates.KEY;
import static io.headroom.forecasting.Traffic.update;
import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.spi.RateObservation;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Errors that lean to one side, though none of them is large, make a model be fitted again before it is old. */
class DriftRefitTest {
    private static final int SEEN = 10 * DAY;
    private static final int AGE = 10 * DAY;

    private final CountingPredictor counting = new CountingPredictor(Predictors.ets(DAY));

    private int fitsAfter(int steps, IntToDoubleFunction rate) {
        TransactionPredictor predictor = TransactionPredictor.builder(HOURS)
                .predictor(counting)
                .executor(Runnable::run)
                .retainedSteps(SEEN)
                .refitAge(Duration.ofHours(AGE))
                .build();
        predictor.learn(Map.of(KEY, Rates.made(SEEN, rate)));
        for (int step = SEEN; step < SEEN + steps; step++) {
            update(predictor, List.of(RateObservation.of(FLOW, HOURS.start(FIRST + step), rate.applyAsDouble(step))));
        }
        return counting.fits();
    }

    private static double[] noise(long seed) {
        Random random = new Random(seed);
        double[] noise = new double[SEEN + AGE];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = 5 * random.nextGaussian();
        }
        return noise;
    }

    @ParameterizedTest
    @ValueSource(doubles = {6, -6})
    void aLevelThatDriftsAwayIsFittedAgain(double bias) {
        double[] noise = noise(1);
        IntToDoubleFunction rate = i -> 100 + (i >= SEEN ? bias : 0) + noise[i];
        assertThat(fitsAfter(AGE / 4 + 5, rate)).as("seed 1").isEqualTo(2);
    }

    @Test
    void butNotWhileTheFitIsYoung() {
        double[] noise = noise(1);
        IntToDoubleFunction rate = i -> 100 + (i >= SEEN ? 6 : 0) + noise[i];
        assertThat(fitsAfter(AGE / 4 - 1, rate)).as("seed 1").isEqualTo(1);
    }

    @Test
    void withoutDriftItIsFittedAgainWhenItIsOld() {
        double[] noise = noise(2);
        IntToDoubleFunction rate = i -> 100 + noise[i];
        assertThat(fitsAfter(AGE - 1, rate)).as("seed 2").isEqualTo(1);
        assertThat(fitsAfter(AGE, rate)).as("seed 2, with the fit before").isEqualTo(3);
    }
}
