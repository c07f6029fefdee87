package io.headroom.forecasting.internal.autoregression;

import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The lags that a model reads: a few short ones, and neighbourhoods of the seasons. With a day P and a week W these are
 * P and 2P with their neighbours, 3P, 4P, 5P, 6P with its neighbours, and W with its neighbours: what was a day, two
 * days and a week ago carries nearly all that a long autoregression could tell, at a tenth of its coefficients.
 */
public final class LagSet {
    private static final int[] SHORT = {1, 2, 3, 4, 5, 6, 9, 12};
    private static final int[] SHORT_ALONE = {1, 2, 3, 4, 5, 6, 9, 12, 18, 24, 36};

    /** A lag longer than this share of the history would leave too few rows. */
    private static final int LONGEST_SHARE = 3;

    private LagSet() {}

    /**
     * Short lags alone.
     *
     * @param length values in the history
     * @return rising lags; empty if the history has less than 4 values
     */
    public static int[] shortLags(int length) {
        TreeSet<Integer> lags = new TreeSet<>();
        add(lags, length, SHORT_ALONE);
        return array(lags);
    }

    /**
     * Short and seasonal lags.
     *
     * @param period the first season in steps, 2 or more
     * @param longest the longest season in steps; the same as {@code period} if there is one only
     * @param length values in the history
     * @return rising lags
     */
    public static int[] seasonalLags(int period, int longest, int length) {
        TreeSet<Integer> lags = new TreeSet<>();
        add(lags, length, SHORT);
        around(lags, length, period);
        around(lags, length, 2 * period);
        if (longest > period) {
            add(lags, length, 3 * period, 4 * period, 5 * period);
            around(lags, length, 6 * period);
            around(lags, length, longest);
        }
        return array(lags);
    }

    private static void around(SortedSet<Integer> lags, int length, int centre) {
        add(lags, length, centre - 1, centre, centre + 1);
    }

    private static void add(SortedSet<Integer> lags, int length, int... more) {
        for (int lag : more) {
            if (lag >= 1 && lag < length / LONGEST_SHARE) {
                lags.add(lag);
            }
        }
    }

    private static int[] array(SortedSet<Integer> lags) {
        return lags.stream().mapToInt(Integer::intValue).toArray();
    }
}
