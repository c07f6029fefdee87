package io.headroom.simulation.strategy.frontier;

import io.headroom.simulation.strategy.DemandClass;
import io.headroom.simulation.strategy.RunScore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Points, frontiers and sweeps of made-up scores. */
final class Points {
    static final Duration LEAD = Duration.ofMinutes(5);

    private Points() {}

    static RunScore score(double violation, double cost, DemandClass demandClass) {
        return new RunScore(1000, violation, 0, 1, 1, cost, 0, 0, 0, 0, 10, 10, 1, 2, 0.5, demandClass);
    }

    static SeriesScore series(String name, double violation, double cost) {
        return new SeriesScore(name, score(violation, cost, DemandClass.REGULAR));
    }

    /** A point of one regular series. */
    static FrontierPoint point(double safety, double cost, double violation) {
        return FrontierPoint.of(safety, List.of(series("s", violation, cost)));
    }

    /** A frontier of one series from cost and violation in turn; the safety parameter counts from 1. */
    static Frontier frontier(String name, double... costsAndViolations) {
        return Frontier.of(name, Statistic.MEDIAN, points(costsAndViolations));
    }

    static List<FrontierPoint> points(double... costsAndViolations) {
        List<FrontierPoint> points = new ArrayList<>();
        for (int i = 0; i < costsAndViolations.length; i += 2) {
            points.add(point(i / 2 + 1, costsAndViolations[i], costsAndViolations[i + 1]));
        }
        return points;
    }

    /**
     * A sweep of so many series, each third of them bursty: series k costs and violates its share of k / n more and less than the
     * point's figures.
     */
    static FrontierSweep sweep(String name, int series, double spread, double... costsAndViolations) {
        List<FrontierPoint> points = new ArrayList<>();
        for (int i = 0; i < costsAndViolations.length; i += 2) {
            List<SeriesScore> scores = new ArrayList<>();
            for (int k = 0; k < series; k++) {
                double factor = 1 + spread * (2.0 * k / Math.max(1, series - 1) - 1);
                DemandClass demandClass = k % 3 == 2 ? DemandClass.BURSTY : DemandClass.REGULAR;
                scores.add(new SeriesScore(
                        "s" + k,
                        score(costsAndViolations[i + 1] * factor, costsAndViolations[i] * factor, demandClass)));
            }
            points.add(FrontierPoint.of(i / 2 + 1, scores));
        }
        return new FrontierSweep(name, LEAD, points);
    }
}
