package io.headroom.forecasting;

import io.headroom.core.Rung;
import java.util.Arrays;
import java.util.List;

/**
 * The declared seasons that a history is long enough for: those of which it spans two. Immutable as long as nobody writes
 * to the array: it stays inside the package.
 */
final class Seasons {
    private static final long LONGEST = 10_000_000;

    private final int[] periods;
    private final int declared;

    private Seasons(int[] periods, int declared) {
        this.periods = periods;
        this.declared = declared;
    }

    static Seasons fitting(List<Integer> declared, int length) {
        int[] periods = declared.stream()
                .mapToInt(Integer::intValue)
                .filter(period -> 2L * period <= length)
                .toArray();
        return new Seasons(periods, declared.size());
    }

    /** Steps in each, rising. */
    int[] periods() {
        return periods;
    }

    /** The shortest; 1 if there is none. */
    int shortest() {
        return periods.length == 0 ? 1 : periods[0];
    }

    Rung rung() {
        return periods.length == declared ? Rung.FULL : Rung.RESTRICTED;
    }

    String reason() {
        return periods.length == declared
                ? ""
                : "less than two seasons of data for " + (declared - periods.length) + " of " + declared + " seasons";
    }

    /** Steps until all seasons start together; the longest one if that takes too long. */
    static int common(int... periods) {
        long common = 1;
        for (int period : periods) {
            long a = common;
            long b = period;
            while (b != 0) {
                long rest = a % b;
                a = b;
                b = rest;
            }
            common = common / a * period;
            if (common > LONGEST) {
                return Arrays.stream(periods).max().getAsInt();
            }
        }
        return (int) common;
    }
}
