package io.headroom.allocation.cost;

import java.util.Arrays;

/** Solutions between two bounds, one box of the search tree. Not thread-safe: it is tightened as it is looked at. */
final class Box {
    final int[] low;
    final int[] high;
    /** No better solution in the box costs less. */
    final long bound;
    /** Breaks ties: of equal bounds the box made last is looked at first. */
    final int id;

    Box(int[] low, int[] high, long bound, int id) {
        this.low = low;
        this.high = high;
        this.bound = bound;
        this.id = id;
    }

    /** The part where a column has so many units at most. */
    Box below(int column, int most, long newBound, int newId) {
        int[] less = high.clone();
        less[column] = most;
        return new Box(low.clone(), less, newBound, newId);
    }

    /** The part where a column has so many units at least. */
    Box above(int column, int least, long newBound, int newId) {
        int[] more = low.clone();
        more[column] = least;
        return new Box(more, high.clone(), newBound, newId);
    }

    /** The columns that are not fixed, ascending. */
    int[] columns() {
        int[] open = new int[low.length];
        int count = 0;
        for (int j = 0; j < low.length; j++) {
            if (high[j] > low[j]) {
                open[count++] = j;
            }
        }
        return Arrays.copyOf(open, count);
    }

    /** The box as a problem of its own: the columns that are not fixed, and what the low ends leave. */
    Covering problem(Covering p) {
        int[] columns = columns();
        long[] left = new long[p.rows()];
        for (int i = 0; i < left.length; i++) {
            left[i] = p.left(i, low);
        }
        long[] cost = new long[columns.length];
        int[] limit = new int[columns.length];
        long[][] amount = new long[columns.length][];
        for (int j = 0; j < columns.length; j++) {
            cost[j] = p.cost[columns[j]];
            limit[j] = high[columns[j]] - low[columns[j]];
            amount[j] = p.amount[columns[j]];
        }
        return new Covering(cost, limit, amount, left);
    }
}
