package io.headroom.allocation;

import io.headroom.allocation.rules.Priority;
import io.headroom.core.Location;
import io.headroom.core.Resource;
import io.headroom.core.ResourceDelta;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What was decided for one resource of one location. Immutable and thread-safe.
 *
 * @param location the region or link
 * @param resource the resource
 * @param need what it needs
 * @param committed what is allocated or booting, in its units
 * @param target what should be, in its units, whole nodes
 * @param reasons the chain that led from committed to target, in order
 */
public record ResourceDecision(
        Location location, Resource resource, Need need, double committed, double target, List<Reason> reasons) {
    /**
     * Copies the reasons.
     *
     * @param location the region or link
     * @param resource the resource
     * @param need what it needs
     * @param committed what is allocated or booting
     * @param target what should be
     * @param reasons the chain that led from committed to target
     */
    public ResourceDecision {
        reasons = List.copyOf(reasons);
    }

    /**
     * Whether anything changes.
     *
     * @return true if target and committed differ
     */
    public boolean changes() {
        return target != committed;
    }

    /**
     * The delta between the forecast's requirement and what will be there, as {@link ResourceDelta} has it.
     *
     * @return above 0 if short, below 0 if idle, 0 without a forecast
     */
    public double delta() {
        return need.forecast().orElse(committed) - committed;
    }

    /**
     * What was recommended before anything held it back: where the rules up to {@link Reason.Rule#THRESHOLD} led.
     *
     * @return in the resource's units; what is committed if nothing was recommended
     */
    public double recommended() {
        double at = committed;
        for (Reason reason : reasons) {
            if (reason.rule().compareTo(Reason.Rule.THRESHOLD) <= 0) {
                at = reason.after();
            }
        }
        return at;
    }

    /**
     * Who is to get how much of the target when it does not suffice for all: interactive before elastic before background. For a host that
     * admits or throttles by type.
     *
     * @return for each priority the smaller of its need and what those before it leave; empty if the policy makes no difference between types
     */
    public Map<Priority, Double> shares() {
        Map<Priority, Double> shares = new EnumMap<>(Priority.class);
        double left = target;
        for (Map.Entry<Priority, Double> e : need.byPriority().entrySet()) {
            double share = Math.min(left, e.getValue());
            shares.put(e.getKey(), share);
            left -= share;
        }
        return shares;
    }

    /**
     * The answer to "why this much, here, now?".
     *
     * @return one line
     */
    public String explain() {
        String chain = reasons.isEmpty()
                ? "nothing to change"
                : reasons.stream().map(Reason::toString).collect(Collectors.joining("; "));
        return String.format(
                Locale.ROOT, "%s %s: %.4g -> %.4g because %s", location.key(), resource, committed, target, chain);
    }
}
