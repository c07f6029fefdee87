package io.headroom.core;

import java.time.Duration;
import java.util.Locale;

/**
 * Argument checks whose messages name the thing, the value and the bound, then a line that begins "Maybe ...". Adapter and
 * predictor authors may use them for messages of the same form. Stateless and thread-safe.
 */
public final class Checks {
    private Checks() {}

    /**
     * Fails with the standard message when a condition does not hold.
     *
     * @param ok the condition
     * @param what the thing and its value, e.g. "rate -3.0"
     * @param bound the bound that it breaks, e.g. "must be 0 or more"
     * @param maybe the likely cause, without the word "Maybe"
     * @throws IllegalArgumentException if {@code ok} is false
     */
    public static void require(boolean ok, String what, String bound, String maybe) {
        if (!ok) {
            throw failure(what, bound, maybe);
        }
    }

    /**
     * The exception for an argument that breaks a bound: for hot paths, where the parts of the message should be put together only when they
     * are needed.
     *
     * @param what the thing and its value, e.g. "rate -3.0"
     * @param bound the bound that it breaks, e.g. "must be 0 or more"
     * @param maybe the likely cause, without the word "Maybe"
     * @return the exception to throw
     */
    public static IllegalArgumentException failure(String what, String bound, String maybe) {
        return new IllegalArgumentException(message(what, bound, maybe));
    }

    /**
     * The standard message.
     *
     * @param what the thing and its value
     * @param bound the bound that it breaks
     * @param maybe the likely cause, without the word "Maybe"
     * @return the message, in two lines
     */
    public static String message(String what, String bound, String maybe) {
        return what + " " + bound + "." + System.lineSeparator() + "Maybe " + maybe + ".";
    }

    /**
     * Requires a finite number that is not negative.
     *
     * @param value the number
     * @param name what it is, for the message
     * @return the value, with -0.0 turned into 0.0
     * @throws IllegalArgumentException if it is NaN, infinite or below 0
     */
    public static double notNegative(double value, String name) {
        if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
            throw failure(
                    name + " " + value,
                    "must be a finite number of 0 or more",
                    value < 0
                            ? "a counter was reset or two readings were subtracted in the wrong order"
                            : "a reading was missing and should be left out instead");
        }
        return value + 0.0;
    }

    /**
     * Requires a finite number.
     *
     * @param value the number
     * @param name what it is, for the message
     * @return the value
     * @throws IllegalArgumentException if it is NaN or infinite
     */
    public static double finite(double value, String name) {
        if (!Double.isFinite(value)) {
            throw failure(name + " " + value, "must be finite", "a division by zero went before");
        }
        return value;
    }

    /**
     * Requires a number above zero.
     *
     * @param value the number
     * @param name what it is, for the message
     * @return the value
     * @throws IllegalArgumentException if it is NaN, infinite, 0 or below
     */
    public static double positive(double value, String name) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw failure(name + " " + value, "must be a finite number above 0", "the unit is wrong");
        }
        return value;
    }

    /**
     * Requires a whole number inside a range.
     *
     * @param value the number
     * @param low smallest allowed
     * @param high largest allowed
     * @param name what it is, for the message
     * @return the value
     * @throws IllegalArgumentException if it is outside [low, high]
     */
    public static int inRange(int value, int low, int high, String name) {
        if (value < low || value > high) {
            throw failure(
                    name + " " + value,
                    "must lie in [" + low + ", " + high + "]",
                    value < low ? "a setting was left at zero" : "the number was given in another unit");
        }
        return value;
    }

    /**
     * Requires a probability strictly between 0 and 1.
     *
     * @param p the probability
     * @param name what it is, for the message
     * @return the value
     * @throws IllegalArgumentException if it is NaN, 0 or less, 1 or more
     */
    public static double probability(double p, String name) {
        if (!(p > 0 && p < 1)) {
            throw failure(
                    name + " " + p,
                    "must lie strictly between 0 and 1",
                    p > 1 && p <= 100
                            ? String.format(Locale.ROOT, "it was given in percent: write %s", p / 100)
                            : "a quantile of 0 or 1 was meant, which no forecast has");
        }
        return p;
    }

    /**
     * Requires a duration above zero.
     *
     * @param value the duration
     * @param name what it is, for the message
     * @return the value
     * @throws IllegalArgumentException if it is zero or negative
     */
    public static Duration positive(Duration value, String name) {
        if (value.isZero() || value.isNegative()) {
            throw failure(name + " " + value, "must be longer than zero", "start and end were swapped");
        }
        return value;
    }

    /**
     * Requires a name that can stand in file names, keys and reports.
     *
     * @param name the name
     * @param what what it names, for the message
     * @return the name
     * @throws IllegalArgumentException if it is blank, longer than 200 characters, has leading or trailing blanks, a
     *     control character, '&gt;', '/', '#' or half a surrogate pair
     */
    public static String name(String name, String what) {
        if (name.isBlank() || name.length() > 200 || !name.equals(name.strip())) {
            throw failure(
                    what + " '" + name + "'",
                    "must have 1 to 200 characters and no blanks around it",
                    "a field was empty in the source");
        }
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c == '>' || c == '/' || c == '#' || Character.isISOControl(c) || unpaired(name, i)) {
                throw failure(
                        what + " '" + name + "'",
                        "must not contain '>', '/', '#', control characters or half a surrogate pair",
                        "a pair or a path was given where one name was meant");
            }
        }
        return name;
    }

    private static boolean unpaired(String text, int i) {
        char c = text.charAt(i);
        if (Character.isHighSurrogate(c)) {
            return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
        }
        return Character.isLowSurrogate(c) && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
    }
}
