package io.headroom.core;

/**
 * The units of one node group, by state. All of them are paid for. Immutable and thread-safe.
 *
 * @param allocated usable now and assigned, 0 or more
 * @param booting asked for, not yet usable, to be assigned, 0 or more
 * @param warm usable now but unassigned, waiting in the pool to be handed out, 0 or more
 * @param warming asked for, not yet usable, meant for the warm stock, 0 or more
 */
public record Stock(int allocated, int booting, int warm, int warming) {
    /** No unit. */
    public static final Stock EMPTY = new Stock(0, 0, 0, 0);

    /**
     * Checks the counts.
     *
     * @param allocated usable now and assigned
     * @param booting asked for
     * @param warm usable now but unassigned
     * @param warming asked for
     * @throws IllegalArgumentException if one is negative
     */
    public Stock {
        Checks.inRange(allocated, 0, Integer.MAX_VALUE, "allocated units");
        Checks.inRange(booting, 0, Integer.MAX_VALUE, "booting units");
        Checks.inRange(warm, 0, Integer.MAX_VALUE, "warm units");
        Checks.inRange(warming, 0, Integer.MAX_VALUE, "warming units");
    }

    /**
     * Units that are assigned once all have booted.
     *
     * @return allocated + booting
     * @throws ArithmeticException if the sum overflows
     */
    public int committed() {
        return Math.addExact(allocated, booting);
    }

    /**
     * Units paid for.
     *
     * @return allocated + booting + warm + warming
     * @throws ArithmeticException if the sum overflows
     */
    public int paid() {
        return Math.addExact(committed(), Math.addExact(warm, warming));
    }
}
