package io.headroom.simulation.strategy;

/**
 * What a replay recorded: demand, ready and paid units of each evaluated step. Immutable and thread-safe.
 */
public final class ReplayRun {

    private final double[] demand;
    private final int[] ready;
    private final int[] paid;

    /**
     * A run from recorded columns, which are copied.
     *
     * @param demand demand per step, finite and at least 0; at least one step
     * @param ready units that served, at least 0
     * @param paid units paid for, booting ones included; at least {@code ready}
     * @throws IllegalArgumentException if the lengths differ or a value is out of its range
     */
    public ReplayRun(double[] demand, int[] ready, int[] paid) {
        Checks.atLeast("number of steps", demand.length, 1);
        if (ready.length != demand.length || paid.length != demand.length) {
            throw new IllegalArgumentException("demand, ready and paid have " + demand.length + ", " + ready.length
                    + " and " + paid.length + " steps, but must have the same number\nMaybe one includes training?");
        }
        this.demand = demand.clone();
        this.ready = ready.clone();
        this.paid = paid.clone();
        DemandValues.check("demand", this.demand);
        for (int t = 0; t < this.ready.length; t++) {
            Checks.atLeast("ready", this.ready[t], 0);
            Checks.atLeast("paid", this.paid[t], this.ready[t]);
        }
    }

    /**
     * The number of recorded steps.
     *
     * @return at least 1
     */
    public int steps() {
        return demand.length;
    }

    /**
     * Demand per step.
     *
     * @return a new array
     */
    public double[] demand() {
        return demand.clone();
    }

    /**
     * Units that served, per step.
     *
     * @return a new array
     */
    public int[] ready() {
        return ready.clone();
    }

    /**
     * Units paid for per step, booting ones included.
     *
     * @return a new array
     */
    public int[] paid() {
        return paid.clone();
    }

    /**
     * The cost of the run.
     *
     * @return unit-steps paid
     */
    public long cost() {
        long cost = 0;
        for (int units : paid) {
            cost += units;
        }
        return cost;
    }

    @Override
    public String toString() {
        return "ReplayRun[" + steps() + " steps, " + cost() + " unit-steps paid]";
    }
}
