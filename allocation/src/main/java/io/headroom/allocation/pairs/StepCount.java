package io.headroom.allocation.pairs;

import io.headroom.core.RegionPair;
import java.util.Map;
import java.util.Optional;

/**
 * How many equal steps lead from one state to another without overloading a link. In step a of k, a = 0, ..., k - 1, a link carries in the
 * worst order of changes
 *
 * <pre>L0 + (a / k) (L1 - L0) + G / k</pre>
 *
 * with its load before and after, L0 and L1, and G and S, what grows and what shrinks on it (L1 = L0 + G - S). That is linear in a, so the
 * first and the last step are the worst: k must be at least G / (c - L0) and S / (c - L1). With both loads at most (1 - s) c, G and S are at
 * most that, too, and k = ceil(1 / s) - 1 steps suffice (Hong et al., Achieving High Utilization with Software-Driven WAN, SIGCOMM 2013,
 * section 4.2), most often fewer. A link on which nothing grows needs no more than one, however full it is.
 *
 * @param steps the steps, 0 if nothing changes; the largest int if no number suffices
 * @param narrowest the link that asks for that many; empty if nothing changes
 */
record StepCount(int steps, Optional<RegionPair> narrowest) {
    /** The share of a sum that may be lost in adding it up; far less than what grants leave free beyond the scratch share. */
    private static final double SUMMATION = 1e-12;

    static StepCount of(UpdateRequest request, Map<Tunnel, Double> from, Map<Tunnel, Double> to) {
        Map<RegionPair, Double> before = Loads.of(from);
        Map<RegionPair, Double> after = Loads.of(to);
        Map<RegionPair, Double> growth = Loads.of(from, to, (a, b) -> Math.max(0, b - a));
        Map<RegionPair, Double> shrinking = Loads.of(from, to, (a, b) -> Math.max(0, a - b));
        StepCount most = new StepCount(0, Optional.empty());
        for (Map.Entry<RegionPair, Double> e : before.entrySet()) {
            RegionPair link = e.getKey();
            double capacity = request.capacity(link) * (1 - SUMMATION);
            int steps = Loads.amount(growth, link) > 0
                    ? Math.max(
                            steps(Loads.amount(growth, link), capacity - e.getValue()),
                            steps(Loads.amount(shrinking, link), capacity - Loads.amount(after, link)))
                    : Loads.amount(shrinking, link) > 0 ? 1 : 0;
            if (steps > most.steps()) {
                most = new StepCount(steps, Optional.of(link));
            }
        }
        return most;
    }

    private static int steps(double change, double room) {
        if (change == 0) {
            return 0;
        }
        double steps = Math.ceil(change / room);
        return room > 0 && steps < Integer.MAX_VALUE ? (int) Math.max(1, steps) : Integer.MAX_VALUE;
    }
}
