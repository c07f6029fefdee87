package io.headroom.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonMappingException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A list as a JSON array. */
record ListCodec<E>(Class<?> type, Codec<E> element) implements Codec<List<E>> {
    @Override
    public void write(List<E> values, JsonGenerator out) throws IOException {
        out.writeStartArray();
        for (int i = 0; i < values.size(); i++) {
            try {
                element.write(values.get(i), out);
            } catch (JsonMappingException e) {
                e.prependPath(type, i);
                throw e;
            }
        }
        out.writeEndArray();
    }

    @Override
    public List<E> read(JsonParser in, String what) throws IOException {
        if (in.currentToken() != JsonToken.START_ARRAY) {
            throw Refusal.wrongType(in, List.class, what, "an array");
        }
        List<E> values = new ArrayList<>();
        while (in.nextToken() != JsonToken.END_ARRAY) {
            try {
                values.add(element.read(in, what));
            } catch (JsonMappingException e) {
                e.prependPath(type, values.size());
                throw e;
            }
        }
        return values;
    }
}
