package io.headroom.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonMappingException;
import java.io.IOException;
import java.time.DateTimeException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A value as a JSON object: written in the order of {@link #put}, read in any order, no field unknown or repeated. */
abstract class ObjectCodec<T> implements Codec<T> {
    private final Class<?> type;
    private final Map<String, Field<?>> fields = new LinkedHashMap<>();

    /**
     * Describes an object.
     *
     * @param type what messages and paths name
     * @param fields all fields that it may have
     */
    ObjectCodec(Class<?> type, List<Field<?>> fields) {
        this.type = type;
        fields.forEach(field -> this.fields.put(field.name(), field));
    }

    /**
     * Puts the fields of a value, in their order.
     *
     * @throws IllegalArgumentException if the value could not be read back
     */
    abstract void put(T value, FieldWriter out) throws IOException;

    /** Makes a value of the fields that were read. */
    abstract T make(FieldReader in) throws IOException;

    @Override
    public final void write(T value, JsonGenerator out) throws IOException {
        out.writeStartObject();
        try {
            put(value, new FieldWriter(out, type));
        } catch (IllegalArgumentException e) {
            throw JsonMappingException.from(out, e.getMessage(), e);
        }
        out.writeEndObject();
    }

    @Override
    public final T read(JsonParser in, String what) throws IOException {
        if (in.currentToken() != JsonToken.START_OBJECT) {
            throw Refusal.wrongType(in, type, what, "an object");
        }
        FieldReader reader = new FieldReader(in, type, fields);
        while (in.nextToken() == JsonToken.FIELD_NAME) {
            reader.readField();
        }
        try {
            return make(reader);
        } catch (IllegalArgumentException | ArithmeticException | DateTimeException e) {
            throw Refusal.byCore(in, type, what, e);
        }
    }
}
