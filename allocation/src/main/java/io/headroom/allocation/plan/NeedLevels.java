package io.headroom.allocation.plan;

import io.headroom.core.Checks;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * When each unit was last needed. Units are used last in, first out: the k-th unit is needed in a step iff the step needs k units or more, so
 * that a short list of needs holds the last step of every unit. Immutable and thread-safe. Size: at most the smaller of the largest need and
 * the steps that are kept.
 *
 * @param needed the needs that no later one reaches, oldest and largest first: steps rise, units fall
 */
public record NeedLevels(List<Needed> needed) {
    /** Nothing was needed yet. */
    public static final NeedLevels NONE = new NeedLevels(List.of());

    /**
     * The need of one step.
     *
     * @param step number of the step
     * @param units units needed, 0 or more
     */
    public record Needed(long step, int units) {
        /**
         * Checks the units.
         *
         * @param step number of the step
         * @param units units needed
         * @throws IllegalArgumentException if they are negative
         */
        public Needed {
            Checks.inRange(units, 0, Integer.MAX_VALUE, "needed units");
        }
    }

    /**
     * Copies and checks the order.
     *
     * @param needed the needs that no later one reaches
     * @throws IllegalArgumentException if steps don't rise or units don't fall
     */
    public NeedLevels {
        needed = List.copyOf(needed);
        for (int i = 1; i < needed.size(); i++) {
            Needed before = needed.get(i - 1);
            Needed here = needed.get(i);
            if (here.step() <= before.step() || here.units() >= before.units()) {
                throw Checks.failure(
                        here + " after " + before, "must be a later step with fewer units", "the state was edited");
            }
        }
    }

    /**
     * The levels after one more step. A step before the last one counts as the last one: a clock that was set back frees nothing.
     *
     * @param step number of the step; steps between it and the last one needed nothing
     * @param units units it needs, 0 or more
     * @param keepSteps needs that lie further back are forgotten, 0 or more
     * @return a copy; amortised O(1) comparisons
     * @throws IllegalArgumentException if a number is negative
     */
    public NeedLevels after(long step, int units, long keepSteps) {
        Checks.require(keepSteps >= 0, "kept steps " + keepSteps, "must be 0 or more", "two steps were swapped");
        long now = needed.isEmpty() ? step : Math.max(step, last().step());
        List<Needed> next = new ArrayList<>();
        for (Needed n : needed) {
            if (n.units() > units && since(n.step(), now) <= keepSteps) {
                next.add(n);
            }
        }
        boolean covered = !next.isEmpty() && next.get(next.size() - 1).step() == now;
        if (!covered) {
            next.add(new Needed(now, units));
        }
        return new NeedLevels(next);
    }

    private Needed last() {
        return needed.get(needed.size() - 1);
    }

    /** Steps from one to another, 0 or more, not more than a long holds. */
    static long since(long step, long now) {
        long difference = now - step;
        return now <= step ? 0 : difference < 0 ? Long.MAX_VALUE : difference;
    }

    /**
     * The largest need of the last steps.
     *
     * @param now number of the step in progress
     * @param steps how far back, 0 or more; 0 is the step in progress alone
     * @return units, 0 if nothing was needed
     */
    public int largest(long now, long steps) {
        for (Needed n : needed) {
            if (since(n.step(), now) <= steps) {
                return n.units();
            }
        }
        return 0;
    }

    /**
     * How long a unit has been idle.
     *
     * @param unit which unit, from 1
     * @param now number of the step in progress
     * @return steps since the last one that needed it, 0 if this one does; empty if it was never needed, or longer ago than is kept
     */
    public OptionalLong idle(int unit, long now) {
        OptionalLong steps = OptionalLong.empty();
        for (Needed n : needed) {
            if (n.units() >= unit) {
                steps = OptionalLong.of(since(n.step(), now));
            }
        }
        return steps;
    }
}
