package io.headroom.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonMappingException;
import java.io.IOException;

/** Writes the fields of one object; failures get the field's path. Not thread-safe. */
final class FieldWriter {
    private final JsonGenerator out;
    private final Class<?> type;

    FieldWriter(JsonGenerator out, Class<?> type) {
        this.out = out;
        this.type = type;
    }

    <V> void put(Field<V> field, V value) throws IOException {
        out.writeFieldName(field.name());
        try {
            field.codec().write(value, out);
        } catch (JsonMappingException e) {
            e.prependPath(type, field.name());
            throw e;
        }
    }
}
