package io.headroom.simulation.strategy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FleetReplayTest {

    private static SeenDemand demand(int steps) {
        double[] values = new double[steps];
        for (int t = 0; t < steps; t++) {
            values[t] = t;
        }
        return SeenDemand.of(values);
    }

    /** Names the given totals one after the other. */
    private static ScalingController script(int... totals) {
        int[] next = {0};
        return (seen, ready, booting) -> totals[next[0]++];
    }

    @Test
    void orderedUnitsArePaidAtOnceAndReadyAfterTheLead() {
        ReplayRun run = new FleetReplay(2).run(demand(6), 1, 1, script(1, 3, 3, 3, 3));
        assertArrayEquals(new int[] {1, 3, 3, 3, 3}, run.paid());
        assertArrayEquals(new int[] {1, 1, 1, 3, 3}, run.ready());
        assertArrayEquals(new double[] {1, 2, 3, 4, 5}, run.demand());
    }

    @Test
    void theYoungestBootingUnitsAreCancelledFirst() {
        // Ordered 2 at the first step and 3 at the second; dropping 4 takes the 3 and one of the 2.
        ReplayRun run = new FleetReplay(3).run(demand(7), 1, 1, script(3, 6, 2, 2, 2, 2));
        assertArrayEquals(new int[] {3, 6, 2, 2, 2, 2}, run.paid());
        assertArrayEquals(new int[] {1, 1, 1, 2, 2, 2}, run.ready());
    }

    @Test
    void readyUnitsGoAtOnceWhenNothingBoots() {
        ReplayRun run = new FleetReplay(2).run(demand(4), 1, 5, script(6, 4, 4));
        assertArrayEquals(new int[] {5, 4, 4}, run.ready());
        assertArrayEquals(new int[] {6, 4, 4}, run.paid());
    }

    @Test
    void anOrderThatIsCancelledAndRepeatedBootsAnew() {
        ReplayRun run = new FleetReplay(2).run(demand(6), 1, 1, script(2, 1, 2, 2, 2));
        assertArrayEquals(new int[] {1, 1, 1, 1, 2}, run.ready());
    }

    @Test
    void aTotalBelowOneMeansOne() {
        ReplayRun run = new FleetReplay(1).run(demand(3), 1, 4, script(0, -7));
        assertArrayEquals(new int[] {1, 1}, run.paid());
    }

    @Test
    void theControllerSeesThePastOnly() {
        List<String> calls = new ArrayList<>();
        new FleetReplay(1).run(demand(5), 2, 1, (seen, ready, booting) -> {
            calls.add(seen.size() + ":" + seen.last() + ":" + ready + "+" + booting);
            assertThrows(IndexOutOfBoundsException.class, () -> seen.at(seen.size()));
            assertThrows(IndexOutOfBoundsException.class, () -> seen.copy(0, seen.size() + 1));
            assertThrows(IndexOutOfBoundsException.class, () -> seen.first(seen.size() + 1));
            return ready + booting + 1;
        });
        assertEquals(List.of("2:1.0:1+0", "3:2.0:2+0", "4:3.0:3+0"), calls);
    }

    @Test
    void badArgumentsAreRefused() {
        FleetReplay replay = new FleetReplay(1);
        assertThrows(IllegalArgumentException.class, () -> new FleetReplay(0));
        assertThrows(IllegalArgumentException.class, () -> replay.run(demand(3), 0, 1, script(1)));
        assertThrows(IllegalArgumentException.class, () -> replay.run(demand(3), 3, 1, script(1)));
        assertThrows(IllegalArgumentException.class, () -> replay.run(demand(3), 1, 0, script(1)));
    }

    @Test
    void seenDemandIsACopyAndChecked() {
        double[] values = {1, 2};
        SeenDemand seen = SeenDemand.of(values);
        values[0] = 9;
        seen.copy(0, 2)[1] = 9;
        assertEquals(1, seen.at(0));
        assertEquals(2, seen.last());
        assertEquals(2, seen.max());
        assertEquals(0, seen.first(0).max());
        assertThrows(IllegalArgumentException.class, () -> SeenDemand.of(1, Double.POSITIVE_INFINITY));
        assertThrows(IllegalArgumentException.class, () -> SeenDemand.of(-1));
        assertThrows(IndexOutOfBoundsException.class, () -> seen.first(0).last());
    }
}
