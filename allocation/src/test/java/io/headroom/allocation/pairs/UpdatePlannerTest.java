package io.headroom.allocation.pairs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.headroom.allocation.rules.Priority;
import io.headroom.core.RegionPair;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class UpdatePlannerTest {
    private static final RegionPair AB = RegionPair.of("a", "b");
    private static final RegionPair BC = RegionPair.of("b", "c");
    private static final RegionPair AC = RegionPair.of("a", "c");
    private static final Tunnel SHORT = new Tunnel("short", AC, List.of(AC));
    private static final Tunnel LONG = new Tunnel("long", AC, List.of(AB, BC));
    private static final Tunnel OTHER = new Tunnel("other", AB, List.of(AB));

    private static UpdatePlan plan(
            Map<Tunnel, Double> current, List<Wanted> wanted, Map<RegionPair, Double> capacities, double scratch) {
        UpdateRequest request = new UpdateRequest(current, wanted, capacities, scratch);
        UpdatePlan plan = UpdatePlanner.plan(request);
        PlanChecks.check("planned", request, plan);
        return plan;
    }

    @Test
    void nothingToChangeIsNoStep() {
        UpdatePlan plan = plan(Map.of(SHORT, 4.0), List.of(Wanted.of(SHORT, 4)), Map.of(AC, 10.0), 0.2);
        assertEquals(List.of(), plan.steps());
        assertEquals(Map.of(SHORT, 4.0), plan.target());
    }

    @Test
    void aMoveBetweenTunnelsIsMadeBeforeTheOldIsBroken() {
        UpdatePlan plan =
                plan(Map.of(SHORT, 6.0), List.of(Wanted.of(LONG, 6)), Map.of(AB, 10.0, BC, 10.0, AC, 10.0), 0.2);
        assertEquals(1, plan.steps().size(), "there is room for all at once");
        assertEquals(
                List.of(new UpdateStep.Change(LONG, 0, 6)), plan.steps().get(0).growing());
        assertEquals(
                List.of(new UpdateStep.Change(SHORT, 6, 0)), plan.steps().get(0).shrinking());
        assertEquals(Map.of(), plan.interrupted());
    }

    @Test
    void aSwapOverFullLinksTakesTheStepsThatTheScratchShareSays() {
        RegionPair ad = RegionPair.of("a", "d");
        RegionPair dc = RegionPair.of("d", "c");
        RegionPair db = RegionPair.of("d", "b");
        Map<RegionPair, Double> capacities = Map.of(AB, 10.0, BC, 10.0, ad, 10.0, dc, 10.0, db, 10.0);
        Tunnel north1 = new Tunnel("north1", AC, List.of(AB, BC));
        Tunnel south1 = new Tunnel("south1", AC, List.of(ad, dc));
        Tunnel north2 = new Tunnel("north2", AB, List.of(AB));
        Tunnel south2 = new Tunnel("south2", AB, List.of(ad, db));
        UpdatePlan plan = plan(
                Map.of(north1, 8.0, south2, 8.0), List.of(Wanted.of(south1, 8), Wanted.of(north2, 8)), capacities, 0.2);
        assertEquals(4, plan.steps().size(), "8 over a room of 2");
        assertEquals(Set.of(), plan.held());
    }

    @Test
    void whatShrinksAnywayMakesRoomFirst() {
        UpdatePlan plan = plan(
                Map.of(OTHER, 8.0), List.of(Wanted.of(OTHER, 1), Wanted.of(LONG, 7)), Map.of(AB, 10.0, BC, 10.0), 0.2);
        assertEquals(2, plan.steps().size());
        assertEquals(
                List.of(new UpdateStep.Change(OTHER, 8, 1)), plan.steps().get(0).shrinking());
    }

    @Test
    void whatDoesNotFitIsCutByPriorityAndFairlyWithinOne() {
        List<Wanted> wanted = List.of(
                new Wanted(SHORT, Map.of(Priority.INTERACTIVE, 3.0, Priority.BACKGROUND, 5.0)),
                new Wanted(LONG, Map.of()),
                new Wanted(
                        new Tunnel("second", AC, List.of(AC)),
                        Map.of(Priority.ELASTIC, 2.0, Priority.BACKGROUND, 1.0)));
        UpdatePlan plan = plan(Map.of(), wanted, Map.of(AC, 10.0), 0.25);
        assertEquals(3 + 1.5, plan.target().get(SHORT), 1e-6, "all interactive, and what two share at last");
        assertEquals(2 + 1, plan.target().get(new Tunnel("second", AC, List.of(AC))), 1e-6);
        assertEquals(1, plan.cut().size(), plan.cut().toString());
        assertEquals(Priority.BACKGROUND, plan.cut().get(0).priority());
        assertEquals(1.5, plan.cut().get(0).granted(), 1e-6);
    }

    @Test
    void aLinkThatIsGoneGivesUpWhatRanOverItAndRebuildsItElsewhere() {
        UpdatePlan plan = plan(
                Map.of(SHORT, 6.0), List.of(Wanted.of(SHORT, 0), Wanted.of(LONG, 6)), Map.of(AB, 10.0, BC, 10.0), 0.2);
        assertEquals(Map.of(AC, 6.0), plan.interrupted());
        assertEquals(2, plan.steps().size());
        assertEquals(6, plan.target().get(LONG), 1e-6);
    }

    @Test
    void anOverloadEndsWithTheFirstStepByPriority() {
        Tunnel second = new Tunnel("second", AC, List.of(AC));
        List<Wanted> wanted = List.of(Wanted.of(SHORT, 6), new Wanted(second, Map.of(Priority.BACKGROUND, 6.0)));
        UpdatePlan plan = plan(Map.of(SHORT, 6.0, second, 6.0), wanted, Map.of(AC, 10.0), 0.2);
        assertEquals(1, plan.steps().size());
        assertEquals(6, plan.target().get(SHORT), 1e-6);
        assertEquals(2, plan.target().get(second), 1e-6);
    }

    @Test
    void whereNoScratchIsLeftTheLeastUrgentGrowthIsHeld() {
        RegionPair ad = RegionPair.of("a", "d");
        RegionPair dc = RegionPair.of("d", "c");
        RegionPair db = RegionPair.of("d", "b");
        Map<RegionPair, Double> capacities = Map.of(AB, 8.0, BC, 8.0, ad, 8.0, dc, 8.0, db, 8.0, AC, 8.0);
        Tunnel north1 = new Tunnel("north1", AC, List.of(AB, BC));
        Tunnel south1 = new Tunnel("south1", AC, List.of(ad, dc));
        Tunnel north2 = new Tunnel("north2", AB, List.of(AB));
        Tunnel south2 = new Tunnel("south2", AB, List.of(ad, db));
        List<Wanted> swap =
                List.of(Wanted.of(south1, 6), Wanted.of(SHORT, 2), new Wanted(north2, Map.of(Priority.ELASTIC, 6.0)));
        UpdatePlan plan = plan(Map.of(north1, 8.0, south2, 6.0), swap, capacities, 0.2);
        assertEquals(Set.of(AB), plan.held(), "it would have to break first");
        assertEquals(6, plan.target().get(south2), "so it keeps what it has");
        assertEquals(0, plan.target().get(north2));
        assertEquals(Map.of(), plan.interrupted());
    }

    @Test
    void requestsAreChecked() {
        Map<RegionPair, Double> capacities = Map.of(AC, 1.0);
        List<Wanted> none = List.of();
        for (double scratch : new double[] {0, 1, -1, Double.NaN}) {
            assertThrows(IllegalArgumentException.class, () -> new UpdateRequest(Map.of(), none, capacities, scratch));
        }
        assertThrows(
                IllegalArgumentException.class,
                () -> new UpdateRequest(Map.of(SHORT, Double.NaN), none, capacities, 0.1));
        assertThrows(
                IllegalArgumentException.class,
                () -> new UpdateRequest(Map.of(), List.of(Wanted.of(SHORT, 1), Wanted.of(SHORT, 2)), capacities, 0.1));
        assertThrows(IllegalArgumentException.class, () -> new Tunnel("x", AC, List.of(AB)));
        assertThrows(IllegalArgumentException.class, () -> new Tunnel("x", AC, List.of()));
        assertThrows(IllegalArgumentException.class, () -> new Tunnel("x", AC, List.of(BC, AB)));
        assertEquals(List.of(AC), Tunnel.direct(AC).route());
    }

    @Test
    void mostStepsIsSwansBound() {
        assertEquals(9, UpdatePlanner.mostSteps(0.1));
        assertEquals(1, UpdatePlanner.mostSteps(0.5));
        assertEquals(1, UpdatePlanner.mostSteps(0.9));
        assertEquals(3, UpdatePlanner.mostSteps(0.3));
        assertEquals(Integer.MAX_VALUE, UpdatePlanner.mostSteps(1e-300));
    }
}
