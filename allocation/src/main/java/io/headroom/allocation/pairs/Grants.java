package io.headroom.allocation.pairs;

import io.headroom.allocation.rules.Priority;
import io.headroom.core.RegionPair;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What of everything wanted fits into the links, scratch left free: each priority takes what those before it leave, and within one the
 * tunnels share max-min fair. Pairs that are held keep what they have, whatever it is.
 */
final class Grants {
    private final UpdateRequest request;
    private final Map<RegionPair, Integer> links = new TreeMap<>();
    private final double[] room;
    private final Map<Tunnel, Double> granted = new TreeMap<>();
    private final List<UpdatePlan.Cut> cut = new ArrayList<>();

    private Grants(UpdateRequest request, Map<Tunnel, Double> kept) {
        this.request = request;
        request.capacities().keySet().forEach(link -> links.put(link, links.size()));
        Map<RegionPair, Double> taken = Loads.of(kept);
        this.room = links.keySet().stream()
                .mapToDouble(link -> Math.max(
                        0,
                        request.capacity(link) * (1 - request.scratch()) * (1 - UpdatePlanner.ROUNDING)
                                - taken.getOrDefault(link, 0.0)))
                .toArray();
    }

    /**
     * Grants.
     *
     * @param from what there is of every tunnel before the steps
     * @param held pairs that stay as they are
     */
    static Grants of(UpdateRequest request, Map<Tunnel, Double> from, Set<RegionPair> held) {
        Map<Tunnel, Double> kept = new TreeMap<>(from);
        kept.keySet().removeIf(tunnel -> !held.contains(tunnel.pair()));
        Grants grants = new Grants(request, kept);
        from.keySet().forEach(tunnel -> grants.granted.put(tunnel, 0.0));
        for (Priority priority : Priority.values()) {
            grants.grant(priority, held);
        }
        grants.granted.putAll(kept);
        request.wanted().forEach(wanted -> grants.keep(wanted, held));
        return grants;
    }

    private void grant(Priority priority, Set<RegionPair> held) {
        List<Wanted> takers = request.wanted().stream()
                .filter(wanted -> !held.contains(wanted.tunnel().pair()))
                .filter(wanted -> wanted.amounts().getOrDefault(priority, 0.0) > 0)
                .toList();
        if (takers.isEmpty()) {
            return;
        }
        MaxMinFill fill = new MaxMinFill(room);
        for (Wanted wanted : takers) {
            List<RegionPair> route = wanted.tunnel().route();
            boolean whole = links.keySet().containsAll(route);
            int[] uses = whole ? route.stream().mapToInt(links::get).toArray() : new int[0];
            double[] weights = new double[uses.length];
            Arrays.fill(weights, 1);
            fill.add(whole ? Loads.amount(wanted.amounts(), priority) : 0, uses, weights);
        }
        double[] got = fill.fill();
        for (int i = 0; i < got.length; i++) {
            Tunnel tunnel = takers.get(i).tunnel();
            double amount = got[i];
            granted.merge(tunnel, amount, Double::sum);
            tunnel.route().stream()
                    .filter(links::containsKey)
                    .mapToInt(links::get)
                    .forEach(link -> room[link] = Math.max(0, room[link] - amount));
            missing(takers.get(i), priority, amount);
        }
    }

    /** What a held pair has goes to its priorities in their order. */
    private void keep(Wanted wanted, Set<RegionPair> held) {
        if (held.contains(wanted.tunnel().pair())) {
            double left = Loads.amount(granted, wanted.tunnel());
            for (Priority priority : wanted.amounts().keySet()) {
                double amount = Math.min(left, Loads.amount(wanted.amounts(), priority));
                left -= amount;
                missing(wanted, priority, amount);
            }
        }
    }

    private void missing(Wanted wanted, Priority priority, double amount) {
        double asked = Loads.amount(wanted.amounts(), priority);
        if (asked - amount > asked * UpdatePlanner.ROUNDING) {
            cut.add(new UpdatePlan.Cut(wanted.tunnel(), priority, asked, amount));
        }
    }

    /** What every tunnel gets, those that get nothing included. */
    Map<Tunnel, Double> granted() {
        return granted;
    }

    List<UpdatePlan.Cut> cut() {
        return cut;
    }
}
