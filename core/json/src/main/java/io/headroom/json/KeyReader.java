package io.headroom.json;

import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.KeyDeserializer;
import java.io.IOException;
import java.util.Map;

/** Reads the key of a map. Immutable and thread-safe. */
final class KeyReader extends KeyDeserializer {
    private final TextCodec<?> codec;

    KeyReader(TextCodec<?> codec) {
        this.codec = codec;
    }

    @Override
    public Object deserializeKey(String key, DeserializationContext context) throws IOException {
        try {
            return codec.parse(context.getParser(), key, "key");
        } catch (JsonMappingException e) {
            e.prependPath(Map.class, Refusal.shown(key));
            throw e;
        }
    }
}
