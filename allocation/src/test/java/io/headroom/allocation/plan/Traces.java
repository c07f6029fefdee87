package io.headroom.allocation.plan;

import java.util.Random;

/** Needs that a test plays, and what plans for them cost. */
final class Traces {
    private Traces() {}

    /** Random needs that jump, stay, and come back after gaps around the break-even. */
    static int[] random(Random random, int steps, int top, int breakEven) {
        int[] need = new int[steps];
        int level = random.nextInt(top + 1);
        int left = 0;
        for (int t = 0; t < steps; t++) {
            if (left-- == 0) {
                level = random.nextInt(3) == 0 ? 0 : random.nextInt(top + 1);
                left = random.nextBoolean() ? 0 : random.nextInt(2 * breakEven + 3);
            }
            need[t] = level;
        }
        return need;
    }

    /** Sum of units and starts, from none, of a plan that meets every need. */
    static double cost(int[] units, UnitCosts costs) {
        double sum = 0;
        int before = 0;
        for (int x : units) {
            sum += costs.step() * x + costs.start() * Math.max(0, x - before);
            before = x;
        }
        return sum;
    }

    /** The least cost of any plan from none for convex costs, by dynamic programming over the units. */
    static double optimum(double[][] cost, double start) {
        int top = cost[0].length - 1;
        double[] best = new double[top + 1];
        for (int x = 0; x <= top; x++) {
            best[x] = start * x;
        }
        for (double[] now : cost) {
            double[] next = new double[top + 1];
            for (int x = 0; x <= top; x++) {
                next[x] = Double.POSITIVE_INFINITY;
                for (int y = 0; y <= top; y++) {
                    next[x] = Math.min(next[x], best[y] + start * Math.max(0, x - y) + now[x]);
                }
            }
            best = next;
        }
        double least = Double.POSITIVE_INFINITY;
        for (double b : best) {
            least = Math.min(least, b);
        }
        return least;
    }

    /** The cost of each number of units up to the top, as a table. */
    static double[][] needCosts(int[] need, int top, double price) {
        double[][] cost = new double[need.length][top + 1];
        for (int t = 0; t < need.length; t++) {
            for (int x = 0; x <= top; x++) {
                cost[t][x] = x < need[t] ? Double.POSITIVE_INFINITY : price * x;
            }
        }
        return cost;
    }
}
