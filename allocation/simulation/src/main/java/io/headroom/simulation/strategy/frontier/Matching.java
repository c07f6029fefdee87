package io.headroom.simulation.strategy.frontier;

import java.util.Comparator;
import java.util.Optional;

/** Which point of one frontier stands against a point of another. */
final class Matching {
    private Matching() {}

    /** The cheapest point that violates no more; empty if there is none. */
    static Optional<Frontier.Place> cheapest(Frontier a, Frontier.Place b) {
        return a.curve().stream()
                .filter(place -> place.violationPercent() <= b.violationPercent())
                .min(Comparator.comparingDouble(Frontier.Place::costRatio));
    }

    /** The safest point that costs no more; empty if there is none. */
    static Optional<Frontier.Place> safest(Frontier a, Frontier.Place b) {
        return a.curve().stream()
                .filter(place -> place.costRatio() <= b.costRatio())
                .min(Comparator.comparingDouble(Frontier.Place::violationPercent));
    }
}
