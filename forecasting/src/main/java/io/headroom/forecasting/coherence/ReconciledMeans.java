package io.headroom.forecasting.coherence;

/**
 * Means of one step that add up: those of groups are the sums of those of their flows. Immutable and thread-safe.
 */
public final class ReconciledMeans {
    private final FlowHierarchy hierarchy;
    private final double[] flows;
    private final double[] groups;
    private final Effort effort;

    ReconciledMeans(FlowHierarchy hierarchy, double[] flows, Effort effort) {
        this.hierarchy = hierarchy;
        this.flows = flows;
        this.groups = hierarchy.sums(flows);
        this.effort = effort;
    }

    /**
     * What it took to find them.
     *
     * @param steps Newton steps: 1 or a few, 0 if the input added up already
     * @param products products with the summing matrix and its transpose
     * @param residual what is left of the first residual of the dual problem, in [0, 1]
     * @param exact whether that is within rounding; if not, the means add up all the same, and are not quite the closest
     */
    public record Effort(int steps, int products, double residual, boolean exact) {}

    /**
     * The flows and groups.
     *
     * @return the hierarchy
     */
    public FlowHierarchy hierarchy() {
        return hierarchy;
    }

    /**
     * The mean of a flow.
     *
     * @param position its place in {@link FlowHierarchy#flows}
     * @return the mean rate
     * @throws IndexOutOfBoundsException if there is no such flow
     */
    public double flow(int position) {
        return flows[position];
    }

    /**
     * The mean of a group.
     *
     * @param position its place in {@link FlowHierarchy#groups}
     * @return the sum of the means of its flows
     * @throws IndexOutOfBoundsException if there is no such group
     */
    public double group(int position) {
        return groups[position];
    }

    /**
     * The means of all flows.
     *
     * @return a new array in the order of {@link FlowHierarchy#flows}
     */
    public double[] flows() {
        return flows.clone();
    }

    /**
     * The means of all groups.
     *
     * @return a new array in the order of {@link FlowHierarchy#groups}
     */
    public double[] groups() {
        return groups.clone();
    }

    /**
     * What it took to find them.
     *
     * @return the effort
     */
    public Effort effort() {
        return effort;
    }
}
