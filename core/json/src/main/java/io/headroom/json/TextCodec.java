package io.headroom.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonMappingException;
import io.headroom.core.Checks;
import java.io.IOException;
import java.time.DateTimeException;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** A value as a JSON string, or as a field name where it is the key of a map. */
final class TextCodec<T> implements Codec<T> {
    private final Class<T> type;
    private final Function<T, String> writer;
    private final Reader<T> reader;

    /** Makes a value of its text. */
    @FunctionalInterface
    private interface Reader<T> {
        /**
         * Reads a text.
         *
         * @throws IllegalArgumentException with the whole message if it is not such a value
         */
        T read(String text, String what);
    }

    private TextCodec(Class<T> type, Function<T, String> writer, Reader<T> reader) {
        this.type = type;
        this.writer = writer;
        this.reader = reader;
    }

    /**
     * A name whose form the core checks.
     *
     * @param longest largest number of characters, so that messages stay short
     */
    static <T> TextCodec<T> name(Class<T> type, int longest, Function<T, String> writer, Function<String, T> parser) {
        return new TextCodec<>(type, writer, (text, what) -> {
            Checks.require(
                    text.length() <= longest,
                    what + " '" + Refusal.shown(text) + "'",
                    "must have at most " + longest + " characters",
                    "a whole document was given where a name was meant");
            return parser.apply(text);
        });
    }

    /** A point or an amount of time in the ISO-8601 form that its {@code toString} writes. */
    static <T> TextCodec<T> time(Class<T> type, Function<CharSequence, T> parser, String example) {
        return new TextCodec<>(type, Object::toString, (text, what) -> {
            try {
                return parser.apply(text);
            } catch (DateTimeException e) {
                throw new IllegalArgumentException(
                        Checks.message(
                                what + " '" + Refusal.shown(text) + "'",
                                "must be an ISO-8601 " + type.getSimpleName().toLowerCase(Locale.ROOT),
                                "it should read like " + example),
                        e);
            }
        });
    }

    /** One of the constants of an enum. */
    static <E extends Enum<E>> TextCodec<E> oneOf(Class<E> type, Function<E, String> writer) {
        List<E> constants = List.of(type.getEnumConstants());
        List<String> texts = constants.stream().map(writer).toList();
        return new TextCodec<>(type, writer, (text, what) -> {
            int i = texts.indexOf(text);
            String shown = Refusal.shown(text);
            Checks.require(
                    i >= 0,
                    what + " '" + shown + "'",
                    "must be one of " + String.join(", ", texts),
                    "'" + Closest.to(shown, texts) + "' was meant");
            return constants.get(i);
        });
    }

    /** Any text. */
    static TextCodec<String> any() {
        return new TextCodec<>(String.class, text -> text, (text, what) -> text);
    }

    /**
     * The text of a value.
     *
     * @throws IllegalArgumentException if no text would lead back to the value
     */
    String text(T value) {
        return writer.apply(value);
    }

    /**
     * The value of a text.
     *
     * @throws JsonMappingException if there is none
     */
    T parse(JsonParser in, String text, String what) throws JsonMappingException {
        try {
            return reader.read(text, what);
        } catch (IllegalArgumentException e) {
            throw Refusal.badText(in, type, text, e);
        }
    }

    @Override
    public void write(T value, JsonGenerator out) throws IOException {
        out.writeString(text(value));
    }

    @Override
    public T read(JsonParser in, String what) throws IOException {
        if (in.currentToken() != JsonToken.VALUE_STRING) {
            throw Refusal.wrongType(in, type, what, "a string");
        }
        return parse(in, in.getText(), what);
    }
}
