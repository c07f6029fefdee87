package io.headroom.forecasting.backtest;

import static io.headroom.forecasting.backtest.Cases.A;
import static io.headroom.forecasting.backtest.Cases.B;
import static io.headroom.forecasting.backtest.Cases.series;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.headroom.core.MarginalForecast;
import io.headroom.core.RateForecast;
import io.headroom.core.RateSeries;
import io.headroom.core.SeriesKey;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The formulas, on numbers that can be worked out by hand. */
class ScoresTest {
    private static BacktestResult run(Map<SeriesKey, RateSeries> series, double... forecast) {
        return Backtest.builder(forecast.length, 1)
                .predictor(new ScriptedPredictor(
                        "given", (key, h, horizon) -> RateForecast.certain(h.grid(), h.endIndex(), forecast)))
                .warmup(4)
                .build()
                .run(series);
    }

    private static Scores scores(RateSeries series, double... forecast) {
        return run(Map.of(A, series), forecast).predictor("given").scores();
    }

    @Test
    void certainForecastsAreScoredByTheirErrors() {
        // Changes before the origin: 2, 2, 4. Errors after it: -1, 3.
        Scores s = scores(series(1, 3, 1, 5, 4, 7), 3, 10);
        assertThat(s.get(Score.MAE)).isEqualTo(2);
        assertThat(s.get(Score.RMSE)).isCloseTo(Math.sqrt(5), within(1e-12));
        assertThat(s.get(Score.MASE)).isCloseTo(2 / (8 / 3.0), within(1e-12));
        assertThat(s.get(Score.RMSSE)).isCloseTo(Math.sqrt(5 / 8.0), within(1e-12));
        assertThat(s.get(Score.SMAPE)).isCloseTo((200 * 1 / 7.0 + 200 * 3 / 17.0) / 2, within(1e-12));
        assertThat(s.get(Score.BIAS)).isCloseTo(1 / (8 / 3.0), within(1e-12));
        assertThat(s.get(Score.CRPS)).isCloseTo(2, within(1e-12));
        assertThat(s.quantileLoss(0.9)).isCloseTo(2 * (0.9 * 1 + 0.1 * 3) / 11, within(1e-12));
        assertThat(s.get(Score.WIDTH)).isZero();
        assertThat(s.get(Score.COVERAGE)).isZero();
        assertThat(s.get(Score.MSIS)).isCloseTo(40 * (1 + 3) / 2.0 / (8 / 3.0), within(1e-9));
        assertThat(s.get(Score.MAX_COVERAGE)).isNaN();
    }

    @Test
    void theSymmetricErrorRunsFromZeroToTwoHundred() {
        RateSeries busy = series(1, 3, 1, 5, 4, 7);
        assertThat(scores(busy, 4, 7).get(Score.SMAPE)).isZero();
        assertThat(scores(busy, 0, 0).get(Score.SMAPE)).isEqualTo(200);
        assertThat(scores(series(1, 3, 1, 5, 0, 0), 0, 0).get(Score.SMAPE)).isZero();
        assertThat(scores(series(1, 3, 1, 5, 0, 0), 1e-9, 0).get(Score.SMAPE)).isEqualTo(100);
    }

    @Test
    void theRankedProbabilityScoreIsThatOfTheNormalDistribution() {
        RateSeries series = series(100, 101, 99, 100, 103);
        Scores s = Backtest.builder(1, 1)
                .predictor(new ScriptedPredictor(
                        "normal",
                        (key, h, horizon) -> MarginalForecast.builder(h.grid(), h.endIndex())
                                .mean(100)
                                .standardDeviation(5)
                                .build()))
                .warmup(4)
                .build()
                .run(Map.of(A, series))
                .predictor("normal")
                .scores();
        // Gneiting and Raftery 2007: sigma (z (2 Phi(z) - 1) + 2 phi(z) - 1 / sqrt(pi)) with z = 0.6, by Python
        // 3.11.7's math.erf.
        assertThat(s.get(Score.CRPS)).isCloseTo(NORMAL_CRPS, within(0.02));
    }

    private static final double NORMAL_CRPS = 1.865779;

    @Test
    void withoutAScaleThereAreNoScaledScores() {
        RateSeries flat = series(5, 5, 5, 5, 6, 8);
        BacktestResult both = run(Map.of(A, flat, B, series(1, 3, 1, 5, 4, 7)), 3, 10);
        Scores a = both.predictor("given").series(A).scores();
        assertThat(a.get(Score.MASE)).isNaN();
        assertThat(a.get(Score.MSIS)).isNaN();
        assertThat(a.get(Score.MAE)).isEqualTo(2.5);
        Scores all = both.predictor("given").scores();
        assertThat(all.get(Score.MASE)).isCloseTo(0.75, within(1e-12));
        assertThat(all.get(Score.MAE)).isEqualTo(2.25);
        assertThat(all.series()).isEqualTo(2);
        assertThat(all.scaledSeries()).isEqualTo(1);
        assertThat(both.table().text()).contains("1 series have no scale");
    }

    @Test
    void nothingToScoreIsNotZero() {
        Scores s = scores(series(1, 3, 1, 5, Double.NaN, Double.NaN), 3, 10);
        assertThat(s.points()).isZero();
        assertThat(s.missing()).isEqualTo(2);
        for (Score score : Score.values()) {
            assertThat(s.get(score)).as(score.label()).isNaN();
        }
    }

    @Test
    void aForecastThatIsNotOnTimeOrNotFiniteIsAFailure() {
        BacktestResult late = Backtest.builder(2, 1)
                .predictor(new ScriptedPredictor(
                        "late", (key, h, horizon) -> RateForecast.certain(h.grid(), h.endIndex() + 1, 1, 2)))
                .warmup(4)
                .build()
                .run(Map.of(A, series(1, 3, 1, 5, 4, 7)));
        assertThat(late.predictor("late").failures())
                .singleElement()
                .satisfies(f -> assertThat(f.message()).contains("starts at step"));
    }

    @Test
    void unknownLevelsAndScoresAreRefused() {
        BacktestResult r = run(Map.of(A, series(1, 3, 1, 5, 4, 7)), 3, 10);
        assertThatThrownBy(() -> r.best().scores().quantileLoss(0.42))
                .hasMessageContaining("0.42")
                .hasMessageContaining("Maybe");
        assertThatThrownBy(() -> r.skill("given", Score.BIAS)).hasMessageContaining("BIAS");
        assertThatThrownBy(() -> r.predictor("nobody"))
                .hasMessageContaining("nobody")
                .hasMessageContaining("Maybe");
        assertThatThrownBy(() -> r.best().series(B)).hasMessageContaining(B.key());
    }

    @Test
    void theBootstrapIntervalHoldsTheMeanAndNarrows() {
        double[] few = {0.1, 0.3, -0.2, 0.4, 0.2, 0.1, 0.5, 0.0};
        ScoreDifference d = PairedBootstrap.of(few, 7);
        assertThat(d.mean()).isCloseTo(0.175, within(1e-12));
        assertThat(d.lower()).isBetween(0.0, d.mean());
        assertThat(d.upper()).isBetween(d.mean(), 0.35);
        assertThat(d.isClear()).isEqualTo(d.lower() > 0);
        assertThat(PairedBootstrap.of(few, 7)).isEqualTo(d);
        double[] many = new double[800];
        Arrays.setAll(many, i -> few[i % few.length]);
        ScoreDifference wide = PairedBootstrap.of(many, 7);
        assertThat(wide.upper() - wide.lower()).isLessThan((d.upper() - d.lower()) / 5);
    }
}
