package io.headroom.simulation.strategy.frontier;

import io.headroom.core.Checks;
import io.headroom.simulation.strategy.RunScore;
import io.headroom.simulation.strategy.frontier.PairedBootstrap.Difference;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * Two operating points side by side: b of the frontier that may be dominated, and the point of the other that wins most on one axis
 * without losing on the other. Immutable and thread-safe.
 *
 * @param gain on which axis a is meant to win
 * @param a the point that may dominate
 * @param b the point that may be dominated, of the same series
 * @param costMedian difference of the median cost ratios, a - b
 * @param costMean difference of the mean cost ratios
 * @param violationMedian difference of the median violations, in points of percent
 * @param violationMean difference of the mean violations, in points of percent
 */
public record PairClaim(
        Gain gain,
        FrontierPoint a,
        FrontierPoint b,
        Difference costMedian,
        Difference costMean,
        Difference violationMedian,
        Difference violationMean) {

    /** On which axis a point is meant to win. */
    public enum Gain {
        /** The cheapest point that violates no more. */
        COST,
        /** The safest point that costs no more. */
        VIOLATION
    }

    /**
     * Compares two points of the same series.
     *
     * @param gain on which axis a is meant to win
     * @param a the point that may dominate
     * @param b the point that may be dominated
     * @param bootstrap gives the intervals
     * @return the differences
     * @throws IllegalArgumentException if the points are not of the same series
     */
    public static PairClaim of(Gain gain, FrontierPoint a, FrontierPoint b, PairedBootstrap bootstrap) {
        List<SeriesScore> second = inOrderOf(a, b);
        double[] costA = a.values(RunScore::costRatio);
        double[] costB = values(second, RunScore::costRatio);
        double[] violationA = a.values(RunScore::violationPercent);
        double[] violationB = values(second, RunScore::violationPercent);
        return new PairClaim(
                gain,
                a,
                b,
                bootstrap.difference(costA, costB, Statistic.MEDIAN),
                bootstrap.difference(costA, costB, Statistic.MEAN),
                bootstrap.difference(violationA, violationB, Statistic.MEDIAN),
                bootstrap.difference(violationA, violationB, Statistic.MEAN));
    }

    /** The scores of b in the order of a's. */
    private static List<SeriesScore> inOrderOf(FrontierPoint a, FrontierPoint b) {
        Map<String, SeriesScore> byName = new LinkedHashMap<>();
        b.scores().forEach(s -> byName.put(s.series(), s));
        List<SeriesScore> ordered = a.scores().stream()
                .flatMap(s -> Optional.ofNullable(byName.get(s.series())).stream())
                .toList();
        if (ordered.size() != a.scores().size() || ordered.size() != b.scores().size()) {
            throw Checks.failure(
                    "points of " + a.scores().size() + " and " + b.scores().size() + " series",
                    "must be of the same series",
                    "a series failed in one of the runs");
        }
        return ordered;
    }

    private static double[] values(List<SeriesScore> scores, ToDoubleFunction<RunScore> figure) {
        return scores.stream().mapToDouble(s -> figure.applyAsDouble(s.score())).toArray();
    }

    /**
     * Whether the gain is no chance of which series there are.
     *
     * @return true if the intervals of median and mean both lie below 0 on the axis of the gain
     */
    public boolean holds() {
        return switch (gain) {
            case COST -> costMedian.isLess() && costMean.isLess();
            case VIOLATION -> violationMedian.isLess() && violationMean.isLess();
        };
    }
}
