package io.headroom.forecasting;

import static io.headroom.forecasting.Rates.DAY;
import static io.headroom.forecasting.Rates.HOURS;
import static io.headroom.forecasting.Traffic.EU_US;
import static io.headroom.forecasting.Traffic.US_EU;
import static io.headroom.forecasting.Traffic.predict;
import static io.headroom.forecasting.Traffic.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headroom.core.MarginalForecast;
import io.headroom.core.Rung;
import io.headroom.core.SeriesKey;
import io.headroom.spi.CalendarEvent;
import io.headroom.spi.EventCalendar;
import io.headroom.spi.EventEffect;
import io.headroom.spi.EventScope;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class TransactionPredictorBuilderTest {
    private final Traffic traffic = new Traffic(10 * DAY, 66);

    private static TransactionPredictorBuilder builder() {
        return TransactionPredictor.builder(HOURS).executor(Runnable::run);
    }

    private static void refused(ThrowingCallable call, String what) {
        assertThatThrownBy(call)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(what)
                .hasMessageContaining("Maybe");
    }

    @Test
    void settingsOutsideTheirRangeAreRefused() {
        refused(() -> builder().retainedSteps(1).build(), "retained steps 1");
        refused(() -> builder().refitAge(Duration.ZERO).build(), "refit age PT0S");
        refused(() -> builder().fitBudget(Duration.ofSeconds(-1)).build(), "fit budget PT-1S");
        refused(() -> builder().refitError(1).build(), "refit error 1.0");
        refused(() -> builder().refitError(Double.NaN).build(), "refit error NaN");
    }

    @Test
    void whatABuilderIsToldLaterDoesNotChangeWhatItBuilt() {
        TransactionPredictorBuilder builder =
                builder().predictor(Predictors.ets(DAY)).seed(5);
        TransactionPredictor predictor = builder.build();
        builder.predictor(Predictors.naive()).seed(9).executor(task -> {
            throw new IllegalStateException("not this one");
        });
        predictor.learn(traffic.history(9 * DAY));
        assertThat(predictor.model(SeriesKey.transactions(EU_US)).orElseThrow().description())
                .startsWith("ETS");
        MarginalForecast f = (MarginalForecast)
                predict(predictor, 9 * DAY, 2).get(1).transactions().get(EU_US.type());
        assertThat(f.dependence().seed()).isEqualTo(5);
    }

    @Test
    void eachFlowMayHaveItsOwnPredictor() {
        TransactionPredictor predictor = builder()
                .predictor(flow -> flow.equals(US_EU) ? Predictors.ets(DAY) : Predictors.seasonalNaive(DAY))
                .build();
        predictor.learn(traffic.history(9 * DAY));
        assertThat(predictor.model(SeriesKey.transactions(US_EU)).orElseThrow().description())
                .startsWith("ETS");
        assertThat(predictor.model(SeriesKey.transactions(EU_US)).orElseThrow().description())
                .isEqualTo("seasonal naive (24)");
    }

    @Test
    void theDefaultPredictorIsTheLastValue() {
        TransactionPredictor predictor = TransactionPredictor.builder(HOURS).build();
        predictor.learn(traffic.history(9 * DAY));
        assertThat(predict(predictor, 9 * DAY, 1).get(2).transactionRate()).isEqualTo(traffic.rate(US_EU, 9 * DAY - 1));
        assertThat(predictor.grid()).isEqualTo(HOURS);
    }

    @Test
    void aFitThatRunsOutOfItsBudgetIsRestricted() {
        TransactionPredictor predictor = builder()
                .predictor(Predictors.ets(DAY))
                .fitBudget(Duration.ofNanos(1))
                .build();
        predictor.learn(traffic.history(9 * DAY));
        assertThat(predictor.rungs().keySet()).allMatch(rung -> rung.compareTo(Rung.FULL) > 0);
        assertThat(predict(predictor, 9 * DAY, 3)).hasSize(3).allSatisfy(p -> Sound.check(p.forecast()));
    }

    @Test
    void knownEventsReachFitsAndForecasts() {
        CalendarEvent campaign = new CalendarEvent(
                "campaign",
                HOURS.start(Rates.FIRST + 9 * DAY + 2),
                HOURS.start(Rates.FIRST + 9 * DAY + 4),
                EventScope.of(US_EU.pair()),
                new EventEffect.Multiply(3));
        TransactionPredictor plain =
                builder().predictor(Predictors.seasonalNaive(DAY)).build();
        TransactionPredictor told = builder()
                .predictor(Predictors.seasonalNaive(DAY))
                .events(EventCalendar.of(List.of(campaign)))
                .build();
        plain.learn(traffic.history(9 * DAY));
        told.learn(traffic.history(9 * DAY));
        for (int step = 1; step <= 6; step++) {
            double factor = step == 3 || step == 4 ? 3 : 1;
            assertThat(predict(told, 9 * DAY, 6).get(2).forecast().mean(step))
                    .isEqualTo(factor
                            * predict(plain, 9 * DAY, 6).get(2).forecast().mean(step));
            assertThat(predict(told, 9 * DAY, 6).get(0).forecast().mean(step))
                    .isEqualTo(predict(plain, 9 * DAY, 6).get(0).forecast().mean(step));
        }
        update(told, List.of(traffic.observation(US_EU, 9 * DAY)));
        assertThat(predict(told, 9 * DAY + 1, 6).get(2).forecast().mean(2))
                .isEqualTo(3 * traffic.rate(US_EU, 8 * DAY + 2));
    }
}
