package io.headroom.allocation.plan;

import io.headroom.core.Checks;
import java.util.function.IntToDoubleFunction;

/**
 * The convex cost f of having x units in one step, given by its slopes: what one unit more costs, or saves if negative. A pure function.
 */
@FunctionalInterface
public interface StepCost {
    /**
     * The slope {@code f(unit + 1) - f(unit)}.
     *
     * @param unit number of units before, from 0
     * @return not falling with the units; minus infinity where one unit more is a must; not NaN
     */
    double marginal(int unit);

    /**
     * A hard need at a linear cost: {@code price * x} for {@code x >= need}, infinite below.
     *
     * @param need units that the step needs, 0 or more
     * @param price cost of a unit, 0 or more
     * @return the cost
     * @throws IllegalArgumentException if a number is negative or not finite
     */
    static StepCost need(int need, double price) {
        Checks.inRange(need, 0, Integer.MAX_VALUE, "need");
        Checks.notNegative(price, "price");
        return unit -> unit < need ? Double.NEGATIVE_INFINITY : price;
    }

    /**
     * The newsvendor's cost of an uncertain need D: {@code price * x + shortage * E max(D - x, 0)}, whose slope is
     * {@code price - shortage * P(D > x)}.
     *
     * @param price cost of a unit, 0 or more
     * @param shortage cost of each unit that is needed and not there, 0 or more
     * @param exceedance probability that more than so many units are needed, in [0, 1], not rising with the units
     * @return the cost
     * @throws IllegalArgumentException if a number is negative or not finite
     */
    static StepCost shortage(double price, double shortage, IntToDoubleFunction exceedance) {
        Checks.notNegative(price, "price");
        Checks.notNegative(shortage, "cost of shortage");
        return unit -> price - shortage * exceedance.applyAsDouble(unit);
    }
}
