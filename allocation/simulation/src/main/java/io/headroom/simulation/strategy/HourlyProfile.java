package io.headroom.simulation.strategy;

import java.time.Duration;
import java.util.Arrays;

/**
 * A forecast by the mean demand of the same hour on the last days.
 *
 * <p>The forecast of hour h is the mean over k = 1..14 of the mean demand of hour h - 24 k, with weight
 * {@code 0.8^(k-1)}, taking only hours that were over at the last refresh; a refresh is every sixth hour, counted from
 * the first sample; 0 if there is none. Stateful, for one thread; O(1) per step and forecast.
 */
final class HourlyProfile {

    private static final long HOUR_NANOS = Duration.ofHours(1).toNanos();
    private static final int REFRESH_HOURS = 6;
    private static final int DAY_HOURS = 24;
    private static final int DAYS = 14;
    private static final double DECAY = 0.8;

    private final long stepNanos;
    private double[] sums = new double[64];
    private int[] counts = new int[64];
    private int observed;

    HourlyProfile(Duration step) {
        this.stepNanos = Checks.positive("step", step).toNanos();
    }

    /** Takes in the steps that are new in {@code seen}. */
    void observe(SeenDemand seen) {
        for (; observed < seen.size(); observed++) {
            int hour = hour(observed);
            if (hour >= sums.length) {
                int length = Math.max(hour + 1, 2 * sums.length);
                sums = Arrays.copyOf(sums, length);
                counts = Arrays.copyOf(counts, length);
            }
            sums[hour] += seen.at(observed);
            counts[hour]++;
        }
    }

    /** The mean demand per step expected in the hour of a step, from the last refresh before the next step to come. */
    double forecast(int step) {
        int refreshed = hour(observed) / REFRESH_HOURS * REFRESH_HOURS;
        double sum = 0;
        double weights = 0;
        double weight = 1;
        int hour = hour(step);
        for (int day = 1; day <= DAYS; day++, weight *= DECAY) {
            int past = hour - DAY_HOURS * day;
            if (past >= 0 && past < refreshed && counts[past] > 0) {
                sum += weight * (sums[past] / counts[past]);
                weights += weight;
            }
        }
        return weights == 0 ? 0 : sum / weights;
    }

    private int hour(int step) {
        return Math.toIntExact(Math.multiplyExact(step, stepNanos) / HOUR_NANOS);
    }
}
