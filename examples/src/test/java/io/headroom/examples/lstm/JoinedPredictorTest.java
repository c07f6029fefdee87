package io.headroom.examples.lstm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.headroom.core.Flow;
import io.headroom.core.RateForecast;
import io.headroom.core.RateSeries;
import io.headroom.core.Rung;
import io.headroom.core.SeriesKey;
import io.headroom.core.TimeGrid;
import io.headroom.forecasting.Predictors;
import io.headroom.forecasting.lstm.LstmPredictor;
import io.headroom.forecasting.lstm.LstmSettings;
import io.headroom.spi.Deadline;
import io.headroom.spi.EventCalendar;
import io.headroom.spi.FitRequest;
import io.headroom.spi.FittedModel;
import io.headroom.spi.Predictor;
import io.headroom.spi.PredictorSettings;
import io.headroom.spi.Tracker;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A shared model beside the flows' own: what it earns, and what becomes of it. */
class JoinedPredictorTest {
    private static final Predictor UNTRAINED = LstmPredictor.of(PredictorSettings.ofPeriods(24))
            .with(LstmSettings.defaults().withSize(8, 8).withUpdates(1).withLearningRate(1e-9));

    private static final TimeGrid HOURS = TimeGrid.of(Duration.ofHours(1));

    private static SeriesKey key(int i) {
        return SeriesKey.transactions(Flow.of("eu", "us", "type" + i));
    }

    /** A daily wave around a level with noise of a twentieth of it. */
    private static RateSeries daily(int length, int seed, double level) {
        Random random = new Random(seed);
        double[] rates = new double[length];
        Arrays.setAll(
                rates, i -> level * Math.max(0, 1 + 0.5 * Math.sin(i * Math.PI / 12) + 0.05 * random.nextGaussian()));
        return RateSeries.of(HOURS, 480_000, rates);
    }

    private static FitRequest waves(int flows, int length) {
        SortedMap<SeriesKey, RateSeries> series = new TreeMap<>();
        for (int i = 0; i < flows; i++) {
            series.put(key(i), daily(length, i, 100));
        }
        return new FitRequest(series, EventCalendar.none(), Deadline.none(), 3);
    }

    @Test
    void aSharedModelThatKnowsTheDayEarnsMoreThanTheLastValue() {
        FitRequest request = waves(3, 240);
        FittedModel joined = Predictors.joined(Predictors.naive(), UNTRAINED).fit(request);
        FittedModel shared = UNTRAINED.fit(request);
        assertThat(joined.description()).startsWith("0.00 of models of each of 3 flows, 1.00 of LSTM");
        RateForecast mixed = joined.track(key(1)).forecast(12);
        RateForecast common = shared.track(key(1)).forecast(12);
        for (int h = 1; h <= 12; h++) {
            assertThat(mixed.mean(h)).isCloseTo(common.mean(h), within(1e-9 * common.mean(h)));
            assertThat(mixed.quantile(h, 0.9)).isCloseTo(common.quantile(h, 0.9), within(1e-6 * common.mean(h)));
        }
    }

    @Test
    void aSharedModelThatIsNoBetterGetsNothing() {
        FitRequest request = waves(2, 480);
        FittedModel joined = Predictors.joined(Predictors.ets(24), UNTRAINED).fit(request);
        assertThat(joined.description()).startsWith("1.00 of ");
        FittedModel own = Predictors.ets(24).fit(FitRequest.of(key(0), request.single()));
        RateForecast alone = own.track(key(0)).forecast(6);
        RateForecast mixed = joined.track(key(0)).forecast(6);
        for (int h = 1; h <= 6; h++) {
            assertThat(mixed.mean(h)).isEqualTo(alone.mean(h));
            assertThat(mixed.quantile(h, 0.99)).isEqualTo(alone.quantile(h, 0.99));
        }
    }

    @Test
    void aFlowThatWasNotFittedIsLeftToTheSharedModel() {
        FittedModel joined = Predictors.joined(Predictors.ets(24), UNTRAINED).fit(waves(2, 480));
        Tracker fresh = joined.track(key(9), daily(48, 9, 100_000));
        assertThat(fresh.forecast(1).mean(1)).isBetween(40_000.0, 160_000.0);
        Tracker back = joined.restore(fresh.snapshot());
        assertThat(back.forecast(3).mean(3)).isEqualTo(fresh.forecast(3).mean(3));
    }

    @Test
    void withoutTimeTheFlowsHaveTheirOwnModelsAlone() {
        FitRequest request = waves(2, 240).withDeadline(Deadline.after(Duration.ZERO));
        FittedModel joined = Predictors.joined(Predictors.ets(24), UNTRAINED).fit(request);
        assertThat(joined.description()).startsWith("1.00 of ");
        assertThat(joined.rung()).isNotEqualTo(Rung.FULL);
        assertThat(joined.rungReason()).isNotBlank();
    }

    @Test
    void historiesTooShortToWeighItSaySo() {
        FitRequest request = new FitRequest(Map.of(key(0), daily(3, 1, 100)), EventCalendar.none(), Deadline.none(), 0);
        FittedModel joined = Predictors.joined(Predictors.naive(), UNTRAINED).fit(request);
        assertThat(joined.rung()).isNotEqualTo(Rung.FULL);
        assertThat(joined.rungReason()).contains("too short to weigh the shared model");
    }

    @Test
    void theNameIsFoundWhereTheNetworksModuleIs() {
        assertThat(Predictors.names()).contains("auto", "lstm");
        Predictor predictor = Predictors.named("auto-lstm", PredictorSettings.ofPeriods(24));
        assertThat(predictor.name()).isEqualTo("auto-lstm");
        assertThat(predictor.scope()).isEqualTo(Predictor.Scope.GLOBAL);
    }

    @Test
    void swappedPredictorsAreRefused() {
        assertThatThrownBy(() -> Predictors.joined(UNTRAINED, Predictors.naive()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("swapped");
    }

    @Test
    void whatFitsEachFlowIsNotJoinedByName() {
        PredictorSettings day = PredictorSettings.ofPeriods(24);
        assertThatThrownBy(() -> Predictors.named("auto-ets", day))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ets")
                .hasMessageContaining("GLOBAL");
        assertThatThrownBy(() -> Predictors.named("auto-oracle", day)).hasMessageContaining("'auto-oracle'");
    }
}
