package io.headroom.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.type.TypeFactory;
import io.headroom.core.Checks;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Makes the exceptions of the codecs: the thing, the value and the bound, then a line that begins "Maybe ...". */
final class Refusal {
    private static final int SHOWN = 60;
    private static final int LONGEST_MESSAGE = 1200;

    private Refusal() {}

    /** The current token begins another type of value than is wanted. */
    static JsonMappingException wrongType(JsonParser in, Class<?> type, String what, String wanted) throws IOException {
        String message = Checks.message(what + " " + shown(in), "must be " + wanted, wrongTypeHint(token(in)));
        return MismatchedInputException.from(in, type, message);
    }

    private static String wrongTypeHint(JsonToken token) {
        return switch (token) {
            case VALUE_NULL -> "it was unknown when the document was written, and the whole entry should be left out";
            case VALUE_STRING -> "it was put in quotes by mistake";
            case VALUE_NUMBER_FLOAT -> "it was written with a fraction or an exponent, or its quotes are missing";
            case VALUE_NUMBER_INT -> "its quotes are missing, or a part was given where the whole was meant";
            case START_OBJECT, START_ARRAY -> "it is nested one level too deep, or two fields were swapped";
            case NOT_AVAILABLE -> "the document was cut off";
            default -> "two fields were swapped";
        };
    }

    /** The current token has the right type and a value that is not allowed. */
    static JsonMappingException badValue(JsonParser in, Class<?> type, String what, String bound, String maybe)
            throws IOException {
        String message = Checks.message(what + " " + shown(in), bound, maybe);
        return InvalidFormatException.from(in, message, in.getText(), type);
    }

    /** A text cannot be turned into a value; the message is ready. */
    static JsonMappingException badText(JsonParser in, Class<?> type, String text, IllegalArgumentException cause) {
        return InvalidFormatException.from(in, cause.getMessage(), text, type);
    }

    /** The core refused to make a value of the fields. */
    static JsonMappingException byCore(JsonParser in, Class<?> type, String what, RuntimeException cause) {
        String message = cause instanceof IllegalArgumentException
                ? withoutMiddle(String.valueOf(cause.getMessage()))
                : Checks.message(
                        what + " (" + cause.getMessage() + ")",
                        "must lie within the range of time",
                        "an index or a step was given in another unit");
        return ValueInstantiationException.from(
                in, message, TypeFactory.defaultInstance().constructType(type), cause);
    }

    /** The core shows whole lists; the bound and the cause are at the end of its messages. */
    private static String withoutMiddle(String message) {
        int half = LONGEST_MESSAGE / 2;
        return message.length() <= LONGEST_MESSAGE
                ? message
                : message.substring(0, half) + " ... " + message.substring(message.length() - half);
    }

    /** A field that an object does not have. */
    static JsonMappingException unknownField(
            JsonParser in, Class<?> type, String name, String form, List<String> known) {
        String shown = shown(name);
        String message = Checks.message(
                "field '" + shown + "' of " + form,
                "is not known",
                "'" + Closest.to(shown, known) + "' was meant; the fields are " + String.join(", ", known));
        JsonMappingException refusal =
                new UnrecognizedPropertyException(in, message, in.currentLocation(), type, name, null);
        refusal.prependPath(type, shown);
        return refusal;
    }

    /** A required field that is not there. */
    static JsonMappingException missingField(JsonParser in, Class<?> type, String name, List<String> present) {
        String message = Checks.message(
                "field '" + name + "' of " + type.getSimpleName(),
                "is missing",
                present.isEmpty()
                        ? "the document was not filled in: it has no field at all"
                        : "the document is of another type: its fields are " + String.join(", ", present));
        JsonMappingException refusal = MismatchedInputException.from(in, type, message);
        refusal.prependPath(type, name);
        return refusal;
    }

    /** A field that comes twice. */
    static JsonMappingException repeatedField(JsonParser in, Class<?> type, String name) {
        JsonMappingException refusal = repeated(in, type, "field '" + name + "' of " + type.getSimpleName());
        refusal.prependPath(type, name);
        return refusal;
    }

    /** A key of a map that comes twice; the path is left to the caller. */
    static JsonMappingException repeatedKey(JsonParser in, String key) {
        return repeated(in, Map.class, "key '" + shown(key) + "'");
    }

    private static JsonMappingException repeated(JsonParser in, Class<?> type, String what) {
        String message = Checks.message(what, "must not be given twice", "two documents were merged by hand");
        return MismatchedInputException.from(in, type, message);
    }

    /** The current token as messages show it. */
    private static String shown(JsonParser in) throws IOException {
        return switch (token(in)) {
            case START_OBJECT -> "{...}";
            case START_ARRAY -> "[...]";
            case VALUE_STRING -> '"' + shown(in.getText()) + '"';
            case NOT_AVAILABLE -> "(nothing)";
            default -> shown(in.getText());
        };
    }

    /** The current token; a buffer of tokens that was cut off has none at its end. */
    private static JsonToken token(JsonParser in) {
        return Objects.requireNonNullElse(in.currentToken(), JsonToken.NOT_AVAILABLE);
    }

    /** A text as messages show it: without control characters, and cut off when it is long. */
    static String shown(String text) {
        String head =
                text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "... (" + text.length() + " characters)";
        return head.replaceAll("\\p{Cntrl}", "?");
    }
}
