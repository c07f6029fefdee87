package io.headroom.allocation.cost;

import java.util.Arrays;

/**
 * Makes a covering problem smaller without losing its least cost. What is required of a row is raised to the next multiple of the amounts'
 * greatest common divisor; an amount counts up to what is required. A column is left out if some units of one other column, of which there
 * are enough, bring no less and cost no more; where there are too few, {@link Rules} say what follows. Cost: columns squared x rows.
 */
final class Presolve {
    /** What is left. */
    final Covering covering;
    /** The original's columns that are left, ascending. */
    final int[] columns;
    /** What some cheapest solution keeps to. */
    final Rules rules;

    Presolve(Covering original) {
        Covering p = raised(original);
        int[] useful = new int[p.columns()];
        boolean[] enough = new boolean[p.columns()];
        for (int j = 0; j < p.columns(); j++) {
            useful[j] = p.useful(j, p.required, p.limit[j]);
            enough[j] = useful[j] < p.limit[j] || coversAlone(p, j);
        }
        columns = remaining(p, useful, enough);
        covering = select(p, columns, useful);
        rules = new Rules(covering);
    }

    /** Columns that bring all that is required count for the raised requirement, too: they leave the divisor alone. */
    private static Covering raised(Covering p) {
        long[] required = p.required.clone();
        long[][] amount = new long[p.columns()][];
        for (int j = 0; j < p.columns(); j++) {
            amount[j] = p.amount[j].clone();
        }
        for (int i = 0; i < required.length; i++) {
            long need = p.required[i];
            long divisor = 0;
            for (int j = 0; j < p.columns(); j++) {
                if (p.limit[j] > 0 && amount[j][i] < need) {
                    divisor = Covering.divisor(divisor, amount[j][i]);
                }
            }
            if (divisor > 0) {
                required[i] = Covering.unitsFor(need, divisor) * divisor;
            }
            for (int j = 0; j < p.columns(); j++) {
                if (amount[j][i] >= need) {
                    amount[j][i] = required[i];
                }
            }
        }
        return new Covering(p.cost, p.limit, amount, required);
    }

    /** Whether the units of a column alone bring all that it can bring. */
    private static boolean coversAlone(Covering p, int column) {
        for (int i = 0; i < p.rows(); i++) {
            long a = p.amount[column][i];
            if (a > 0 && Covering.after(p.required[i], a, p.limit[column]) > 0) {
                return false;
            }
        }
        return true;
    }

    private static int[] remaining(Covering p, int[] useful, boolean[] enough) {
        int[] left = new int[p.columns()];
        int count = 0;
        for (int j = 0; j < p.columns(); j++) {
            boolean needed = useful[j] > 0;
            for (int k = 0; k < p.columns() && needed; k++) {
                needed = k == j || useful[k] == 0 || !enough[k] || Exchange.unitsFor(p, k, j) == 0;
            }
            if (needed) {
                left[count++] = j;
            }
        }
        return Arrays.copyOf(left, count);
    }

    private static Covering select(Covering p, int[] columns, int[] limit) {
        int n = columns.length;
        long[] cost = new long[n];
        int[] most = new int[n];
        long[][] amount = new long[n][];
        for (int j = 0; j < n; j++) {
            cost[j] = p.cost[columns[j]];
            most[j] = limit[columns[j]];
            amount[j] = p.amount[columns[j]];
        }
        return new Covering(cost, most, amount, p.required);
    }
}
