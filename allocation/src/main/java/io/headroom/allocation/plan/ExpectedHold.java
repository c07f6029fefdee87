package io.headroom.allocation.plan;

import io.headroom.core.Checks;
import java.util.List;

/**
 * How many idle units are worth keeping if the need may go on in several ways. With T the number of steps until a unit is needed again, which
 * differs from scenario to scenario and is infinite where it is not needed, waiting for n steps costs
 *
 * <pre>
 * e * E min(T, n) + beta * P(n &lt; T &lt; infinity)     for n = 1, 2, ...
 * beta * P(T &lt; infinity)                            for giving it up now
 * </pre>
 *
 * <p>in the mean: what happens after the unit is needed again does not depend on n. A unit is kept iff some n is no worse than giving it up.
 * That is the least expected cost among all plans that know the scenarios and learn whether the unit is needed, exactly; with one scenario it
 * is the choice of the {@link LookAheadPlan}. It says what is worth keeping, not what must be there: the requirement comes first. Scenarios
 * are best as long as the break-even, as later needs count for nothing.
 *
 * <p>Pure; immutable and thread-safe.
 *
 * @param costs what a unit costs
 */
public record ExpectedHold(UnitCosts costs) {
    /**
     * The units worth keeping.
     *
     * @param there units that are there, booting ones included, 0 or more
     * @param scenarios how the need may go on; none means that nothing is known to be needed
     * @return units, from 0 to {@code there}; O(scenarios * steps * log(there))
     * @throws IllegalArgumentException if the number is negative
     */
    public int units(int there, List<Scenario> scenarios) {
        int low = 0;
        int high = Checks.inRange(there, 0, Integer.MAX_VALUE, "units that are there");
        // A higher unit is needed later in each scenario, which saves less: if it is worth keeping, so are those below.
        while (low < high) {
            int middle = high - (high - low) / 2;
            if (worthKeeping(middle, scenarios)) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    private boolean worthKeeping(int unit, List<Scenario> scenarios) {
        int steps = scenarios.stream().mapToInt(s -> s.need().size()).max().orElse(0);
        double[] weight = new double[steps];
        double all = 0;
        double needed = 0;
        for (Scenario scenario : scenarios) {
            int first = scenario.firstNeed(unit);
            all += scenario.weight();
            if (first < scenario.need().size()) {
                weight[first] += scenario.weight();
                needed += scenario.weight();
            }
        }
        return needed > 0 && cheapestWait(weight, all, needed) <= costs.start() * needed;
    }

    /** The least cost of waiting a step or more, times the sum of all weights. */
    private double cheapestWait(double[] weight, double all, double needed) {
        double least = Double.POSITIVE_INFINITY;
        double come = weight[0];
        double waited = 0;
        for (int n = 1; n <= Math.max(1, weight.length - 1); n++) {
            if (n < weight.length) {
                come += weight[n];
                waited += n * weight[n];
            }
            double cost = costs.step() * (waited + n * (all - come)) + costs.start() * (needed - come);
            least = Math.min(least, cost);
        }
        return least;
    }
}
