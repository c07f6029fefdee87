package io.headroom.allocation.plan;

import io.headroom.core.Checks;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * The units that are there at the start of a step. Immutable and thread-safe.
 *
 * @param ready units usable now, 0 or more
 * @param booting units on their way: the i-th number, from 0, becomes ready i + 1 steps from now, each 0 or more
 */
public record CurrentFleet(int ready, List<Integer> booting) {
    /** Longest lead: a list of steps is made of it. */
    static final int MOST_STEPS = 1_000_000;

    /**
     * Copies and checks.
     *
     * @param ready units usable now
     * @param booting units on their way
     * @throws IllegalArgumentException if a number is negative or the sum overflows
     */
    public CurrentFleet {
        booting = List.copyOf(booting);
        long sum = Checks.inRange(ready, 0, Integer.MAX_VALUE, "ready units");
        for (int units : booting) {
            sum += Checks.inRange(units, 0, Integer.MAX_VALUE, "booting units");
        }
        Checks.require(sum <= Integer.MAX_VALUE, "fleet of " + sum, "must be counted by an int", "a unit is too small");
    }

    /**
     * A fleet whose booting units are known by the time since they were asked for.
     *
     * @param ready units usable now, 0 or more
     * @param leadSteps steps from asking to usable, 0 to 1,000,000
     * @param unitsByAge booting units by the steps since they were asked for; one that is overdue is expected in the next step
     * @return the fleet
     * @throws IllegalArgumentException if a number is negative or the sum overflows
     */
    public static CurrentFleet ofAges(int ready, int leadSteps, Map<Integer, Integer> unitsByAge) {
        Checks.inRange(leadSteps, 0, MOST_STEPS, "lead in steps");
        List<Integer> booting = new ArrayList<>();
        unitsByAge.forEach((age, units) -> {
            Checks.inRange(age, 0, Integer.MAX_VALUE, "age of booting units");
            Checks.inRange(units, 0, Integer.MAX_VALUE, "booting units");
            int left = Math.max(1, leadSteps - age);
            booting.addAll(Collections.nCopies(Math.max(0, left - booting.size()), 0));
            booting.set(left - 1, Math.addExact(booting.get(left - 1), units));
        });
        return new CurrentFleet(ready, booting);
    }

    /**
     * All units.
     *
     * @return ready and booting
     */
    public int total() {
        int sum = ready;
        for (int units : booting) {
            sum += units;
        }
        return sum;
    }
}
