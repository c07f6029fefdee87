package io.headroom.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonMappingException;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** A map as a JSON object whose field names are the keys. */
record MapCodec<K, V>(TextCodec<K> key, Codec<V> value) implements Codec<Map<K, V>> {
    @Override
    public void write(Map<K, V> values, JsonGenerator out) throws IOException {
        out.writeStartObject();
        for (Map.Entry<K, V> e : values.entrySet()) {
            new FieldWriter(out, Map.class).put(new Field<>(key.text(e.getKey()), value), e.getValue());
        }
        out.writeEndObject();
    }

    @Override
    public Map<K, V> read(JsonParser in, String what) throws IOException {
        if (in.currentToken() != JsonToken.START_OBJECT) {
            throw Refusal.wrongType(in, Map.class, what, "an object");
        }
        Map<K, V> values = new LinkedHashMap<>();
        while (in.nextToken() == JsonToken.FIELD_NAME) {
            readEntry(in, values);
        }
        return values;
    }

    private void readEntry(JsonParser in, Map<K, V> values) throws IOException {
        String name = in.currentName();
        try {
            K k = key.parse(in, name, "key");
            if (values.containsKey(k)) {
                throw Refusal.repeatedKey(in, name);
            }
            in.nextToken();
            values.put(k, value.read(in, name));
        } catch (JsonMappingException e) {
            e.prependPath(Map.class, Refusal.shown(name));
            throw e;
        }
    }
}
