package io.headroom.allocation.plan;

import io.headroom.core.Checks;
import java.util.List;

/**
 * One way in which the need may go on. Immutable and thread-safe.
 *
 * @param weight how likely it is, relative to the others, above 0
 * @param need units needed in each step, from the one in progress on, each 0 or more
 */
public record Scenario(double weight, List<Integer> need) {
    /**
     * Copies and checks.
     *
     * @param weight how likely it is
     * @param need units needed in each step
     * @throws IllegalArgumentException if a number is outside its range
     */
    public Scenario {
        Checks.positive(weight, "weight of a scenario");
        need = List.copyOf(need);
        need.forEach(units -> Checks.inRange(units, 0, Integer.MAX_VALUE, "need of a scenario"));
    }

    /** The first step that needs so many units; the number of steps if none does. */
    int firstNeed(int units) {
        int t = 0;
        while (t < need.size() && need.get(t) < units) {
            t++;
        }
        return t;
    }
}
