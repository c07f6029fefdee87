package io.headroom.forecasting.coherence;

import io.headroom.core.Checks;
import io.headroom.core.Flow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Flows and the groups that they add up to. Any set of flows will do: pairs and types may be missing. Flows and groups
 * have an order, and arrays of one number each follow it. Memory: 4 bytes a flow and level. Immutable and thread-safe.
 */
public final class FlowHierarchy {
    private final List<Flow> flows;
    private final List<FlowGroup> groups;
    private final GroupRows rows;

    private FlowHierarchy(List<Flow> flows, List<FlowGroup> groups, GroupRows rows) {
        this.flows = flows;
        this.groups = groups;
        this.rows = rows;
    }

    /**
     * A hierarchy of all levels.
     *
     * @param flows one flow or more; those that occur twice count once
     * @return the hierarchy
     * @throws IllegalArgumentException if there is no flow
     */
    public static FlowHierarchy of(Collection<Flow> flows) {
        return of(flows, EnumSet.allOf(GroupLevel.class));
    }

    /**
     * A hierarchy.
     *
     * @param flows one flow or more; those that occur twice count once
     * @param levels what to add up by, perhaps nothing
     * @return the hierarchy
     * @throws IllegalArgumentException if there is no flow
     */
    public static FlowHierarchy of(Collection<Flow> flows, Set<GroupLevel> levels) {
        Checks.inRange(flows.size(), 1, Integer.MAX_VALUE, "number of flows");
        List<Flow> sorted = flows.stream().sorted().distinct().toList();
        List<FlowGroup> groups = new ArrayList<>();
        GroupRows rows = GroupRows.of(sorted, levels, groups);
        return new FlowHierarchy(sorted, List.copyOf(groups), rows);
    }

    /**
     * The flows.
     *
     * @return an immutable list in rising order
     */
    public List<Flow> flows() {
        return flows;
    }

    /**
     * The groups of all levels.
     *
     * @return an immutable list in rising order: by level, then by names
     */
    public List<FlowGroup> groups() {
        return groups;
    }

    /**
     * The flows of a group.
     *
     * @param group one of {@link #groups}
     * @return its flows in rising order
     * @throws IllegalArgumentException if the group is not one of this hierarchy
     */
    public List<Flow> members(FlowGroup group) {
        position(group);
        return flows.stream().filter(group::contains).toList();
    }

    /**
     * Position of a flow.
     *
     * @param flow one of {@link #flows}
     * @return its place in {@link #flows}, from 0
     * @throws IllegalArgumentException if the flow is not one of this hierarchy
     */
    public int position(Flow flow) {
        return found(Collections.binarySearch(flows, flow), "flow " + flow, flows.size() + " flows");
    }

    /**
     * Position of a group.
     *
     * @param group one of {@link #groups}
     * @return its place in {@link #groups}, from 0
     * @throws IllegalArgumentException if the group is not one of this hierarchy
     */
    public int position(FlowGroup group) {
        return found(Collections.binarySearch(groups, group), "group " + group, groups.size() + " groups");
    }

    private static int found(int place, String what, String among) {
        if (place < 0) {
            throw Checks.failure(
                    what, "must be one of the hierarchy's " + among, "the hierarchy was made before it appeared");
        }
        return place;
    }

    /**
     * Adds flows up.
     *
     * @param perFlow one number a flow
     * @return a new array with one sum a group
     * @throws IllegalArgumentException if there are not as many numbers as flows
     */
    public double[] sums(double... perFlow) {
        if (perFlow.length != flows.size()) {
            throw Checks.failure(
                    perFlow.length + " numbers",
                    "must be as many as the " + flows.size() + " flows",
                    "one was left out");
        }
        double[] sums = new double[groups.size()];
        addUp(perFlow, sums);
        return sums;
    }

    GroupRows rows() {
        return rows;
    }

    /** Sums over the flows of each group: the product with the summing matrix, without its unit part. */
    void addUp(double[] perFlow, double[] perGroup) {
        Arrays.fill(perGroup, 0);
        rows.addUpCrossed(perFlow, perGroup);
        rows.addUpPairs(perFlow, perGroup);
    }

    /** Sums over the groups of each flow: the product with the transpose. */
    void spread(double[] perGroup, double[] perFlow) {
        Arrays.fill(perFlow, 0);
        rows.spreadCrossed(perGroup, perFlow);
        rows.spreadPairs(perGroup, perFlow);
    }

    @Override
    public String toString() {
        return "FlowHierarchy[" + flows.size() + " flows, " + groups.size() + " groups]";
    }
}
