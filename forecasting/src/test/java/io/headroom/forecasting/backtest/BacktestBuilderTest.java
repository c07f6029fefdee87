package io.headroom.forecasting.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.headroom.forecasting.Predictors;
import io.headroom.spi.PredictorSettings;
import java.time.Duration;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What a builder refuses. */
class BacktestBuilderTest {
    private static void refused(Consumer<BacktestBuilder> setting, String message) {
        assertThatThrownBy(() -> {
                    BacktestBuilder builder = Backtest.builder(24, 24)
                            .predictor(Predictors.naive())
                            .warmup(48);
                    setting.accept(builder);
                    builder.build();
                })
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message)
                .hasMessageContaining("Maybe");
    }

    @Test
    void settingsOutsideTheirRangeAreRefused() {
        refused(b -> b.warmup(0), "warm-up 0");
        refused(b -> b.origins(0), "number of origins 0");
        refused(b -> b.stride(0), "stride 0");
        refused(b -> b.refitEvery(0), "origins between fits 0");
        refused(b -> b.threads(0), "number of threads 0");
        refused(b -> b.bucketLength(0), "bucket length 0");
        refused(b -> b.quantiles(), "number of quantile levels 0");
        refused(b -> b.quantiles(0.5, 1), "quantile level 1.0");
        refused(b -> b.interval(95), "interval level 95.0");
        refused(b -> b.deadline(Duration.ZERO), "deadline of a fit");
        refused(b -> b.rankBy(Score.COVERAGE), "COVERAGE");
        refused(b -> b.rankBy(Score.MAX_PINBALL), "must have a lead window");
        refused(b -> b.baseline("other"), "baseline 'other' must be one of [naive]");
        refused(b -> b.predictor(Predictors.naive()), "'naive' must be given once");
        refused(b -> b.predictors(PredictorSettings.ofPeriods(24), "neural"), "neural");
        refused(b -> Backtest.builder(0, 1), "horizon 0");
        refused(b -> Backtest.builder(1, 0), "season 0");
        refused(b -> Backtest.builder(1, 1).warmup(3).build(), "number of predictors 0");
        refused(b -> Backtest.builder(1, 1).predictor(Predictors.naive()).build(), "without origins");
    }

    @Test
    void theSeasonalNaiveBaselineIsAddedOnce() {
        Backtest added =
                Backtest.builder(2, 24).predictor(Predictors.ets(24)).origins(1).build();
        assertThat(added.run(Cases.waves(1, 100)).baseline().label()).isEqualTo("seasonal-naive");
        Backtest present = Backtest.builder(2, 24)
                .predictor(Predictors.seasonalNaive(24))
                .origins(1)
                .build();
        assertThat(present.run(Cases.waves(1, 100)).predictors()).hasSize(1);
        Backtest plain =
                Backtest.builder(2, 1).predictor(Predictors.ets(24)).origins(1).build();
        assertThat(plain.run(Cases.waves(1, 100)).baseline().label()).isEqualTo("naive");
    }
}
