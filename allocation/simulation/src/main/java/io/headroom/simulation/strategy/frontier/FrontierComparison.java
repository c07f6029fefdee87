package io.headroom.simulation.strategy.frontier;

import io.headroom.core.Checks;
import io.headroom.simulation.strategy.frontier.Dominance.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All that may be said about two strategies at one lead and in one group of series: whether A dominates B, on medians and on
 * means; and whether that could be a chance of which series there are. Immutable and thread-safe.
 *
 * <p>The pairs of the claim: for each point b of B's frontier of medians whose violation lies in [0.05, 5] %, the cheapest point of A
 * that violates no more than b must cost significantly less, and the safest that costs no more must violate significantly less,
 * both in the median and in the mean. A point b that A has no partner for is left out if it lies beyond A's ends, and breaks the
 * dominance otherwise.
 *
 * @param a the frontier of medians that may dominate
 * @param b the frontier of medians that may be dominated
 * @param lead from ordering a unit to its being ready
 * @param group the series
 * @param series how many there are, 1 or more
 * @param medians dominance of the medians
 * @param means dominance of the means
 * @param pairs the pairs of the claim, two for each b at most
 * @param moves each point of A's frontier with B's cheapest that violates no more than it
 */
public record FrontierComparison(
        Frontier a,
        Frontier b,
        Duration lead,
        SeriesGroup group,
        int series,
        Dominance medians,
        Dominance means,
        List<PairClaim> pairs,
        List<Rivals> moves) {
    /** With fewer series than this, intervals are indicative only. */
    public static final int ENOUGH_SERIES = 8;

    private static final double LEAST_VIOLATION = 0.05;
    private static final double MOST_VIOLATION = 5;

    /**
     * Two points that serve alike.
     *
     * @param a a point of A's frontier
     * @param b the cheapest point of B that violates no more
     */
    public record Rivals(FrontierPoint a, FrontierPoint b) {}

    /**
     * Copies the lists.
     *
     * @param a the frontier of medians that may dominate
     * @param b the frontier of medians that may be dominated
     * @param lead from ordering a unit to its being ready
     * @param group the series
     * @param series how many there are, 1 or more
     * @param medians dominance of the medians
     * @param means dominance of the means
     * @param pairs the pairs of the claim, two for each b at most
     * @param moves each point of A's frontier with B's cheapest that violates no more than it
     */
    public FrontierComparison {
        pairs = List.copyOf(pairs);
        moves = List.copyOf(moves);
    }

    /**
     * Compares two sweeps.
     *
     * @param a the sweep that may dominate
     * @param b the sweep that may be dominated; of the same lead and the same series
     * @param group which series
     * @param bootstrap gives the intervals
     * @return the comparison; empty if there is no series of this group
     * @throws IllegalArgumentException if the leads or the series differ
     */
    public static Optional<FrontierComparison> of(
            FrontierSweep a, FrontierSweep b, SeriesGroup group, PairedBootstrap bootstrap) {
        Checks.require(
                a.lead().equals(b.lead()),
                "sweeps of leads " + a.lead() + " and " + b.lead(),
                "must be of one lead",
                "rows of two frontiers were mixed");
        Optional<Frontier> first = a.frontier(group, Statistic.MEDIAN);
        Optional<Frontier> second = b.frontier(group, Statistic.MEDIAN);
        if (first.isEmpty() || second.isEmpty()) {
            return Optional.empty();
        }
        Dominance means = Dominance.of(
                a.frontier(group, Statistic.MEAN).orElseThrow(),
                b.frontier(group, Statistic.MEAN).orElseThrow());
        return Optional.of(new FrontierComparison(
                first.get(),
                second.get(),
                a.lead(),
                group,
                first.get().cheapest().point().scores().size(),
                Dominance.of(first.get(), second.get()),
                means,
                pairs(first.get(), second.get(), bootstrap),
                rivals(first.get(), second.get())));
    }

    private static List<PairClaim> pairs(Frontier a, Frontier b, PairedBootstrap bootstrap) {
        List<PairClaim> pairs = new ArrayList<>();
        for (Frontier.Place place : b.curve()) {
            if (place.violationPercent() >= LEAST_VIOLATION && place.violationPercent() <= MOST_VIOLATION) {
                Matching.cheapest(a, place)
                        .ifPresent(
                                p -> pairs.add(PairClaim.of(PairClaim.Gain.COST, p.point(), place.point(), bootstrap)));
                Matching.safest(a, place)
                        .ifPresent(p ->
                                pairs.add(PairClaim.of(PairClaim.Gain.VIOLATION, p.point(), place.point(), bootstrap)));
            }
        }
        return pairs;
    }

    private static List<Rivals> rivals(Frontier a, Frontier b) {
        List<Rivals> rivals = new ArrayList<>();
        for (Frontier.Place place : a.curve()) {
            Matching.cheapest(b, place).ifPresent(p -> rivals.add(new Rivals(place.point(), p.point())));
        }
        return rivals;
    }

    /** What may be claimed. */
    public enum Claim {
        /** A dominates B, and every pair is significant. */
        SIGNIFICANT,
        /** A dominates B, but there are too few series for intervals to say more. */
        TOO_FEW_SERIES,
        /** A dominates B, but some pair is not significant, or there is none between 0.05 and 5 %. */
        NOT_SIGNIFICANT,
        /** The curves cross, or only a finer sweep of A would tell. */
        NONE
    }

    /**
     * What may be claimed.
     *
     * @return the strongest claim that holds; on medians, with means shown beside
     */
    public Claim claim() {
        if (!medians.holds()) {
            return Claim.NONE;
        }
        if (series < ENOUGH_SERIES) {
            return Claim.TOO_FEW_SERIES;
        }
        boolean all = !pairs.isEmpty() && pairs.stream().allMatch(PairClaim::holds);
        return all ? Claim.SIGNIFICANT : Claim.NOT_SIGNIFICANT;
    }

    /**
     * The points of B on or below A's curve, in the median or in the mean: there must be none if A is to win everywhere.
     *
     * @param statistic median or mean
     * @return where they lie, the cheapest first
     */
    public List<Frontier.Place> reached(Statistic statistic) {
        return (statistic == Statistic.MEDIAN ? medians : means).points(Verdict.REACHED);
    }
}
