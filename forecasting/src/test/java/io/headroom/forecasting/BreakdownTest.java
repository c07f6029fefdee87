package io.headroom.forecasting;

import static io.headroom.forecasting.Rates.DAY;
import static io.headroom.forecasting.Rates.HOURS;
import static io.headroom.forecasting.Traffic.EU_US;
import static io.headroom.forecasting.Traffic.FLOWS;
import static io.headroom.forecasting.Traffic.US_EU;
import static io.headroom.forecasting.Traffic.predict;
import static io.headroom.forecasting.Traffic.update;
import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.core.Flow;
import io.headroom.core.PredictionData;
import io.headroom.core.Rung;
import io.headroom.core.SeriesKey;
import io.headroom.spi.FittedModel;
import io.headroom.spi.Predictor;
import io.headroom.spi.RateObservation;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A predictor that breaks its contract, and an executor that refuses, leave every flow with a forecast. */
class BreakdownTest {
    private static final int SEEN = 8 * DAY;

    private final Traffic traffic = new Traffic(SEEN + 3 * DAY, 33);

    private static Predictor changed(UnaryOperator<FittedModel> change) {
        return new CountingPredictor(Predictors.ets(DAY), Predictor.Scope.LOCAL, change);
    }

    private static TransactionPredictorBuilder builder(Predictor faulty) {
        return TransactionPredictor.builder(HOURS)
                .predictor(flow -> flow.equals(EU_US) ? faulty : Predictors.ets(DAY))
                .refitAge(Duration.ofDays(1))
                .executor(Runnable::run);
    }

    private void allForecast(TransactionPredictor predictor, int step) {
        List<PredictionData> predictions = predict(predictor, step, 5);
        assertThat(predictions).hasSize(3);
        for (PredictionData p : predictions) {
            p.transactions().values().forEach(Sound::check);
            Flow flow = FLOWS.stream()
                    .filter(f -> f.pair().equals(p.pair()))
                    .findFirst()
                    .orElseThrow();
            assertThat(p.transactions().get(flow.type()).mean(1))
                    .isBetween(0.4 * traffic.rate(flow, step), 2.5 * traffic.rate(flow, step));
        }
    }

    private static Rung rung(TransactionPredictor predictor, int step) {
        return predict(predictor, step, 1).stream()
                .filter(p -> p.pair().equals(EU_US.pair()))
                .findFirst()
                .orElseThrow()
                .rung();
    }

    private static FittedModel fail(FittedModel model) {
        throw new IllegalStateException("broken on purpose: fit of " + model.description());
    }

    private static FittedModel failToLink(FittedModel model) {
        throw new UnsatisfiedLinkError("broken on purpose: no native library for " + model.description());
    }

    @Test
    void aFitThatThrowsLeavesTheLastValue() {
        for (Predictor faulty :
                List.of(changed(BreakdownTest::fail), changed(BreakdownTest::failToLink), changed(model -> null))) {
            TransactionPredictor predictor = builder(faulty).build();
            predictor.learn(traffic.history(SEEN));
            allForecast(predictor, SEEN);
            assertThat(rung(predictor, SEEN)).isEqualTo(Rung.LAST_VALUE);
            assertThat(predictor
                            .model(SeriesKey.transactions(EU_US))
                            .orElseThrow()
                            .rungReason())
                    .isNotEmpty();
            update(predictor, traffic.observations(SEEN, SEEN + 2 * DAY));
            allForecast(predictor, SEEN + 2 * DAY);
            assertThat(predictor.rungs()).isEqualTo(Map.of(Rung.FULL, 3, Rung.LAST_VALUE, 1));
        }
    }

    @ParameterizedTest
    @CsvSource({"true, false", "false, true"})
    void aTrackerThatThrowsIsReplacedByTheLastValue(boolean whenObserving, boolean whenForecasting) {
        CountingPredictor faulty = new CountingPredictor(
                Predictors.ets(DAY),
                Predictor.Scope.LOCAL,
                model -> new FaultyModel(model, whenObserving, whenForecasting));
        TransactionPredictor predictor = builder(faulty).build();
        predictor.learn(traffic.history(SEEN));
        for (int step = SEEN; step < SEEN + 10; step++) {
            update(predictor, traffic.observations(step, step + 1));
            allForecast(predictor, step + 1);
        }
        assertThat(rung(predictor, SEEN + 10)).isEqualTo(Rung.LAST_VALUE);
        assertThat(faulty.fits()).as("fits within ten hours").isEqualTo(1);
    }

    /** A good model is not given up for a bad one. */
    @Test
    void aLaterFitThatFailsOrComesOutWorseLeavesTheLastGoodModel() {
        for (UnaryOperator<FittedModel> bad : List.<UnaryOperator<FittedModel>>of(
                BreakdownTest::fail, model -> Predictors.naive().fit(Rates.series(3)))) {
            boolean[] isBad = new boolean[1];
            Predictor sometimes = changed(model -> isBad[0] ? bad.apply(model) : model);
            TransactionPredictor predictor = builder(sometimes).build();
            predictor.learn(traffic.history(SEEN));
            assertThat(rung(predictor, SEEN)).isEqualTo(Rung.FULL);
            isBad[0] = true;
            update(predictor, traffic.observations(SEEN, SEEN + DAY));
            assertThat(rung(predictor, SEEN + DAY)).isEqualTo(Rung.LAST_GOOD);
            allForecast(predictor, SEEN + DAY);
            isBad[0] = false;
            update(predictor, traffic.observations(SEEN + DAY, SEEN + 2 * DAY));
            assertThat(rung(predictor, SEEN + 2 * DAY)).isEqualTo(Rung.FULL);
        }
    }

    @Test
    void predictionsNeverWaitForAFit() {
        HeldExecutor held = new HeldExecutor();
        TransactionPredictor predictor = TransactionPredictor.builder(HOURS)
                .predictor(Predictors.ets(DAY))
                .executor(held)
                .build();
        update(predictor, traffic.observations(0, SEEN));
        assertThat(held.held()).isEqualTo(4);
        allForecast(predictor, SEEN);
        assertThat(rung(predictor, SEEN)).isEqualTo(Rung.LAST_VALUE);
        assertThat(predictor.model(SeriesKey.transactions(US_EU))).isEmpty();
        update(predictor, traffic.observations(SEEN, SEEN + 10));
        assertThat(held.held()).as("no second fit while one waits").isEqualTo(4);
        held.runAll();
        assertThat(predictor.rungs()).isEqualTo(Map.of(Rung.FULL, 4));
        TransactionPredictor direct = TransactionPredictor.builder(HOURS)
                .predictor(Predictors.ets(DAY))
                .executor(Runnable::run)
                .build();
        update(direct, traffic.observations(0, SEEN + 10));
        for (int i = 0; i < 3; i++) {
            assertThat(predict(predictor, SEEN + 10, 5).get(i).forecast().quantile(2, 0.9))
                    .isEqualTo(predict(direct, SEEN + 10, 5).get(i).forecast().quantile(2, 0.9));
        }
    }

    @Test
    void anExecutorThatRefusesLeavesWhatThereIs() {
        boolean[] refuses = {false};
        TransactionPredictor predictor = builder(Predictors.ets(DAY))
                .executor(task -> {
                    if (refuses[0]) {
                        throw new RejectedExecutionException("closed on purpose");
                    }
                    task.run();
                })
                .build();
        predictor.learn(traffic.history(SEEN));
        refuses[0] = true;
        Flow late = Flow.of("asia", "eu", "order");
        update(predictor, traffic.observations(SEEN, SEEN + DAY));
        update(predictor, List.of(RateObservation.of(late, HOURS.start(Rates.FIRST + SEEN + DAY), 7)));
        assertThat(predictor.rungs()).isEqualTo(Map.of(Rung.LAST_GOOD, 4, Rung.LAST_VALUE, 1));
        refuses[0] = false;
        update(predictor, traffic.observations(SEEN + DAY, SEEN + 2 * DAY));
        assertThat(predictor.rungs()).isEqualTo(Map.of(Rung.FULL, 4, Rung.LAST_VALUE, 1));
    }
}
