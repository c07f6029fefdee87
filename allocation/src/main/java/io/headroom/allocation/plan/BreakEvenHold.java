package io.headroom.allocation.plan;

import io.headroom.core.Checks;

/**
 * How long idle units are kept: until keeping one has cost as much as starting it again. With a cost of e a step and of beta a start, the k-th
 * unit is kept for beta / e steps since it was last needed:
 *
 * <pre>units[t] = max(need[t - floor(beta / e)], ..., need[t])</pre>
 *
 * <p>This is the break-even rule of ski rental for each level, last in, first out. Whatever is needed next, the units cost at most twice what
 * they would have cost with foresight, if both start from none. With a view of the next H steps, the current one included, a unit that they
 * need within the break-even is kept, and any other one is given up H - 1 steps earlier, as nothing can come of the wait: at most
 * 2 - (H - 1) / floor(beta / e) times the cost with foresight, and exactly that cost once the view reaches as far as the break-even (Lu, Chen
 * and Andrew, "Simple and effective dynamic provisioning for power-proportional data centers", 2012).
 *
 * <p>Pure; immutable and thread-safe.
 *
 * @param costs what a unit costs
 */
public record BreakEvenHold(UnitCosts costs) {
    /**
     * What is remembered once the need of a step is known.
     *
     * @param past what was remembered before it
     * @param step number of the step; steps between it and the last one needed nothing
     * @param need units it needs, 0 or more
     * @return the levels; not more of them than break-even steps
     * @throws IllegalArgumentException if the need is negative
     */
    public NeedLevels after(NeedLevels past, long step, int need) {
        return past.after(step, need, costs.breakEvenSteps());
    }

    /**
     * The units that are needed or still worth keeping, if they are there: a hold starts none.
     *
     * @param past the levels, the step in progress included
     * @param now number of the step in progress
     * @return units, 0 or more; compare with what is there
     */
    public int units(NeedLevels past, long now) {
        return past.largest(now, costs.breakEvenSteps());
    }

    /**
     * The units that are needed or still worth keeping in view of the next steps, if they are there: a hold starts none.
     *
     * @param past the levels, the step in progress included
     * @param now number of the step in progress
     * @param ahead units needed in the step in progress and the ones that follow it, each 0 or more
     * @return units, 0 or more; compare with what is there
     * @throws IllegalArgumentException if a need is negative
     */
    public int units(NeedLevels past, long now, int... ahead) {
        long breakEven = costs.breakEvenSteps();
        int units = 0;
        for (int t = 0; t < ahead.length; t++) {
            int need = Checks.inRange(ahead[t], 0, Integer.MAX_VALUE, "need ahead");
            if (t <= breakEven) {
                units = Math.max(units, need);
            }
        }
        long blind = breakEven - Math.max(0, ahead.length - 1);
        return blind < 0 ? units : Math.max(units, past.largest(now, blind));
    }
}
