package io.headroom.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;

/** Writes one kind of value to JSON and reads it back. Implementations are immutable and thread-safe. */
interface Codec<T> {
    /**
     * Writes a value as one JSON value.
     *
     * @throws IOException if the generator fails or the value holds a number that JSON has no word for
     */
    void write(T value, JsonGenerator out) throws IOException;

    /**
     * Reads the JSON value that begins at the current token; leaves the parser at its last token.
     *
     * @param in the parser
     * @param what the name of the value for messages
     * @throws IOException if the parser fails or the JSON is not such a value
     */
    T read(JsonParser in, String what) throws IOException;
}
