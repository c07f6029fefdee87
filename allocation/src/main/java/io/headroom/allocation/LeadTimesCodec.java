package io.headroom.allocation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.headroom.allocation.plan.BootTrack;
import io.headroom.allocation.plan.LeadTimes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The part of the state that speaks of lead times; absent before version 3. */
final class LeadTimesCodec {
    private static final String FIELD = "leadTimes";

    private LeadTimesCodec() {}

    static void encode(LeadTimes times, ObjectNode root) {
        ObjectNode node = root.putObject(FIELD);
        ObjectNode measured = node.putObject("measured");
        times.measured().forEach((key, millis) -> {
            ArrayNode list = measured.putArray(key);
            millis.forEach(list::add);
        });
        ObjectNode tracks = node.putObject("tracks");
        times.tracks().forEach((group, track) -> {
            ObjectNode to = tracks.putObject(group);
            ArrayNode keys = to.putArray("keys");
            track.keys().forEach(keys::add);
            to.put("seen", track.seen().toString()).put("usable", track.usable());
            ArrayNode coming = to.putArray("coming");
            track.coming().forEach(asked -> {
                ObjectNode units = coming.addObject();
                asked.at().ifPresent(at -> units.put("at", at.toString()));
                units.put("units", asked.units());
            });
        });
    }

    static LeadTimes decode(JsonNode root) {
        if (!root.has(FIELD)) {
            return LeadTimes.NONE;
        }
        JsonNode node = StateCodec.object(root, FIELD);
        JsonNode measured = StateCodec.object(node, "measured");
        Map<String, List<Long>> times = new HashMap<>();
        measured.fieldNames().forEachRemaining(key -> {
            List<Long> millis = new ArrayList<>();
            for (JsonNode one : StateCodec.list(measured, key)) {
                if (!one.isIntegralNumber() || !one.canConvertToLong() || one.longValue() < 0) {
                    throw StateCodec.unlike(key, one, "a whole number of 0 or more");
                }
                millis.add(one.longValue());
            }
            if (millis.isEmpty()) {
                throw StateCodec.unlike(key, measured.get(key), "a list with some times");
            }
            times.put(key, millis);
        });
        JsonNode tracks = StateCodec.object(node, "tracks");
        Map<String, BootTrack> coming = new HashMap<>();
        tracks.fieldNames().forEachRemaining(group -> coming.put(group, track(StateCodec.object(tracks, group))));
        return new LeadTimes(times, coming);
    }

    private static BootTrack track(JsonNode node) {
        List<String> keys = new ArrayList<>();
        for (JsonNode key : StateCodec.list(node, "keys")) {
            if (!key.isTextual()) {
                throw StateCodec.unlike("keys", key, "a text");
            }
            keys.add(key.textValue());
        }
        List<BootTrack.Asked> coming = new ArrayList<>();
        for (JsonNode asked : StateCodec.list(node, "coming")) {
            coming.add(new BootTrack.Asked(
                    asked.has("at") ? Optional.of(StateCodec.instant(asked, "at")) : Optional.empty(),
                    StateCodec.units(asked, "units")));
        }
        return new BootTrack(keys, StateCodec.instant(node, "seen"), StateCodec.units(node, "usable"), coming);
    }
}
