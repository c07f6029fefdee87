package io.headroom.forecasting.backtest;

import static io.headroom.forecasting.backtest.Cases.A;
import static io.headroom.forecasting.backtest.Cases.B;
import static io.headroom.forecasting.backtest.Cases.series;
import static java.lang.Double.NaN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.headroom.core.MarginalForecast;
import io.headroom.core.RateForecast;
import io.headroom.core.RateSeries;
import io.headroom.core.SeriesKey;
import io.headroom.core.Window;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Two hand-made series with a missing step in the history and one in the future, and a pair of zeros. The expected numbers are what the
 * project's scoring scripts print for the same numbers in files, with Python 3.11.7 (six decimals, hence the tolerance):
 *
 * <pre>
 * ../shared/eval/score_forecasts.py --train train.csv --test test.csv --forecasts fc.csv --m 4 --naive2 13.125797,0.917949 --per-series per.csv
 * ../shared/eval/score_track.py --in wide.csv --forecasts track.csv --warmup 12 --horizon 2 --window 1:3
 * </pre>
 *
 * <p>The two numbers for {@code --naive2} are the script's own sMAPE and MASE of the seasonal naive forecasts of the same series.
 */
class ScoresAgainstScriptTest {
    private static final double[] LEVELS = {0.025, 0.1, 0.5, 0.9, 0.975};
    private static final Map<SeriesKey, RateSeries> SERIES = Map.of(
            A, series(10, 20, 30, 40, 12, 19, 33, 41, 11, 22, NaN, 43, 13, 24, NaN, 39),
            B, series(0, 5, 0, 7, 1, 4, 0, 9, 0, 6, 2, 8, 0, 5, 3, 8));
    private static final Map<SeriesKey, double[][]> FORECASTS = Map.of(
            A,
                    new double[][] {
                        {12, 6, 9, 12, 15, 17},
                        {21, 15, 18, 20, 23, 23.5},
                        {32, 25, 27, 32, 36, 40},
                        {45, 40, 41, 44, 47, 50}
                    },
            B, new double[][] {{0, 0, 0, 0, 2, 3}, {5.5, 1, 3, 5, 8, 9}, {1, 0, 0, 1, 2, 2.5}, {7, 3, 4, 7, 9, 12}});
    private static final Map<SeriesKey, double[]> NAIVE =
            Map.of(A, new double[] {11, 22, 33, 43}, B, new double[] {0, 6, 2, 8});

    private static RateForecast forecast(SeriesKey key, RateSeries history, int horizon) {
        double[][] rows = FORECASTS.get(key);
        return MarginalForecast.builder(history.grid(), history.endIndex())
                .mean(Arrays.stream(rows).mapToDouble(r -> r[0]).toArray())
                .quantiles(
                        LEVELS,
                        Arrays.stream(rows)
                                .map(r -> Arrays.copyOfRange(r, 1, 6))
                                .toArray(double[][]::new))
                .build();
    }

    private static BacktestResult result() {
        return Backtest.builder(4, 4)
                .predictor(new ScriptedPredictor("scripted", ScoresAgainstScriptTest::forecast))
                .predictor(new ScriptedPredictor(
                        "naive2", (key, h, horizon) -> RateForecast.certain(h.grid(), h.endIndex(), NAIVE.get(key))))
                .baseline("naive2")
                .warmup(12)
                .quantiles(LEVELS)
                .build()
                .run(SERIES);
    }

    private static void check(double actual, double printed) {
        assertThat(actual).isCloseTo(printed, within(6e-7));
    }

    @Test
    void theScoresOverAllSeriesAreTheScripts() {
        Scores s = result().predictor("scripted").scores();
        check(s.get(Score.SMAPE), 21.293651);
        check(s.get(Score.MASE), 1.247436);
        check(s.get(Score.MSIS), 12.282051);
        check(s.get(Score.COVERAGE), 0.541667);
        check(s.quantileLoss(0.025), 0.036413);
        check(s.quantileLoss(0.1), 0.080435);
        check(s.quantileLoss(0.5), 0.141304);
        check(s.quantileLoss(0.9), 0.073913);
        check(s.quantileLoss(0.975), 0.035326);
        check(s.get(Score.WQL), 0.073478);
        assertThat(s.points()).isEqualTo(7);
        assertThat(s.missing()).isEqualTo(1);
    }

    @Test
    void theScoresOfEachSeriesAreTheScripts() {
        PredictorResult p = result().predictor("scripted");
        Scores a = p.series(A).scores();
        check(a.get(Score.SMAPE), 11.873015873);
        check(a.get(Score.MASE), 1.794871795);
        check(a.get(Score.MSIS), 16.064102564);
        check(a.get(Score.COVERAGE), 0.333333333);
        Scores b = p.series(B).scores();
        check(b.get(Score.SMAPE), 30.714285714);
        check(b.get(Score.MASE), 0.7);
        check(b.get(Score.MSIS), 8.5);
        check(b.get(Score.COVERAGE), 0.75);
    }

    @Test
    void theWeightedAverageUsesMeansOverSeries() {
        BacktestResult result = result();
        check(result.predictor("naive2").scores().get(Score.SMAPE), 13.125797);
        check(result.predictor("naive2").scores().get(Score.MASE), 0.917949);
        assertThat(result.owa("scripted")).isCloseTo(OWA, within(2e-6));
        assertThat(result.owa("naive2")).isEqualTo(1);
        double meanOfRatios = 0;
        for (SeriesKey key : SERIES.keySet()) {
            Scores own = result.predictor("scripted").series(key).scores();
            Scores base = result.baseline().series(key).scores();
            meanOfRatios +=
                    (own.get(Score.SMAPE) / base.get(Score.SMAPE) + own.get(Score.MASE) / base.get(Score.MASE)) / 4;
        }
        assertThat(Math.abs(meanOfRatios - OWA)).isGreaterThan(0.01);
    }

    private static final double OWA = 1.490607;

    @Test
    void rollingOriginsAndTheMaximumOverAWindowAreTheScripts() {
        double[] a = {3, 5, 4, 6, 8, 7, 9, 8, 10, 9, 11, 10, 14, 11, 9, 16, 12, 13, 15, 18};
        double[] b = {20, 18, 19, NaN, 15, 16, 14, 15, 13, 14, 12, 13, 9, 10, 11, 8, 7, 12, 6, 5};
        ScriptedPredictor climbing = new ScriptedPredictor("climbing", (key, h, horizon) -> {
            double[] rates = new double[horizon];
            Arrays.setAll(rates, i -> h.rate(h.length() - 1) + 0.5 * (i + 1));
            return RateForecast.certain(h.grid(), h.endIndex(), rates);
        });
        BacktestResult result = Backtest.builder(2, 1)
                .predictor(climbing)
                .warmup(12)
                .stride(3)
                .leadWindow(Window.of(1, 3), 0.99)
                .build()
                .run(Map.of(A, series(a), B, series(b)));
        assertThat(result.origins()).isEqualTo(4);
        Scores s = result.predictor("climbing").scores();
        check(s.get(Score.MASE), 2.441742);
        check(s.get(Score.MAX_PINBALL), 0.264814);
        check(s.get(Score.MAX_COVERAGE), 0.5);
    }
}
