package io.headroom.simulation.strategy;

import java.time.Duration;

/** Whether a demand series is regular or bursty: the two populations that results are reported for. */
public enum DemandClass {
    /** Burst index at most {@value #BURST_LIMIT}. */
    REGULAR,
    /** Burst index above {@value #BURST_LIMIT}. */
    BURSTY;

    /** The burst index above which a series is bursty. */
    public static final double BURST_LIMIT = 0.75;

    private static final double WINDOW_SECONDS = 300;

    /**
     * Classifies demand by its burst index.
     *
     * @param demand evaluated demand per step, finite and at least 0; not empty
     * @param step length of a step, positive
     * @return the class
     * @throws IllegalArgumentException if the demand is empty or out of range, or the step not positive
     */
    public static DemandClass of(double[] demand, Duration step) {
        return ofBurstIndex(burstIndex(demand, step));
    }

    static DemandClass ofBurstIndex(double index) {
        return index > BURST_LIMIT ? BURSTY : REGULAR;
    }

    /**
     * The 99 % quantile over t of (largest demand of the next 5 minutes - demand at t), divided by the mean demand.
     * Steps whose next 5 minutes are not whole are left out. O(n k + n log n) for k steps in 5 minutes.
     *
     * @param demand evaluated demand per step, finite and at least 0; not empty
     * @param step length of a step, positive
     * @return 0 if the demand is all zero or not longer than 5 minutes
     * @throws IllegalArgumentException if the demand is empty or out of range, or the step not positive
     */
    public static double burstIndex(double[] demand, Duration step) {
        DemandValues.check("demand", demand);
        Checks.atLeast("number of demand values", demand.length, 1);
        Checks.positive("step", step);
        // Half to even: the rule of the scorer that this index must equal.
        int ahead = (int) Math.max(1, Math.rint(WINDOW_SECONDS / seconds(step)));
        double mean = mean(demand);
        if (demand.length <= ahead || mean == 0) {
            return 0;
        }
        double[] rises = new double[demand.length - ahead];
        for (int t = 0; t < rises.length; t++) {
            double max = demand[t + 1];
            for (int i = t + 2; i <= t + ahead; i++) {
                max = Math.max(max, demand[i]);
            }
            rises[t] = max - demand[t];
        }
        return Quantiles.linear(rises, 0.99) / mean;
    }

    static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }

    /** Compensated (Neumaier), so that it equals the exactly rounded mean in all but freak cases. */
    private static double mean(double[] values) {
        double sum = 0;
        double lost = 0;
        for (double value : values) {
            double next = sum + value;
            lost += sum >= value ? (sum - next) + value : (value - next) + sum;
            sum = next;
        }
        return (sum + lost) / values.length;
    }
}
