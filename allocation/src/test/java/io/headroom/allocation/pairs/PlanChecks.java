package io.headroom.allocation.pairs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.headroom.core.RegionPair;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** What holds of every update plan; written against the words of {@link UpdatePlanner}, not against its code. */
final class PlanChecks {
    private final String replay;
    private final UpdateRequest request;
    private final UpdatePlan plan;
    private final Map<Tunnel, Double> state = new TreeMap<>();

    private PlanChecks(String replay, UpdateRequest request, UpdatePlan plan) {
        this.replay = replay;
        this.request = request;
        this.plan = plan;
        state.putAll(request.current());
    }

    /** Holds a plan against a request. */
    static void check(String replay, UpdateRequest request, UpdatePlan plan) {
        new PlanChecks(replay, request, plan).all();
    }

    private void all() {
        boolean first = true;
        assertTrue(plan.steps().size() <= 1 + UpdatePlanner.mostSteps(request.scratch()), replay + ": " + plan.steps());
        for (UpdateStep step : plan.steps()) {
            worstOrder(step, first);
            pairs(step);
            step.growing().forEach(this::make);
            step.shrinking().forEach(this::make);
            first = false;
        }
        plan.target().forEach((tunnel, amount) -> assertEquals(amount, amount(tunnel), replay + ": end of " + tunnel));
        cuts();
        scratch();
    }

    private double amount(Tunnel tunnel) {
        return state.getOrDefault(tunnel, 0.0);
    }

    private void make(UpdateStep.Change change) {
        assertEquals(amount(change.tunnel()), change.before(), replay + ": start of " + change);
        state.put(change.tunnel(), change.after());
    }

    /** The worst order makes all growth first: then a link carries the larger of both amounts of each tunnel. */
    private void worstOrder(UpdateStep step, boolean first) {
        Map<Tunnel, Double> worst = new TreeMap<>(state);
        step.growing().forEach(change -> worst.put(change.tunnel(), change.after()));
        Map<RegionPair, Double> before = Loads.of(state);
        Loads.of(worst).forEach((link, load) -> {
            boolean over = load > request.capacity(link);
            boolean was = first && before.getOrDefault(link, 0.0) > request.capacity(link);
            boolean grows = step.growing().stream()
                    .anyMatch(change -> change.tunnel().route().contains(link));
            assertTrue(!over || (was && !grows), replay + ": link " + link + " carries " + load);
        });
        Map<Tunnel, Double> after = new TreeMap<>(worst);
        step.shrinking().forEach(change -> after.put(change.tunnel(), change.after()));
        Loads.of(after)
                .forEach((link, load) ->
                        assertTrue(load <= request.capacity(link), replay + ": link " + link + " ends with " + load));
    }

    /** Growth first, then one shrinking after the other. */
    private void pairs(UpdateStep step) {
        Map<Tunnel, Double> after = new TreeMap<>(state);
        step.growing().forEach(change -> after.put(change.tunnel(), change.after()));
        step.shrinking().forEach(change -> after.put(change.tunnel(), change.after()));
        Map<RegionPair, Double> start = Loads.byPair(request.current());
        Map<RegionPair, Double> end = Loads.byPair(plan.target());
        Loads.byPair(after).forEach((pair, total) -> {
            double least = Math.min(start.getOrDefault(pair, 0.0), end.getOrDefault(pair, 0.0))
                    - plan.interrupted().getOrDefault(pair, 0.0);
            assertTrue(total >= least - 1e-6 * (1 + least), replay + ": pair " + pair + " falls to " + total);
        });
    }

    private void cuts() {
        Map<Tunnel, Double> missing = new TreeMap<>();
        for (UpdatePlan.Cut cut : plan.cut()) {
            assertTrue(cut.granted() >= 0 && cut.granted() < cut.wanted(), replay + ": " + cut);
            missing.merge(cut.tunnel(), cut.wanted() - cut.granted(), Double::sum);
        }
        for (Wanted wanted : request.wanted()) {
            double all = wanted.amounts().values().stream().mapToDouble(a -> a).sum();
            double expected = all - missing.getOrDefault(wanted.tunnel(), 0.0);
            double got = plan.target().get(wanted.tunnel());
            boolean held = plan.held().contains(wanted.tunnel().pair());
            assertTrue(
                    Math.abs(got - expected) <= 1e-6 * (1 + all) || (held && got > expected),
                    replay + ": " + wanted + " gets " + got + " but " + plan.cut());
        }
    }

    /** Scratch is left free by all but what is held. */
    private void scratch() {
        Map<Tunnel, Double> held = new TreeMap<>(plan.target());
        held.keySet().removeIf(tunnel -> !plan.held().contains(tunnel.pair()));
        Map<RegionPair, Double> kept = Loads.of(held);
        Loads.of(plan.target()).forEach((link, load) -> {
            double free = Math.max(request.capacity(link) * (1 - request.scratch()), kept.getOrDefault(link, 0.0));
            assertTrue(load <= free * (1 + 1e-12), replay + ": no scratch is left on " + link + ": " + load);
        });
    }

    /** Whether every subset of a step's changes, made alone, keeps every link; only for few changes. */
    static void everyOrder(String replay, UpdateRequest request, UpdatePlan plan, int from) {
        Map<Tunnel, Double> state = new TreeMap<>(request.current());
        for (int i = 0; i < plan.steps().size(); i++) {
            List<UpdateStep.Change> changes =
                    new ArrayList<>(plan.steps().get(i).growing());
            changes.addAll(plan.steps().get(i).shrinking());
            for (int subset = 0; i >= from && subset < 1 << changes.size(); subset++) {
                Map<Tunnel, Double> made = new TreeMap<>(state);
                for (int c = 0; c < changes.size(); c++) {
                    if ((subset & 1 << c) != 0) {
                        made.put(changes.get(c).tunnel(), changes.get(c).after());
                    }
                }
                Map<RegionPair, Double> loads = Loads.of(made);
                for (RegionPair link : new TreeSet<>(loads.keySet())) {
                    assertTrue(loads.get(link) <= request.capacity(link), replay + ": step " + i + " over " + link);
                }
            }
            changes.forEach(change -> state.put(change.tunnel(), change.after()));
        }
    }
}
