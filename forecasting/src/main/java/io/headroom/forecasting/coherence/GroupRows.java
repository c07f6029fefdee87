package io.headroom.forecasting.coherence;

import io.headroom.core.Flow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Index arrays in place of a summing matrix. Each level but the pairs has a row: the group of each flow. Flows are sorted, so that
 * those of a pair are neighbours: a pair is a range of flows, and the groups of pairs come last. Immutable and
 * thread-safe.
 */
final class GroupRows {
    private final int[][] crossed;
    private final int[] pairStart;
    private final int firstPair;
    private final boolean hasPairs;

    private GroupRows(int[][] crossed, int[] pairStart, int firstPair, boolean hasPairs) {
        this.crossed = crossed;
        this.pairStart = pairStart;
        this.firstPair = firstPair;
        this.hasPairs = hasPairs;
    }

    /** Rows of the levels; their groups are added to the list. */
    static GroupRows of(List<Flow> flows, Set<GroupLevel> levels, List<FlowGroup> groups) {
        List<int[]> crossed = new ArrayList<>();
        Codes codes = new Codes(flows);
        for (GroupLevel level : GroupLevel.values()) {
            if (level != GroupLevel.PAIR && levels.contains(level)) {
                crossed.add(row(level, codes.of(level), flows, groups));
            }
        }
        int firstPair = groups.size();
        int[] pairs = row(GroupLevel.PAIR, codes.of(GroupLevel.PAIR), flows, groups);
        int[] start = new int[groups.size() - firstPair + 1];
        for (int f = flows.size() - 1; f >= 0; f--) {
            start[pairs[f] - firstPair] = f;
        }
        start[start.length - 1] = flows.size();
        boolean hasPairs = levels.contains(GroupLevel.PAIR);
        if (!hasPairs) {
            groups.subList(firstPair, groups.size()).clear();
        }
        return new GroupRows(crossed.toArray(int[][]::new), start, firstPair, hasPairs);
    }

    /** Codes rise like the groups do. */
    private static int[] row(GroupLevel level, long[] codes, List<Flow> flows, List<FlowGroup> groups) {
        long[] distinct = Arrays.stream(codes).sorted().distinct().toArray();
        FlowGroup[] found = new FlowGroup[distinct.length];
        int[] row = new int[codes.length];
        for (int f = 0; f < row.length; f++) {
            int place = Arrays.binarySearch(distinct, codes[f]);
            row[f] = groups.size() + place;
            if (found[place] == null) {
                found[place] = level.groupOf(flows.get(f));
            }
        }
        groups.addAll(Arrays.asList(found));
        return row;
    }

    /** Numbers in place of names, in the same order. */
    private static final class Codes {
        private final int[] source;
        private final int[] destination;
        private final int[] type;
        private final long types;
        private final long destinations;

        Codes(List<Flow> flows) {
            String[] sources = new String[flows.size()];
            String[] targets = new String[flows.size()];
            String[] kinds = new String[flows.size()];
            for (int f = 0; f < sources.length; f++) {
                Flow flow = flows.get(f);
                sources[f] = flow.pair().source().name();
                targets[f] = flow.pair().destination().name();
                kinds[f] = flow.type().name();
            }
            source = ranks(sources);
            destination = ranks(targets);
            type = ranks(kinds);
            destinations = Arrays.stream(destination).max().orElse(0) + 1L;
            types = Arrays.stream(type).max().orElse(0) + 1L;
        }

        private static int[] ranks(String[] names) {
            String[] sorted = new TreeSet<>(Arrays.asList(names)).toArray(String[]::new);
            int[] ranks = new int[names.length];
            Arrays.setAll(ranks, f -> Arrays.binarySearch(sorted, names[f]));
            return ranks;
        }

        long[] of(GroupLevel level) {
            long[] codes = new long[source.length];
            Arrays.setAll(codes, f -> switch (level) {
                case TOTAL -> 0;
                case TYPE -> type[f];
                case SOURCE -> source[f];
                case DESTINATION -> destination[f];
                case SOURCE_TYPE -> source[f] * types + type[f];
                case DESTINATION_TYPE -> destination[f] * types + type[f];
                case PAIR -> source[f] * destinations + destination[f];
            });
            return codes;
        }
    }

    /** Levels other than pairs. */
    int levels() {
        return crossed.length;
    }

    /** The group of a flow on a level other than pairs. */
    int group(int level, int flow) {
        return crossed[level][flow];
    }

    /** Number of pairs, whether they are groups or not. */
    int pairs() {
        return pairStart.length - 1;
    }

    /** First flow of a pair; that of the number of pairs is the number of flows. */
    int start(int pair) {
        return pairStart[pair];
    }

    /** Groups from this one on are pairs. */
    int firstPair() {
        return firstPair;
    }

    /** Whether pairs are groups. */
    boolean hasPairs() {
        return hasPairs;
    }

    void addUpCrossed(double[] perFlow, double[] perGroup) {
        for (int[] row : crossed) {
            for (int f = 0; f < row.length; f++) {
                perGroup[row[f]] += perFlow[f];
            }
        }
    }

    void addUpPairs(double[] perFlow, double[] perGroup) {
        for (int pair = 0; hasPairs && pair < pairs(); pair++) {
            double sum = 0;
            for (int f = pairStart[pair]; f < pairStart[pair + 1]; f++) {
                sum += perFlow[f];
            }
            perGroup[firstPair + pair] += sum;
        }
    }

    void spreadCrossed(double[] perGroup, double[] perFlow) {
        for (int[] row : crossed) {
            for (int f = 0; f < row.length; f++) {
                perFlow[f] += perGroup[row[f]];
            }
        }
    }

    void spreadPairs(double[] perGroup, double[] perFlow) {
        for (int pair = 0; hasPairs && pair < pairs(); pair++) {
            double value = perGroup[firstPair + pair];
            for (int f = pairStart[pair]; f < pairStart[pair + 1]; f++) {
                perFlow[f] += value;
            }
        }
    }
}
