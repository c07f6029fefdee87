package io.headroom.allocation;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import io.headroom.allocation.plan.BootTrack;
import io.headroom.allocation.plan.LeadTimes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The part of the state that speaks of lead times; absent before version 3. */
final class LeadTimesCodec {
    private static final String FIELD = "leadTimes";

    private LeadTimesCodec() {}

    static void encode(LeadTimes times, InstantTexts texts, JsonGenerator out) throws IOException {
        out.writeObjectFieldStart(FIELD);
        out.writeObjectFieldStart("measured");
        for (Map.Entry<String, List<Long>> e : times.measured().entrySet()) {
            out.writeArrayFieldStart(e.getKey());
            for (long millis : e.getValue()) {
                out.writeNumber(millis);
            }
            out.writeEndArray();
        }
        out.writeEndObject();
        out.writeObjectFieldStart("tracks");
        for (Map.Entry<String, BootTrack> e : times.tracks().entrySet()) {
            out.writeObjectFieldStart(e.getKey());
            encode(e.getValue(), texts, out);
            out.writeEndObject();
        }
        out.writeEndObject();
        out.writeEndObject();
    }

    private static void encode(BootTrack track, InstantTexts texts, JsonGenerator out) throws IOException {
        out.writeArrayFieldStart("keys");
        for (String key : track.keys()) {
            out.writeString(key);
        }
        out.writeEndArray();
        out.writeStringField("seen", texts.of(track.seen()));
        out.writeNumberField("usable", track.usable());
        out.writeArrayFieldStart("coming");
        for (BootTrack.Asked asked : track.coming()) {
            out.writeStartObject();
            if (asked.at().isPresent()) {
                out.writeStringField("at", texts.of(asked.at().get()));
            }
            out.writeNumberField("units", asked.units());
            out.writeEndObject();
        }
        out.writeEndArray();
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
