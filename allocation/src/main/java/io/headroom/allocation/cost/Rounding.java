package io.headroom.allocation.cost;

import java.util.Comparator;
import java.util.stream.IntStream;

/** Takes away the units that a solution can do without, dear ones first. Not thread-safe. */
final class Rounding {
    private static final double OVERFLOW = 4e18;

    private final Covering p;
    private final int[] dearFirst;
    private final long[] surplus;

    Rounding(Covering p) {
        this.p = p;
        surplus = new long[p.rows()];
        dearFirst = IntStream.range(0, p.columns())
                .boxed()
                .sorted(Comparator.<Integer>comparingLong(j -> -p.cost[j]).thenComparing(Comparator.reverseOrder()))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** A trimmed copy of units that cover. */
    int[] trimmed(int[] units) {
        int[] copy = units.clone();
        trim(copy);
        return copy;
    }

    /** Trims in place; false, with nothing changed, if the units don't cover. */
    boolean trim(int[] units) {
        for (int i = 0; i < surplus.length; i++) {
            surplus[i] = surplus(i, units);
            if (surplus[i] < 0) {
                return false;
            }
        }
        for (int j : dearFirst) {
            if (units[j] > 0) {
                int spare = spare(p.amount[j], units[j]);
                if (spare > 0) {
                    units[j] -= spare;
                    for (int i = 0; i < surplus.length; i++) {
                        surplus[i] -= p.amount[j][i] * spare;
                    }
                }
            }
        }
        return true;
    }

    /** What is there beyond what is required; where that would overflow some of it is left out. */
    private long surplus(int row, int[] units) {
        long sum = -p.required[row];
        double size = 0;
        for (int j = 0; j < units.length; j++) {
            if (units[j] > 0) {
                size += (double) p.amount[j][row] * units[j];
                sum += p.amount[j][row] * units[j];
            }
        }
        return size < OVERFLOW ? sum : (long) OVERFLOW / 2;
    }

    private int spare(long[] amount, int units) {
        int spare = units;
        for (int i = 0; i < surplus.length && spare > 0; i++) {
            if (amount[i] > surplus[i]) {
                spare = 0;
            } else if (amount[i] > 0) {
                spare = (int) Math.min(spare, surplus[i] / amount[i]);
            }
        }
        return spare;
    }
}
