package io.headroom.simulation.report;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/**
 * The instants of a chart's points, in whole seconds, strictly increasing, at least two. Each point stands for the step
 * that begins there. Immutable and thread-safe.
 */
public final class TimeAxis {

    private final long[] seconds;

    private TimeAxis(long[] seconds) {
        this.seconds = seconds;
    }

    /**
     * An axis of the given instants.
     *
     * @param epochSeconds seconds since 1970-01-01T00:00Z, strictly increasing, at least two; copied
     * @return the axis
     * @throws IllegalArgumentException if there are fewer than two, they do not increase, or one leaves the years 1 to
     *     9999
     */
    public static TimeAxis ofEpochSeconds(long... epochSeconds) {
        long[] copy = Checks.present("epoch seconds", epochSeconds).clone();
        if (copy.length < 2) {
            throw Checks.refused(
                    "time axis has " + copy.length + " points, needs at least 2", "the run evaluated no step.");
        }
        for (int i = 0; i < copy.length; i++) {
            Checks.second("point " + i + " of time axis", copy[i]);
            if (i > 0 && copy[i] <= copy[i - 1]) {
                throw Checks.refused(
                        "point " + i + " of time axis is " + copy[i] + ", needs to be after " + copy[i - 1],
                        "the points are not sorted, or one is there twice.");
            }
        }
        return new TimeAxis(copy);
    }

    /**
     * An axis of equal steps.
     *
     * @param start the first point
     * @param step the distance of two points, whole seconds, at least one
     * @param count how many points, at least 2
     * @return the axis
     * @throws IllegalArgumentException if the step is not whole positive seconds, there are fewer than two points, or
     *     the axis leaves the years 1 to 9999
     */
    public static TimeAxis regular(Instant start, Duration step, int count) {
        long first = Checks.instant("start of time axis", start).getEpochSecond();
        long width = Checks.present("step of time axis", step).toSeconds();
        if (width < 1 || !step.equals(Duration.ofSeconds(width))) {
            throw Checks.refused(
                    "step of time axis is " + step + ", needs whole seconds, at least 1", "it was meant in minutes.");
        }
        if (count < 2) {
            throw Checks.refused("time axis has " + count + " points, needs at least 2", "the run evaluated no step.");
        }
        if (width > (Checks.LATEST_SECOND - first) / count) {
            throw Checks.refused(
                    "time axis of " + count + " steps of " + step + " from " + start + " passes the year 9999",
                    "the step is too long.");
        }
        long[] seconds = new long[count];
        for (int i = 0; i < count; i++) {
            seconds[i] = first + i * width;
        }
        return new TimeAxis(seconds);
    }

    /**
     * How many points there are.
     *
     * @return the length, at least 2
     */
    public int size() {
        return seconds.length;
    }

    /**
     * One point.
     *
     * @param index from 0 to {@code size() - 1}
     * @return seconds since 1970-01-01T00:00Z
     * @throws ArrayIndexOutOfBoundsException if there is no such point
     */
    public long epochSecond(int index) {
        return seconds[index];
    }

    /** Returns one point as an instant. */
    Instant instant(int index) {
        return Instant.ofEpochSecond(seconds[index]);
    }

    /** Returns where the step of the last point ends, taking it to be as long as the one before. */
    long endSecond() {
        int last = seconds.length - 1;
        return seconds[last] + stepSeconds(last);
    }

    /** Returns the length in seconds of the step that begins at a point; the last is as long as the one before it. */
    long stepSeconds(int index) {
        int from = Math.min(index, seconds.length - 2);
        return seconds[from + 1] - seconds[from];
    }

    /** Returns whether all steps are of one length. */
    boolean isRegular() {
        long step = stepSeconds(0);
        for (int i = 1; i < seconds.length - 1; i++) {
            if (stepSeconds(i) != step) {
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TimeAxis axis && Arrays.equals(seconds, axis.seconds);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(seconds);
    }

    @Override
    public String toString() {
        return "TimeAxis[" + instant(0) + ", " + instant(seconds.length - 1) + ", " + seconds.length + " points]";
    }
}
