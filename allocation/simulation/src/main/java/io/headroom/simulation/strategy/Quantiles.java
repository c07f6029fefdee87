package io.headroom.simulation.strategy;

import java.util.Arrays;

/** Quantiles by linear interpolation between order statistics. */
final class Quantiles {

    private Quantiles() {}

    /**
     * {@code v[i] + (p - i) (v[i + 1] - v[i])} with {@code p = q (n - 1)} and {@code i = floor(p)} over the sorted
     * values; O(n log n).
     */
    static double linear(double[] values, double q) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double position = q * (sorted.length - 1);
        int low = (int) Math.floor(position);
        int high = Math.min(low + 1, sorted.length - 1);
        return sorted[low] + (position - low) * (sorted[high] - sorted[low]);
    }
}
