package io.headroom.forecasting;

import static io.headroom.forecasting.Rates.DAY;
import static io.headroom.forecasting.Rates.FIRST;
import static io.headroom.forecasting.Rates.FLOW;
import static io.headroom.forecasting.Rates.HOURS;
import static io.headroom.forecasting.Rates.KEY;
import static io.headroom.forecasting.Traffic.predict;
import static io.headroom.forecasting.Traffic.update;
import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.core.RateForecast;
import io.headroom.core.RateSeries;
import io.headroom.spi.CalendarEvent;
import io.headroom.spi.EventCalendar;
import io.headroom.spi.EventEffect;
import io.headroom.spi.EventScope;
import io.headroom.spi.RateObservation;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When models are fitted again. */
class RefitTest {
    private static final int SEEN = 7 * DAY;

    private final CountingPredictor counting = new CountingPredictor(Predictors.ets(DAY));

    private TransactionPredictorBuilder builder() {
        return TransactionPredictor.builder(HOURS).predictor(counting).executor(Runnable::run);
    }

    private static TransactionPredictor learned(TransactionPredictorBuilder builder, IntToDoubleFunction rate) {
        TransactionPredictor predictor = builder.build();
        predictor.learn(Map.of(KEY, Rates.made(SEEN, rate)));
        return predictor;
    }

    private static void observe(TransactionPredictor predictor, int from, int to, IntToDoubleFunction rate) {
        for (int step = from; step < to; step++) {
            update(predictor, List.of(RateObservation.of(FLOW, HOURS.start(FIRST + step), rate.applyAsDouble(step))));
        }
    }

    private static RateForecast forecast(TransactionPredictor predictor, int step) {
        return predict(predictor, step, 3).get(0).forecast();
    }

    private static IntToDoubleFunction noisy(IntToDoubleFunction mean, double deviation, long seed) {
        Random random = new Random(seed);
        double[] noise = random.doubles(2000, -1, 1).toArray();
        return i -> Math.max(0, mean.applyAsDouble(i) + deviation * Math.sqrt(3) * noise[i]);
    }

    @Test
    void aModelIsFittedAgainWhenItIsOld() {
        IntToDoubleFunction rate = noisy(Rates::wave, 5, 1);
        TransactionPredictor predictor = learned(builder().retainedSteps(SEEN).refitAge(Duration.ofHours(36)), rate);
        assertThat(counting.fits()).isEqualTo(1);
        observe(predictor, SEEN, SEEN + 35, rate);
        assertThat(counting.fits()).isEqualTo(1);
        observe(predictor, SEEN + 35, SEEN + 36, rate);
        assertThat(counting.fits()).isEqualTo(2);
        observe(predictor, SEEN + 36, SEEN + 72, rate);
        assertThat(counting.fits()).isEqualTo(3);
        RateSeries last = counting.request(2).single();
        assertThat(last.length()).isEqualTo(SEEN);
        assertThat(last.endIndex()).isEqualTo(FIRST + SEEN + 72);
    }

    @Test
    void aYoungFlowIsFittedAgainEachTimeItHasTwiceTheData() {
        TransactionPredictor predictor =
                builder().retainedSteps(1000).refitAge(Duration.ofDays(30)).build();
        IntToDoubleFunction rate = noisy(i -> 100, 5, 2);
        observe(predictor, 0, 70, rate);
        assertThat(counting.observed()).containsExactly(1, 2, 4, 8, 16, 32, 64);
    }

    @Test
    void aFlowThatAppearsIsForecastWithAWideSpreadThatNarrows() {
        TransactionPredictor predictor = builder().build();
        IntToDoubleFunction rate = noisy(i -> 100, 5, 3);
        double before = Double.POSITIVE_INFINITY;
        int steps = 0;
        for (int known : new int[] {1, 8, 48}) {
            observe(predictor, steps, known, rate);
            steps = known;
            RateForecast f = forecast(predictor, known);
            double width = f.quantile(1, 0.95) - f.quantile(1, 0.05);
            assertThat(f.mean(1)).as("mean after %d", known).isBetween(80.0, 120.0);
            assertThat(f.quantile(1, 0.995)).as("after %d", known).isGreaterThan(105);
            assertThat(width).as("width after %d", known).isLessThan(before);
            before = width;
        }
        assertThat(before).isBetween(10.0, 30.0);
    }

    /** Whenever the level shifts after a fit, 24 rates at the new level are enough. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5, 11, 12, 23, 40, 70})
    void aShiftOfTheLevelIsFollowedWithinADay(int steps) {
        IntToDoubleFunction rate = noisy(i -> i < SEEN + steps ? 10 : 50, 1, 4);
        TransactionPredictor predictor = learned(builder().refitAge(Duration.ofDays(20)), rate);
        observe(predictor, SEEN, SEEN + steps + 24, rate);
        assertThat(counting.fits()).as("fits").isBetween(2, 4);
        RateForecast f = forecast(predictor, SEEN + steps + 24);
        for (int step = 1; step <= 3; step++) {
            assertThat(f.mean(step)).as("seed 4").isBetween(47.5, 52.5);
        }
        assertThat(f.quantile(1, 0.99)).isBetween(50.0, 90.0);
    }

    @ParameterizedTest
    @CsvSource({"10, 50", "50, 10", "0, 50", "50, 0"})
    void aConstantThatShiftsIsFollowedToo(double before, double after) {
        IntToDoubleFunction rate = i -> i < SEEN + 20 ? before : after;
        TransactionPredictor predictor = learned(builder().refitAge(Duration.ofDays(20)), rate);
        observe(predictor, SEEN, SEEN + 44, rate);
        assertThat(counting.fits()).as("fits").isBetween(2, 4);
        assertThat(forecast(predictor, SEEN + 44).mean(1)).isBetween(0.95 * after - 0.5, 1.05 * after + 0.5);
    }

    @Test
    void aModelThatFitsIsLeftAlone() {
        IntToDoubleFunction rate = noisy(Rates::wave, 5, 6);
        TransactionPredictor predictor = learned(builder().retainedSteps(SEEN).refitAge(Duration.ofDays(60)), rate);
        observe(predictor, SEEN, SEEN + 20 * DAY, rate);
        assertThat(counting.fits()).isEqualTo(1);
    }

    @Test
    void oneOutlierIsNoReasonToFitAgain() {
        IntToDoubleFunction rate = noisy(i -> i == SEEN + 30 ? 5000 : Rates.wave(i), 5, 6);
        TransactionPredictor predictor = learned(builder().retainedSteps(SEEN).refitAge(Duration.ofDays(60)), rate);
        observe(predictor, SEEN, SEEN + 31, rate);
        assertThat(counting.fits()).isEqualTo(1);
    }

    @Test
    void whatHappensInAClosedWindowIsNoError() {
        CalendarEvent closed = new CalendarEvent(
                "maintenance",
                HOURS.start(FIRST + SEEN + 20),
                HOURS.start(FIRST + SEEN + 60),
                EventScope.ALL,
                new EventEffect.Closed());
        IntToDoubleFunction rate = noisy(i -> i >= SEEN + 20 && i < SEEN + 60 ? 700 * (i % 2) : Rates.wave(i), 5, 7);
        TransactionPredictor predictor = learned(
                builder().retainedSteps(SEEN).refitAge(Duration.ofDays(60)).events(EventCalendar.of(List.of(closed))),
                rate);
        observe(predictor, SEEN, SEEN + 70, rate);
        assertThat(counting.fits()).isEqualTo(1);
        assertThat(forecast(predictor, SEEN + 30).mean(1)).isZero();
        double expected = Rates.wave(SEEN + 70);
        assertThat(forecast(predictor, SEEN + 70).mean(1)).isBetween(0.8 * expected, 1.2 * expected);
    }
}
