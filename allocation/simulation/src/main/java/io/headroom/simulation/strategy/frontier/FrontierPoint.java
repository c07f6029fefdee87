package io.headroom.simulation.strategy.frontier;

import io.headroom.core.Checks;
import io.headroom.simulation.strategy.RunScore;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/**
 * An operating point that was run: one value of a strategy's safety parameter, the same for every series, and how each series
 * did. Immutable and thread-safe.
 */
public final class FrontierPoint {
    private final double safety;
    private final List<SeriesScore> scores;

    private FrontierPoint(double safety, List<SeriesScore> scores) {
        this.safety = safety;
        this.scores = scores;
    }

    /**
     * A point from the scores of its series.
     *
     * @param safety the strategy's safety parameter; finite
     * @param scores one for each series, at least one; their order is that of the bootstrap's draws
     * @return the point
     * @throws IllegalArgumentException if the parameter is not finite, there is no score, or a series has two
     */
    public static FrontierPoint of(double safety, List<SeriesScore> scores) {
        Checks.finite(safety, "safety parameter");
        Checks.require(!scores.isEmpty(), "point " + safety + " without a series", "must have one", "all runs failed");
        Set<String> names = new HashSet<>();
        for (SeriesScore score : scores) {
            Checks.require(
                    names.add(score.series()),
                    "series " + score.series() + " of point " + safety,
                    "must have one score",
                    "two input files have a series of that name");
        }
        return new FrontierPoint(safety, List.copyOf(scores));
    }

    /**
     * The strategy's safety parameter.
     *
     * @return finite
     */
    public double safety() {
        return safety;
    }

    /**
     * The scores.
     *
     * @return one for each series, at least one, in the order given
     */
    public List<SeriesScore> scores() {
        return scores;
    }

    /**
     * The same point over some of its series.
     *
     * @param group which of them
     * @return the point; empty if none of its series is of this group
     */
    public Optional<FrontierPoint> within(SeriesGroup group) {
        return only(s -> group.includes(s.score().demandClass()));
    }

    /** The same point over the series that pass; empty if none does. */
    Optional<FrontierPoint> only(Predicate<SeriesScore> wanted) {
        List<SeriesScore> kept = scores.stream().filter(wanted).toList();
        return kept.isEmpty() ? Optional.empty() : Optional.of(new FrontierPoint(safety, kept));
    }

    /**
     * A figure over the series.
     *
     * @param statistic how the series become one number
     * @param figure the figure of one series
     * @return the number
     */
    public double figure(Statistic statistic, ToDoubleFunction<RunScore> figure) {
        return statistic.of(values(figure));
    }

    /** The figure of each series, in order. */
    double[] values(ToDoubleFunction<RunScore> figure) {
        return scores.stream().mapToDouble(s -> figure.applyAsDouble(s.score())).toArray();
    }

    /**
     * The share of steps in violation.
     *
     * @param statistic how the series become one number
     * @return percent, in [0, 100]
     */
    public double violationPercent(Statistic statistic) {
        return figure(statistic, RunScore::violationPercent);
    }

    /**
     * The cost.
     *
     * @param statistic how the series become one number
     * @return as a multiple of the oracle's, at least 0
     */
    public double costRatio(Statistic statistic) {
        return figure(statistic, RunScore::costRatio);
    }

    /**
     * The series with the largest share of steps in violation; among equals the dearest.
     *
     * @return its score
     */
    public SeriesScore worst() {
        return scores.stream()
                .max(Comparator.comparingDouble((SeriesScore s) -> s.score().violationPercent())
                        .thenComparingDouble(s -> s.score().costRatio()))
                .orElseThrow();
    }

    @Override
    public String toString() {
        return "FrontierPoint[" + safety + ", " + scores.size() + " series]";
    }
}
