package io.headroom.allocation.pairs;

import io.headroom.allocation.rules.Priority;
import io.headroom.core.RegionPair;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The way from what is reserved to what is wanted, as far as it fits. Immutable and thread-safe.
 *
 * @param steps the steps, in order; none if there is nothing to change
 * @param target what every tunnel has after the last step
 * @param cut what was wanted and does not fit, by tunnel and priority
 * @param held pairs that stay as they are in this plan because their change would need more steps than are allowed
 * @param interrupted pairs that lose something before its replacement is there, because a link carries more than its capacity already: how
 *     much, at most
 */
public record UpdatePlan(
        List<UpdateStep> steps,
        Map<Tunnel, Double> target,
        List<Cut> cut,
        Set<RegionPair> held,
        Map<RegionPair, Double> interrupted) {
    /**
     * What does not fit.
     *
     * @param tunnel the tunnel
     * @param priority the priority of what is cut
     * @param wanted what was wanted
     * @param granted what it gets, less than that
     */
    public record Cut(Tunnel tunnel, Priority priority, double wanted, double granted) {}

    /**
     * Copies the collections.
     *
     * @param steps the steps, in order
     * @param target what every tunnel has after the last step
     * @param cut what was wanted and does not fit
     * @param held pairs that stay as they are
     * @param interrupted pairs that lose something before its replacement is there
     */
    public UpdatePlan {
        steps = List.copyOf(steps);
        target = Collections.unmodifiableMap(new TreeMap<>(target));
        cut = List.copyOf(cut);
        held = Collections.unmodifiableSet(new TreeSet<>(held));
        interrupted = Collections.unmodifiableMap(new TreeMap<>(interrupted));
    }
}
