package io.headroom.forecasting;

import io.headroom.core.Flow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Groups flows by what they share, for sums over all pairs of flows that share it. There are four kinds (everything, a
 * source, a destination, a type) and three groupings more by two kinds at a time. Not thread-safe.
 */
final class FlowGroups {
    static final int KINDS = 4;
    static final int GROUPINGS = 7;

    private static final int[][] BOTH = {{0, 1, 2, 3}, {1, 1, 4, 5}, {2, 4, 2, 6}, {3, 5, 6, 3}};

    private final Map<Flow, Membership> memberships = new HashMap<>();

    /**
     * For each grouping the numbers of its groups by name: sorted, so that sums do not depend on which flow came first.
     */
    private final List<TreeMap<String, Integer>> numbers = new ArrayList<>();

    /** The groups of one flow, one of each grouping, by name and by number. */
    private static final class Membership {
        final List<String> names;
        final int[] group;

        Membership(List<String> names, int[] group) {
            this.names = names;
            this.group = group;
        }
    }

    FlowGroups() {
        for (int g = 0; g < GROUPINGS; g++) {
            numbers.add(new TreeMap<>());
        }
    }

    /** The grouping in which flows stand together that share both kinds. */
    static int both(int kind, int other) {
        return BOTH[kind][other];
    }

    /** The groups of a flow, those of the four kinds first. */
    List<String> names(Flow flow) {
        return membership(flow).names;
    }

    private Membership membership(Flow flow) {
        return memberships.computeIfAbsent(flow, f -> {
            String source = f.pair().source().name();
            String destination = f.pair().destination().name();
            String type = f.type().name();
            List<String> names = List.of(
                    "all",
                    "from:" + source,
                    "to:" + destination,
                    "type:" + type,
                    source + ">" + destination,
                    source + ">/" + type,
                    ">" + destination + "/" + type);
            int[] group = new int[GROUPINGS];
            for (int g = 0; g < GROUPINGS; g++) {
                TreeMap<String, Integer> of = numbers.get(g);
                group[g] = of.computeIfAbsent(names.get(g), key -> of.size());
            }
            return new Membership(names, group);
        });
    }

    /**
     * Adds a number of one flow to the sums of its groups: for each grouping, sum and sum of squares of each group, one
     * after the other.
     */
    void add(Flow flow, double x, double[][] sums) {
        int[] group = membership(flow).group;
        for (int g = 0; g < GROUPINGS; g++) {
            int at = 2 * group[g];
            if (at >= sums[g].length) {
                sums[g] = Arrays.copyOf(sums[g], 2 * numbers.get(g).size());
            }
            sums[g][at] += x;
            sums[g][at + 1] += x * x;
        }
    }

    /** For each grouping, twice the sum of x x' over all pairs in a group. */
    double[] pairSums(double[][] sums) {
        double[] pairs = new double[GROUPINGS];
        for (int g = 0; g < GROUPINGS; g++) {
            for (int group : numbers.get(g).values()) {
                int at = 2 * group;
                if (at < sums[g].length) {
                    pairs[g] += sums[g][at] * sums[g][at] - sums[g][at + 1];
                }
            }
        }
        return pairs;
    }
}
