package io.headroom.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import java.io.IOException;

/** Writes a value as the key of a map. Immutable and thread-safe. */
final class KeySerializer<T> extends JsonSerializer<T> {
    private final TextCodec<T> codec;

    KeySerializer(TextCodec<T> codec) {
        this.codec = codec;
    }

    @Override
    public void serialize(T value, JsonGenerator out, SerializerProvider serializers) throws IOException {
        String text;
        try {
            text = codec.text(value);
        } catch (IllegalArgumentException e) {
            throw JsonMappingException.from(out, e.getMessage(), e);
        }
        out.writeFieldName(text);
    }
}
