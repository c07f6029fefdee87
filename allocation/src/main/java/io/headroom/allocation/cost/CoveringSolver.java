package io.headroom.allocation.cost;

import org.jspecify.annotations.Nullable;

/**
 * Solves a covering problem exactly. Once a good solution is known, most columns are too dear for a better one; what is left is a smaller
 * covering problem, for which presolving does more, and the search starts anew with that. The limit is on the boxes looked at, not on time,
 * so that the answer is the same everywhere.
 */
final class CoveringSolver {
    /** The search starts anew if no more than this share of the columns is left. */
    private static final double SHRINKS = 0.75;

    private CoveringSolver() {}

    /** What was found. Not to be changed once made. */
    static final class Solution {
        private final int[] units;
        private final long cost;
        private final long bound;

        Solution(int[] units, long cost, long bound) {
            this.units = units;
            this.cost = cost;
            this.bound = bound;
        }

        /** By column. */
        int[] units() {
            return units;
        }

        long cost() {
            return cost;
        }

        /** No solution costs less; equal to the cost if the search was not cut short. */
        long bound() {
            return bound;
        }
    }

    /** The cheapest units. The problem has a solution: all units up to their limits cover it. */
    static Solution solve(Covering problem, int boxes) {
        int[] best = new Rounding(problem).trimmed(problem.limit);
        int[] fixed = new int[problem.columns()];
        int[] columns = new int[problem.columns()];
        for (int j = 0; j < columns.length; j++) {
            columns[j] = j;
        }
        long base = 0;
        int left = boxes;
        Covering rest = problem;
        while (true) {
            Presolve presolve = new Presolve(rest);
            columns = compose(columns, presolve.columns);
            long bestCost = problem.cost(best);
            CoveringSearch search = new CoveringSearch(presolve, bestCost - base);
            Box core = narrow(search, left, presolve.columns.length);
            best = better(best, fixed, columns, search);
            if (core == null) {
                preferBetter(problem, best);
                long cost = problem.cost(best);
                return new Solution(best, cost, Math.min(cost, base + search.bound()));
            }
            left -= search.boxes();
            add(fixed, columns, core.low);
            base = problem.cost(fixed);
            rest = core.problem(presolve.covering);
            columns = compose(columns, core.columns());
        }
    }

    /** Of equal columns the first is used first, whatever the search came upon. */
    private static void preferBetter(Covering p, int[] units) {
        for (int j = units.length - 1; j >= 0; j--) {
            for (int k = 0; k < units.length && units[j] > 0; k++) {
                if (k != j && units[k] < p.limit[k] && Exchange.unitsFor(p, k, j) == 1) {
                    int moved = Math.min(units[j], p.limit[k] - units[k]);
                    units[k] += moved;
                    units[j] -= moved;
                }
            }
        }
    }

    /** Searches until enough columns are fixed to start anew with what is left, or to the end: then null. */
    private static @Nullable Box narrow(CoveringSearch search, int limit, int columns) {
        long known = Long.MAX_VALUE;
        while (search.isOpen() && search.boxes() < limit) {
            search.dive(limit);
            if (search.bestCost() < known && search.isOpen() && search.boxes() < limit) {
                known = search.bestCost();
                Box core = search.core();
                int live = core.columns().length;
                if (live > 0 && live <= SHRINKS * columns) {
                    return core;
                }
            }
        }
        return null;
    }

    private static int[] compose(int[] outer, int[] inner) {
        int[] all = new int[inner.length];
        for (int j = 0; j < inner.length; j++) {
            all[j] = outer[inner[j]];
        }
        return all;
    }

    private static int[] better(int[] best, int[] fixed, int[] columns, CoveringSearch search) {
        if (!search.hasImproved()) {
            return best;
        }
        int[] units = fixed.clone();
        add(units, columns, search.best());
        return units;
    }

    private static void add(int[] units, int[] columns, int[] more) {
        for (int j = 0; j < columns.length; j++) {
            units[columns[j]] += more[j];
        }
    }
}
