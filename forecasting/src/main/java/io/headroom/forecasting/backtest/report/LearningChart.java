package io.headroom.forecasting.backtest.report;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/** Draws a learning curve. Stateless. */
final class LearningChart {
    private static final double BOTTOM = 260;

    private LearningChart() {}

    static void draw(Html out, LearningCurve curve, String training, String holdOut) {
        List<LearningCurve.Point> points = curve.points();
        double[] losses = DoubleStream.concat(
                        points.stream().mapToDouble(LearningCurve.Point::training),
                        points.stream().mapToDouble(LearningCurve.Point::holdOut))
                .filter(Double::isFinite)
                .toArray();
        double lowest = DoubleStream.of(losses).min().orElse(0);
        double highest = DoubleStream.of(losses).max().orElse(1);
        double last =
                points.stream().mapToDouble(LearningCurve.Point::step).max().orElse(1);
        Axis y = Axis.around(lowest, highest, BOTTOM, Plot.TOP, 5);
        Axis x = new Axis(0, Math.max(1, last), Plot.LEFT, Plot.RIGHT);
        new Plot(out, "Loss by training steps", x, y)
                .frame("training steps", x.ticks(10), "loss", y.ticks(5))
                .line(training, each(points, LearningCurve.Point::step), each(points, LearningCurve.Point::training))
                .line(holdOut, each(points, LearningCurve.Point::step), each(points, LearningCurve.Point::holdOut))
                .end();
    }

    private static double[] each(List<LearningCurve.Point> points, ToDoubleFunction<LearningCurve.Point> what) {
        return points.stream().mapToDouble(what).toArray();
    }
}
