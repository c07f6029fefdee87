package io.headroom.simulation.strategy.frontier;

import io.headroom.core.Checks;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * All points of one strategy at one boot lead: what its frontiers are made from. Immutable and thread-safe.
 *
 * @param strategy the name under which results are reported, not blank
 * @param lead from ordering a unit to its being ready; above zero
 * @param points one for each value of the safety parameter, at least one
 */
public record FrontierSweep(String strategy, Duration lead, List<FrontierPoint> points) {
    /**
     * Checks and copies.
     *
     * @param strategy the name under which results are reported
     * @param lead from ordering a unit to its being ready
     * @param points one for each value of the safety parameter
     * @throws IllegalArgumentException if the name is blank, the lead not above zero, there is no point, or two points have one
     *     parameter
     */
    public FrontierSweep {
        Checks.require(!strategy.isBlank(), "strategy '" + strategy + "'", "must not be blank", "a field was empty");
        Checks.positive(lead, "lead");
        points = List.copyOf(points);
        Checks.require(
                !points.isEmpty(), "sweep of " + strategy + " without a point", "must have one", "all runs failed");
        long parameters =
                points.stream().mapToDouble(FrontierPoint::safety).distinct().count();
        Checks.require(
                parameters == points.size(),
                "sweep of " + strategy + " with " + points.size() + " points of " + parameters + " parameters",
                "must have one for each",
                "runs of two leads or two versions were mixed");
    }

    /**
     * The frontier of a group of series.
     *
     * @param group which series
     * @param statistic how their figures become one number
     * @return the frontier; empty if there is no series of this group
     */
    public Optional<Frontier> frontier(SeriesGroup group, Statistic statistic) {
        List<FrontierPoint> within =
                points.stream().flatMap(p -> p.within(group).stream()).toList();
        return within.isEmpty() ? Optional.empty() : Optional.of(Frontier.of(strategy, statistic, within));
    }

    /**
     * The same sweep over some of its series.
     *
     * @param wanted tells by name which series to keep
     * @return the sweep; empty if no point has one of them
     */
    public Optional<FrontierSweep> only(Predicate<String> wanted) {
        List<FrontierPoint> kept = points.stream()
                .flatMap(p -> p.only(s -> wanted.test(s.series())).stream())
                .toList();
        return kept.isEmpty() ? Optional.empty() : Optional.of(new FrontierSweep(strategy, lead, kept));
    }

    /**
     * The lead in minutes.
     *
     * @return above 0
     */
    public double leadMinutes() {
        return lead.toMillis() / 60_000.0;
    }
}
