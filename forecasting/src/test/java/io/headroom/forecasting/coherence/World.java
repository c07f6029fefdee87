package io.headroom.forecasting.coherence;

import io.headroom.core.Flow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** A random hierarchy with means and variances of flows and groups. */
final class World {
    final FlowHierarchy hierarchy;
    final double[] flows;
    final double[] groups;
    final double[] flowVariances;
    final double[] groupVariances;

    World(FlowHierarchy hierarchy, double[] flows, double[] groups, double[] flowVariances, double[] groupVariances) {
        this.hierarchy = hierarchy;
        this.flows = flows;
        this.groups = groups;
        this.flowVariances = flowVariances;
        this.groupVariances = groupVariances;
    }

    /** All pairs of the regions, all types. */
    static List<Flow> flows(int regions, int types) {
        List<Flow> flows = new ArrayList<>();
        for (int i = 0; i < regions; i++) {
            for (int j = 0; j < regions; j++) {
                for (int k = 0; i != j && k < types; k++) {
                    flows.add(Flow.of("r" + i, "r" + j, "t" + k));
                }
            }
        }
        return flows;
    }

    /**
     * Up to 4 regions and 3 types, some flows and some levels left out. Means of flows are skewed and up to a quarter of
     * them 0; those of groups are off by about as much as their variance says, so that some flows come out negative.
     */
    static World random(Random random) {
        List<Flow> all = flows(2 + random.nextInt(3), 1 + random.nextInt(3));
        List<Flow> some = new ArrayList<>(all.subList(0, 1));
        all.stream().filter(flow -> random.nextInt(4) > 0).forEach(some::add);
        Set<GroupLevel> levels = EnumSet.noneOf(GroupLevel.class);
        for (GroupLevel level : GroupLevel.values()) {
            if (random.nextInt(4) > 0) {
                levels.add(level);
            }
        }
        return random(FlowHierarchy.of(some, levels), random);
    }

    static World random(FlowHierarchy hierarchy, Random random) {
        int n = hierarchy.flows().size();
        double[] flows = new double[n];
        double[] variances = new double[n];
        for (int f = 0; f < n; f++) {
            flows[f] = random.nextInt(4) == 0 ? 0 : StrictMath.exp(2 * random.nextGaussian());
            variances[f] = StrictMath.exp(2 * random.nextGaussian());
        }
        double[] groups = hierarchy.sums(flows);
        double[] groupVariances = hierarchy.sums(variances);
        for (int g = 0; g < groups.length; g++) {
            groupVariances[g] *= StrictMath.exp(random.nextGaussian() - 1);
            groups[g] = Math.max(0, groups[g] + 2 * Math.sqrt(groupVariances[g]) * random.nextGaussian());
        }
        return new World(hierarchy, flows, groups, variances, groupVariances);
    }

    /** The same with no forecast for every fourth group. */
    World withoutSomeGroups(Random random) {
        double[] some = groups.clone();
        for (int g = 0; g < some.length; g++) {
            some[g] = random.nextInt(4) == 0 ? Double.NaN : some[g];
        }
        return new World(hierarchy, flows, some, flowVariances, groupVariances);
    }

    World times(double factor) {
        return new World(
                hierarchy,
                Arrays.stream(flows).map(x -> x * factor).toArray(),
                Arrays.stream(groups).map(x -> x * factor).toArray(),
                Arrays.stream(flowVariances).map(x -> x * factor * factor).toArray(),
                Arrays.stream(groupVariances).map(x -> x * factor * factor).toArray());
    }

    BaseMeans base() {
        return BaseMeans.of(hierarchy, flows, groups).withVariances(flowVariances, groupVariances);
    }
}
