package io.headroom.simulation.strategy;

import java.util.Arrays;

/** Checks and repairs of raw demand; NaN marks a missing value. */
final class DemandValues {

    private DemandValues() {}

    /** Throws unless every value is finite and at least 0. */
    static void check(String name, double[] values) {
        for (int i = 0; i < values.length; i++) {
            if (!(values[i] >= 0) || Double.isInfinite(values[i])) {
                throw new IllegalArgumentException(name + " at index " + i + " is " + values[i]
                        + ", but must be finite and at least 0\nMaybe a missing value was not filled?");
            }
        }
    }

    /** Index of the first value present, or the length if there is none. */
    static int firstPresent(double[] values) {
        int first = 0;
        while (first < values.length && Double.isNaN(values[first])) {
            first++;
        }
        return first;
    }

    /** A copy without the missing values at both ends, and with those inside interpolated linearly. */
    static double[] repaired(double[] values) {
        int first = firstPresent(values);
        int end = values.length;
        while (end > first && Double.isNaN(values[end - 1])) {
            end--;
        }
        double[] out = Arrays.copyOfRange(values, first, end);
        int left = 0;
        for (int i = 1; i < out.length; i++) {
            if (Double.isNaN(out[i])) {
                continue;
            }
            double slope = (out[i] - out[left]) / (i - left);
            for (int gap = left + 1; gap < i; gap++) {
                out[gap] = out[left] + slope * (gap - left);
            }
            left = i;
        }
        return out;
    }
}
