package io.headroom.simulation.report;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Argument checks whose messages name the thing, the value and the bound, and then suggest a cause. */
final class Checks {

    /** The last second of the year 9999: what a browser's calendar and a reader can both be trusted with. */
    static final long LATEST_SECOND = 253_402_300_799L;

    /** The first second of the year 1. */
    static final long EARLIEST_SECOND = -62_135_596_800L;

    private Checks() {}

    static <T> T present(String name, @Nullable T value) {
        if (value == null) {
            throw new NullPointerException(name + " is null\nMaybe a value was not set before the report was built.");
        }
        return value;
    }

    static String text(String name, @Nullable String value) {
        String present = present(name, value);
        if (present.isBlank()) {
            throw refused(
                    name + " is blank, needs at least one visible character",
                    "the name was read from an empty " + "field.");
        }
        return present;
    }

    static void sameLength(String name, int length, String otherName, int otherLength) {
        if (length != otherLength) {
            throw refused(
                    name + " has " + length + " points, " + otherName + " has " + otherLength,
                    "the two were cut at different steps.");
        }
    }

    static void finite(String name, double value) {
        if (!Double.isFinite(value)) {
            throw refused(name + " is " + value + ", needs a finite number", "a ratio was taken over nothing.");
        }
    }

    static void atLeast(String name, double value, double bound) {
        finite(name, value);
        if (value < bound) {
            throw refused(name + " is " + value + ", needs at least " + bound, "two values were swapped.");
        }
    }

    static void atLeast(String name, long value, long bound) {
        if (value < bound) {
            throw refused(name + " is " + value + ", needs at least " + bound, "two values were swapped.");
        }
    }

    static void complete(String name, Samples samples, TimeAxis time) {
        for (int i = 0; i < samples.size(); i++) {
            if (samples.isMissing(i)) {
                throw refused(
                        name + " is missing at " + time.instant(i) + " (point " + i + "), needs a value at every step",
                        "the run stopped before it filled the array.");
            }
        }
    }

    static void notNegative(String name, Samples samples, TimeAxis time) {
        for (int i = 0; i < samples.size(); i++) {
            if (samples.at(i) < 0) {
                throw refused(
                        name + " is " + samples.at(i) + " at " + time.instant(i) + " (point " + i
                                + "), needs at least 0",
                        "a delta was passed where a level is meant.");
            }
        }
    }

    static Instant instant(String name, @Nullable Instant value) {
        Instant present = present(name, value);
        second(name, present.getEpochSecond());
        return present;
    }

    static void second(String name, long epochSecond) {
        if (epochSecond < EARLIEST_SECOND || epochSecond > LATEST_SECOND) {
            throw refused(
                    name + " is epoch second " + epochSecond + ", outside the years 1 to 9999",
                    "milliseconds were passed as seconds.");
        }
    }

    static IllegalArgumentException refused(String what, String maybe) {
        return new IllegalArgumentException(what + "\nMaybe " + maybe);
    }
}
