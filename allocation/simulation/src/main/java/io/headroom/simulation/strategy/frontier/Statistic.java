package io.headroom.simulation.strategy.frontier;

import io.headroom.core.Checks;
import java.util.Arrays;
import java.util.Locale;

/** How the figures of several series become one. */
public enum Statistic {
    /** The middle value; of an even number, the mean of the two middle ones. */
    MEDIAN,
    /** The arithmetic mean. */
    MEAN;

    /**
     * The statistic of some values. O(n log n) for the median, else O(n).
     *
     * @param values at least one, none NaN
     * @return the statistic
     * @throws IllegalArgumentException if there is no value or one is NaN
     */
    public double of(double... values) {
        Checks.require(values.length > 0, "number of values 0", "must be 1 or more", "no series is of this class");
        double[] copy = values.clone();
        for (double value : copy) {
            Checks.require(!Double.isNaN(value), "value NaN", "must be a number", "a run was not scored");
        }
        return this == MEDIAN ? median(copy) : mean(copy);
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        int n = values.length;
        double low = values[(n - 1) / 2];
        // Equal values need no arithmetic: infinity minus infinity is no number.
        return low == values[n / 2] ? low : low + 0.5 * (values[n / 2] - low);
    }

    /** Compensated (Neumaier), so that it equals the exactly rounded mean in all but freak cases. */
    private static double mean(double[] values) {
        double sum = 0;
        double lost = 0;
        for (double value : values) {
            double next = sum + value;
            lost += Math.abs(sum) >= Math.abs(value) ? (sum - next) + value : (value - next) + sum;
            sum = next;
        }
        return Double.isFinite(sum) ? (sum + lost) / values.length : sum;
    }

    /** The name as it is written in tables: lower-case. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
