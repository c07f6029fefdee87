package io.headroom.simulation.strategy.frontier;

import java.util.ArrayList;
import java.util.List;

/**
 * Whether one frontier, A, dominates another, B: for every point b of B's curve inside the common range, some point that A ran
 * costs no more and violates no more, and is better in one of the two. O(n m). Immutable and thread-safe.
 *
 * <p>A point of B lies outside the common range where A has no say: beyond A's safe end in both (it violates less than A ever
 * did, at a higher cost), or beyond A's cheap end in both (it costs less than A ever did, and violates more).
 *
 * @param points each point of B's curve with what A has to say about it, the cheapest first
 */
public record Dominance(List<Judged> points) {
    /** What A has to say about a point of B. */
    public enum Verdict {
        /** A point that A ran is better. */
        DOMINATED,
        /** It lies above A's curve, but no point that A ran is better: a finer sweep of A would tell. */
        ABOVE,
        /** It lies on or below A's curve: here A does not win. */
        REACHED,
        /** It lies beyond the ends of A's curve. */
        OUTSIDE
    }

    /**
     * A point of B.
     *
     * @param place where it lies
     * @param verdict what A has to say about it
     */
    public record Judged(Frontier.Place place, Verdict verdict) {}

    /**
     * Copies the list.
     *
     * @param points each point of B's curve with what A has to say about it, the cheapest first
     */
    public Dominance {
        points = List.copyOf(points);
    }

    /**
     * Judges each point of one curve by another.
     *
     * @param a the frontier that may dominate
     * @param b the frontier that may be dominated; of the same statistic and the same series
     * @return the verdicts
     */
    public static Dominance of(Frontier a, Frontier b) {
        List<Judged> points = new ArrayList<>();
        for (Frontier.Place place : b.curve()) {
            points.add(new Judged(place, verdict(a, place)));
        }
        return new Dominance(points);
    }

    private static Verdict verdict(Frontier a, Frontier.Place b) {
        if (a.curve().stream().anyMatch(place -> place.beats(b))) {
            return Verdict.DOMINATED;
        }
        Frontier.Place safe = a.safest();
        Frontier.Place cheap = a.cheapest();
        boolean beyondSafe = b.violationPercent() < safe.violationPercent() && b.costRatio() > safe.costRatio();
        boolean beyondCheap = b.costRatio() < cheap.costRatio() && b.violationPercent() > cheap.violationPercent();
        if (beyondSafe || beyondCheap) {
            return Verdict.OUTSIDE;
        }
        boolean above = a.costAt(b.violationPercent()).orElse(Double.POSITIVE_INFINITY) < b.costRatio();
        return above ? Verdict.ABOVE : Verdict.REACHED;
    }

    /**
     * Whether A dominates B.
     *
     * @return true if every point inside the common range is dominated, and there is one
     */
    public boolean holds() {
        return points(Verdict.ABOVE).isEmpty()
                && points(Verdict.REACHED).isEmpty()
                && !points(Verdict.DOMINATED).isEmpty();
    }

    /**
     * The points of one verdict.
     *
     * @param verdict the verdict
     * @return where they lie, the cheapest first
     */
    public List<Frontier.Place> points(Verdict verdict) {
        return points.stream()
                .filter(p -> p.verdict() == verdict)
                .map(Judged::place)
                .toList();
    }
}
