package io.headroom.allocation.cost;

/** A quick covering by the units that bring most for their price; only its cost is of use, as the most that the cheapest may cost. */
final class Greedy {
    private Greedy() {}

    /**
     * What a covering costs.
     *
     * @param cost of one unit, by column, finite, 0 or more
     * @param p the columns' limits and amounts; its own costs are not used
     * @return the cost, 0 if nothing is required; all units up to their limits have to cover
     */
    static double cost(double[] cost, Covering p) {
        long[] left = p.required.clone();
        int[] room = p.limit.clone();
        double sum = 0;
        int column = best(cost, p, left, room);
        while (column >= 0) {
            int units = Math.min(room[column], whole(p.amount[column], left));
            room[column] -= units;
            sum += cost[column] * units;
            for (int i = 0; i < left.length; i++) {
                left[i] = Covering.after(left[i], p.amount[column][i], units);
            }
            column = best(cost, p, left, room);
        }
        return sum;
    }

    /** Units until the first row is nearly covered. */
    private static int whole(long[] amount, long[] left) {
        long units = Integer.MAX_VALUE;
        for (int i = 0; i < left.length; i++) {
            if (amount[i] > 0 && left[i] > 0) {
                units = Math.min(units, left[i] / amount[i]);
            }
        }
        return (int) Math.max(1, units);
    }

    private static int best(double[] cost, Covering p, long[] left, int[] room) {
        int best = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int j = 0; j < room.length; j++) {
            double brings = 0;
            for (int i = 0; i < left.length; i++) {
                if (left[i] > 0) {
                    brings += (double) Math.min(p.amount[j][i], left[i]) / p.required[i];
                }
            }
            if (room[j] > 0 && brings > 0 && cost[j] / brings < least) {
                least = cost[j] / brings;
                best = j;
            }
        }
        return best;
    }
}
