package io.headroom.allocation.pairs;

import io.headroom.allocation.rules.Priority;
import io.headroom.core.RegionPair;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BinaryOperator;

/**
 * Plans updates of the bandwidth that pairs have reserved on shared links, as SWAN and B4 do: in at most {@code ceil(1 / s) - 1} equal steps
 * for a scratch share s, and one before them that only gives up.
 *
 * <ul>
 *   <li>In every step, whatever the order of its changes, no link carries more than its capacity. Only what is above it before the first step
 *       can't be helped; the first step ends that.
 *   <li>Make before break: growing changes first, no pair ever has less than the smaller of what it has before the step and what it has after
 *       it. So a pair that moves between tunnels keeps its total. A pair is interrupted only if a link that it uses is overloaded already.
 *   <li>What does not fit into what the scratch share leaves is cut: background before elastic before interactive, and within one priority
 *       max-min fair between tunnels.
 *   <li>Where something above the share stands in the way of so few steps, a pair that grows there is held: it stays as it is, the least
 *       urgent one first and of those the one that grows most.
 * </ul>
 *
 * <p>A plan whose wishes were met leaves the scratch share free, so the next one is neither cut, held nor interrupted as long as capacities
 * do not shrink. Amounts are real numbers: a host that reserves whole units rounds each state down, which keeps every link within its
 * capacity.
 *
 * <p>Pure and total: any valid request has a plan. Cost: tunnels times hops for each of the links that fill up, and that again for each pair
 * held.
 */
public final class UpdatePlanner {
    /** The share of an amount that counts as rounding. */
    static final double ROUNDING = 1e-9;

    private final UpdateRequest request;
    private final Map<Tunnel, Double> current = new TreeMap<>();
    private final int most;

    private UpdatePlanner(UpdateRequest request) {
        this.request = request;
        request.wanted().forEach(wanted -> current.put(wanted.tunnel(), 0.0));
        current.putAll(request.current());
        this.most = mostSteps(request.scratch());
    }

    /**
     * Plans an update.
     *
     * @param request what is there and what is wanted
     * @return the plan
     */
    public static UpdatePlan plan(UpdateRequest request) {
        return new UpdatePlanner(request).plan();
    }

    /**
     * How many steps a scratch share needs at most, the one that only gives up not counted.
     *
     * @param scratch the share of every link that is left free, in (0, 1)
     * @return ceil(1 / scratch) - 1, at least 1
     */
    public static int mostSteps(double scratch) {
        double steps = Math.ceil(1 / scratch - ROUNDING) - 1;
        return steps < Integer.MAX_VALUE ? (int) Math.max(1, steps) : Integer.MAX_VALUE;
    }

    private UpdatePlan plan() {
        Map<Tunnel, Double> freed = freed(Grants.of(request, current, Set.of()).granted());
        boolean interrupts = !freed.equals(current);
        Set<RegionPair> held = new TreeSet<>();
        while (true) {
            Grants grants = Grants.of(request, freed, held);
            Map<Tunnel, Double> target = grants.granted();
            Map<Tunnel, Double> released = released(freed, target);
            StepCount direct = StepCount.of(request, freed, target);
            StepCount after = StepCount.of(request, released, target);
            boolean first = interrupts || after.steps() < direct.steps() - 1;
            StepCount count = first ? after : direct;
            if (count.steps() <= most) {
                List<UpdateStep> steps = new ArrayList<>();
                if (first) {
                    add(steps, current, released);
                }
                walk(steps, first ? released : freed, target, count.steps());
                return new UpdatePlan(steps, target, grants.cut(), held, interrupted(freed, target));
            }
            RegionPair next = toHold(count.narrowest().orElseThrow(), first ? released : freed, target);
            held.add(next);
        }
    }

    /** The state in which no link is overloaded any more: what runs over one that is falls to what it is granted. */
    private Map<Tunnel, Double> freed(Map<Tunnel, Double> granted) {
        Set<RegionPair> overloaded = new TreeSet<>();
        Loads.of(current).forEach((link, load) -> {
            if (load > request.capacity(link)) {
                overloaded.add(link);
            }
        });
        Map<Tunnel, Double> freed = new TreeMap<>(current);
        freed.replaceAll((tunnel, amount) -> tunnel.route().stream().anyMatch(overloaded::contains)
                ? Math.min(amount, Loads.amount(granted, tunnel))
                : amount);
        return freed;
    }

    /** What can be given up at once: no pair falls below what it has in the end. */
    private static Map<Tunnel, Double> released(Map<Tunnel, Double> from, Map<Tunnel, Double> target) {
        Map<RegionPair, Double> spare = Loads.byPair(from);
        Loads.byPair(target).forEach((pair, total) -> spare.merge(pair, -total, Double::sum));
        Map<Tunnel, Double> released = new TreeMap<>(from);
        released.replaceAll((tunnel, amount) -> {
            double less =
                    Math.max(0, Math.min(Loads.amount(spare, tunnel.pair()), amount - Loads.amount(target, tunnel)));
            spare.merge(tunnel.pair(), -less, Double::sum);
            return less == amount - Loads.amount(target, tunnel) ? Loads.amount(target, tunnel) : amount - less;
        });
        return released;
    }

    /** The least urgent of the pairs that grow over a link, and of those the one that grows most. */
    private RegionPair toHold(RegionPair link, Map<Tunnel, Double> from, Map<Tunnel, Double> target) {
        Map<RegionPair, Priority> urgency = new HashMap<>();
        request.wanted()
                .forEach(wanted -> wanted.amounts().forEach((priority, amount) -> {
                    if (amount > 0) {
                        urgency.merge(
                                wanted.tunnel().pair(), priority, BinaryOperator.minBy(Comparator.naturalOrder()));
                    }
                }));
        return from.keySet().stream()
                .filter(tunnel ->
                        tunnel.route().contains(link) && Loads.amount(target, tunnel) > Loads.amount(from, tunnel))
                .max(Comparator.comparing((Tunnel tunnel) -> urgency.getOrDefault(tunnel.pair(), Priority.INTERACTIVE))
                        .thenComparing(tunnel -> Loads.amount(target, tunnel) - Loads.amount(from, tunnel))
                        .thenComparing(Comparator.reverseOrder()))
                .map(Tunnel::pair)
                .orElseThrow();
    }

    private static void walk(List<UpdateStep> steps, Map<Tunnel, Double> from, Map<Tunnel, Double> to, int count) {
        Map<Tunnel, Double> at = from;
        for (int i = 1; i <= count; i++) {
            double share = (double) i / count;
            boolean last = i == count;
            Map<Tunnel, Double> next = new TreeMap<>(from);
            next.replaceAll((tunnel, amount) ->
                    last ? Loads.amount(to, tunnel) : amount + share * (Loads.amount(to, tunnel) - amount));
            add(steps, at, next);
            at = next;
        }
    }

    private static void add(List<UpdateStep> steps, Map<Tunnel, Double> before, Map<Tunnel, Double> after) {
        List<UpdateStep.Change> growing = new ArrayList<>();
        List<UpdateStep.Change> shrinking = new ArrayList<>();
        before.forEach((tunnel, amount) -> {
            UpdateStep.Change change = new UpdateStep.Change(tunnel, amount, Loads.amount(after, tunnel));
            if (change.after() > amount) {
                growing.add(change);
            } else if (change.after() < amount) {
                shrinking.add(change);
            }
        });
        if (!growing.isEmpty() || !shrinking.isEmpty()) {
            steps.add(new UpdateStep(growing, shrinking));
        }
    }

    private Map<RegionPair, Double> interrupted(Map<Tunnel, Double> freed, Map<Tunnel, Double> target) {
        Map<RegionPair, Double> before = Loads.byPair(current);
        Map<RegionPair, Double> after = Loads.byPair(target);
        Map<RegionPair, Double> interrupted = new TreeMap<>();
        Loads.byPair(freed).forEach((pair, amount) -> {
            double lost = Math.min(Loads.amount(before, pair), Loads.amount(after, pair)) - amount;
            if (lost > amount * ROUNDING && lost > 0) {
                interrupted.put(pair, lost);
            }
        });
        return interrupted;
    }
}
