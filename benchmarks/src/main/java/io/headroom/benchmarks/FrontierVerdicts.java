package io.headroom.benchmarks;

import io.headroom.benchmarks.allocation.StrategyName;
import io.headroom.benchmarks.data.BadInputException;
import io.headroom.simulation.strategy.frontier.FrontierComparison;
import io.headroom.simulation.strategy.frontier.FrontierPoint;
import io.headroom.simulation.strategy.frontier.FrontierSweep;
import io.headroom.simulation.strategy.frontier.FrontierText;
import io.headroom.simulation.strategy.frontier.PairedBootstrap;
import io.headroom.simulation.strategy.frontier.SeriesGroup;
import io.headroom.simulation.strategy.frontier.SeriesScore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What can be said of some sweeps as text: readings of all of them, and comparisons with the bases. At each lead only the series that
 * every point of every sweep has are compared. Immutable and thread-safe.
 */
final class FrontierVerdicts {
    private final List<FrontierSweep> sweeps;
    private final List<String> notes = new ArrayList<>();

    /**
     * Takes the series that all sweeps of a lead have.
     *
     * @param all sweeps of several leads; a strategy at most once at each
     * @throws BadInputException if a strategy occurs twice at a lead, or a series was run over other demand or with another unit
     */
    FrontierVerdicts(List<FrontierSweep> all) {
        List<FrontierSweep> kept = new ArrayList<>();
        for (Duration lead : new TreeSet<>(all.stream().map(FrontierSweep::lead).toList())) {
            List<FrontierSweep> here =
                    all.stream().filter(s -> s.lead().equals(lead)).toList();
            requireOneDemand(here);
            Set<String> common = common(here);
            here.forEach(s -> s.only(common::contains).ifPresent(kept::add));
        }
        this.sweeps = List.copyOf(kept);
    }

    private Set<String> common(List<FrontierSweep> sweeps) {
        Set<String> common = new LinkedHashSet<>();
        Set<String> any = new LinkedHashSet<>();
        boolean first = true;
        for (FrontierSweep sweep : sweeps) {
            for (FrontierPoint point : sweep.points()) {
                List<String> names =
                        point.scores().stream().map(SeriesScore::series).toList();
                any.addAll(names);
                if (first) {
                    common.addAll(names);
                    first = false;
                } else {
                    common.retainAll(new LinkedHashSet<>(names));
                }
            }
        }
        if (common.size() < any.size()) {
            any.removeAll(common);
            notes.add("lead " + SweepPoint.minutes(sweeps.get(0).lead()) + " min: left out, as some point lacks them: "
                    + any);
        }
        return common;
    }

    /** The same series at the same lead has one oracle, whatever the strategy. */
    private static void requireOneDemand(List<FrontierSweep> sweeps) {
        Set<String> strategies = new LinkedHashSet<>();
        Map<String, SeriesScore> known = new HashMap<>();
        for (FrontierSweep sweep : sweeps) {
            if (!strategies.add(sweep.strategy())) {
                throw new BadInputException(
                        "strategy " + sweep.strategy() + " at lead " + SweepPoint.minutes(sweep.lead())
                                + " is there twice: leave it out of --strategies or --also, or rename it in the file");
            }
            for (FrontierPoint point : sweep.points()) {
                for (SeriesScore s : point.scores()) {
                    SeriesScore before = known.putIfAbsent(s.series(), s);
                    if (before != null
                            && (before.score().steps() != s.score().steps()
                                    || before.score().oracleCost() != s.score().oracleCost())) {
                        throw new BadInputException("series " + s.series() + " of " + sweep.strategy() + " "
                                + point.safety() + " was run over other demand or with another unit than elsewhere");
                    }
                }
            }
        }
    }

    /** The sweeps that are compared. */
    List<FrontierSweep> sweeps() {
        return sweeps;
    }

    /**
     * Readings of all sweeps, then every other strategy against every base.
     *
     * @param bases the strategies that others are held against
     * @param news the strategies of this run: two earlier ones are not compared again
     */
    String text(List<String> bases, List<String> news, PairedBootstrap bootstrap) {
        StringBuilder text = new StringBuilder();
        notes.forEach(note -> text.append(note).append('\n'));
        text.append(FrontierText.readings(sweeps));
        for (FrontierSweep base : sweeps) {
            for (FrontierSweep other : sweeps) {
                boolean wanted = bases.contains(base.strategy())
                        && !bases.contains(other.strategy())
                        && !other.strategy().equals(StrategyName.ORACLE.toString());
                boolean fresh = news.contains(base.strategy()) || news.contains(other.strategy());
                if (wanted && fresh && other.lead().equals(base.lead())) {
                    for (SeriesGroup group : SeriesGroup.values()) {
                        text.append(compare(other, base, group, bootstrap));
                    }
                }
            }
        }
        return text.toString();
    }

    private static String compare(FrontierSweep a, FrontierSweep b, SeriesGroup group, PairedBootstrap bootstrap) {
        Optional<FrontierComparison> comparison = FrontierComparison.of(a, b, group, bootstrap);
        return comparison
                .map(c -> {
                    boolean few = c.series() < FrontierComparison.ENOUGH_SERIES;
                    return FrontierText.comparison(c) + (few ? FrontierText.bySeries(a, b, group) : "");
                })
                .orElse("");
    }
}
