package io.headroom.allocation.cost;

/** Which units can stand for which. */
final class Exchange {
    private Exchange() {}

    /**
     * How many units of one column bring no less than one of another and cost no more together; 0 if none do. Of equal columns the first
     * stands for the second, not the other way round.
     */
    static long unitsFor(Covering p, int one, int other) {
        if (p.cost[one] > p.cost[other]) {
            return 0;
        }
        long times = 1;
        boolean equal = p.cost[one] == p.cost[other];
        for (int i = 0; i < p.rows(); i++) {
            long has = p.amount[one][i];
            long wanted = p.amount[other][i];
            equal &= has == wanted;
            if (wanted > has) {
                if (has == 0) {
                    return 0;
                }
                times = Math.max(times, Covering.unitsFor(wanted, has));
            }
        }
        if (times == 1) {
            return !equal || one < other ? 1 : 0;
        }
        return p.cost[other] > 0 && p.cost[one] <= p.cost[other] / times ? times : 0;
    }

    /** The fewest units of another column that cost more together than one of this, which brings no less than they; 0 if it brings less. */
    static long unitsSaved(Covering p, int one, int other) {
        if (p.cost[other] == 0) {
            return 0;
        }
        long times = p.cost[one] / p.cost[other] + 1;
        for (int i = 0; i < p.rows(); i++) {
            long wanted = p.amount[other][i];
            if (wanted > 0 && p.amount[one][i] / wanted < times) {
                return 0;
            }
        }
        return times;
    }
}
