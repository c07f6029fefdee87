package io.headroom.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.headroom.core.NodeGroup;
import io.headroom.core.Region;
import io.headroom.core.Resources;
import io.headroom.core.TimeGrid;
import io.headroom.spi.AdapterException;
import io.headroom.spi.ChangeSet;
import io.headroom.spi.Deadline;
import io.headroom.spi.Fence;
import io.headroom.spi.GroupTarget;
import io.headroom.spi.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FaultsTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final NodeGroup GROUP =
            new NodeGroup("group", Region.of("eu"), NodeGroup.Kind.VM, Resources.compute(1));

    private final SimulatedClock clock = new SimulatedClock(NOON);

    private SimulatedFleet fleet(Faults faults) {
        return SimulatedFleet.builder(TimeGrid.of(Duration.ofMinutes(1)), clock)
                .group(GROUP, 4)
                .faults(faults)
                .build();
    }

    private static Outcome apply(SimulatedFleet fleet, String key, int units) {
        return fleet.apply(new ChangeSet(key, List.of(new GroupTarget(GROUP, units, 0))), new Fence(1), Deadline.none())
                .get(0);
    }

    /** What a fleet does in 200 calls, fault by fault. */
    private List<String> story(Faults faults) {
        SimulatedFleet fleet = fleet(faults);
        List<String> story = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            try {
                story.add(fleet.observe(Deadline.none()).stock(GROUP).toString());
            } catch (AdapterException e) {
                story.add("unseen");
            }
            try {
                story.add(apply(fleet, "k" + i, 4 + i % 7).toString());
            } catch (AdapterException e) {
                story.add(e.getMessage());
            }
        }
        return story;
    }

    @Test
    void theSameSeedTellsTheSameStory() {
        assertEquals(story(Faults.everywhere(7, 0.3)), story(Faults.everywhere(7, 0.3)));
        assertNotEquals(story(Faults.everywhere(7, 0.3)), story(Faults.everywhere(8, 0.3)));
        assertEquals(story(Faults.NONE), story(Faults.everywhere(7, 0)));
    }

    @Test
    void oneKindOfFaultDoesNotMoveTheOthers() {
        List<String> some = story(new Faults(7, 0, 0, 0.3, 0, 0, List.of()));
        List<String> more = story(new Faults(7, 0, 0, 0.3, 0, 0.3, List.of()));
        for (int i = 1; i < some.size(); i += 2) {
            assertEquals(some.get(i), more.get(i), "outcome " + i);
        }
        assertTrue(more.contains("unseen"));
    }

    @Test
    void aTimeOutBeforeDoesNothingAndOneAfterDoesAll() {
        SimulatedFleet before = fleet(new Faults(1, 1, 0, 0, 0, 0, List.of()));
        assertThrows(AdapterException.class, () -> apply(before, "k", 9));
        assertEquals(4, before.truth().stock(GROUP).committed());
        SimulatedFleet after = fleet(new Faults(1, 0, 1, 0, 0, 0, List.of()));
        assertThrows(AdapterException.class, () -> apply(after, "k", 9));
        assertEquals(9, after.truth().stock(GROUP).committed());
    }

    @Test
    void aRefusalChangesNothingAndHalfAGrantHalvesGrowthOnly() {
        SimulatedFleet refusing = fleet(new Faults(1, 0, 0, 1, 0, 0, List.of()));
        assertInstanceOf(Outcome.Rejected.class, apply(refusing, "k", 9));
        assertEquals(4, refusing.truth().stock(GROUP).committed());
        SimulatedFleet half = fleet(new Faults(1, 0, 0, 0, 1, 0, List.of()));
        assertEquals(new Outcome.Accepted(GROUP, 6, 0), apply(half, "k", 9));
        assertEquals(new Outcome.Accepted(GROUP, 1, 0), apply(half, "l", 1));
    }

    @Test
    void anOutageCoversItsSpanHalfOpen() {
        Faults faults = Faults.NONE.withOutage(NOON, NOON.plusSeconds(60));
        SimulatedFleet fleet = fleet(faults);
        assertThrows(
                AdapterException.class,
                () -> fleet.observe(Set.of(), NOON.minusSeconds(60), clock.instant(), Deadline.none()));
        clock.advance(Duration.ofMinutes(1));
        assertEquals(
                clock.instant(),
                fleet.observe(Set.of(), NOON, clock.instant(), Deadline.none()).completeUntil());
    }

    @Test
    void settingsOutsideTheirRangeAreRefused() {
        for (double chance : new double[] {-0.1, 1.1, Double.NaN, 30}) {
            String message = assertThrows(IllegalArgumentException.class, () -> Faults.everywhere(1, chance))
                    .getMessage();
            assertTrue(message.startsWith("chance " + chance + " must lie in [0, 1]"), message);
        }
        assertThrows(IllegalArgumentException.class, () -> Faults.NONE.withOutage(NOON, NOON));
    }
}
