package io.headroom.allocation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The part of the state that rules look back at; absent in version 1. */
final class RecentCodec {
    private RecentCodec() {}

    static void encode(ChangeHistory history, ObjectNode root) {
        root.put("failures", history.failures());
        ObjectNode all = root.putObject("recent");
        history.recent().forEach((key, recent) -> {
            ObjectNode node = all.putObject(key);
            encode(recent.changes(), node.putArray("changes"));
            encode(recent.peaks(), node.putArray("peaks"));
            encode(recent.lows(), node.putArray("lows"));
            // Left out where there is none: older releases do not know them.
            if (!recent.kept().isEmpty()) {
                encode(recent.kept(), node.putArray("kept"));
            }
            if (!recent.held().isEmpty()) {
                encode(recent.held(), node.putArray("held"));
            }
        });
    }

    private static void encode(List<Moment> moments, ArrayNode to) {
        moments.forEach(
                moment -> to.addObject().put("at", moment.at().toString()).put("amount", moment.amount()));
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
