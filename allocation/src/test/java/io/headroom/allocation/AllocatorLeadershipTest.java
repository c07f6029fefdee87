package io.headroom.allocation;

import static io.headroom.allocation.Fixtures.LINK;
import static io.headroom.allocation.World.ONES;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.headroom.allocation.CycleReport.Status;
import io.headroom.spi.Revision;
import io.headroom.spi.StateStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class AllocatorLeadershipTest {
    private final World world = new World();

    /** A store that lets another allocator take over between load and save. */
    private StateStore overtaken(String when) {
        return new StateStore() {
            @Override
            public Optional<Revision> load(String key) {
                return world.load(key);
            }

            @Override
            public OptionalLong save(String key, byte[] bytes, long expected) {
                boolean intent = StateCodec.decode(key, bytes).pending().isPresent();
                boolean now = when.equals(intent ? "before" : "after");
                return now ? OptionalLong.empty() : world.save(key, bytes, expected);
            }
        };
    }

    @Test
    void whoLosesTheRaceForTheIntentChangesNothingAnyMore() {
        world.forecasts.put(LINK, 14.0);
        Allocator late = world.allocator().stateStore(overtaken("before")).build();
        assertEquals(Status.NOT_LEADER, late.runOnce().status());
        assertEquals(Status.NOT_LEADER, late.runOnce().status());
        assertTrue(world.applied.isEmpty());
    }

    @Test
    void whoLosesTheRaceForTheOutcomesStopsWithTheNextCycle() {
        world.forecasts.put(LINK, 14.0);
        Allocator late = world.allocator().stateStore(overtaken("after")).build();
        assertEquals(Status.APPLIED, late.runOnce().status());
        assertEquals(Status.NOT_LEADER, late.runOnce().status());
        assertEquals(1, world.applied.size());
    }

    @Test
    void aSecondAllocatorOfTheSameNameTakesOver() {
        world.forecasts.put(LINK, 14.0);
        Allocator allocator = world.allocator().build();
        allocator.runOnce();
        Allocator second = world.allocator().build();
        world.forecasts.put(LINK, 16.0);
        assertEquals(Status.APPLIED, second.runOnce().status());
        assertEquals(2, world.state().epoch());
        world.forecasts.put(LINK, 18.0);
        assertEquals(Status.NOT_LEADER, allocator.runOnce().status());
        assertEquals(16, world.allocated(ONES));
        assertEquals(Status.APPLIED, second.runOnce().status());
        assertEquals("headroom-2-3", world.applied.get(2).key());
    }

    @Test
    void stateThatWasMovedAwayIsStartedAfresh() {
        List<StateStore> stores = new ArrayList<>(List.of(new InMemoryStateStore()));
        StateStore exchangeable = new StateStore() {
            @Override
            public Optional<Revision> load(String key) {
                return stores.get(0).load(key);
            }

            @Override
            public OptionalLong save(String key, byte[] bytes, long expected) {
                return stores.get(0).save(key, bytes, expected);
            }
        };
        Allocator first = world.allocator().stateStore(exchangeable).build();
        first.runOnce();
        stores.set(0, new InMemoryStateStore());
        world.forecasts.put(LINK, 14.0);
        assertEquals(Status.APPLIED, first.runOnce().status());
        assertEquals("headroom-1-1", world.applied.get(0).key());
    }
}
