package io.headroom.allocation.cost;

/**
 * An integer covering problem: minimise the sum of cost x units, such that amount x units summed reaches what is required in every row,
 * with 0 up to limit units of each column. In whole numbers, so that sums are exact and two costs are equal or not. Arrays are not to be
 * changed once they are in here.
 */
final class Covering {
    /** The most that may be required of a row, so that sums fit a long. */
    static final long LARGEST = 100_000_000_000_000_000L;

    /** Products from here on are larger than anything that may be required. */
    private static final double OVERFLOW = 9e18;

    final long[] cost;
    final int[] limit;
    /** By column, then row. */
    final long[][] amount;

    final long[] required;

    /**
     * A problem.
     *
     * @param cost of one unit, by column, 0 or more; cost x limit summed over all columns must fit a long
     * @param limit most units, by column, 0 or more
     * @param amount what one unit brings, by column and row, 0 up to {@link #LARGEST}
     * @param required what has to be reached, by row, 0 up to {@link #LARGEST}
     */
    Covering(long[] cost, int[] limit, long[][] amount, long[] required) {
        this.cost = cost;
        this.limit = limit;
        this.amount = amount;
        this.required = required;
    }

    int columns() {
        return cost.length;
    }

    int rows() {
        return required.length;
    }

    long cost(int[] units) {
        long sum = 0;
        for (int j = 0; j < units.length; j++) {
            sum += cost[j] * units[j];
        }
        return sum;
    }

    /** What is missing in a row, 0 if nothing is. */
    long left(int row, int[] units) {
        long left = required[row];
        for (int j = 0; j < units.length && left > 0; j++) {
            if (units[j] > 0) {
                left = after(left, amount[j][row], units[j]);
            }
        }
        return left;
    }

    boolean covers(int[] units) {
        for (int i = 0; i < rows(); i++) {
            if (left(i, units) > 0) {
                return false;
            }
        }
        return true;
    }

    /** What is left of a need after some units. */
    static long after(long left, long amount, int units) {
        return (double) amount * units >= OVERFLOW ? 0 : Math.max(0, left - amount * units);
    }

    /** Units of an amount that a need takes. */
    static long unitsFor(long need, long amount) {
        return need <= 0 ? 0 : (need - 1) / amount + 1;
    }

    /** Units of a column beyond which more bring nothing, for given needs; never more than some limit. */
    int useful(int column, long[] left, int most) {
        long useful = 0;
        for (int i = 0; i < left.length && useful < most; i++) {
            long a = amount[column][i];
            if (a > 0 && left[i] > 0) {
                boolean all = (double) a * most < left[i];
                useful = all ? most : Math.max(useful, unitsFor(left[i], a));
            }
        }
        return (int) Math.min(useful, most);
    }

    /** The greatest common divisor; of 0 and a number that number. */
    static long divisor(long a, long b) {
        long x = a;
        long y = b;
        while (y != 0) {
            long rest = x % y;
            x = y;
            y = rest;
        }
        return x;
    }
}
