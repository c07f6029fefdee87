package io.headroom.allocation;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The part of the state that rules look back at; absent in version 1. */
final class RecentCodec {
    private RecentCodec() {}

    static void encode(ChangeHistory history, InstantTexts texts, JsonGenerator out) throws IOException {
        out.writeNumberField("failures", history.failures());
        out.writeObjectFieldStart("recent");
        for (Map.Entry<String, Recent> e : history.recent().entrySet()) {
            Recent recent = e.getValue();
            out.writeObjectFieldStart(e.getKey());
            encode("changes", recent.changes(), texts, out);
            encode("peaks", recent.peaks(), texts, out);
            encode("lows", recent.lows(), texts, out);
            // Left out where there is none: older releases do not know them.
            if (!recent.kept().isEmpty()) {
                encode("kept", recent.kept(), texts, out);
            }
            if (!recent.held().isEmpty()) {
                encode("held", recent.held(), texts, out);
            }
            out.writeEndObject();
        }
        out.writeEndObject();
    }

    private static void encode(String field, List<Moment> moments, InstantTexts texts, JsonGenerator out)
            throws IOException {
        out.writeArrayFieldStart(field);
        for (Moment moment : moments) {
            out.writeStartObject();
            out.writeStringField("at", texts.of(moment.at()));
            out.writeNumberField("amount", moment.amount());
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    static ChangeHistory decode(JsonNode root, Map<String, ChangeHistory.Last> last) {
        if (!root.has("recent")) {
            return new ChangeHistory(last);
        }
        Map<String, Recent> recent = new HashMap<>();
        JsonNode all = StateCodec.object(root, "recent");
        all.fieldNames().forEachRemaining(key -> {
            JsonNode node = StateCodec.object(all, key);
            recent.put(
                    key,
                    new Recent(
                            moments(node, "changes"),
                            moments(node, "peaks"),
                            moments(node, "lows"),
                            node.has("kept") ? moments(node, "kept") : List.of(),
                            node.has("held") ? moments(node, "held") : List.of()));
        });
        return new ChangeHistory(last, recent, StateCodec.units(root, "failures"));
    }

    private static List<Moment> moments(JsonNode node, String field) {
        JsonNode array = StateCodec.list(node, field);
        List<Moment> moments = new ArrayList<>(array.size());
        for (JsonNode moment : array) {
            JsonNode amount = StateCodec.field(moment, "amount");
            if (!amount.isNumber()) {
                throw StateCodec.unlike("amount", amount, "a number");
            }
            moments.add(new Moment(StateCodec.instant(moment, "at"), amount.doubleValue()));
        }
        return moments;
    }
}
