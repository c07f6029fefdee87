package io.headroom.allocation;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import io.headroom.core.Checks;
import io.headroom.core.Location;
import io.headroom.core.Resource;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** Writes and reads what an allocator remembers of refusals. Part of {@link StateCodec}'s document, left out if there is nothing. */
final class PartnerCodec {
    private PartnerCodec() {}

    static void encode(PartnerMemory memory, InstantTexts texts, JsonGenerator out) throws IOException {
        if (!memory.isNone()) {
            out.writeObjectFieldStart("partners");
            encode("refused", memory.refused(), texts, out);
            encode("grown", memory.grown(), texts, out);
            out.writeEndObject();
        }
    }

    private static void encode(
            String field, Map<String, PartnerMemory.Mark> marks, InstantTexts texts, JsonGenerator out)
            throws IOException {
        out.writeObjectFieldStart(field);
        for (Map.Entry<String, PartnerMemory.Mark> e : marks.entrySet()) {
            out.writeObjectFieldStart(e.getKey());
            out.writeNumberField("amount", e.getValue().amount());
            out.writeStringField("at", texts.of(e.getValue().at()));
            out.writeEndObject();
        }
        out.writeEndObject();
    }

    static PartnerMemory decode(JsonNode root) {
        if (!root.has("partners")) {
            return PartnerMemory.NONE;
        }
        JsonNode node = StateCodec.object(root, "partners");
        return new PartnerMemory(marks(node, "refused"), marks(node, "grown"));
    }

    private static Map<String, PartnerMemory.Mark> marks(JsonNode node, String field) {
        JsonNode all = StateCodec.object(node, field);
        Map<String, PartnerMemory.Mark> marks = new HashMap<>();
        all.fieldNames().forEachRemaining(key -> {
            JsonNode mark = StateCodec.object(all, key);
            JsonNode amount = StateCodec.field(mark, "amount");
            if (!amount.isNumber()) {
                throw StateCodec.unlike("amount", amount, "a number");
            }
            Checks.notNegative(amount.doubleValue(), "amount of " + key);
            marks.put(place(key), new PartnerMemory.Mark(amount.doubleValue(), StateCodec.instant(mark, "at")));
        });
        return marks;
    }

    /** Fails for a key that is no place. */
    private static String place(String key) {
        int cut = key.lastIndexOf('/');
        Checks.require(cut > 0, "place '" + key + "'", "must read LOCATION/RESOURCE", "the document was edited");
        Location.parse(key.substring(0, cut));
        Resource.valueOf(key.substring(cut + 1));
        return key;
    }
}
