package io.headroom.forecasting.backtest.report;

import io.headroom.forecasting.backtest.BacktestResult;
import io.headroom.forecasting.backtest.HorizonBucket;
import io.headroom.forecasting.backtest.PredictorResult;
import io.headroom.forecasting.backtest.Score;
import java.util.List;

/** Draws a score of every predictor over the steps ahead. Stateless. */
final class HorizonChart {
    private static final double BOTTOM = 260;

    private HorizonChart() {}

    static void draw(Html out, BacktestResult result, Score score) {
        double highest = result.predictors().stream()
                .flatMap(p -> p.buckets().stream())
                .mapToDouble(b -> b.scores().get(score))
                .filter(v -> !Double.isNaN(v))
                .max()
                .orElse(1);
        Axis y = Axis.around(0, highest, BOTTOM, Plot.TOP, 5);
        double edge = Math.max(0.5, result.horizon() * 0.02);
        Axis x = new Axis(1 - edge, result.horizon() + edge, Plot.LEFT, Plot.RIGHT);
        Plot plot = new Plot(out, score.label() + " by steps ahead", x, y)
                .frame("steps ahead", steps(result), score.label(), y.ticks(5));
        List<PredictorResult> predictors = result.predictors();
        for (int i = predictors.size() - 1; i >= 0; i--) {
            PredictorResult p = predictors.get(i);
            plot.line(
                    Colours.line(result, i),
                    p.buckets().stream().mapToDouble(HorizonChart::middle).toArray(),
                    p.buckets().stream().mapToDouble(b -> b.scores().get(score)).toArray());
        }
        plot.end();
    }

    /** Whole steps only, the first among them. */
    private static List<Axis.Tick> steps(BacktestResult result) {
        Axis whole = new Axis(0, result.horizon(), 0, 1);
        return whole.ticks(Math.min(12, result.horizon())).stream()
                .filter(t -> t.value() == Math.rint(t.value()))
                .map(t -> t.value() < 1 ? new Axis.Tick(1, "1") : t)
                .distinct()
                .toList();
    }

    private static double middle(HorizonBucket bucket) {
        return (bucket.first() + bucket.last()) / 2.0;
    }
}
