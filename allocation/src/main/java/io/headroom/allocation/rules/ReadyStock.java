package io.headroom.allocation.rules;

import io.headroom.core.Checks;
import java.time.Duration;

/**
 * Units that wait ready and unassigned, sized by the forecast: they are handed out in a short time, while a new unit takes the lead time.
 * What a decision books anew is there after the lead time, and the next decision's after one interval more; until then only what waits can
 * answer. So allocated and waiting units together are to cover
 *
 * <pre>surge = required from the time to hand out to lead time plus interval, and waiting = surge - allocated</pre>
 *
 * <p>at a safety of its own: the base-stock rule of inventories, with the lead time as the time to replenish. A region's stock serves every
 * pair that touches it: it is sized for their joint demand, and surges that do not come together share it. Units that the allocation gives
 * up return to it as far as it needs them. A unit that waits serves only from the step after the surge was measured, so where it costs as
 * much as an allocated one, a higher quantile of the allocation is to be preferred. The resource's threshold and down cooldown hold it
 * still, too. Immutable and thread-safe.
 *
 * <p>Source: Arrow, Harris and Marschak, "Optimal inventory policy", Econometrica 19, 1951; ours is of a level, not of a flow: handed-out
 * units come back.
 *
 * @param quantile probability with which allocated and waiting units cover the surge, in (0, 1); unused if a violation costs anything
 * @param violationCost capacity in the resource's own units that costs, held for a step, as much as a step without cover, 0 or more
 * @param violationRatio the same as a multiple of the usual need, 0 or more
 * @param handOut time from asking for a waiting unit to its being usable, 0 or more; a stopped or hibernated unit takes its time to start
 * @param maximum the most that waits, 0 or more, may be infinite; 0: there is no sized stock
 * @param prepared the most that is allocated and waits together, 0 or more, may be infinite; the pool's maximum bounds what is sized as well
 * @param reuse whether units that the allocation gives up stay and wait as far as they are needed; else the stock does not grow in a cycle in
 *     which its group shrinks
 */
public record ReadyStock(
        double quantile,
        double violationCost,
        double violationRatio,
        Duration handOut,
        double maximum,
        double prepared,
        boolean reuse) {
    /** Nothing waits but the constant warm amount. */
    public static final ReadyStock NONE = new ReadyStock(0.99, 0, 0, Duration.ZERO, 0, Double.POSITIVE_INFINITY, true);

    /**
     * Checks the ranges.
     *
     * @param quantile probability with which allocated and waiting units cover the surge
     * @param violationCost capacity that costs, held for a step, as much as a step without cover
     * @param violationRatio the same as a multiple of the usual need
     * @param handOut time from asking for a waiting unit to its being usable
     * @param maximum the most that waits
     * @param prepared the most that is allocated and waits together
     * @param reuse whether units that the allocation gives up stay
     * @throws IllegalArgumentException if a number is outside its range
     */
    public ReadyStock {
        Checks.probability(quantile, "ready quantile");
        Checks.notNegative(violationCost, "ready violation cost");
        Checks.notNegative(violationRatio, "ready violation ratio");
        Durations.notNegative(handOut, "hand-out time");
        limit(maximum, "ready maximum");
        limit(prepared, "prepared maximum");
    }

    private static void limit(double value, String name) {
        if (!(value >= 0)) {
            throw Checks.failure(name + " " + value, "must be 0 or more", "no limit was meant: infinity");
        }
    }

    /**
     * A stock that is handed out at once and returned to, without limits of its own.
     *
     * @param quantile probability with which allocated and waiting units cover the surge, in (0, 1)
     * @return the stock
     * @throws IllegalArgumentException if it is outside its range
     */
    public static ReadyStock covering(double quantile) {
        return new ReadyStock(quantile, 0, 0, Duration.ZERO, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, true);
    }

    /**
     * The same, sized by what a violation costs.
     *
     * @param amount capacity in the resource's own units that costs, held for a step, as much as a step without cover, 0 or more
     * @param ratio the same as a multiple of the usual need, 0 or more, on top
     * @return a copy
     * @throws IllegalArgumentException if a number is outside its range
     */
    public ReadyStock withViolation(double amount, double ratio) {
        return new ReadyStock(quantile, amount, ratio, handOut, maximum, prepared, reuse);
    }

    /**
     * The same with another time to hand out.
     *
     * @param value 0 or more
     * @return a copy
     * @throws IllegalArgumentException if it is negative
     */
    public ReadyStock withHandOut(Duration value) {
        return new ReadyStock(quantile, violationCost, violationRatio, value, maximum, prepared, reuse);
    }

    /**
     * The same with other limits.
     *
     * @param most the most that waits, 0 or more, may be infinite
     * @param mostPrepared the most that is allocated and waits together, 0 or more, may be infinite
     * @return a copy
     * @throws IllegalArgumentException if a number is outside its range
     */
    public ReadyStock withLimits(double most, double mostPrepared) {
        return new ReadyStock(quantile, violationCost, violationRatio, handOut, most, mostPrepared, reuse);
    }

    /**
     * The same with another way of shrinking.
     *
     * @param value whether units that the allocation gives up stay
     * @return a copy
     */
    public ReadyStock withReuse(boolean value) {
        return new ReadyStock(quantile, violationCost, violationRatio, handOut, maximum, prepared, value);
    }

    /**
     * Whether nothing is sized.
     *
     * @return true if the constant warm amount is all that waits
     */
    public boolean isNone() {
        return maximum == 0;
    }

    /**
     * What should wait.
     *
     * @param surge what allocated and waiting units are to cover, in the resource's units, 0 or more
     * @param allocated what will be allocated, 0 or more
     * @param least the constant warm amount: it waits in any case, within the limits of this stock, 0 or more
     * @param poolMaximum the most that may be allocated, may be infinite: what waits beyond it could not be handed out
     * @return in the resource's units, 0 or more
     */
    public double waiting(double surge, double allocated, double least, double poolMaximum) {
        double sized = Math.max(0, Math.min(surge, poolMaximum) - allocated);
        return Math.min(Math.max(sized, least), most(allocated));
    }

    /**
     * The most that may wait.
     *
     * @param allocated what will be allocated, 0 or more
     * @return in the resource's units, 0 or more, may be infinite
     */
    public double most(double allocated) {
        return Math.min(maximum, Math.max(0, prepared - allocated));
    }
}
