package io.headroom.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.headroom.core.Checks;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Hands a codec to Jackson for reading. Immutable and thread-safe. */
final class CodecDeserializer<T> extends JsonDeserializer<T> {
    private final Class<T> type;
    private final Codec<T> codec;

    CodecDeserializer(Class<T> type, Codec<T> codec) {
        this.type = type;
        this.codec = codec;
    }

    @Override
    public Class<T> handledType() {
        return type;
    }

    @Override
    public boolean isCachable() {
        return true;
    }

    @Override
    public T deserialize(JsonParser in, DeserializationContext context) throws IOException {
        return codec.read(in, type.getSimpleName());
    }

    /** Jackson asks this where the document says null. */
    @Override
    public T getNullValue(DeserializationContext context) throws JsonMappingException {
        String message = Checks.message(
                type.getSimpleName() + " null",
                "must be a value",
                "it was unknown when the document was written, and the whole entry should be left out");
        throw MismatchedInputException.from(context.getParser(), type, message);
    }

    /** Jackson asks this where a property of a host's own type is absent: the host decides whether that is right. */
    @Override
    public @Nullable Object getAbsentValue(DeserializationContext context) {
        return null;
    }
}
