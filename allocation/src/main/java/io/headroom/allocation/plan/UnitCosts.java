package io.headroom.allocation.plan;

import io.headroom.core.Checks;

/**
 * What one unit costs over time, in any currency. A step may be any fixed span of time, a second as well as a step of the grid, as long as
 * the steps that are counted elsewhere are the same. Immutable and thread-safe.
 *
 * @param step cost of one step of one unit, used or idle, above 0
 * @param start cost of starting one unit, its booting steps included, 0 or more
 */
public record UnitCosts(double step, double start) {
    /**
     * Checks the ranges.
     *
     * @param step cost of one step of one unit
     * @param start cost of starting one unit
     * @throws IllegalArgumentException if a number is outside its range or not finite
     */
    public UnitCosts {
        Checks.positive(step, "cost of a step");
        start = Checks.notNegative(start, "cost of a start");
    }

    /**
     * The costs of a unit that is paid for while it boots.
     *
     * @param step cost of one step of one unit, above 0
     * @param leadSteps steps that it takes to boot, 0 or more
     * @param fee what a start costs beside them, 0 or more
     * @return the costs
     * @throws IllegalArgumentException if a number is outside its range or not finite
     */
    public static UnitCosts booting(double step, int leadSteps, double fee) {
        Checks.inRange(leadSteps, 0, Integer.MAX_VALUE, "lead in steps");
        return new UnitCosts(step, Checks.notNegative(fee, "fee of a start") + leadSteps * step);
    }

    /**
     * Whether so many idle steps cost no more than a start: a unit that is needed again after them is worth keeping.
     *
     * @param idleSteps number of idle steps, 0 or more
     * @return true up to the break-even
     */
    public boolean worthHolding(long idleSteps) {
        return idleSteps * step <= start;
    }

    /**
     * The most idle steps that cost no more than a start.
     *
     * @return whole steps, 0 or more; {@link Long#MAX_VALUE} if they can't be counted
     */
    public long breakEvenSteps() {
        long steps = (long) (start / step);
        // The quotient may be rounded over a whole number.
        while (steps > 0 && !worthHolding(steps)) {
            steps--;
        }
        return steps < Long.MAX_VALUE && worthHolding(steps + 1) ? steps + 1 : steps;
    }
}
