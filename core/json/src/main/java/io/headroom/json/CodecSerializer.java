package io.headroom.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import java.io.IOException;

/** Hands a codec to Jackson for writing. Immutable and thread-safe. */
final class CodecSerializer<T> extends JsonSerializer<T> {
    private final Class<T> type;
    private final Codec<T> codec;

    CodecSerializer(Class<T> type, Codec<T> codec) {
        this.type = type;
        this.codec = codec;
    }

    @Override
    public Class<T> handledType() {
        return type;
    }

    @Override
    public void serialize(T value, JsonGenerator out, SerializerProvider serializers) throws IOException {
        codec.write(value, out);
    }
}
