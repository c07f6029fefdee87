package io.headroom.allocation;

import static io.headroom.allocation.Fixtures.EU;
import static io.headroom.allocation.Fixtures.FRESH;
import static io.headroom.allocation.Fixtures.LINK;
import static io.headroom.allocation.Fixtures.NOON;
import static io.headroom.allocation.Fixtures.group;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.headroom.allocation.pairs.Place;
import io.headroom.allocation.plan.LeadTimes;
import io.headroom.core.NodeGroup;
import io.headroom.core.Resource;
import io.headroom.core.Resources;
import io.headroom.spi.AdapterException;
import io.headroom.spi.FleetObservation;
import io.headroom.spi.GroupTarget;
import io.headroom.spi.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PartnerMemoryTest {
    private static final NodeGroup ONES = group("ones", EU, Resources.compute(1));
    private static final NodeGroup WIRE = group("wire", LINK, Resources.bandwidth(5));
    private static final AllocationPolicy POLICY = Fixtures.policy(ResourcePolicy.builder(), ONES, WIRE);
    private static final FleetObservation TENS =
            Fixtures.fleet(Map.of(ONES, Fixtures.stock(10), WIRE, Fixtures.stock(2)));
    private static final Place COMPUTE = new Place(EU, Resource.COMPUTE);
    private static final Place BANDWIDTH = new Place(LINK, Resource.BANDWIDTH);

    /** Both are asked to grow: to 14 machines and 3 reservations. */
    private static Decision growth(Instant at) {
        return new Decision(
                at,
                FRESH,
                List.of(
                        new ResourceDecision(EU, Resource.COMPUTE, Need.of(14, 0, 0), 10, 14, List.of()),
                        new ResourceDecision(LINK, Resource.BANDWIDTH, Need.of(15, 0, 0), 10, 15, List.of())),
                List.of(new GroupTarget(ONES, 14, 0), new GroupTarget(WIRE, 3, 0)));
    }

    private static PartnerMemory after(PartnerMemory before, Outcome wire, Instant at) {
        return before.after(List.of(new Outcome.Accepted(ONES, 14, 0), wire), growth(at), TENS, POLICY);
    }

    private static PartnerMemory refused() {
        return after(PartnerMemory.NONE, new Outcome.Rejected(WIRE, "none left"), NOON);
    }

    @Test
    void nothingIsRememberedAsLongAsEverythingIsGranted() {
        assertSame(PartnerMemory.NONE, after(PartnerMemory.NONE, new Outcome.Accepted(WIRE, 3, 0), NOON));
        assertSame(PartnerMemory.NONE, after(PartnerMemory.NONE, new Outcome.Unknown(WIRE, "late"), NOON));
    }

    @Test
    void aRefusalIsRememberedWithWhatTheOthersHadBefore() {
        for (Outcome outcome : List.of(
                new Outcome.Rejected(WIRE, "none left"),
                new Outcome.Unchanged(WIRE),
                new Outcome.Accepted(WIRE, 2, 0))) {
            PartnerMemory memory = after(PartnerMemory.NONE, outcome, NOON);
            assertEquals(
                    10, memory.refusal(BANDWIDTH, NOON, POLICY).orElseThrow().amount(), outcome.toString());
            assertEquals(Optional.empty(), memory.refusal(COMPUTE, NOON, POLICY));
            assertEquals(10, memory.releaseTo(COMPUTE, NOON, POLICY));
            assertEquals(Double.POSITIVE_INFINITY, memory.releaseTo(BANDWIDTH, NOON, POLICY));
        }
    }

    @Test
    void aGrantInFullEndsIt() {
        assertEquals(PartnerMemory.NONE, after(refused(), new Outcome.Accepted(WIRE, 3, 0), NOON.plusSeconds(60)));
    }

    @Test
    void withoutAnotherRefusalItLapsesForTheOtherShortOnesFirstAndThenForAll() {
        PartnerMemory memory = refused();
        Instant ten = NOON.plus(Duration.ofMinutes(10));
        assertTrue(!memory.lapses(BANDWIDTH, ten.minusSeconds(1), POLICY) && memory.lapses(BANDWIDTH, ten, POLICY));
        Instant twenty = NOON.plus(Duration.ofMinutes(20));
        assertTrue(memory.refusal(BANDWIDTH, twenty.minusSeconds(1), POLICY).isPresent());
        assertEquals(Optional.empty(), memory.refusal(BANDWIDTH, twenty, POLICY));
        PartnerMemory again = after(memory, new Outcome.Rejected(WIRE, "none left"), ten);
        assertTrue(again.refusal(BANDWIDTH, twenty, POLICY).isPresent(), "each refusal counts anew");
    }

    @Test
    void increasesGoAtOnceOnlyUntilTheyAreUsable() {
        Instant usable = NOON.plus(Duration.ofMinutes(7));
        assertEquals(10, refused().releaseTo(COMPUTE, usable.minusSeconds(1), POLICY));
        assertEquals(Double.POSITIVE_INFINITY, refused().releaseTo(COMPUTE, usable, POLICY));
    }

    @Test
    void itSurvivesTheRoundTrip() {
        AllocationState state = new AllocationState(
                1,
                1,
                Optional.empty(),
                ChangeHistory.NONE,
                UsualNeed.NONE,
                Optional.empty(),
                refused(),
                LeadTimes.NONE);
        String json = new String(StateCodec.encode(state), UTF_8);
        assertTrue(json.startsWith("{\"version\":2,"), json);
        assertTrue(
                json.contains("\"partners\":{\"refused\":{\"eu>us/BANDWIDTH\":{\"amount\":10.0,"
                        + "\"at\":\"2026-03-01T12:00:00Z\"}},\"grown\":{\"eu/COMPUTE\":{\"amount\":10.0,"),
                json);
        assertEquals(state, StateCodec.decode("me", json.getBytes(UTF_8)));
        for (String bad : List.of(
                json.replace("10.0", "-1"),
                json.replace("10.0", "1e999"),
                json.replace("10.0", "\"10\""),
                json.replace("/COMPUTE", "/POWER"),
                json.replace("/COMPUTE", ""),
                json.replace("eu>us/", ">us/"),
                json.replace("\"grown\"", "\"other\""))) {
            assertThrows(AdapterException.class, () -> StateCodec.decode("me", bad.getBytes(UTF_8)), bad);
        }
    }
}
