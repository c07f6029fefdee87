package io.headroom.forecasting;

import static io.headroom.forecasting.Rates.DAY;
import static io.headroom.forecasting.Rates.FIRST;
import static io.headroom.forecasting.Rates.HOURS;
import static io.headroom.forecasting.Traffic.EU_US;
import static io.headroom.forecasting.Traffic.US_ASIA;
import static io.headroom.forecasting.Traffic.US_EU;
import static io.headroom.forecasting.Traffic.predict;
import static io.headroom.forecasting.Traffic.update;
import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.core.Flow;
import io.headroom.core.RateSeries;
import io.headroom.core.Rung;
import io.headroom.core.SeriesKey;
import io.headroom.spi.FitRequest;
import io.headroom.spi.FittedModel;
import io.headroom.spi.Predictor;
import io.headroom.spi.RateObservation;
import io.headroom.spi.Tracker;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** One model for all series: when it is fitted, and to what. */
class GlobalPredictorTest {
    private static final int SEEN = 6 * DAY;

    private final Traffic traffic = new Traffic(SEEN + 3 * DAY, 44);
    private final Together together = new Together();

    /** Fits a seasonal naive model to each series, all in one. */
    private static final class Together implements Predictor {
        final List<FitRequest> requests = new CopyOnWriteArrayList<>();
        boolean fails;

        @Override
        public String name() {
            return "together";
        }

        @Override
        public Scope scope() {
            return Scope.GLOBAL;
        }

        @Override
        public FittedModel fit(FitRequest request) {
            requests.add(request);
            if (fails) {
                throw new IllegalStateException("broken on purpose");
            }
            Map<SeriesKey, FittedModel> models = new TreeMap<>();
            request.series()
                    .forEach((key, series) ->
                            models.put(key, Predictors.seasonalNaive(DAY).fit(FitRequest.of(key, series))));
            return new Models(models);
        }

        @Override
        public FittedModel restore(byte[] snapshot) {
            throw new UnsupportedOperationException("not needed here");
        }
    }

    private record Models(Map<SeriesKey, FittedModel> models) implements FittedModel {
        private FittedModel any() {
            return models.values().iterator().next();
        }

        @Override
        public String description() {
            return models.size() + " series";
        }

        @Override
        public Rung rung() {
            return Rung.FULL;
        }

        @Override
        public String rungReason() {
            return "";
        }

        @Override
        public Set<SeriesKey> keys() {
            return models.keySet();
        }

        @Override
        public Tracker track(SeriesKey key) {
            return models.get(key).track(key);
        }

        @Override
        public Tracker track(SeriesKey key, RateSeries history) {
            return models.getOrDefault(key, any()).track(key, history);
        }

        @Override
        public Tracker restore(byte[] snapshot) {
            return any().restore(snapshot);
        }

        @Override
        public byte[] snapshot() {
            return any().snapshot();
        }
    }

    private TransactionPredictorBuilder builder() {
        return TransactionPredictor.builder(HOURS)
                .predictor(together)
                .executor(Runnable::run)
                .refitAge(Duration.ofDays(1));
    }

    private TransactionPredictor learned() {
        TransactionPredictor predictor = builder().build();
        predictor.learn(traffic.history(SEEN));
        return predictor;
    }

    @Test
    void oneFitServesAllSeries() {
        TransactionPredictor predictor = learned();
        assertThat(together.requests).hasSize(1);
        assertThat(together.requests.get(0).series()).hasSize(4);
        assertThat(predictor.model(SeriesKey.transactions(EU_US)))
                .isEqualTo(predictor.model(SeriesKey.transactions(US_EU)));
        assertThat(predict(predictor, SEEN, 3))
                .hasSize(3)
                .allSatisfy(p -> assertThat(p.rung()).isEqualTo(Rung.FULL));
        assertThat(predict(predictor, SEEN, 3).get(1).transactionRate()).isEqualTo(traffic.rate(US_ASIA, SEEN - DAY));
    }

    @Test
    void aNewFitIsGivenAllSeriesAgain() {
        TransactionPredictor predictor = learned();
        for (int step = SEEN; step < SEEN + DAY - 1; step++) {
            update(predictor, traffic.observations(step, step + 1));
        }
        assertThat(together.requests).hasSize(1);
        update(predictor, traffic.observations(SEEN + DAY - 1, SEEN + DAY));
        assertThat(together.requests).hasSize(2);
        assertThat(together.requests.get(1).series()).hasSize(4);
        assertThat(together.requests.get(1).series().values())
                .allSatisfy(series -> assertThat(series.endIndex()).isEqualTo(FIRST + SEEN + DAY));
    }

    @Test
    void aFlowThatAppearsJoinsTheModelThatThereIs() {
        TransactionPredictor predictor = learned();
        Flow late = Flow.of("asia", "eu", "order");
        for (int step = SEEN; step < SEEN + 10; step++) {
            update(predictor, traffic.observations(step, step + 1));
            update(predictor, List.of(RateObservation.of(late, HOURS.start(FIRST + step), 70)));
        }
        assertThat(together.requests).as("fits").hasSize(1);
        assertThat(predict(predictor, SEEN + 10, 2).get(0).pair()).isEqualTo(late.pair());
        assertThat(predict(predictor, SEEN + 10, 2).get(0).transactionRate()).isEqualTo(70);
        update(predictor, traffic.observations(SEEN + 10, SEEN + 2 * DAY));
        assertThat(together.requests).hasSize(2);
        assertThat(together.requests.get(1).series()).hasSize(5);
    }

    @Test
    void learningMoreSeriesFitsThemWithTheOthers() {
        TransactionPredictor predictor = learned();
        SeriesKey late = SeriesKey.transactions(Flow.of("asia", "eu", "order"));
        predictor.learn(Map.of(late, Rates.daily(SEEN, 3)));
        assertThat(together.requests).hasSize(2);
        assertThat(together.requests.get(1).series()).hasSize(5).containsKey(late);
        assertThat(predictor.model(late)).isEqualTo(predictor.model(SeriesKey.transactions(EU_US)));
    }

    @Test
    void seriesThatStoppedDoNotKeepTheOthersFromANewFit() {
        TransactionPredictor predictor = learned();
        for (int step = SEEN; step < SEEN + DAY; step++) {
            update(predictor, List.of(traffic.observation(US_EU, step)));
        }
        assertThat(together.requests).hasSize(2);
    }

    @Test
    void aFitThatThrowsLeavesEachSeriesItsOwnLastValue() {
        together.fails = true;
        TransactionPredictor predictor = learned();
        assertThat(predictor.rungs()).isEqualTo(Map.of(Rung.LAST_VALUE, 4));
        assertThat(predict(predictor, SEEN, 1).get(1).transactionRate()).isEqualTo(traffic.rate(US_ASIA, SEEN - 1));
        assertThat(predict(predictor, SEEN, 1).get(2).transactionRate()).isEqualTo(traffic.rate(US_EU, SEEN - 1));
        together.fails = false;
        update(predictor, traffic.observations(SEEN, SEEN + DAY));
        assertThat(predictor.rungs()).isEqualTo(Map.of(Rung.FULL, 4));
    }
}
