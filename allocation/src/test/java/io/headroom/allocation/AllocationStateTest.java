package io.headroom.allocation;

import static io.headroom.allocation.Fixtures.EU;
import static io.headroom.allocation.Fixtures.FRESH;
import static io.headroom.allocation.Fixtures.NOON;
import static io.headroom.allocation.Fixtures.fleet;
import static io.headroom.allocation.Fixtures.group;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.headroom.core.NodeGroup;
import io.headroom.core.Resource;
import io.headroom.core.Resources;
import io.headroom.spi.GroupTarget;
import io.headroom.spi.Outcome;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AllocationStateTest {
    private static final NodeGroup ONES = group("ones", EU, new Resources(1, 2, 0));
    private static final AllocationState START = AllocationState.INITIAL.withEpoch(3);

    private static AllocationState after(AllocationState state, Outcome... outcomes) {
        Decision decision = new Decision(NOON, FRESH, List.of(), List.of());
        Situation situation = new Situation(NOON, FRESH, fleet(ONES, 10), Map.of());
        return state.after(List.of(outcomes), decision, situation, Fixtures.policy(ResourcePolicy.builder(), ONES));
    }

    @Test
    void aNewIntentHasANewKeyAndTheSameOneKeepsIts() {
        AllocationState first = START.intend("me", List.of(new GroupTarget(ONES, 12, 1)));
        assertEquals("me-3-1", first.pending().get().key());
        assertEquals(first, first.intend("me", List.of(new GroupTarget(ONES, 12, 1))));
        AllocationState other = first.intend("me", List.of(new GroupTarget(ONES, 12, 2)));
        assertEquals("me-3-2", other.pending().get().key());
        assertEquals(
                "me-4-2",
                first.withEpoch(4).intend("me", List.of()).pending().get().key());
        assertTrue(first.settled().pending().isEmpty());
        assertEquals(1, first.settled().sequence());
    }

    @Test
    void onlyAcceptedChangesOfAllocatedUnitsStartACooldown() {
        AllocationState intent = START.intend("me", List.of(new GroupTarget(ONES, 12, 0)));
        assertEquals(
                ChangeHistory.NONE, after(intent, new Outcome.Unchanged(ONES)).history());
        assertEquals(
                ChangeHistory.NONE,
                after(intent, new Outcome.Rejected(ONES, "shortage")).history());
        assertEquals(
                ChangeHistory.NONE,
                after(intent, new Outcome.Unknown(ONES, "time-out")).history());
        assertEquals(
                ChangeHistory.NONE,
                after(intent, new Outcome.Accepted(ONES, 10, 5)).history());
        ChangeHistory up = after(intent, new Outcome.Accepted(ONES, 11, 0)).history();
        assertEquals(NOON, up.of(EU, Resource.COMPUTE).up());
        assertEquals(NOON, up.of(EU, Resource.STORAGE).up());
        assertEquals(ChangeHistory.Last.NEVER, up.of(EU, Resource.BANDWIDTH));
        assertEquals(
                NOON,
                after(intent, new Outcome.Accepted(ONES, 9, 0))
                        .history()
                        .of(EU, Resource.COMPUTE)
                        .down());
    }

    @Test
    void anUnknownOutcomeKeepsTheIntent() {
        NodeGroup other = group("other", EU, Resources.compute(1));
        AllocationState intent =
                START.intend("me", List.of(new GroupTarget(ONES, 12, 0), new GroupTarget(other, 1, 0)));
        Outcome done = new Outcome.Accepted(ONES, 12, 0);
        assertEquals(
                intent.pending(),
                after(intent, done, new Outcome.Unknown(other, "time-out")).pending());
        assertEquals(
                Optional.empty(),
                after(intent, done, new Outcome.Rejected(other, "shortage")).pending());
    }

    @Test
    void theFedMomentNeverMovesBack() {
        AllocationState later = START.observed(NOON, UsualNeed.NONE);
        assertEquals(
                Optional.of(NOON),
                later.observed(NOON.minusSeconds(60), UsualNeed.NONE).observedUntil());
        assertEquals(
                Optional.of(NOON.plusSeconds(60)),
                later.observed(NOON.plusSeconds(60), UsualNeed.NONE).observedUntil());
    }

    @Test
    void negativeNumbersAreRefused() {
        PolicyTest.refused("epoch -1", "0 or more", () -> START.withEpoch(-1));
        PolicyTest.refused("allocated units -1", "[0, ", () -> new AllocationState.Units(-1, 0));
    }
}
