package io.headroom.forecasting.backtest.report;

import java.util.List;

/**
 * How the loss of a model fell while it was trained. Immutable and thread-safe.
 *
 * @param points what was reported, in order
 */
public record LearningCurve(List<Point> points) {
    private static final LearningCurve NONE = new LearningCurve(List.of());

    /**
     * One report.
     *
     * @param step training steps done, 0 or more
     * @param training mean loss of what was learned from; NaN if unknown
     * @param holdOut loss on what was held out; NaN if unknown
     */
    public record Point(double step, double training, double holdOut) {}

    /**
     * Copies.
     *
     * @param points what was reported
     */
    public LearningCurve {
        points = List.copyOf(points);
    }

    /**
     * Nothing to show.
     *
     * @return a curve without points
     */
    public static LearningCurve none() {
        return NONE;
    }
}
