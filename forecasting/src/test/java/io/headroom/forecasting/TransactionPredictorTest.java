package io.headroom.forecasting;

import static io.headroom.forecasting.Rates.DAY;
import static io.headroom.forecasting.Rates.FIRST;
import static io.headroom.forecasting.Rates.HOURS;
import static io.headroom.forecasting.Traffic.EU_US;
import static io.headroom.forecasting.Traffic.EU_US_REFUND;
import static io.headroom.forecasting.Traffic.FLOWS;
import static io.headroom.forecasting.Traffic.US_ASIA;
import static io.headroom.forecasting.Traffic.US_EU;
import static io.headroom.forecasting.Traffic.predict;
import static io.headroom.forecasting.Traffic.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headroom.core.Flow;
import io.headroom.core.MarginalForecast;
import io.headroom.core.PredictionData;
import io.headroom.core.RateForecast;
import io.headroom.core.RateMeter;
import io.headroom.core.RateSeries;
import io.headroom.core.Region;
import io.headroom.core.RegionPair;
import io.headroom.core.Rung;
import io.headroom.core.SeriesKey;
import io.headroom.core.TimeGrid;
import io.headroom.core.TransactionRecord;
import io.headroom.spi.RateObservation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Learning, updating and predicting. */
class TransactionPredictorTest {
    private static final int SEEN = 8 * DAY;
    private static final long SEED = 21;

    private final Traffic traffic = new Traffic(SEEN + 3 * DAY, SEED);

    private static TransactionPredictorBuilder builder() {
        return TransactionPredictor.builder(HOURS)
                .predictor(Predictors.ets(DAY))
                .refitAge(Duration.ofDays(30))
                .executor(Runnable::run);
    }

    private TransactionPredictor learned() {
        TransactionPredictor predictor = builder().build();
        predictor.learn(traffic.history(SEEN));
        return predictor;
    }

    private static RateForecast forecast(List<PredictionData> predictions, Flow flow) {
        return predictions.stream()
                .filter(p -> p.pair().equals(flow.pair()))
                .map(p -> p.transactions().get(flow.type()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatWasLearnedAndObservedIsPredicted() {
        TransactionPredictor predictor = learned();
        update(predictor, traffic.observations(SEEN, SEEN + 10));
        List<PredictionData> predictions = predict(predictor, SEEN + 10, DAY);
        assertThat(predictions)
                .extracting(PredictionData::pair)
                .containsExactly(EU_US.pair(), US_ASIA.pair(), US_EU.pair());
        assertThat(predictions).allSatisfy(p -> {
            assertThat(p.rung()).isEqualTo(Rung.FULL);
            assertThat(p.at()).isEqualTo(HOURS.start(FIRST + SEEN + 10));
        });
        int inside = 0;
        for (Flow flow : FLOWS) {
            RateForecast f = forecast(predictions, flow);
            for (int step = 1; step <= DAY; step++) {
                double actual = traffic.rate(flow, SEEN + 9 + step);
                inside += actual >= f.quantile(step, 0.05) && actual <= f.quantile(step, 0.95) ? 1 : 0;
            }
        }
        // 86.4 of 96 are expected, and flows move together: four deviations of independent ones.
        assertThat(inside).as("of 96 inside their 0.9 intervals, seed %d", SEED).isBetween(74, 96);
        assertThat(predictor.rungs()).isEqualTo(Map.of(Rung.FULL, 4));
        assertThat(predictor.model(SeriesKey.transactions(EU_US)).orElseThrow().description())
                .startsWith("ETS");
        assertThat(predictor.model(SeriesKey.bytes(EU_US))).isEmpty();
    }

    @Test
    void flowsThatMoveTogetherAreForecastTogether() {
        List<PredictionData> predictions = predict(learned(), SEEN, 2);
        MarginalForecast one = (MarginalForecast) forecast(predictions, EU_US);
        assertThat(one.dependence().factors()).contains("all");
        assertThat(one.dependence().ownLoading()).isBetween(0.4, 0.9);
    }

    @Test
    void theOrderOfObservationsDoesNotMatter() {
        TransactionPredictor inOrder = learned();
        TransactionPredictor shuffled = learned();
        List<RateObservation> observations = traffic.observations(SEEN, SEEN + 2 * DAY);
        update(inOrder, observations);
        Collections.shuffle(observations, new Random(SEED));
        update(shuffled, observations);
        assertThat(predict(shuffled, SEEN + 2 * DAY, DAY)).isEqualTo(predict(inOrder, SEEN + 2 * DAY, DAY));
    }

    @Test
    void howObservationsAreCutIntoUpdatesDoesNotMatter() {
        TransactionPredictor whole = learned();
        TransactionPredictor single = learned();
        List<RateObservation> observations = traffic.observations(SEEN, SEEN + 2 * DAY);
        update(whole, observations);
        observations.forEach(o -> update(single, List.of(o)));
        assertThat(predict(single, SEEN + 2 * DAY, DAY)).isEqualTo(predict(whole, SEEN + 2 * DAY, DAY));
    }

    @Test
    void whatWasObservedBeforeChangesNothing() {
        TransactionPredictor predictor = learned();
        update(predictor, traffic.observations(SEEN, SEEN + 20));
        List<PredictionData> before = predict(predictor, SEEN + 20, DAY);
        update(predictor, traffic.observations(SEEN + 5, SEEN + 20));
        update(predictor, traffic.observations(SEEN - 30, SEEN));
        update(predictor, List.of());
        assertThat(predict(predictor, SEEN + 20, DAY)).isEqualTo(before);
    }

    @Test
    void aLateObservationCountsAsIfItHadComeInTime() {
        TransactionPredictor inTime = learned();
        update(inTime, traffic.observations(SEEN, SEEN + 40));
        TransactionPredictor late = learned();
        List<RateObservation> observations = traffic.observations(SEEN, SEEN + 40);
        List<RateObservation> held = new ArrayList<>();
        for (int step = 0; step < 40; step++) {
            List<RateObservation> now = new ArrayList<>(observations.subList(4 * step, 4 * step + 4));
            if (step % 7 == 3) {
                held.add(now.remove(step % 4));
            }
            update(late, now);
            if (step % 9 == 8) {
                update(late, held);
                held.clear();
            }
        }
        assertThat(predict(late, SEEN + 40, DAY)).isNotEqualTo(predict(inTime, SEEN + 40, DAY));
        update(late, held);
        assertThat(predict(late, SEEN + 40, DAY)).isEqualTo(predict(inTime, SEEN + 40, DAY));
    }

    @Test
    void aMissingObservationIsNoZeroAndWidensTheForecast() {
        TransactionPredictor predictor = learned();
        update(predictor, traffic.observations(SEEN, SEEN + 5));
        List<PredictionData> longer = predict(predictor, SEEN + 5, DAY);
        List<PredictionData> later = predict(predictor, SEEN + 9, DAY - 4);
        for (Flow flow : FLOWS) {
            assertThat(forecast(later, flow)).isEqualTo(forecast(longer, flow).skip(4));
        }
        List<RateObservation> next = traffic.observations(SEEN + 9, SEEN + 10);
        update(predictor, next.subList(0, 1));
        List<PredictionData> mixed = predict(predictor, SEEN + 10, DAY - 5);
        assertThat(forecast(mixed, US_EU)).isEqualTo(forecast(longer, US_EU).skip(5));
        assertThat(RateForecast.sum(List.of(forecast(mixed, EU_US), forecast(mixed, US_EU)))
                        .horizon())
                .isEqualTo(DAY - 5);
    }

    @Test
    void aMomentBeforeTheLatestObservationIsAnsweredWithWhatWasKnownThen() {
        TransactionPredictor predictor = learned();
        update(predictor, traffic.observations(SEEN, SEEN + 5));
        List<PredictionData> before = predict(predictor, SEEN + 5, DAY);
        update(predictor, traffic.observations(SEEN + 5, SEEN + 12));
        assertThat(predict(predictor, SEEN + 5, DAY)).isEqualTo(before);
        assertThat(predict(predictor, SEEN + 12, DAY)).isNotEqualTo(before);
        List<PredictionData> inHistory = predict(predictor, SEEN - 50, DAY);
        assertThat(inHistory)
                .allSatisfy(p -> assertThat(p.forecast().firstIndex()).isEqualTo(FIRST + SEEN - 50));
        double expected = traffic.rate(US_EU, SEEN - 50);
        assertThat(forecast(inHistory, US_EU).mean(1)).isBetween(expected * 0.6, expected * 1.5);
    }

    @Test
    void flowsThatWereObservedToDifferentStepsStillAddUp() {
        TransactionPredictor predictor = learned();
        update(
                predictor,
                List.of(
                        traffic.observation(EU_US, SEEN),
                        traffic.observation(US_EU, SEEN),
                        traffic.observation(US_EU, SEEN + 1)));
        for (int step = SEEN - 1; step < SEEN + 4; step++) {
            List<PredictionData> predictions = predict(predictor, step, 5);
            RateForecast sum = RateForecast.sum(
                    predictions.stream().map(PredictionData::forecast).toList());
            assertThat(sum.firstIndex()).isEqualTo(FIRST + step);
        }
    }

    @Test
    void regionsChoosePairs() {
        TransactionPredictor predictor = learned();
        assertThat(predict(predictor, SEEN, 1, Region.of("asia")))
                .extracting(PredictionData::pair)
                .containsExactly(US_ASIA.pair());
        assertThat(predict(predictor, SEEN, 1, Region.of("eu")))
                .extracting(PredictionData::pair)
                .containsExactly(EU_US.pair(), US_EU.pair());
        assertThat(predict(predictor, SEEN, 1, Region.of("mars"))).isEmpty();
        assertThat(predict(predictor, SEEN, 1)).hasSize(3);
        assertThat(predict(predictor, SEEN, 1).get(0).transactions().keySet())
                .containsExactly(EU_US.type(), EU_US_REFUND.type());
    }

    @Test
    void bytesAreForecastBesideTransactions() {
        TransactionPredictor predictor = learned();
        for (int step = SEEN; step < SEEN + 2 * DAY; step++) {
            double rate = traffic.rate(EU_US, step);
            update(
                    predictor,
                    List.of(
                            new RateObservation(EU_US, HOURS.start(FIRST + step), rate, OptionalDouble.of(1000 * rate)),
                            traffic.observation(EU_US_REFUND, step)));
        }
        PredictionData p =
                predict(predictor, SEEN + 2 * DAY, 3, Region.of("eu")).get(0);
        assertThat(p.bytes().keySet()).containsExactly(EU_US.type());
        double ratio = p.bytes().get(EU_US.type()).mean(1)
                / p.transactions().get(EU_US.type()).mean(1);
        assertThat(ratio).isBetween(700.0, 1400.0);
        assertThat(predictor.model(SeriesKey.bytes(EU_US))).isPresent();
    }

    @Test
    void whatAMeterHoldsIsLearned() {
        RateMeter meter = RateMeter.builder(HOURS).retainedSteps(200).build();
        for (int i = 0; i < 100 * 60; i++) {
            meter.record(new TransactionRecord(
                    EU_US.pair().source(),
                    EU_US.pair().destination(),
                    HOURS.start(FIRST).plus(Duration.ofMinutes(i)),
                    EU_US.type()));
        }
        TransactionPredictor predictor = builder().build();
        predictor.learn(meter);
        PredictionData p = predict(predictor, 100, 2).get(0);
        assertThat(p.pair()).isEqualTo(RegionPair.of("eu", "us"));
        assertThat(p.transactionRate()).isBetween(0.0166, 0.0168);
        assertThat(p.bytes()).isEmpty();
    }

    @Test
    void updatesBeforeLearningTakeNothingFromIt() {
        TransactionPredictor predictor = builder().build();
        update(predictor, traffic.observations(SEEN - 2, SEEN + 4));
        predictor.learn(traffic.history(SEEN));
        TransactionPredictor other = learned();
        update(other, traffic.observations(SEEN, SEEN + 4));
        assertThat(predictor.model(SeriesKey.transactions(US_EU)).orElseThrow().description())
                .startsWith("ETS");
        double mean = forecast(predict(predictor, SEEN + 4, 2), US_EU).mean(2);
        assertThat(mean / forecast(predict(other, SEEN + 4, 2), US_EU).mean(2)).isBetween(0.95, 1.05);
    }

    @Test
    void aFlowThatWasSilentForAsLongAsIsRetainedIsNotPredicted() {
        TransactionPredictor predictor = builder().retainedSteps(SEEN).build();
        predictor.learn(traffic.history(SEEN));
        update(predictor, List.of(traffic.observation(US_EU, SEEN)));
        assertThat(predict(predictor, 2 * SEEN, 2)).hasSize(3);
        assertThat(predict(predictor, 2 * SEEN + 1, 2))
                .extracting(PredictionData::pair)
                .containsExactly(US_EU.pair());
        assertThat(predict(predictor, 1_000_000_000, 2)).isEmpty();
        assertThat(predict(predictor, SEEN + 1, 2)).hasSize(3);
    }

    @Test
    void aJumpFarAheadTakesNoLongTime() {
        TransactionPredictor predictor = learned();
        long start = System.nanoTime();
        update(predictor, List.of(RateObservation.of(EU_US, HOURS.start(FIRST + 50_000_000_000L), 5)));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
        assertThat(predict(predictor, SEEN, 2)).hasSize(3);
    }

    @Test
    void aSeriesOnAnotherGridIsRefusedBeforeAnythingIsLearned() {
        TransactionPredictor predictor = builder().build();
        Map<SeriesKey, RateSeries> mixed = traffic.history(SEEN);
        mixed.put(SeriesKey.bytes(US_EU), RateSeries.of(TimeGrid.of(Duration.ofMinutes(5)), 0, 1, 2, 3));
        assertThatThrownBy(() -> predictor.learn(mixed))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("us>eu/order#bytes")
                .hasMessageContaining("Maybe");
        assertThat(predict(predictor, SEEN, 1)).isEmpty();
        predictor.learn(traffic.history(SEEN));
        assertThat(predictor.rungs()).isEqualTo(Map.of(Rung.FULL, 4));
    }
}
