package io.headroom.simulation.strategy;

import java.util.Arrays;
import java.util.Objects;

/**
 * The cheapest fleet under perfect foresight, exactly.
 *
 * <p>Minimises {@code sum x[t] + beta * sum max(x[t] - x[t-1], 0)} over whole numbers {@code x[t] >= need[t]}; the
 * fleet at step 0 is free. Cost and constraint split by level (the k-th unit): a level is kept through a gap of g
 * steps without need iff {@code g <= beta}, else it is stopped and started again, so a gap costs
 * {@code min(g, beta)}; the levels' plans are nested. One pass, O(n + sum |need[t] - need[t-1]|) time and
 * O(n + max need) space. Immutable and thread-safe.
 */
public final class OraclePlan {

    private final int[] trajectory;
    private final double cost;
    private final long moves;

    private OraclePlan(int[] trajectory, double cost, long moves) {
        this.trajectory = trajectory;
        this.cost = cost;
        this.moves = moves;
    }

    /**
     * Solves the problem.
     *
     * @param need units needed per step, each at least 0
     * @param bootCostSteps beta: unit-steps paid to start one unit; finite, at least 0
     * @return the optimum
     * @throws IllegalArgumentException if a value is out of its range
     */
    public static OraclePlan of(int[] need, double bootCostSteps) {
        Objects.requireNonNull(need, "need");
        Checks.notNegative("bootCostSteps", bootCostSteps);
        long cost = 0;
        int top = 0;
        for (int units : need) {
            Checks.atLeast("need", units, 0);
            cost += units;
            top = Math.max(top, units);
        }
        return new Solver(need, top, bootCostSteps, cost).solve();
    }

    /**
     * Units needed to serve each step's demand within the objective:
     * {@code max(minUnits, ceil(demand / capacity - 1e-9))}; the margin keeps rounding from inventing a unit.
     *
     * @param demand demand per step, finite and at least 0
     * @param unitCapacity demand that one unit serves within the objective; positive
     * @param minUnits the least number of units, at least 0
     * @return one number per step
     * @throws IllegalArgumentException if a value is out of its range
     */
    public static int[] need(double[] demand, double unitCapacity, int minUnits) {
        DemandValues.check("demand", demand);
        Checks.positive("unitCapacity", unitCapacity);
        Checks.atLeast("minUnits", minUnits, 0);
        int[] need = new int[demand.length];
        for (int t = 0; t < need.length; t++) {
            need[t] = Math.max(minUnits, Units.ceil(demand[t] / unitCapacity - RunScore.EPSILON));
        }
        return need;
    }

    /**
     * The fleet of the optimum.
     *
     * @return a new array, one number of units per step
     */
    public int[] trajectory() {
        return trajectory.clone();
    }

    /**
     * The cost of the optimum.
     *
     * @return unit-steps, starts included
     */
    public double cost() {
        return cost;
    }

    /**
     * The starts and stops of the optimum.
     *
     * @return {@code sum |x[t] - x[t-1]|}
     */
    public long moves() {
        return moves;
    }

    private static final class Solver {
        private final int[] need;
        private final double beta;
        /** Per level, from 0: the step at which its need last ended; 0 if it was never needed. */
        private final int[] left;
        /** Per level: needed at some step so far. */
        private final boolean[] held;
        /** Change from step to step of the units held through gaps. */
        private final int[] change;

        private double cost;
        private long moves;

        Solver(int[] need, int top, double beta, long sum) {
            this.need = need;
            this.beta = beta;
            this.cost = sum;
            this.left = new int[top];
            this.held = new boolean[top];
            this.change = new int[need.length + 1];
        }

        OraclePlan solve() {
            int level = need.length == 0 ? 0 : need[0];
            Arrays.fill(held, 0, level, true);
            for (int t = 1; t < need.length; t++) {
                for (int k = level - 1; k >= need[t]; k--) {
                    left[k] = t;
                }
                for (int k = level; k < need[t]; k++) {
                    resume(k, t);
                }
                level = need[t];
            }
            moves += held.length - level; // needed once, and stopped for good
            int[] x = need.clone();
            int extra = 0;
            for (int t = 0; t < x.length; t++) {
                extra += change[t];
                x[t] += extra;
            }
            return new OraclePlan(x, cost, moves);
        }

        /** Level k is needed again, or for the first time, at step t; its gap reaches back to {@code left[k]}. */
        private void resume(int k, int t) {
            int gap = t - left[k];
            if (gap <= beta) {
                cost += gap;
                change[left[k]]++;
                change[t]--;
            } else {
                cost += beta;
                moves += held[k] ? 2 : 1;
            }
            held[k] = true;
        }
    }
}
