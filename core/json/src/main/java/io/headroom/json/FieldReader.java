package io.headroom.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonMappingException;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The fields of one object as they are read; failures get the field's path. Not thread-safe. */
final class FieldReader {
    private final JsonParser in;
    private final Class<?> type;
    private final Map<String, Field<?>> fields;
    private final Map<String, Object> values = new LinkedHashMap<>();

    FieldReader(JsonParser in, Class<?> type, Map<String, Field<?>> fields) {
        this.in = in;
        this.type = type;
        this.fields = fields;
    }

    /** Reads the field whose name is the current token. */
    void readField() throws IOException {
        String name = in.currentName();
        Field<?> field = fields.get(name);
        if (field == null) {
            throw Refusal.unknownField(in, type, name, type.getSimpleName(), List.copyOf(fields.keySet()));
        }
        if (values.containsKey(name)) {
            throw Refusal.repeatedField(in, type, name);
        }
        in.nextToken();
        try {
            values.put(name, field.codec().read(in, name));
        } catch (JsonMappingException e) {
            e.prependPath(type, name);
            throw e;
        }
    }

    /**
     * The value of a required field.
     *
     * @throws JsonMappingException if the field is missing
     */
    <V> V get(Field<V> field) throws JsonMappingException {
        Optional<V> value = find(field);
        if (value.isEmpty()) {
            throw Refusal.missingField(in, type, field.name(), List.copyOf(values.keySet()));
        }
        return value.get();
    }

    /** The value of a field that may be absent. */
    @SuppressWarnings("unchecked") // readField put what the field's own codec read
    <V> Optional<V> find(Field<V> field) {
        return Optional.ofNullable((V) values.get(field.name()));
    }

    /** Whether a field was there. */
    boolean has(Field<?> field) {
        return values.containsKey(field.name());
    }

    /**
     * Requires that no other field was there.
     *
     * @param form what has these fields, for the message
     * @param allowed the fields
     * @throws JsonMappingException if there was another one
     */
    void only(String form, List<Field<?>> allowed) throws JsonMappingException {
        List<String> names = allowed.stream().<String>map(Field::name).toList();
        for (String name : values.keySet()) {
            if (!names.contains(name)) {
                throw Refusal.unknownField(in, type, name, form, names);
            }
        }
    }
}
