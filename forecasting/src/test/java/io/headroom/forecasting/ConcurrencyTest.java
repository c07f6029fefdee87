package io.headroom.forecasting;

import static io.headroom.forecasting.Rates.DAY;
import static io.headroom.forecasting.Rates.HOURS;
import static io.headroom.forecasting.Traffic.predict;
import static io.headroom.forecasting.Traffic.update;
import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.core.Flow;
import io.headroom.core.PredictionData;
import io.headroom.core.RateSeries;
import io.headroom.core.SeriesKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Many threads give what one gives. */
class ConcurrencyTest {
    private static final int SEEN = 7 * DAY;
    private static final int FLOWS = 24;

    private final Traffic traffic = new Traffic(SEEN + 4 * DAY, 55);

    private static TransactionPredictorBuilder builder(Executor executor) {
        return TransactionPredictor.builder(HOURS)
                .predictor(Predictors.ets(DAY))
                .refitAge(Duration.ofDays(30))
                .seed(3)
                .executor(executor);
    }

    private static Map<SeriesKey, RateSeries> histories() {
        Map<SeriesKey, RateSeries> series = new TreeMap<>();
        for (int i = 0; i < FLOWS; i++) {
            Flow flow = Flow.of("r" + i % 5, "s" + i % 7, "t" + i % 3);
            series.put(SeriesKey.transactions(flow), Rates.daily(SEEN, i));
        }
        return series;
    }

    @Test
    void theNumberOfThreadsChangesNoBit() throws Exception {
        TransactionPredictor direct = builder(Runnable::run).build();
        direct.learn(histories());
        List<PredictionData> expected = predict(direct, SEEN, DAY);
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            TransactionPredictor parallel = builder(pool).build();
            parallel.learn(histories());
            assertThat(predict(parallel, SEEN, DAY)).isEqualTo(expected);
        } finally {
            pool.shutdownNow();
        }
        assertThat(expected).hasSizeGreaterThan(FLOWS / 2);
    }

    /** Fits that end later, in any order, end in the same state: nothing that was observed meanwhile is lost. */
    @Test
    void whatIsObservedDuringAFitIsNotLost() {
        HeldExecutor held = new HeldExecutor();
        TransactionPredictor late = builder(held).refitAge(Duration.ofDays(1)).build();
        TransactionPredictor direct =
                builder(Runnable::run).refitAge(Duration.ofDays(1)).build();
        update(late, traffic.observations(0, SEEN));
        update(direct, traffic.observations(0, SEEN));
        held.runAll();
        assertThat(predict(late, SEEN, DAY)).isEqualTo(predict(direct, SEEN, DAY));
        update(late, traffic.observations(SEEN, SEEN + DAY));
        assertThat(held.held()).isEqualTo(4);
        update(late, traffic.observations(SEEN + DAY, SEEN + DAY + 9));
        held.runAll();
        update(direct, traffic.observations(SEEN, SEEN + DAY + 9));
        for (int i = 0; i < 3; i++) {
            assertThat(predict(late, SEEN + DAY + 9, DAY).get(i).forecast().mean(5))
                    .isEqualTo(predict(direct, SEEN + DAY + 9, DAY)
                            .get(i)
                            .forecast()
                            .mean(5));
        }
    }

    @Test
    void askingAndUpdatingAtATimeIsSafe() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            TransactionPredictor predictor = builder(pool).build();
            predictor.learn(traffic.history(SEEN));
            List<Callable<Integer>> work = new ArrayList<>();
            for (int worker = 0; worker < 4; worker++) {
                int own = worker;
                work.add(() -> {
                    int predictions = 0;
                    for (int step = SEEN; step < SEEN + 3 * DAY; step++) {
                        update(predictor, List.of(traffic.observation(Traffic.FLOWS.get(own), step)));
                        List<PredictionData> p = predict(predictor, SEEN, 3);
                        p.forEach(data -> Sound.check(data.forecast()));
                        predictions += p.size();
                    }
                    return predictions;
                });
            }
            for (Future<Integer> done : pool.invokeAll(work)) {
                assertThat(done.get(1, TimeUnit.MINUTES)).isEqualTo(3 * 3 * DAY);
            }
            TransactionPredictor alone = builder(Runnable::run).build();
            alone.learn(traffic.history(SEEN));
            update(alone, traffic.observations(SEEN, SEEN + 3 * DAY));
            for (int i = 0; i < 3; i++) {
                assertThat(predict(predictor, SEEN + 3 * DAY, DAY)
                                .get(i)
                                .forecast()
                                .mean(2))
                        .isEqualTo(predict(alone, SEEN + 3 * DAY, DAY)
                                .get(i)
                                .forecast()
                                .mean(2));
            }
        } finally {
            pool.shutdownNow();
        }
    }
}
