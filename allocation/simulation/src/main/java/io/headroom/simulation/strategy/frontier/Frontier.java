package io.headroom.simulation.strategy.frontier;

import io.headroom.core.Checks;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A curve of violation against cost: the points of one strategy that no other point of it beats.
 *
 * <p>A point is beaten by one that costs no more and violates no more, and is better in one of the two; of equal points the
 * first stays. Between neighbours the curve is read by linear interpolation, never beyond its ends. Making one takes
 * O(n log n), a reading O(n). Immutable and thread-safe.
 */
public final class Frontier {
    private final String strategy;
    private final Statistic statistic;
    private final List<Place> run;
    private final List<Place> curve;

    private Frontier(String strategy, Statistic statistic, List<Place> run) {
        this.strategy = strategy;
        this.statistic = statistic;
        this.run = run;
        this.curve = unbeaten(run);
    }

    /**
     * Where a point lies.
     *
     * @param point the point that was run
     * @param costRatio its cost as a multiple of the oracle's, at least 0
     * @param violationPercent its share of steps in violation, in [0, 100]
     */
    public record Place(FrontierPoint point, double costRatio, double violationPercent) {
        /** Costs and violates no more, and is better in one of the two. */
        boolean beats(Place other) {
            return costRatio <= other.costRatio
                    && violationPercent <= other.violationPercent
                    && (costRatio < other.costRatio || violationPercent < other.violationPercent);
        }
    }

    /**
     * The frontier of some points.
     *
     * @param strategy the name under which results are reported
     * @param statistic how the figures of their series become one number
     * @param points at least one, in any order
     * @return the frontier
     * @throws IllegalArgumentException if there is no point
     */
    public static Frontier of(String strategy, Statistic statistic, List<FrontierPoint> points) {
        Checks.require(
                !points.isEmpty(), "frontier of " + strategy + " without a point", "must have one", "all runs failed");
        return new Frontier(
                strategy,
                statistic,
                points.stream()
                        .map(p -> new Place(p, p.costRatio(statistic), p.violationPercent(statistic)))
                        .toList());
    }

    private static List<Place> unbeaten(List<Place> run) {
        List<Place> sorted = new ArrayList<>(run);
        sorted.sort(Comparator.comparingDouble(Place::costRatio).thenComparingDouble(Place::violationPercent));
        List<Place> kept = new ArrayList<>();
        double least = Double.POSITIVE_INFINITY;
        for (Place place : sorted) {
            if (place.violationPercent() < least) {
                least = place.violationPercent();
                kept.add(place);
            }
        }
        return List.copyOf(kept);
    }

    /**
     * The strategy.
     *
     * @return the name under which results are reported
     */
    public String strategy() {
        return strategy;
    }

    /**
     * How the figures of the series became one number.
     *
     * @return the statistic
     */
    public Statistic statistic() {
        return statistic;
    }

    /**
     * All points that were run, beaten ones included.
     *
     * @return at least one, in the order given
     */
    public List<Place> run() {
        return run;
    }

    /**
     * The points that no other beats.
     *
     * @return at least one; cost rises and violation falls strictly from one to the next
     */
    public List<Place> curve() {
        return curve;
    }

    /**
     * The end of the curve that costs least.
     *
     * @return its cheapest point, which violates most
     */
    public Place cheapest() {
        return curve.get(0);
    }

    /**
     * The end of the curve that violates least.
     *
     * @return its safest point, which costs most
     */
    public Place safest() {
        return curve.get(curve.size() - 1);
    }

    /**
     * What it costs to violate no more than a share of the steps.
     *
     * @param violationPercent the share in percent
     * @return the cost ratio on the curve; empty beyond its ends and for NaN
     */
    public OptionalDouble costAt(double violationPercent) {
        for (int i = 0; i < curve.size(); i++) {
            Place here = curve.get(i);
            if (here.violationPercent() == violationPercent) {
                return OptionalDouble.of(here.costRatio());
            }
            if (i > 0 && here.violationPercent() < violationPercent) {
                Place before = curve.get(i - 1);
                double share = (before.violationPercent() - violationPercent)
                        / (before.violationPercent() - here.violationPercent());
                return share < 0
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(before.costRatio() + share * (here.costRatio() - before.costRatio()));
            }
        }
        return OptionalDouble.empty();
    }

    /**
     * What is violated at a cost.
     *
     * @param costRatio the cost as a multiple of the oracle's
     * @return the share of steps in percent on the curve; empty beyond its ends and for NaN
     */
    public OptionalDouble violationAt(double costRatio) {
        for (int i = 0; i < curve.size(); i++) {
            Place here = curve.get(i);
            if (here.costRatio() == costRatio) {
                return OptionalDouble.of(here.violationPercent());
            }
            if (i > 0 && here.costRatio() > costRatio) {
                Place before = curve.get(i - 1);
                double share = (costRatio - before.costRatio()) / (here.costRatio() - before.costRatio());
                return share < 0
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(before.violationPercent()
                                + share * (here.violationPercent() - before.violationPercent()));
            }
        }
        return OptionalDouble.empty();
    }

    @Override
    public String toString() {
        return "Frontier[" + strategy + ", " + statistic + ", " + curve.size() + " of " + run.size() + " points]";
    }
}
