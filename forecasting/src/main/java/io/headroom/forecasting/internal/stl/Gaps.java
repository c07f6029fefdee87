package io.headroom.forecasting.internal.stl;

/** Fills missing values along lines between their neighbours; before the first and after the last value it is held. */
final class Gaps {
    private Gaps() {}

    /** The same array if nothing is missing, otherwise a filled copy; zeros if all are missing. */
    static double[] fill(double[] y) {
        int missing = 0;
        for (double value : y) {
            missing += Double.isNaN(value) ? 1 : 0;
        }
        if (missing == 0) {
            return y;
        }
        double[] filled = y.clone();
        int before = -1;
        for (int i = 0; i < y.length; i++) {
            if (!Double.isNaN(y[i])) {
                between(filled, before, i);
                before = i;
            }
        }
        between(filled, before, y.length);
        return filled;
    }

    private static void between(double[] y, int before, int after) {
        boolean noneBefore = before < 0;
        boolean noneAfter = after >= y.length;
        for (int i = before + 1; i < after; i++) {
            if (noneBefore || noneAfter) {
                y[i] = noneBefore && noneAfter ? 0 : noneBefore ? y[after] : y[before];
            } else {
                y[i] = y[before] + (y[after] - y[before]) * (i - before) / (after - before);
            }
        }
    }
}
