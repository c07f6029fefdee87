package io.headroom.forecasting.coherence;

import io.headroom.core.Checks;

/**
 * What was forecast for one step before it adds up: a mean for each flow, for all or some groups, and how far each may
 * be off. Immutable and thread-safe.
 */
public final class BaseMeans {
    private final FlowHierarchy hierarchy;
    private final double[] flows;
    private final double[] groups;
    private final double[] flowVariances;
    private final double[] groupVariances;

    private BaseMeans(
            FlowHierarchy hierarchy, double[] flows, double[] groups, double[] flowVariances, double[] groupVariances) {
        this.hierarchy = hierarchy;
        this.flows = flows;
        this.groups = groups;
        this.flowVariances = flowVariances;
        this.groupVariances = groupVariances;
    }

    /**
     * Means whose variances are unknown, for {@link Reconciler.Method#STRUCTURAL}.
     *
     * @param hierarchy the flows and groups
     * @param flows one mean a flow, finite, 0 or more; copied
     * @param groups one mean a group, finite, 0 or more; NaN if it was not forecast; copied
     * @return the means
     * @throws IllegalArgumentException if a count or a number is wrong
     */
    public static BaseMeans of(FlowHierarchy hierarchy, double[] flows, double[] groups) {
        int flowCount = hierarchy.flows().size();
        int groupCount = hierarchy.groups().size();
        return new BaseMeans(
                hierarchy,
                checked(flows, flowCount, false, "mean of flow"),
                checked(groups, groupCount, true, "mean of group"),
                new double[0],
                new double[0]);
    }

    /**
     * The same means with the variances of their errors.
     *
     * @param ofFlows one variance a flow, finite, 0 or more; 0 keeps the flow as it is; copied
     * @param ofGroups one variance a group, finite, 0 or more; 0 means next to certain, NaN if there is no mean; copied
     * @return a copy
     * @throws IllegalArgumentException if a count or a number is wrong, or a group has a mean and no variance
     */
    public BaseMeans withVariances(double[] ofFlows, double[] ofGroups) {
        double[] forGroups = checked(ofGroups, groups.length, true, "variance of group");
        for (int g = 0; g < groups.length; g++) {
            if (Double.isNaN(forGroups[g]) && !Double.isNaN(groups[g])) {
                throw Checks.failure(
                        "variance of group " + hierarchy.groups().get(g),
                        "must be a number where there is a mean, " + groups[g],
                        "means and variances come from different sources");
            }
        }
        return new BaseMeans(
                hierarchy, flows, groups, checked(ofFlows, flows.length, false, "variance of flow"), forGroups);
    }

    private static double[] checked(double[] values, int count, boolean missing, String what) {
        if (values.length != count) {
            throw Checks.failure(
                    values.length + " numbers as " + what,
                    "must be " + count + ", in the order of the hierarchy",
                    "flows and groups were swapped");
        }
        double[] copy = values.clone();
        for (int i = 0; i < copy.length; i++) {
            if (!(copy[i] >= 0 && copy[i] < Double.POSITIVE_INFINITY) && !(missing && Double.isNaN(copy[i]))) {
                Checks.notNegative(copy[i], what + " " + i);
            }
            copy[i] += 0.0;
        }
        return copy;
    }

    FlowHierarchy hierarchy() {
        return hierarchy;
    }

    /** Not copied: for reading only. */
    double[] flows() {
        return flows;
    }

    /** Not copied: for reading only. */
    double[] groups() {
        return groups;
    }

    boolean hasVariances() {
        return flowVariances.length > 0;
    }

    /** Not copied: for reading only. */
    double[] flowVariances() {
        return flowVariances;
    }

    /** Not copied: for reading only. */
    double[] groupVariances() {
        return groupVariances;
    }
}
