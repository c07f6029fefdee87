package io.headroom.allocation.cost;

/**
 * What can be said of one box at a time: tightens it, bounds it by its linear relaxation, rounds that to a solution, tightens it by reduced
 * costs, and says where to split it. In the relaxation, amounts are cut to what is left to cover, and that is raised to the next multiple
 * of the amounts' greatest common divisor; both make its bound much tighter. Not thread-safe.
 */
final class BoxModel {
    /** Closer to a whole number counts as whole. */
    private static final double WHOLE = 1e-6;
    /** Reduced costs below it are too inexact to fix a column by. */
    private static final double REDUCED = 1e-9;
    /** Share by which a bound may be off once it is a cost again. */
    private static final double ROUNDING = 1e-12;

    private final Covering p;
    private final Rules rules;
    private final Relaxation relaxation;
    private final Rounding rounding;
    /** What is left to cover, by row. */
    private final long[] left;

    private final double[] perNeed;
    /** The columns in the relaxation, and their low ends. */
    private final int[] loaded;

    private final int[] start;
    /** Cost of the box's low ends, one unit of the relaxation's cost, and what costs are multiples of. */
    private long base;

    private double scale;
    private long divisor;
    private double relaxed;

    BoxModel(Presolve presolve) {
        p = presolve.covering;
        rules = presolve.rules;
        relaxation = new Relaxation(p.columns(), p.rows());
        rounding = new Rounding(p);
        left = new long[p.rows()];
        perNeed = new double[p.rows()];
        loaded = new int[p.columns()];
        start = new int[p.columns()];
    }

    /** Tightens a box by what is left to cover and to spend; false if nothing in it costs less than the best. */
    boolean tighten(Box box, long bestCost) {
        int[] low = box.low;
        int[] high = box.high;
        if (!rules.tighten(low, high)) {
            return false;
        }
        base = p.cost(low);
        long budget = bestCost - base;
        if (budget <= 0) {
            return false;
        }
        for (int i = 0; i < left.length; i++) {
            left[i] = p.left(i, low);
        }
        for (int j = 0; j < low.length; j++) {
            int most = high[j] - low[j];
            if (most > 0) {
                most = p.useful(j, left, most);
                if ((double) p.cost[j] * most > 0.999 * budget) {
                    most = (int) Math.min(most, (budget - 1) / p.cost[j]);
                }
                high[j] = low[j] + most;
            }
        }
        return p.covers(high);
    }

    /** Whether the low ends of the tightened box cover everything. */
    boolean isCovered() {
        for (long l : left) {
            if (l > 0) {
                return false;
            }
        }
        return true;
    }

    /** Bounds the tightened box: what a solution in it costs at least. */
    long bound(Box box, long bestCost) {
        load(box, bestCost);
        relaxed = relaxation.solve();
        double value = base + relaxed * scale;
        value -= ROUNDING * Math.abs(value);
        if (value >= bestCost) {
            return bestCost;
        }
        return value > base ? base + Covering.unitsFor((long) Math.ceil(value) - base, divisor) * divisor : base;
    }

    private void load(Box box, long bestCost) {
        scale = bestCost - base;
        divisor = 0;
        int rows = 0;
        for (int i = 0; i < left.length; i++) {
            if (left[i] > 0) {
                perNeed[i] = 1.0 / raised(i, box);
                rows++;
            }
        }
        int n = 0;
        for (int j = 0; j < box.low.length; j++) {
            if (box.high[j] > box.low[j]) {
                int row = 0;
                for (int i = 0; i < left.length; i++) {
                    if (left[i] > 0) {
                        long a = p.amount[j][i];
                        relaxation.a[n][row++] = a >= left[i] ? 1 : a * perNeed[i];
                    }
                }
                relaxation.c[n] = p.cost[j] / scale;
                relaxation.u[n] = box.high[j] - box.low[j];
                divisor = divisor > 0 && p.cost[j] % divisor == 0 ? divisor : Covering.divisor(divisor, p.cost[j]);
                start[n] = box.low[j];
                loaded[n++] = j;
            }
        }
        relaxation.columns = n;
        relaxation.rows = rows;
        divisor = Math.max(1, divisor);
    }

    /** What is left of a row, raised to the next multiple of what its columns bring. */
    private long raised(int row, Box box) {
        long need = left[row];
        long common = 0;
        for (int j = 0; j < box.low.length; j++) {
            long a = p.amount[j][row];
            if (box.high[j] > box.low[j] && a > 0 && a < need) {
                common = Covering.divisor(common, a);
                if (need % common == 0) {
                    return need;
                }
            }
        }
        return common == 0 ? need : Covering.unitsFor(need, common) * common;
    }

    /** Rounds the relaxation's solution up and takes away what it can do without; false if that does not cover. */
    boolean round(Box box, int[] units) {
        System.arraycopy(box.low, 0, units, 0, units.length);
        for (int k = 0; k < relaxation.columns; k++) {
            units[loaded[k]] += (int) Math.min(relaxation.u[k], Math.ceil(relaxation.z[k] - WHOLE));
        }
        return rounding.trim(units);
    }

    /** Tightens the bounded box by reduced costs: units that cost more than lies between bound and best are not in a better solution. */
    void fix(Box box, long bestCost) {
        long budget = (bestCost - 1 - base) / divisor * divisor;
        double gap = Math.max(0, budget / scale - relaxed);
        for (int k = 0; k < relaxation.columns; k++) {
            int j = loaded[k];
            double reduced = relaxation.reducedCost(k);
            double most = Math.floor(gap / Math.abs(reduced) * (1 + WHOLE) + WHOLE);
            if (Math.abs(reduced) > REDUCED && most < box.high[j] - box.low[j]) {
                if (reduced > 0) {
                    box.high[j] = box.low[j] + (int) most;
                } else {
                    box.low[j] = box.high[j] - (int) most;
                }
            }
        }
    }

    /** Where to split the box: the dearest fractional column, or the dearest that is not fixed; -1 if all are. */
    int branching(Box box) {
        int chosen = -1;
        boolean fractional = false;
        for (int k = 0; k < relaxation.columns; k++) {
            int j = loaded[k];
            if (box.high[j] > box.low[j]) {
                boolean isFractional = Math.abs(relaxation.z[k] - Math.rint(relaxation.z[k])) > WHOLE;
                boolean dearer = chosen < 0 || relaxation.c[k] > relaxation.c[chosen];
                if ((isFractional && !fractional) || (isFractional == fractional && dearer)) {
                    chosen = k;
                    fractional = isFractional;
                }
            }
        }
        return chosen;
    }

    /** The column that {@link #branching} chose. */
    int column(int chosen) {
        return loaded[chosen];
    }

    /** The relaxation's units of the column that {@link #branching} chose. */
    double units(int chosen) {
        return start[chosen] + relaxation.z[chosen] + WHOLE;
    }
}
