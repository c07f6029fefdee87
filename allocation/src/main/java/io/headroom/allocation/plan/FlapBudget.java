package io.headroom.allocation.plan;

import io.headroom.core.Checks;
import java.time.Duration;
import java.time.Instant;

/**
 * How often units may be started and stopped back and forth. A unit move that undoes an opposite one within a window is a reversal; the budget
 * grows by {@code perUnitDay * units} a day, and holds a day's worth at most, with which it starts. Growth is never
 * refused, so a stop is refused instead, unless the budget covers it: one for each unit that was started within the window, and one more for
 * each unit, which comes back unless it is started again within the window. So if all stops keep to it, there are never more reversals than
 * the budget has granted, whatever growth is needed.
 *
 * <p>Every pool has at least 2 a day, else a small one could never shrink. Pure; immutable and thread-safe.
 *
 * @param perUnitDay reversals for each unit and day, 0 or more
 * @param window time in which an opposite move is a reversal, above zero
 */
public record FlapBudget(double perUnitDay, Duration window) {
    private static final double LEAST = 2;
    private static final double DAY_MILLIS = 86_400_000;

    /**
     * Checks the ranges.
     *
     * @param perUnitDay reversals for each unit and day
     * @param window time in which an opposite move is a reversal
     * @throws IllegalArgumentException if one is outside its range
     */
    public FlapBudget {
        perUnitDay = Checks.notNegative(perUnitDay, "reversals per unit-day");
        Checks.positive(window, "window of reversals");
    }

    /**
     * The least total that the budget allows.
     *
     * @param flaps what has happened
     * @param now when
     * @param committed units that are there, booting ones included, 0 or more
     * @param wanted units that are wanted, 0 or more
     * @return {@code wanted}, or more of {@code committed} if the budget does not cover all stops
     * @throws IllegalArgumentException if a number is negative
     */
    public int allowed(Flaps flaps, Instant now, int committed, int wanted) {
        Checks.inRange(committed, 0, Integer.MAX_VALUE, "committed units");
        Checks.inRange(wanted, 0, Integer.MAX_VALUE, "wanted units");
        if (wanted >= committed) {
            return wanted;
        }
        double free = granted(flaps, now, committed) - Flaps.units(flaps.stops(), now, window);
        long started = Flaps.units(flaps.starts(), now, window);
        double stops = free >= 2.0 * started ? free - started : free / 2;
        return (int) Math.max(wanted, committed - Math.floor(Math.max(0, stops)));
    }

    /**
     * What has happened once units were started or stopped, or nothing changed; to be called at every step.
     *
     * @param flaps what had happened before
     * @param now when
     * @param before units that were there, booting ones included, 0 or more
     * @param after units that are there now, 0 or more
     * @return a copy
     * @throws IllegalArgumentException if a number is negative
     */
    public Flaps after(Flaps flaps, Instant now, int before, int after) {
        Checks.inRange(before, 0, Integer.MAX_VALUE, "units before");
        Checks.inRange(after, 0, Integer.MAX_VALUE, "units after");
        return flaps.moved(now, after - before, granted(flaps, now, before), window);
    }

    /** What the budget holds, reversals so far taken off. */
    private double granted(Flaps flaps, Instant now, int units) {
        double daily = Math.max(LEAST, perUnitDay * units);
        if (flaps.at().isEmpty()) {
            return daily;
        }
        double days = BootTrack.age(flaps.at().get(), now).toMillis() / DAY_MILLIS;
        return Math.min(daily, flaps.left() + days * daily);
    }
}
