package io.headroom.allocation.plan;

import io.headroom.core.Checks;
import java.util.TreeSet;

/**
 * The cheapest sequence of moves that meets the needs of the next steps, exactly. Only its first move is meant to be executed; the next step
 * makes a plan of its own.
 *
 * <p>The order of events in a step: units whose lead is over become ready; a lower total cancels booting units first, youngest first, then
 * ready ones, at once; a higher one starts units, which are paid from this step on and ready after the lead; what is ready meets the need.
 * Among the sequences that leave as little need unmet as can be (none, except where no unit can be there in time), the plan minimises
 *
 * <pre>sum over steps of e * paid[t]  +  (beta - lead * e) * starts</pre>
 *
 * <p>with nothing needed after the last step. Cost and needs split by level, the k-th unit, last in, first out: a unit is kept until it is
 * needed next iff that costs at most beta, else it is given up now and started in time for it; one that is missing is started a lead before it
 * is needed. The levels' plans are nested, and levels between two values of the need are alike, so that the time is
 * O(H * (H + booting steps)) for H steps, however many units there are.
 *
 * <p>A need that is not known for sure goes in as a quantile of its forecast. Immutable and thread-safe.
 */
public final class LookAheadPlan {
    private final int[] paid;
    private final int[] ready;
    private final long unmet;
    private final double cost;

    private LookAheadPlan(int[] paid, int[] ready, long unmet, double cost) {
        this.paid = paid;
        this.ready = ready;
        this.unmet = unmet;
        this.cost = cost;
    }

    /**
     * Solves the problem.
     *
     * @param fleet what is there at the start of the first step
     * @param leadSteps steps from asking to usable, 0 or more; a booting unit takes at most as long
     * @param costs what a unit costs; a start costs at least its booting steps
     * @param need units needed in each step, from the one in progress on; more steps than the lead
     * @return the optimum
     * @throws IllegalArgumentException if a number is outside its range
     */
    public static LookAheadPlan of(CurrentFleet fleet, int leadSteps, UnitCosts costs, int... need) {
        Checks.inRange(leadSteps, 0, CurrentFleet.MOST_STEPS, "lead in steps");
        Checks.require(
                need.length > leadSteps,
                "needs of " + need.length + " steps",
                "must reach beyond the lead of " + leadSteps,
                "they start at the lead and not at the step in progress");
        Checks.require(
                costs.start() >= leadSteps * costs.step(),
                "cost of a start " + costs.start(),
                "must be at least that of " + leadSteps + " booting steps, " + leadSteps * costs.step(),
                "it was meant to come on top of them: UnitCosts.booting(...)");
        TreeSet<Integer> bounds = new TreeSet<>();
        for (int units : need) {
            bounds.add(Checks.inRange(units, 0, Integer.MAX_VALUE, "need"));
        }
        Solver solver = new Solver(leadSteps, costs, need);
        int there = fleet.ready();
        bounds.add(there);
        for (int units : fleet.booting()) {
            there += units;
            bounds.add(there);
        }
        int low = 0;
        for (int high : bounds) {
            if (high > low) {
                solver.band(high, high - low, solver.arrival(fleet, high));
                low = high;
            }
        }
        return solver.plan();
    }

    /**
     * The first move: the total of ready and booting units to ask for now.
     *
     * @return units, 0 or more
     */
    public int target() {
        return paid[0];
    }

    /**
     * The units paid for.
     *
     * @return a new array, ready and booting units of each step
     */
    public int[] paid() {
        return paid.clone();
    }

    /**
     * The units that are ready.
     *
     * @return a new array, one number a step
     */
    public int[] ready() {
        return ready.clone();
    }

    /**
     * The need that no plan can meet, as nothing can be there in time.
     *
     * @return unit-steps, 0 or more
     */
    public long unmet() {
        return unmet;
    }

    /**
     * The cost of the plan.
     *
     * @return in the currency of the costs; units that are started for a step within the horizon are counted whole
     */
    public double cost() {
        return cost;
    }

    private static final class Solver {
        /** Arrival of a unit that is not there. */
        private static final int NEVER = -1;

        private final int lead;
        private final UnitCosts costs;
        private final int[] need;
        private final int[] paid;
        private final int[] ready;
        private long unmet;
        private double cost;

        Solver(int lead, UnitCosts costs, int[] need) {
            this.lead = lead;
            this.costs = costs;
            this.need = need;
            this.paid = new int[need.length];
            this.ready = new int[need.length];
        }

        /** Steps from now in which the unit of a level becomes ready. */
        int arrival(CurrentFleet fleet, int level) {
            int there = fleet.ready();
            if (level <= there) {
                return 0;
            }
            for (int i = 0; i < fleet.booting().size(); i++) {
                there += fleet.booting().get(i);
                if (level <= there) {
                    return Math.min(i + 1, lead);
                }
            }
            return NEVER;
        }

        /** Plans units whose levels are needed together and arrive together. */
        void band(int level, int units, int arrival) {
            boolean there = arrival != NEVER;
            int earliest = there ? arrival : lead;
            int idleFrom = 0;
            for (int t = 0; t < need.length; t++) {
                if (need[t] >= level && t < earliest) {
                    unmet += units;
                } else if (need[t] >= level) {
                    if (there && costs.worthHolding(t - idleFrom)) {
                        hold(idleFrom, t, arrival, units);
                    } else {
                        start(t, units);
                    }
                    there = true;
                    hold(t, t + 1, 0, units);
                    idleFrom = t + 1;
                }
            }
        }

        private void hold(int from, int to, int arrival, int units) {
            for (int t = from; t < to; t++) {
                paid[t] += units;
                ready[t] += t >= arrival ? units : 0;
                cost += units * costs.step();
            }
        }

        private void start(int readyAt, int units) {
            for (int t = readyAt - lead; t < readyAt; t++) {
                paid[t] += units;
            }
            cost += units * costs.start();
        }

        LookAheadPlan plan() {
            return new LookAheadPlan(paid, ready, unmet, cost);
        }
    }
}
