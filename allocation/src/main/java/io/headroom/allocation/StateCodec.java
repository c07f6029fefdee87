package io.headroom.allocation;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.headroom.allocation.plan.LeadTimes;
import io.headroom.core.Checks;
import io.headroom.spi.AdapterException;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Writes and reads the state of an allocator as JSON, with a version. What is read is checked field by field. Version 2 has what rules look
 * back at, the usual needs and refusals; version 3 has lead times. A state is written as the oldest version that can hold it, which older
 * releases read.
 */
final class StateCodec {
    private static final int VERSION = 1;
    private static final int WITH_MEMORY = 2;
    private static final int WITH_LEADS = 3;
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private StateCodec() {}

    static byte[] encode(AllocationState state) {
        // In blocks: a buffer that doubles would take several times the room of a large state.
        try (ByteArrayBuilder bytes = new ByteArrayBuilder();
                JsonGenerator out = MAPPER.createGenerator(bytes)) {
            out.writeStartObject();
            write(state, out);
            out.writeEndObject();
            out.flush();
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException("state can't be written as JSON", e);
        }
    }

    private static void write(AllocationState state, JsonGenerator out) throws IOException {
        InstantTexts texts = new InstantTexts();
        boolean looksBack =
                !state.history().recent().isEmpty() || state.history().failures() > 0;
        boolean usual = !state.usual().means().isEmpty();
        boolean leads = !state.leadTimes().equals(LeadTimes.NONE);
        boolean memory = looksBack || usual || !state.partners().isNone();
        out.writeNumberField("version", leads ? WITH_LEADS : memory ? WITH_MEMORY : VERSION);
        out.writeNumberField("epoch", state.epoch());
        out.writeNumberField("sequence", state.sequence());
        if (state.observedUntil().isPresent()) {
            out.writeStringField("observedUntil", state.observedUntil().get().toString());
        }
        writeLast(state.history().last(), texts, out);
        if (looksBack) {
            RecentCodec.encode(state.history(), texts, out);
        }
        if (usual) {
            out.writeObjectFieldStart("usual");
            for (Map.Entry<String, UsualNeed.Mean> e : state.usual().means().entrySet()) {
                out.writeObjectFieldStart(e.getKey());
                out.writeNumberField("amount", e.getValue().amount());
                out.writeNumberField("steps", e.getValue().steps());
                out.writeEndObject();
            }
            out.writeEndObject();
        }
        PartnerCodec.encode(state.partners(), texts, out);
        if (leads) {
            LeadTimesCodec.encode(state.leadTimes(), texts, out);
        }
        if (state.pending().isPresent()) {
            writePending(state.pending().get(), out);
        }
    }

    private static void writeLast(Map<String, ChangeHistory.Last> history, InstantTexts texts, JsonGenerator out)
            throws IOException {
        out.writeObjectFieldStart("history");
        for (Map.Entry<String, ChangeHistory.Last> e : history.entrySet()) {
            out.writeObjectFieldStart(e.getKey());
            out.writeStringField("up", texts.of(e.getValue().up()));
            out.writeStringField("down", texts.of(e.getValue().down()));
            out.writeEndObject();
        }
        out.writeEndObject();
    }

    private static void writePending(AllocationState.Pending pending, JsonGenerator out) throws IOException {
        out.writeObjectFieldStart("pending");
        out.writeStringField("key", pending.key());
        out.writeObjectFieldStart("targets");
        for (Map.Entry<String, AllocationState.Units> e : pending.targets().entrySet()) {
            out.writeObjectFieldStart(e.getKey());
            out.writeNumberField("allocated", e.getValue().allocated());
            out.writeNumberField("warm", e.getValue().warm());
            out.writeEndObject();
        }
        out.writeEndObject();
        out.writeEndObject();
    }

    static AllocationState decode(String key, byte[] bytes) {
        String problem;
        Exception cause;
        try {
            return state(MAPPER.readTree(bytes));
        } catch (IOException e) {
            problem = Checks.message(
                    bytes.length + " bytes", "must be JSON, but: " + e.getMessage(), "they were cut off");
            cause = e;
        } catch (IllegalArgumentException e) {
            problem = e.getMessage();
            cause = e;
        }
        throw new AdapterException("state '" + key + "' can't be understood and is left as it is: " + problem, cause);
    }

    private static AllocationState state(JsonNode root) {
        long version = whole(root, "version");
        if (version < VERSION || version > WITH_LEADS) {
            throw Checks.failure(
                    "version " + version,
                    "must be " + VERSION + ", " + WITH_MEMORY + " or " + WITH_LEADS,
                    "a newer release wrote it");
        }
        return new AllocationState(
                whole(root, "epoch"),
                whole(root, "sequence"),
                root.has("observedUntil") ? Optional.of(instant(root, "observedUntil")) : Optional.empty(),
                RecentCodec.decode(root, last(object(root, "history"))),
                root.has("usual") ? usual(object(root, "usual")) : UsualNeed.NONE,
                root.has("pending") ? Optional.of(pending(object(root, "pending"))) : Optional.empty(),
                PartnerCodec.decode(root),
                LeadTimesCodec.decode(root));
    }

    private static Map<String, ChangeHistory.Last> last(JsonNode node) {
        Map<String, ChangeHistory.Last> last = SortedCopy.sized(node.size());
        Map<String, Instant> known = new HashMap<>();
        node.fieldNames().forEachRemaining(resource -> {
            JsonNode moments = object(node, resource);
            last.put(resource, new ChangeHistory.Last(instant(moments, "up", known), instant(moments, "down", known)));
        });
        return last;
    }

    private static UsualNeed usual(JsonNode node) {
        Map<String, UsualNeed.Mean> means = new HashMap<>();
        node.fieldNames().forEachRemaining(resource -> {
            JsonNode mean = object(node, resource);
            JsonNode amount = field(mean, "amount");
            if (!amount.isNumber()) {
                throw unlike("amount", amount, "a number");
            }
            means.put(resource, new UsualNeed.Mean(amount.doubleValue(), whole(mean, "steps")));
        });
        return new UsualNeed(means);
    }

    private static AllocationState.Pending pending(JsonNode node) {
        JsonNode targets = object(node, "targets");
        Map<String, AllocationState.Units> units = SortedCopy.sized(targets.size());
        targets.fieldNames().forEachRemaining(group -> {
            JsonNode target = object(targets, group);
            units.put(group, new AllocationState.Units(units(target, "allocated"), units(target, "warm")));
        });
        return new AllocationState.Pending(text(node, "key"), units);
    }

    private static long whole(JsonNode node, String field) {
        JsonNode value = field(node, field);
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw unlike(field, value, "a whole number");
        }
        return value.longValue();
    }

    static int units(JsonNode node, String field) {
        long value = whole(node, field);
        if (value < 0 || value > Integer.MAX_VALUE) {
            throw unlike(field, node.get(field), "a whole number in [0, " + Integer.MAX_VALUE + "]");
        }
        return (int) value;
    }

    static Instant instant(JsonNode node, String field) {
        String text = text(node, field);
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    unlike(field, node.get(field), "an instant").getMessage(), e);
        }
    }

    /** Many resources change in one cycle: each text is read once. */
    private static Instant instant(JsonNode node, String field, Map<String, Instant> known) {
        JsonNode value = node.get(field);
        Instant before = value == null || !value.isTextual() ? null : known.get(value.textValue());
        if (before != null) {
            return before;
        }
        Instant read = instant(node, field);
        known.put(text(node, field), read);
        return read;
    }

    private static String text(JsonNode node, String field) {
        JsonNode value = field(node, field);
        if (!value.isTextual() || value.textValue().isBlank()) {
            throw unlike(field, value, "a text");
        }
        return value.textValue();
    }

    static JsonNode list(JsonNode node, String field) {
        JsonNode value = field(node, field);
        if (!value.isArray()) {
            throw unlike(field, value, "a list");
        }
        return value;
    }

    static JsonNode object(JsonNode node, String field) {
        JsonNode value = field(node, field);
        if (!value.isObject()) {
            throw unlike(field, value, "an object");
        }
        return value;
    }

    static JsonNode field(JsonNode node, String field) {
        JsonNode value = node.get(field);
        if (value == null) {
            throw Checks.failure("field '" + field + "'", "must be there", "the document was cut off");
        }
        return value;
    }

    static IllegalArgumentException unlike(String field, JsonNode value, String kind) {
        return Checks.failure("field '" + field + "' " + value, "must be " + kind, "the document was edited");
    }
}
