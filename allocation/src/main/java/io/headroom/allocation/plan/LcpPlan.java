package io.headroom.allocation.plan;

import io.headroom.core.Checks;
import java.util.Arrays;

/**
 * Lazy capacity provisioning: units for steps with convex costs and a cost of starting, without foresight. The units stay where they are as
 * long as that lies between two bounds: where the cheapest plan for the steps so far ends if starts are paid for ({@link #lowest}), and where
 * it ends if stops are paid for instead ({@link #highest}).
 *
 * <pre>
 * slope[k] = beta at first
 * slope[k] = clamp(slope[k], 0, beta) + f(k + 1) - f(k)      for each step
 * lowest   = #{k : slope[k] &lt; 0},  highest = #{k : slope[k] &lt;= beta}
 * units    = clamp(units before, lowest, highest)
 * </pre>
 *
 * <p>Costs that are never negative come out at most 3 times the optimum with foresight, if both start from none; no deterministic algorithm in
 * whole units does better. {@link #randomised} takes at most 2 times the optimum in the mean of its draw. With a hard need and linear costs it
 * is the {@link BreakEvenHold}. Sources: Lin, Wierman, Andrew and Thereska, "Dynamic right-sizing for power-proportional data centers", 2011;
 * Albers and Quedenfeld, "Optimal algorithms for right-sizing data centers", 2018. Unlike there, the bounds come from one array of slopes
 * instead of a plan for each step.
 *
 * <p>Immutable and thread-safe. Memory and time of a step: O(most units).
 */
public final class LcpPlan {
    private final double[] slopes;
    private final double start;
    private final int units;

    private LcpPlan(double[] slopes, double start, int units) {
        this.slopes = slopes;
        this.start = start;
        this.units = units;
    }

    /**
     * A plan before its first step.
     *
     * @param most the most units it may have, 0 or more
     * @param start beta: cost of starting one unit, finite, 0 or more
     * @param there units that are there already, 0 or more, at most {@code most}
     * @return the plan
     * @throws IllegalArgumentException if a number is outside its range
     */
    public static LcpPlan start(int most, double start, int there) {
        Checks.inRange(most, 0, Integer.MAX_VALUE - 8, "most units");
        Checks.inRange(there, 0, most, "units that are there");
        double[] slopes = new double[most];
        Arrays.fill(slopes, there, most, Checks.notNegative(start, "cost of a start"));
        return new LcpPlan(slopes, start, there);
    }

    /**
     * The plan after one more step.
     *
     * @param cost the step's cost
     * @return a new plan, whose {@link #units} serve that step
     * @throws IllegalArgumentException if the cost is not convex, NaN, or infinite upwards
     */
    public LcpPlan after(StepCost cost) {
        double[] next = new double[slopes.length];
        double before = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < next.length; k++) {
            double marginal = cost.marginal(k);
            if (!(marginal >= before && marginal < Double.POSITIVE_INFINITY)) {
                throw Checks.failure(
                        "slope " + marginal + " after " + before,
                        "must not fall and must be finite or minus infinity",
                        "the cost of a step is not convex");
            }
            before = marginal;
            next[k] = Math.min(Math.max(slopes[k], 0), start) + marginal;
        }
        LcpPlan moved = new LcpPlan(next, start, units);
        return new LcpPlan(next, start, Math.max(moved.lowest(), Math.min(units, moved.highest())));
    }

    /**
     * The units to have.
     *
     * @return between {@link #lowest} and {@link #highest}
     */
    public int units() {
        return units;
    }

    /**
     * The fewest units that are worth having.
     *
     * @return 0 or more
     */
    public int lowest() {
        return countBelow(0);
    }

    /**
     * The most units that are worth having.
     *
     * @return {@link #lowest} or more
     */
    public int highest() {
        // Slopes never fall from unit to unit.
        int count = lowest();
        while (count < slopes.length && slopes[count] <= start) {
            count++;
        }
        return count;
    }

    /**
     * The units of the randomised plan: those whose slope lies below a share of beta that is drawn once, before the first step.
     *
     * @param draw uniform in (0, 1), the same in all steps
     * @return between {@link #lowest} and {@link #highest}
     * @throws IllegalArgumentException if the draw is not inside (0, 1)
     */
    public int randomised(double draw) {
        return countBelow(Checks.probability(draw, "draw") * start);
    }

    private int countBelow(double bound) {
        int count = 0;
        while (count < slopes.length && slopes[count] < bound) {
            count++;
        }
        return count;
    }
}
