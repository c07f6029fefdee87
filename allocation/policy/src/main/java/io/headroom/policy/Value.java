package io.headroom.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * A value of a document, with its path for messages. What it is asked for and is not, it refuses. Immutable.
 *
 * @param path where in the document
 * @param json the value
 */
record Value(String path, JsonNode json) {
    /** Where there is a limit and none is meant. */
    static final String NONE = "none";

    /** As the schema has them: Java reads more, such as signs and lower case, which other programs do not. */
    static final Pattern DURATION =
            Pattern.compile("^P(?!$)(\\d+D)?(T(?=\\d)(\\d+H)?(\\d+M)?(\\d+(\\.\\d{1,9})?S)?)?$");

    static final Pattern INSTANT =
            Pattern.compile("^[+-]?\\d{4,10}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,9})?)?Z$");
    static final Pattern TIME_OF_DAY = Pattern.compile("^([01]\\d|2[0-3]):[0-5]\\d(:[0-5]\\d(\\.\\d{1,9})?)?$");

    private static final Pattern ANY = Pattern.compile("\\S");
    private static final int SHOWN = 60;

    PolicyException refused(String bound, String maybe) {
        String text = json.isContainerNode() ? (json.isArray() ? "[...]" : "{...}") : json.toString();
        String head = text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "...";
        return PolicyException.of(path, head.replaceAll("\\p{Cntrl}", "?"), bound, maybe);
    }

    /** Makes a value of checked parts; what they break together is told with the path. */
    <T> T make(Supplier<T> parts) {
        try {
            return parts.get();
        } catch (PolicyException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw PolicyException.by(path, e);
        }
    }

    boolean isNone() {
        return json.isTextual() && json.textValue().equals(NONE);
    }

    private double number(boolean fits, String bound, String maybe) {
        if (!json.isNumber()) {
            throw refused(bound, json.isTextual() ? "its quotes are too much" : "two fields were swapped");
        }
        if (!fits || !Double.isFinite(json.doubleValue())) {
            throw refused(bound, maybe);
        }
        return json.doubleValue();
    }

    /** A finite number of 0 or more. */
    double notNegative() {
        return number(json.doubleValue() >= 0, "must be a number of 0 or more", "the sign is wrong") + 0.0;
    }

    /** A finite number above 0. */
    double positive() {
        return number(json.doubleValue() > 0, "must be a number above 0", "'pause' was meant, or 'none'");
    }

    /** A finite number of 1 or more. */
    double factor() {
        return number(json.doubleValue() >= 1, "must be a number of 1 or more", "it was given in another unit");
    }

    /** A number strictly between 0 and 1. */
    double probability() {
        double p = json.doubleValue();
        return number(p > 0 && p < 1, "must lie strictly between 0 and 1", "it was given in percent");
    }

    /** A number in (0, 1]. */
    double share() {
        double share = json.doubleValue();
        return number(share > 0 && share <= 1, "must lie in (0, 1]", "it was given in percent");
    }

    /** A number in [0, 100]. */
    double percent() {
        double percent = json.doubleValue();
        return number(percent >= 0 && percent <= 100, "must lie in [0, 100]", "an amount was meant");
    }

    /** A limit of 0 or more, or none. */
    double limit() {
        return isNone() ? Double.POSITIVE_INFINITY : notNegative();
    }

    /** A limit above 0, or none. */
    double positiveLimit() {
        return isNone() ? Double.POSITIVE_INFINITY : positive();
    }

    /** A whole number of 1 or more. */
    int count() {
        if (!json.isIntegralNumber() || !json.canConvertToInt() || json.intValue() < 1) {
            throw refused("must be a whole number of 1 or more", "the number was given in another unit");
        }
        return json.intValue();
    }

    String text() {
        if (!json.isTextual() || json.textValue().isBlank()) {
            throw refused("must be a text", "its quotes are missing");
        }
        return json.textValue();
    }

    private <T> T parsed(Pattern form, Function<String, T> parse, String kind, String example) {
        if (!json.isTextual()) {
            throw refused("must be " + kind + " such as \"" + example + "\"", "its quotes are missing");
        }
        if (!form.matcher(json.textValue()).find()) {
            throw refused("must be " + kind + " such as \"" + example + "\"", "it was written the way of another tool");
        }
        try {
            return parse.apply(json.textValue());
        } catch (DateTimeException e) {
            PolicyException refusal =
                    refused("must be " + kind + " such as \"" + example + "\"", "it is none of this world");
            throw new PolicyException(path, String.valueOf(refusal.getMessage()), e);
        }
    }

    /** A duration of 0 or more. */
    Duration duration() {
        return parsed(DURATION, Duration::parse, "a duration", "PT5M");
    }

    /** A duration above 0. */
    Duration positiveDuration() {
        Duration duration = duration();
        if (duration.isZero()) {
            throw refused("must be a duration above 0", "the field should be left out");
        }
        return duration;
    }

    Instant instant() {
        return parsed(INSTANT, Instant::parse, "an instant", "2026-01-31T12:00:00Z");
    }

    ZoneId zone() {
        return parsed(ANY, ZoneId::of, "a time zone", "Europe/Berlin");
    }

    LocalTime time() {
        return parsed(TIME_OF_DAY, LocalTime::parse, "a time of day", "08:30");
    }

    /** A constant by its word. */
    <E extends Enum<E>> E word(Class<E> type) {
        for (E constant : type.getEnumConstants()) {
            if (json.isTextual() && json.textValue().equals(Words.of(constant))) {
                return constant;
            }
        }
        List<String> words = Words.all(type);
        throw refused(
                "must be one of " + String.join(", ", words),
                "'" + Words.closest(json.asText(), words) + "' was meant");
    }

    List<Value> list() {
        if (!json.isArray()) {
            throw refused("must be a list", "the brackets or the dashes are missing");
        }
        List<Value> values = new ArrayList<>(json.size());
        for (int i = 0; i < json.size(); i++) {
            values.add(new Value(path + "[" + i + "]", json.get(i)));
        }
        return values;
    }

    /** An object that has no other fields. */
    Fields fields(List<String> known) {
        Fields fields = fields();
        fields.only(known);
        return fields;
    }

    /** An object with any keys. */
    Fields fields() {
        if (!json.isObject()) {
            throw refused("must be an object", "the braces or the indentation are missing");
        }
        return new Fields(this);
    }
}
