package io.headroom.allocation;

import static io.headroom.allocation.Fixtures.EU;
import static io.headroom.allocation.Fixtures.LINK;
import static io.headroom.allocation.Fixtures.NOON;
import static io.headroom.allocation.Fixtures.group;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.headroom.allocation.plan.BootTrack;
import io.headroom.allocation.plan.LeadTimes;
import io.headroom.core.Resource;
import io.headroom.core.Resources;
import io.headroom.spi.AdapterException;
import io.headroom.spi.GroupTarget;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StateCodecTest {
    private static final AllocationState FULL = AllocationState.INITIAL
            .withEpoch(7)
            .observed(NOON.plusNanos(123_456_789), UsualNeed.NONE)
            .intend(
                    "me",
                    List.of(
                            new GroupTarget(group("b-\u00e9\"", EU, Resources.compute(1)), 12, 3),
                            new GroupTarget(group("a", EU, Resources.compute(1)), 0, 0)));

    private static AllocationState full() {
        ChangeHistory history = ChangeHistory.NONE
                .with(EU, Resource.COMPUTE, true, NOON)
                .with(LINK, Resource.BANDWIDTH, false, NOON.plusMillis(1));
        return with(history);
    }

    private static AllocationState with(ChangeHistory history) {
        return new AllocationState(
                FULL.epoch(),
                FULL.sequence(),
                FULL.observedUntil(),
                history,
                FULL.usual(),
                FULL.pending(),
                FULL.partners(),
                FULL.leadTimes());
    }

    @Test
    void statesSurviveTheRoundTrip() {
        for (AllocationState state : List.of(AllocationState.INITIAL, FULL, full(), full().settled())) {
            assertEquals(state, StateCodec.decode("me", StateCodec.encode(state)));
        }
    }

    @Test
    void theSameStateGivesTheSameBytes() {
        assertEquals(
                "{\"version\":1,\"epoch\":7,\"sequence\":1,\"observedUntil\":\"2026-03-01T12:00:00.123456789Z\","
                        + "\"history\":{\"eu/COMPUTE\":{\"up\":\"2026-03-01T12:00:00Z\",\"down\":\"-32873-11-12T23:23:44Z\"},"
                        + "\"eu>us/BANDWIDTH\":{\"up\":\"-32873-11-12T23:23:44Z\",\"down\":\"2026-03-01T12:00:00.001Z\"}},"
                        + "\"pending\":{\"key\":\"me-7-1\",\"targets\":{\"a\":{\"allocated\":0,\"warm\":0},"
                        + "\"b-\u00e9\\\"\":{\"allocated\":12,\"warm\":3}}}}",
                new String(StateCodec.encode(full()), UTF_8));
        assertArrayEquals(StateCodec.encode(full()), StateCodec.encode(full()));
    }

    @Test
    void usualNeedsAreVersionTwo() {
        UsualNeed usual = new UsualNeed(Map.of("eu/COMPUTE", new UsualNeed.Mean(2.5, 12)));
        AllocationState state = FULL.observed(NOON, usual);
        String json = new String(StateCodec.encode(state), UTF_8);
        assertTrue(json.startsWith("{\"version\":2,"), json);
        assertTrue(json.contains("\"usual\":{\"eu/COMPUTE\":{\"amount\":2.5,\"steps\":12}}"), json);
        assertEquals(state, StateCodec.decode("me", StateCodec.encode(state)));
        refused("amount", json.replace("2.5", "\"2.5\"").getBytes(UTF_8));
        refused("usual need", json.replace("2.5", "1e999").getBytes(UTF_8));
        refused("usual need", json.replace("2.5", "-1").getBytes(UTF_8));
        refused("steps", json.replace("12}", "0}").getBytes(UTF_8));
    }

    private static AllocationState looking() {
        Recent recent =
                new Recent(List.of(new Moment(NOON, -2.5)), List.of(new Moment(NOON.plusMillis(1), 1e300)), List.of());
        ChangeHistory history = new ChangeHistory(full().history().last(), Map.of("eu/COMPUTE", recent), 3);
        return with(history);
    }

    @Test
    void whatRulesLookBackAtIsVersionTwo() {
        AllocationState state = looking();
        String json = new String(StateCodec.encode(state), UTF_8);
        assertTrue(json.startsWith("{\"version\":2,"), json);
        assertTrue(
                json.contains(
                        "\"failures\":3,\"recent\":{\"eu/COMPUTE\":{\"changes\":[{\"at\":\"2026-03-01T12:00:00Z\","
                                + "\"amount\":-2.5}],\"peaks\":[{\"at\":\"2026-03-01T12:00:00.001Z\",\"amount\":1.0E300}],\"lows\":[]}}"),
                json);
        assertEquals(state, StateCodec.decode("me", StateCodec.encode(state)));
        for (String bad : List.of("\"-2.5\"", "1e999", "null")) {
            refused("amount", json.replace("-2.5", bad).getBytes(UTF_8));
        }
        refused(
                "field 'failures'",
                json.replace("\"failures\":3", "\"failures\":-3").getBytes(UTF_8));
        refused(
                "field 'lows' 7 must be a list",
                json.replace("\"lows\":[]", "\"lows\":7").getBytes(UTF_8));
        refused("field 'peaks'", json.replace("\"peaks\"", "\"other\"").getBytes(UTF_8));
    }

    @Test
    void neededAmountsAreWrittenOnlyIfThereAreSome() {
        String before = new String(StateCodec.encode(looking()), UTF_8);
        assertTrue(!before.contains("kept") && !before.contains("held"), before);
        Recent recent = new Recent(
                List.of(),
                List.of(),
                List.of(),
                List.of(new Moment(NOON, 5)),
                List.of(new Moment(NOON, 7), new Moment(NOON.plusMillis(1), 6)));
        ChangeHistory history = new ChangeHistory(full().history().last(), Map.of("eu/STORAGE", recent), 0);
        AllocationState state = with(history);
        String json = new String(StateCodec.encode(state), UTF_8);
        assertTrue(json.contains("\"kept\":[{\"at\":\"2026-03-01T12:00:00Z\",\"amount\":5.0}]"), json);
        assertEquals(state, StateCodec.decode("me", StateCodec.encode(state)));
        refused(
                "field 'held' 7 must be a list",
                json.replaceFirst("\"held\":\\[.*?]", "\"held\":7").getBytes(UTF_8));
    }

    private static AllocationState waiting() {
        BootTrack track = new BootTrack(
                List.of("eu/COMPUTE", "eu/STORAGE"),
                NOON,
                7,
                List.of(new BootTrack.Asked(Optional.empty(), 2), new BootTrack.Asked(Optional.of(NOON), 3)));
        return full().withLeadTimes(
                        new LeadTimes(Map.of("eu/COMPUTE", List.of(300_000L, 360_000L)), Map.of("eu-fours", track)));
    }

    @Test
    void leadTimesAreVersionThree() {
        AllocationState state = waiting();
        String json = new String(StateCodec.encode(state), UTF_8);
        assertTrue(json.startsWith("{\"version\":3,"), json);
        assertTrue(
                json.contains("\"leadTimes\":{\"measured\":{\"eu/COMPUTE\":[300000,360000]},\"tracks\":{\"eu-fours\":"
                        + "{\"keys\":[\"eu/COMPUTE\",\"eu/STORAGE\"],\"seen\":\"2026-03-01T12:00:00Z\",\"usable\":7,"
                        + "\"coming\":[{\"units\":2},{\"at\":\"2026-03-01T12:00:00Z\",\"units\":3}]}}}"),
                json);
        assertEquals(state, StateCodec.decode("me", StateCodec.encode(state)));
        AllocationState all = looking().withLeadTimes(state.leadTimes());
        assertEquals(all, StateCodec.decode("me", StateCodec.encode(all)));
        for (String bad : List.of("-1", "1.5", "\"300000\"", "1e99")) {
            refused("eu/COMPUTE", json.replace("300000", bad).getBytes(UTF_8));
        }
        refused("eu/COMPUTE", json.replace("[300000,360000]", "[]").getBytes(UTF_8));
        refused("units asked for 0", json.replace("\"units\":2", "\"units\":0").getBytes(UTF_8));
        refused("field 'seen'", json.replace("\"seen\"", "\"sean\"").getBytes(UTF_8));
        refused(
                "field 'keys'",
                json.replace("[\"eu/COMPUTE\",\"eu/STORAGE\"]", "[7]").getBytes(UTF_8));
        refused(
                "must be a list",
                json.replace("[{\"units\":2}", "7,\"x\":[{\"units\":2}").getBytes(UTF_8));
    }

    /** The message must name the key and the fault, say that nothing is lost, and give a hint. */
    private static void refused(String fault, byte[] bytes) {
        String message = assertThrows(AdapterException.class, () -> StateCodec.decode("my-key", bytes))
                .getMessage();
        assertTrue(message.startsWith("state 'my-key' can't be understood and is left as it is: "), message);
        assertTrue(message.contains(fault), fault + " in: " + message);
        assertTrue(message.lines().anyMatch(line -> line.startsWith("Maybe ")), message);
    }

    private static void refused(String fault, String from, String to) {
        String json = new String(StateCodec.encode(full()), UTF_8);
        assertTrue(json.contains(from), from + " in " + json);
        refused(fault, json.replace(from, to).getBytes(UTF_8));
    }

    @Test
    void aDocumentThatWasCutOffIsRefusedAtEveryLength() {
        byte[] whole = StateCodec.encode(full());
        for (int length = 0; length < whole.length; length++) {
            refused("", Arrays.copyOf(whole, length));
        }
    }

    @Test
    void whatFollowsTheDocumentIsRefused() {
        refused("must be JSON", "}}}}", "}}}} {}");
        refused("must be JSON", "\"epoch\":7", "\"epoch\":7,\"epoch\":8");
    }

    @Test
    void fieldsOfAnotherKindAreRefused() {
        refused("version 4 must be 1, 2 or 3", "\"version\":1", "\"version\":4");
        refused("version 0", "\"version\":1", "\"version\":0");
        refused("field 'version'", "\"version\":1,", "");
        refused("field 'epoch' \"7\" must be a whole number", "\"epoch\":7", "\"epoch\":\"7\"");
        refused("field 'epoch' 7.5 must be a whole number", "\"epoch\":7", "\"epoch\":7.5");
        refused("field 'epoch'", "\"epoch\":7", "\"epoch\":99999999999999999999");
        refused("epoch -7", "\"epoch\":7", "\"epoch\":-7");
        refused("field 'sequence' null", "\"sequence\":1", "\"sequence\":null");
        refused("must be an instant", "2026-03-01T12:00:00Z", "yesterday");
        refused("field 'observedUntil' 5 must be a text", "\"2026-03-01T12:00:00.123456789Z\"", "5");
        refused("field 'warm' -3 must be a whole number in [0, ", "\"warm\":3", "\"warm\":-3");
        refused("field 'warm'", "\"warm\":3", "\"warm\":3000000000");
        refused("field 'up'", "{\"up\":\"2026-03-01T12:00:00Z\",", "{");
        refused("field 'key' \" \"", "me-7-1", " ");
        refused(
                "field 'targets' [] must be an object",
                "{\"a\":{\"allocated\":0,\"warm\":0},\"b-\u00e9\\\"\":{\"allocated\":12,\"warm\":3}}",
                "[]");
    }

    @Test
    void documentsOfAnotherShapeAreRefused() {
        for (String json : List.of("", "null", "7", "[]", "\"text\"", "{}", "{\"version\":1}", "{\"version\":{}}")) {
            refused("", json.getBytes(UTF_8));
        }
    }
}
