package io.headroom.allocation;

import static io.headroom.allocation.Fixtures.EU;
import static io.headroom.allocation.Fixtures.FRESH;
import static io.headroom.allocation.Fixtures.NOON;
import static io.headroom.allocation.Fixtures.US;
import static io.headroom.allocation.Fixtures.fleet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.headroom.core.Location;
import io.headroom.core.NodeGroup;
import io.headroom.core.Resource;
import io.headroom.core.Resources;
import io.headroom.spi.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class SituationTest {
    @Test
    void needsAreFiniteAndNotNegative() {
        PolicyTest.refused("forecast need NaN", "finite", () -> Need.of(Double.NaN, 0, 0));
        PolicyTest.refused("forecast need Infinity", "finite", () -> Need.of(1 / 0.0, 0, 0));
        PolicyTest.refused("until the lead time -1.0", "0 or more", () -> Need.of(0, -1, 0));
        PolicyTest.refused("actual need NaN", "finite", () -> Need.of(0, 0, Double.NaN));
        PolicyTest.refused("forecast need -1.0", "0 or more", () -> new Need(OptionalDouble.of(-1), 0, 0));
        assertTrue(Need.UNKNOWN.forecast().isEmpty());
        assertEquals(3, Need.of(3, 2, 1).forecast().getAsDouble());
    }

    @Test
    void aSituationIsACopy() {
        Map<Resource, Need> here = new EnumMap<>(Resource.class);
        here.put(Resource.COMPUTE, Need.of(1, 0, 0));
        Map<Location, Map<Resource, Need>> needs = new HashMap<>();
        needs.put(EU, here);
        needs.put(US, new EnumMap<>(Resource.class));
        Situation situation = new Situation(NOON, FRESH, fleet(Map.of()), needs);
        here.put(Resource.COMPUTE, Need.of(9, 0, 0));
        needs.clear();
        assertEquals(Need.of(1, 0, 0), situation.needs().get(EU).get(Resource.COMPUTE));
        assertTrue(situation.needs().get(US).isEmpty());
        assertThrows(
                UnsupportedOperationException.class, () -> situation.needs().clear());
        assertThrows(
                UnsupportedOperationException.class,
                () -> situation.needs().get(EU).clear());
    }

    @Test
    void onlyFreshTelemetryMayShrink() {
        assertTrue(FRESH.mayShrink());
        assertFalse(new Freshness.Stale(Duration.ofMinutes(20)).mayShrink());
        assertFalse(Fixtures.BLIND.mayShrink());
    }

    @Test
    void aHistoryKeepsTheLastMomentOfEachDirection() {
        Instant later = NOON.plusSeconds(60);
        ChangeHistory history = ChangeHistory.NONE
                .with(EU, Resource.COMPUTE, true, NOON)
                .with(EU, Resource.COMPUTE, false, later)
                .with(US, Resource.COMPUTE, false, NOON);
        assertEquals(new ChangeHistory.Last(NOON, later), history.of(EU, Resource.COMPUTE));
        assertEquals(later, history.of(EU, Resource.COMPUTE).any());
        assertEquals(NOON, history.of(US, Resource.COMPUTE).any());
        assertEquals(ChangeHistory.Last.NEVER, history.of(EU, Resource.STORAGE));
        assertEquals(ChangeHistory.Last.NEVER, ChangeHistory.NONE.of(EU, Resource.COMPUTE));
    }

    @Test
    void whatIsOlderThanEveryCooldownIsForgotten() {
        ChangeHistory history = ChangeHistory.NONE
                .with(EU, Resource.COMPUTE, true, NOON)
                .with(US, Resource.COMPUTE, true, NOON.plusSeconds(10));
        NodeGroup volumes = Fixtures.group("volumes", EU, Resources.storage(1));
        AllocationPolicy policy =
                Fixtures.policy(ResourcePolicy.builder().downCooldown(Duration.ofSeconds(19)), volumes);
        Decision decision = new Decision(NOON.plusSeconds(20), Fixtures.FRESH, List.of(), List.of());
        ChangeHistory kept = history.accepted(
                decision, List.of(new Outcome.Accepted(volumes, 1, 0)), Fixtures.fleet(volumes, 2), policy);
        assertEquals(ChangeHistory.Last.NEVER, kept.of(EU, Resource.COMPUTE));
        assertEquals(NOON.plusSeconds(10), kept.of(US, Resource.COMPUTE).up());
        assertEquals(NOON.plusSeconds(20), kept.of(EU, Resource.STORAGE).down());
    }
}
