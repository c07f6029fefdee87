package io.headroom.forecasting.backtest.report;

import io.headroom.core.SeriesKey;
import io.headroom.forecasting.backtest.BacktestResult;
import io.headroom.forecasting.backtest.PredictorResult;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Draws how much better than the baseline each predictor is on each series, its worst series left and its best right. Stateless. */
final class SkillChart {
    private static final double BOTTOM = 260;

    /** A skill below is drawn at the edge: a near-perfect baseline makes it as low as one likes. */
    private static final double LOWEST = -1;

    private SkillChart() {}

    static void draw(Html out, BacktestResult result) {
        List<double[]> curves = new ArrayList<>();
        double lowest = -0.1;
        double highest = 0.1;
        for (PredictorResult p : result.predictors()) {
            double[] sorted = sorted(result, p);
            curves.add(sorted);
            if (sorted.length > 0) {
                lowest = Math.min(lowest, sorted[0]);
                highest = Math.max(highest, sorted[sorted.length - 1]);
            }
        }
        Axis y = Axis.around(Math.max(LOWEST, lowest) * 100, highest * 100, BOTTOM, Plot.TOP, 5);
        Axis x = new Axis(0, 100, Plot.LEFT, Plot.RIGHT);
        Plot plot = new Plot(out, "Skill of each predictor on each series, sorted", x, y)
                .frame("% of series, sorted for each predictor", x.ticks(10), "skill, %", y.ticks(5))
                .level("axis", 0);
        for (int i = curves.size() - 1; i >= 0; i--) {
            if (result.predictors().get(i) != result.baseline()) {
                double[] sorted = curves.get(i);
                double[] places = new double[sorted.length];
                Arrays.setAll(places, k -> 100 * (k + 0.5) / places.length);
                plot.line(
                        Colours.line(result, i),
                        places,
                        Arrays.stream(sorted).map(v -> 100 * v).toArray());
            }
        }
        plot.end();
    }

    private static double[] sorted(BacktestResult result, PredictorResult p) {
        return p.series().keySet().stream()
                .mapToDouble((SeriesKey key) -> result.skill(p.label(), key))
                .filter(v -> !Double.isNaN(v))
                .sorted()
                .toArray();
    }
}
