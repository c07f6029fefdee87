package io.headroom.allocation.pairs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.headroom.allocation.rules.Priority;
import io.headroom.core.Region;
import io.headroom.core.RegionPair;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Random networks, from small ones that can be tried out in full to larger ones, held against {@link PlanChecks}. */
class UpdatePlannerFuzzTest {
    /** A random network with what is reserved and what is wanted. */
    private static final class Case {
        final SplittableRandom random;
        final Map<RegionPair, Double> capacities = new TreeMap<>();
        final List<Tunnel> tunnels = new ArrayList<>();
        final double scratch;

        Case(long seed, int regions, int ways) {
            random = new SplittableRandom(seed);
            scratch = new double[] {0.05, 0.1, 0.2, 0.3, 0.5, 0.7}[random.nextInt(6)];
            for (int i = 0; i < regions; i++) {
                for (int j = 0; j < regions; j++) {
                    if (i != j && (j == (i + 1) % regions || random.nextInt(3) == 0)) {
                        capacities.put(RegionPair.of("r" + i, "r" + j), 1 + random.nextDouble() * 20);
                    }
                }
            }
            for (int i = 0; i < ways; i++) {
                tunnels.add(tunnel("t" + i, regions));
            }
        }

        /** A walk that visits no region twice. */
        private Tunnel tunnel(String name, int regions) {
            List<RegionPair> route = new ArrayList<>();
            Region at = Region.of("r" + random.nextInt(regions));
            Region start = at;
            List<Region> seen = new ArrayList<>(List.of(at));
            while (route.isEmpty() || random.nextInt(3) > 0) {
                Region here = at;
                List<RegionPair> next = capacities.keySet().stream()
                        .filter(link -> link.source().equals(here) && !seen.contains(link.destination()))
                        .toList();
                if (next.isEmpty()) {
                    break;
                }
                RegionPair link = next.get(random.nextInt(next.size()));
                route.add(link);
                at = link.destination();
                seen.add(at);
            }
            return new Tunnel(name, new RegionPair(start, at), route);
        }

        List<Wanted> wanted() {
            List<Wanted> wanted = new ArrayList<>();
            for (Tunnel tunnel : tunnels) {
                if (random.nextInt(4) > 0) {
                    Map<Priority, Double> amounts = new EnumMap<>(Priority.class);
                    for (Priority priority : Priority.values()) {
                        if (random.nextBoolean()) {
                            amounts.put(priority, random.nextInt(4) == 0 ? 0 : random.nextDouble() * 8);
                        }
                    }
                    wanted.add(new Wanted(tunnel, amounts));
                }
            }
            return wanted;
        }

        /** Anything, over capacity or not. */
        Map<Tunnel, Double> anything() {
            Map<Tunnel, Double> current = new HashMap<>();
            tunnels.forEach(tunnel -> current.put(tunnel, random.nextInt(3) == 0 ? 0 : random.nextDouble() * 5));
            return current;
        }
    }

    @Test
    void everyPlanKeepsItsPromisesWhateverIsThere() {
        int held = 0;
        int interrupted = 0;
        int most = 0;
        for (long seed = 0; seed < 3_000; seed++) {
            Case c = new Case(seed, 3 + (int) (seed % 5), 1 + (int) (seed % 12));
            UpdateRequest request = new UpdateRequest(c.anything(), c.wanted(), c.capacities, c.scratch);
            UpdatePlan plan = UpdatePlanner.plan(request);
            PlanChecks.check("seed " + seed, request, plan);
            held += plan.held().isEmpty() ? 0 : 1;
            interrupted += plan.interrupted().isEmpty() ? 0 : 1;
            most = Math.max(most, plan.steps().size());
        }
        assertTrue(
                held > 20 && interrupted > 100 && most > 5, held + " held, " + interrupted + " interrupted, " + most);
    }

    @Test
    void plansThatFollowEachOtherNeitherHoldNorInterrupt() {
        for (long seed = 0; seed < 500; seed++) {
            Case c = new Case(seed, 4 + (int) (seed % 4), 2 + (int) (seed % 14));
            Map<Tunnel, Double> current = Map.of();
            for (int i = 0; i < 5; i++) {
                UpdateRequest request = new UpdateRequest(current, c.wanted(), c.capacities, c.scratch);
                UpdatePlan plan = UpdatePlanner.plan(request);
                PlanChecks.check("seed " + seed + ", plan " + i, request, plan);
                assertEquals(Set.of(), plan.held(), "seed " + seed);
                assertEquals(Map.of(), plan.interrupted(), "seed " + seed);
                assertTrue(plan.steps().size() <= UpdatePlanner.mostSteps(c.scratch), "seed " + seed);
                current = plan.target();
            }
        }
    }

    @Test
    void everySubsetOfChangesOfSmallNetworksKeepsEveryLink() {
        for (long seed = 0; seed < 1_500; seed++) {
            Case c = new Case(seed, 3, 1 + (int) (seed % 6));
            Map<Tunnel, Double> current = UpdatePlanner.plan(
                            new UpdateRequest(Map.of(), c.wanted(), c.capacities, c.scratch))
                    .target();
            UpdateRequest request = new UpdateRequest(current, c.wanted(), c.capacities, c.scratch);
            PlanChecks.everyOrder("seed " + seed, request, UpdatePlanner.plan(request), 0);
        }
    }

    /** By trying out: fewer equal steps overload a link in some order. */
    @Test
    void noSmallerNumberOfEqualStepsWouldDo() {
        int tried = 0;
        for (long seed = 0; seed < 2_000; seed++) {
            Case c = new Case(seed, 3, 1 + (int) (seed % 6));
            Map<Tunnel, Double> from = new TreeMap<>();
            c.tunnels.forEach(tunnel -> from.put(tunnel, 0.0));
            from.putAll(UpdatePlanner.plan(new UpdateRequest(Map.of(), c.wanted(), c.capacities, c.scratch))
                    .target());
            UpdateRequest request = new UpdateRequest(from, c.wanted(), c.capacities, c.scratch);
            Map<Tunnel, Double> to = new TreeMap<>(from);
            to.replaceAll((tunnel, amount) -> 0.0);
            to.putAll(UpdatePlanner.plan(request).target());
            int count = StepCount.of(request, from, to).steps();
            assertTrue(count == 0 || safe(request, from, to, count, 1), "seed " + seed + ": " + count);
            for (int fewer = 1; fewer < count; fewer++) {
                assertTrue(!safe(request, from, to, fewer, 1 - 1e-9), "seed " + seed + ": " + fewer + " of " + count);
                tried++;
            }
        }
        assertTrue(tried > 500, "only " + tried);
    }

    private static boolean safe(
            UpdateRequest request, Map<Tunnel, Double> from, Map<Tunnel, Double> to, int count, double share) {
        for (int i = 0; i < count; i++) {
            Map<RegionPair, Double> loads = new TreeMap<>();
            for (Tunnel tunnel : from.keySet()) {
                double change = to.get(tunnel) - from.get(tunnel);
                double before = from.get(tunnel) + change * i / count;
                double after = from.get(tunnel) + change * (i + 1) / count;
                tunnel.route().forEach(link -> loads.merge(link, Math.max(before, after), Double::sum));
            }
            if (loads.keySet().stream().anyMatch(link -> loads.get(link) > request.capacity(link) * share)) {
                return false;
            }
        }
        return true;
    }

    @Test
    void theSameRequestGivesTheSamePlan() {
        for (long seed = 0; seed < 50; seed++) {
            Case a = new Case(seed, 5, 9);
            Case b = new Case(seed, 5, 9);
            UpdatePlan one = UpdatePlanner.plan(new UpdateRequest(a.anything(), a.wanted(), a.capacities, a.scratch));
            UpdatePlan two = UpdatePlanner.plan(new UpdateRequest(b.anything(), b.wanted(), b.capacities, b.scratch));
            assertEquals(one, two, "seed " + seed);
        }
    }
}
