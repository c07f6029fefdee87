package io.headroom.forecasting;

import static io.headroom.forecasting.Rates.DAY;
import static io.headroom.forecasting.Rates.HOURS;
import static io.headroom.forecasting.Traffic.predict;
import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.core.Flow;
import io.headroom.core.PredictionData;
import io.headroom.core.RateSeries;
import io.headroom.core.Rung;
import io.headroom.core.SeriesKey;
import io.headroom.spi.Deadline;
import io.headroom.spi.RateObservation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** Thousands of flows: {@code -Dheadroom.test.flows=2000} times them, a few hundred do for a test. */
class ManyFlowsTest {
    private static final int FLOWS = Integer.getInteger("headroom.test.flows", 300);
    private static final int SEEN = 28 * DAY;

    private static Map<SeriesKey, RateSeries> histories() {
        Map<SeriesKey, RateSeries> series = new TreeMap<>();
        for (int i = 0; i < FLOWS; i++) {
            Random random = new Random(i);
            double level = StrictMath.exp(5 * random.nextDouble());
            double phase = random.nextDouble();
            Flow flow = Flow.of("r" + i % 25, "s" + i / 25 % 20, "t" + i / 500);
            series.put(
                    SeriesKey.transactions(flow),
                    Rates.made(
                            SEEN,
                            t -> Rates.poisson(
                                    random, level * (1 + 0.7 * StrictMath.sin(2 * Math.PI * (t / 24.0 + phase))))));
        }
        return series;
    }

    @Test
    void thousandsOfFlowsAreFittedInParallel() {
        Map<SeriesKey, RateSeries> histories = histories();
        ExecutorService pool = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        try {
            TransactionPredictor predictor = TransactionPredictor.builder(HOURS)
                    .predictor(Predictors.ets(DAY))
                    .retainedSteps(SEEN)
                    .executor(pool)
                    .build();
            long start = System.nanoTime();
            predictor.learn(histories);
            Duration learned = Duration.ofNanos(System.nanoTime() - start);
            start = System.nanoTime();
            List<RateObservation> next = new ArrayList<>();
            histories.forEach((key, series) ->
                    next.add(RateObservation.of(key.flow(), HOURS.start(series.endIndex()), series.rate(SEEN - DAY))));
            predictor.update(next, Deadline.none());
            Duration updated = Duration.ofNanos(System.nanoTime() - start);
            start = System.nanoTime();
            List<PredictionData> predictions = predict(predictor, SEEN + 1, 12);
            Duration predicted = Duration.ofNanos(System.nanoTime() - start);
            System.out.printf(
                    Locale.ROOT,
                    "%d flows of %d hours on %d threads: learned in %d ms, %.2f ms a flow; updated in %d ms; predicted"
                            + " in %d ms%n",
                    FLOWS,
                    SEEN,
                    Runtime.getRuntime().availableProcessors(),
                    learned.toMillis(),
                    (double) learned.toMillis() / FLOWS,
                    updated.toMillis(),
                    predicted.toMillis());
            assertThat(learned).isLessThan(Duration.ofSeconds(60));
            assertThat(predictor.rungs()).isEqualTo(Map.of(Rung.FULL, FLOWS));
            assertThat(predictions.stream()
                            .mapToInt(p -> p.transactions().size())
                            .sum())
                    .isEqualTo(FLOWS);
        } finally {
            pool.shutdownNow();
        }
    }
}
