package io.headroom.benchmarks;

import io.headroom.allocation.pairs.Tunnel;
import io.headroom.allocation.pairs.UpdatePlan;
import io.headroom.allocation.pairs.UpdatePlanner;
import io.headroom.allocation.pairs.UpdateRequest;
import io.headroom.allocation.pairs.UpdateStep;
import io.headroom.allocation.pairs.Wanted;
import io.headroom.allocation.rules.Priority;
import io.headroom.benchmarks.data.LinksFile;
import io.headroom.benchmarks.data.RunsFile;
import io.headroom.core.RegionPair;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Leads the reservations of many pairs through a network, step by step: what their runs pay for is wanted, and an update plan says what they get.
 * Every state on the way is checked against the links, in the worst order of the changes. Not thread-safe; made for one use.
 */
final class PairsReplay {
    /** Figures of a replay. */
    static final class Figures {
        long pairSteps;
        long underReserved;
        long underReservedAlone;
        long plans;
        long states;
        long overloads;
        long cuts;
        long held;
        long interrupted;
        int mostSteps;
        double fullest;
        double wanted;
        double granted;
    }

    private final Map<RegionPair, Pair> pairs = new TreeMap<>();
    private final Map<RegionPair, Double> capacities = new TreeMap<>();
    private final double scratch;
    private final Figures figures = new Figures();
    private Map<Tunnel, Double> current = new TreeMap<>();

    /** A pair with its run, the amount that a unit reserves and serves, and its ways. */
    private record Pair(List<RunsFile.Step> run, double unit, Tunnel way, Tunnel detour) {}

    /**
     * A replay.
     *
     * @param share what share of the capacities counts
     * @param scratch the share of every link that is left free
     */
    PairsReplay(LinksFile network, double share, double scratch) {
        network.links().forEach((link, one) -> capacities.put(link, one.capacity() * share));
        this.scratch = scratch;
    }

    /**
     * Adds a pair.
     *
     * @param unit what a unit reserves and serves, in the unit of the capacities
     */
    void add(RegionPair pair, List<RunsFile.Step> run, double unit, List<RegionPair> way, List<RegionPair> detour) {
        String name = pair.source() + "-" + pair.destination();
        Tunnel first = new Tunnel(name, pair, way);
        pairs.put(
                pair,
                new Pair(run, unit, first, way.equals(detour) ? first : new Tunnel(name + "-detour", pair, detour)));
    }

    /** Plays all steps; in the third quarter of them the detours are taken. */
    Figures play(double perDemand) {
        int steps = pairs.values().stream()
                .mapToInt(pair -> pair.run().size())
                .min()
                .orElse(0);
        for (int t = 0; t < steps; t++) {
            boolean detour = t >= steps / 2 && t < steps * 3 / 4;
            List<Wanted> wanted = new ArrayList<>();
            for (Pair pair : pairs.values()) {
                wanted.add(new Wanted(detour ? pair.detour() : pair.way(), amounts(pair, t, perDemand)));
            }
            UpdatePlan plan = UpdatePlanner.plan(new UpdateRequest(current, wanted, capacities, scratch));
            walk(plan);
            count(t, perDemand, plan);
        }
        return figures;
    }

    /** What was used in the last step comes first, the rest of the reservation is margin. */
    private static Map<Priority, Double> amounts(Pair pair, int t, double perDemand) {
        double all = pair.run().get(t).paid() * pair.unit();
        double used = t == 0 ? all : Math.min(all, pair.run().get(t - 1).demand() * perDemand);
        return Map.of(Priority.INTERACTIVE, used, Priority.ELASTIC, all - used);
    }

    private void walk(UpdatePlan plan) {
        figures.plans += plan.steps().isEmpty() ? 0 : 1;
        figures.mostSteps = Math.max(figures.mostSteps, plan.steps().size());
        figures.cuts += plan.cut().size();
        figures.held += plan.held().size();
        figures.interrupted += plan.interrupted().size();
        Map<Tunnel, Double> state = new TreeMap<>(current);
        for (UpdateStep step : plan.steps()) {
            figures.states++;
            step.growing().forEach(change -> state.put(change.tunnel(), change.after()));
            check(state);
            step.shrinking().forEach(change -> state.put(change.tunnel(), change.after()));
        }
        check(state);
        state.values().removeIf(amount -> amount == 0);
        current = state;
    }

    private void check(Map<Tunnel, Double> state) {
        Map<RegionPair, Double> loads = new TreeMap<>();
        state.forEach((tunnel, amount) -> tunnel.route().forEach(link -> loads.merge(link, amount, Double::sum)));
        loads.forEach((link, load) -> {
            figures.fullest = Math.max(figures.fullest, load / Objects.requireNonNull(capacities.get(link)));
            figures.overloads += load > capacities.get(link) ? 1 : 0;
        });
    }

    private void count(int t, double perDemand, UpdatePlan plan) {
        Map<RegionPair, Double> granted = new TreeMap<>();
        plan.target().forEach((tunnel, amount) -> granted.merge(tunnel.pair(), amount, Double::sum));
        pairs.forEach((key, pair) -> {
            RunsFile.Step step = pair.run().get(t);
            double demand = step.demand() * perDemand;
            double ready = step.ready() * pair.unit();
            double got = granted.getOrDefault(key, 0.0);
            figures.pairSteps++;
            figures.underReservedAlone += demand > ready ? 1 : 0;
            // What is granted may lie below what was wanted by rounding.
            figures.underReserved += demand > Math.min(ready, got * (1 + 1e-6)) ? 1 : 0;
            figures.wanted += step.paid() * pair.unit();
            figures.granted += got;
        });
    }

    static Set<RegionPair> parse(List<String> links) {
        Set<RegionPair> parsed = new TreeSet<>();
        links.forEach(link -> parsed.add(RegionPair.parse(link)));
        return parsed;
    }
}
