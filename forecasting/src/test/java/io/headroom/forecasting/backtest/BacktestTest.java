package io.headroom.forecasting.backtest;

import static io.headroom.forecasting.backtest.Cases.A;
import static io.headroom.forecasting.backtest.Cases.B;
import static io.headroom.forecasting.backtest.Cases.series;
import static io.headroom.forecasting.backtest.Cases.waves;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.headroom.core.RateSeries;
import io.headroom.core.Rung;
import io.headroom.core.SeriesKey;
import io.headroom.core.Window;
import io.headroom.spi.FitRequest;
import io.headroom.spi.PredictorSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

/** What a backtest gives to predictors and when, and what it makes of what they do. */
class BacktestTest {
    private static final PredictorSettings DAILY = PredictorSettings.ofPeriods(24);

    private static RateSeries counting(int length) {
        return series(DoubleStream.iterate(0, v -> v + 1).limit(length).toArray());
    }

    private static List<Integer> lengths(ScriptedPredictor predictor) {
        return predictor.requests.stream().map(r -> r.single().length()).toList();
    }

    @Test
    void aPredictorIsGivenNothingFromAnOriginOn() {
        ScriptedPredictor last = new ScriptedPredictor("last", Cases::last);
        BacktestResult result = Backtest.builder(4, 2)
                .predictor(last)
                .warmup(10)
                .stride(3)
                .build()
                .run(Map.of(A, counting(30)));
        assertThat(lengths(last)).containsExactly(10, 13, 16, 19, 22, 25);
        for (FitRequest request : last.requests) {
            RateSeries given = request.single();
            assertThat(given).isEqualTo(counting(30).slice(0, given.length()));
        }
        assertThat(result.predictor("last").scores().get(Score.MAE)).isEqualTo(2.5);
    }

    @Test
    void changingTheFutureOfAnOriginDoesNotChangeItsForecast() {
        RateSeries wave = waves(1, 24 * 12).values().iterator().next();
        double[] other = wave.toArray();
        Arrays.fill(other, 24 * 10, other.length, 1e6);
        Backtest backtest = Backtest.builder(24, 24)
                .predictors(DAILY, "ets", "naive")
                .warmup(24 * 10)
                .origins(1)
                .stride(24)
                .build();
        // The last origin moves with the end of the series: both are cut one horizon after the change.
        Fan once = fan(backtest.run(Map.of(A, wave.slice(0, 24 * 11))));
        Fan again = fan(backtest.run(
                Map.of(A, RateSeries.of(Cases.HOURS, Cases.FIRST, other).slice(0, 24 * 11))));
        for (int step = 1; step <= 24; step++) {
            assertThat(again.mean(step)).isEqualTo(once.mean(step));
            assertThat(again.upper(step)).isEqualTo(once.upper(step));
        }
        assertThat(again.actual().rate(again.past())).isEqualTo(1e6);
    }

    private static Fan fan(BacktestResult result) {
        return result.predictor("ets").series(A).lastForecast().orElseThrow();
    }

    @Test
    void betweenFitsItObservesWhatCame() {
        ScriptedPredictor seldom = new ScriptedPredictor("seldom", Cases::last);
        Backtest.builder(4, 2)
                .predictor(seldom)
                .warmup(10)
                .stride(3)
                .refitEvery(3)
                .build()
                .run(Map.of(A, counting(30)));
        assertThat(lengths(seldom)).containsExactly(10, 19);
        assertThat(seldom.observed)
                .containsExactly(10.0, 11.0, 12.0, 13.0, 14.0, 15.0, 19.0, 20.0, 21.0, 22.0, 23.0, 24.0);
        ScriptedPredictor once = new ScriptedPredictor("once", Cases::last);
        BacktestResult result = Backtest.builder(4, 2)
                .predictor(once)
                .warmup(10)
                .stride(3)
                .fitOnce()
                .build()
                .run(Map.of(A, counting(30)));
        assertThat(lengths(once)).containsExactly(10);
        assertThat(once.observed).hasSize(15);
        assertThat(result.predictor("once").scores().get(Score.MAE)).isEqualTo(2.5);
    }

    @Test
    void aNumberOfOriginsIsCountedFromTheEnd() {
        ScriptedPredictor last = new ScriptedPredictor("last", Cases::last);
        Backtest.builder(4, 2).predictor(last).origins(2).build().run(Map.of(A, counting(30)));
        assertThat(lengths(last)).containsExactly(22, 26);
        ScriptedPredictor shorter = new ScriptedPredictor("last", Cases::last);
        Backtest.builder(4, 2)
                .predictor(shorter)
                .origins(20)
                .leadWindow(Window.of(3, 3), 0.9)
                .build()
                .run(Map.of(A, counting(15)));
        assertThat(lengths(shorter))
                .as("a history of two seasons at least, six steps ahead")
                .containsExactly(5, 9);
    }

    @Test
    void seriesWithoutAnOriginAreNamedWithTheReason() {
        Backtest backtest = Backtest.builder(4, 2)
                .predictor(new ScriptedPredictor("last", Cases::last))
                .warmup(10)
                .build();
        BacktestResult result = backtest.run(Map.of(A, counting(30), B, counting(13)));
        assertThat(result.skipped()).containsOnlyKeys(B);
        assertThat(result.skipped().get(B)).contains("13 steps");
        assertThat(result.predictor("last").series()).containsOnlyKeys(A);
        assertThat(result.table().text()).contains("1 series were skipped").contains(B.key());
        assertThatThrownBy(() -> backtest.run(Map.of(B, counting(13))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Maybe");
    }

    @Test
    void aFailureIsCountedAndScoredAsTheBaseline() {
        ScriptedPredictor sick = new ScriptedPredictor("sick", (key, h, horizon) -> {
            if (h.length() == 48 || h.length() == 72) {
                throw new IllegalStateException("no\nidea");
            }
            return Cases.last(key, h, horizon);
        });
        BacktestResult result = Backtest.builder(24, 24)
                .predictor(sick)
                .warmup(48)
                .fitOnce()
                .build()
                .run(waves(3, 24 * 6));
        PredictorResult p = result.predictor("sick");
        assertThat(p.failures()).hasSize(6);
        assertThat(p.failures().get(0).stage()).isEqualTo(FailedForecast.Stage.FORECAST);
        assertThat(p.failures().get(1).origin()).isEqualTo(72);
        assertThat(p.timing().fits()).as("a new fit after each failure").isEqualTo(9);
        assertThat(p.rungs()).containsExactly(Map.entry(Rung.RESTRICTED, 6));
        assertThat(p.scores().points()).isEqualTo(result.baseline().scores().points());
        assertThat(result.table().text()).contains("sick failed 6 time(s)").contains("FORECAST: no idea");
        PredictorResult always = Backtest.builder(24, 24)
                .predictor(new ScriptedPredictor("never", (key, h, horizon) -> {
                    throw new UnsupportedOperationException();
                }))
                .warmup(48)
                .build()
                .run(waves(3, 24 * 6))
                .predictor("never");
        assertThat(always.scores().get(Score.MASE))
                .isEqualTo(result.baseline().scores().get(Score.MASE));
        assertThat(always.failures()).hasSize(12);
    }

    @Test
    void threadsChangeNoScore() {
        Map<SeriesKey, RateSeries> waves = waves(5, 24 * 8);
        List<String> seen = new ArrayList<>();
        for (int threads : new int[] {1, 2, 5}) {
            BacktestResult r = Backtest.builder(24, 24)
                    .predictors(DAILY, "ets", "naive")
                    .warmup(24 * 6)
                    .stride(12)
                    .fitOnce()
                    .threads(threads)
                    .leadWindow(Window.of(2, 4), 0.99)
                    .ticker(() -> 0)
                    .build()
                    .run(waves);
            seen.add(r.table().markdown()
                    + r.predictor("ets").scores()
                    + r.predictor("ets").buckets()
                    + r.difference("naive"));
        }
        assertThat(seen.get(1)).isEqualTo(seen.get(0)).contains("seasonal-naive");
        assertThat(seen.get(2)).isEqualTo(seen.get(0));
    }

    @Test
    void exponentialSmoothingBeatsTheLastValueOnDailyWaves() {
        BacktestResult r = Backtest.builder(24, 24)
                .predictors(DAILY, "naive", "ets")
                .warmup(24 * 6)
                .build()
                .run(waves(5, 24 * 8));
        assertThat(r.best().label()).isEqualTo("ets");
        assertThat(r.rank("naive")).isEqualTo(3);
        assertThat(r.skill("ets", Score.MASE)).isBetween(0.1, 0.9);
        assertThat(r.skill("ets", r.best().series().keySet().iterator().next())).isBetween(0.1, 0.9);
        assertThat(r.difference("naive").orElseThrow().isClear()).isTrue();
        assertThat(r.difference("ets").orElseThrow().mean()).isZero();
        assertThat(r.best().scores().get(Score.COVERAGE)).isBetween(0.88, 0.99);
        assertThat(r.predictor("naive").buckets()).hasSize(12);
    }

    @Test
    void bucketsSplitTheHorizon() {
        PredictorResult p = Backtest.builder(7, 1)
                .predictor(new ScriptedPredictor("last", Cases::last))
                .warmup(5)
                .bucketLength(3)
                .build()
                .run(Map.of(A, counting(30)))
                .predictor("last");
        assertThat(p.buckets()).extracting(HorizonBucket::first).containsExactly(1, 4, 7);
        assertThat(p.buckets()).extracting(HorizonBucket::last).containsExactly(3, 6, 7);
        assertThat(p.buckets()).extracting(b -> b.scores().get(Score.MASE)).containsExactly(2.0, 5.0, 7.0);
    }

    @Test
    void timesComeFromTheTickerAndProgressIsTold() {
        AtomicLong clock = new AtomicLong();
        List<String> told = new ArrayList<>();
        BacktestResult r = Backtest.builder(4, 2)
                .predictor(new ScriptedPredictor("last", Cases::last))
                .baseline("last")
                .warmup(10)
                .fitOnce()
                .ticker(() -> clock.addAndGet(1000))
                .listener((done, total) -> told.add(done + "/" + total))
                .build()
                .run(Map.of(A, counting(18), B, counting(18)));
        Timing t = r.predictor("last").timing();
        assertThat(t.fits()).isEqualTo(2);
        assertThat(t.fit()).isEqualTo(Duration.ofNanos(2000));
        assertThat(t.forecasts()).isEqualTo(4);
        assertThat(t.forecastMicros()).isEqualTo(1);
        assertThat(t.observations()).isEqualTo(8);
        assertThat(t.observeNanos()).isCloseTo(250, within(1e-9));
        assertThat(told).containsExactly("1/2", "2/2");
        assertThat(r.predictors()).hasSize(1);
    }

    @Test
    void aDeadlineReachesEveryFit() {
        BacktestResult r = Backtest.builder(24, 24)
                .predictors(DAILY, "ets")
                .warmup(24 * 20)
                .deadline(Duration.ofNanos(1))
                .build()
                .run(waves(2, 24 * 22));
        PredictorResult ets = r.predictor("ets");
        assertThat(ets.belowFull()).isEqualTo(4);
        assertThat(ets.series().values()).allMatch(s -> s.rungReason().contains("deadline"));
        assertThat(ets.failures()).isEmpty();
    }

    @Test
    void anInterruptEndsIt() {
        Backtest backtest =
                Backtest.builder(24, 24).predictors(DAILY, "ets").warmup(48).build();
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> backtest.run(waves(2, 24 * 22))).isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void aListenerMayEndIt() {
        Backtest backtest = Backtest.builder(4, 2)
                .predictor(new ScriptedPredictor("last", Cases::last))
                .warmup(10)
                .listener((done, total) -> {
                    throw new IllegalStateException("enough");
                })
                .build();
        assertThatThrownBy(() -> backtest.run(Map.of(A, counting(18)))).hasMessage("enough");
    }
}
