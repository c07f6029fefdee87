package io.headroom.forecasting.coherence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Solves the parts of the reduced equations that belong to one region at one end, or to none, as if there were no
 * others. Within such a block the groups are sums of each other (a region's types and their total): solved together, they do
 * not slow down the iteration, however certain they are. Built in one pass over pairs, of the square of the number of
 * their flows each. Immutable once built.
 */
final class BlockFactors {
    private final int[] block;
    private final int[] slot;
    private final List<int[]> members = new ArrayList<>();
    /** Lower Cholesky factors with inverse diagonals. */
    private final List<double[][]> factors = new ArrayList<>();

    BlockFactors(NewtonSystem system) {
        Dual dual = system.dual();
        FlowHierarchy hierarchy = dual.hierarchy();
        int n = system.size();
        this.block = new int[n];
        this.slot = new int[n];
        Map<Object, List<Integer>> byEnd = new LinkedHashMap<>();
        for (int g = 0; g < n; g++) {
            FlowGroup group = hierarchy.groups().get(g);
            byEnd.computeIfAbsent(List.of(group.source(), group.destination()), end -> new ArrayList<>())
                    .add(g);
        }
        for (List<Integer> groups : byEnd.values()) {
            for (int i = 0; i < groups.size(); i++) {
                block[groups.get(i)] = members.size();
                slot[groups.get(i)] = i;
            }
            members.add(groups.stream().mapToInt(Integer::intValue).toArray());
            factors.add(new double[groups.size()][groups.size()]);
        }
        GroupRows rows = hierarchy.rows();
        for (int i = 0; i < rows.levels(); i++) {
            for (int j = 0; j <= i; j++) {
                if (block[rows.group(i, 0)] == block[rows.group(j, 0)]) {
                    addLevels(system, rows, i, j);
                }
            }
        }
        for (int g = 0; g < n; g++) {
            double[] row = factors.get(block[g])[slot[g]];
            row[slot[g]] = dual.used(g) ? row[slot[g]] + dual.variance(g) : 1;
        }
        factors.forEach(BlockFactors::factor);
    }

    /** Adds A W' A' of two levels that share blocks: flows of one pair agree in both ends. */
    private void addLevels(NewtonSystem system, GroupRows rows, int i, int j) {
        Dual dual = system.dual();
        for (int pair = 0; pair < rows.pairs(); pair++) {
            double[][] a = factors.get(block[rows.group(i, rows.start(pair))]);
            double share = system.perPair(pair);
            for (int f = rows.start(pair); f < rows.start(pair + 1); f++) {
                int g = rows.group(i, f);
                double own = system.variance(f);
                if (dual.used(g) && own > 0) {
                    for (int e = rows.start(pair); e < rows.start(pair + 1); e++) {
                        int h = rows.group(j, e);
                        if (dual.used(h) && slot[h] <= slot[g]) {
                            a[slot[g]][slot[h]] += (e == f ? own : 0) - own * system.variance(e) * share;
                        }
                    }
                }
            }
        }
    }

    private static void factor(double[][] a) {
        for (int i = 0; i < a.length; i++) {
            double whole = a[i][i];
            for (int j = 0; j <= i; j++) {
                double sum = a[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= a[i][k] * a[j][k];
                }
                // Rounding may eat up a pivot of groups that are sums of each other and certain.
                a[i][j] = i == j ? 1 / Math.sqrt(Math.max(sum, 1e-13 * whole)) : sum * a[j][j];
            }
        }
    }

    /** Solves all blocks. */
    void solve(double[] r, double[] out) {
        for (int b = 0; b < members.size(); b++) {
            int[] groups = members.get(b);
            double[][] factor = factors.get(b);
            for (int i = 0; i < groups.length; i++) {
                double sum = r[groups[i]];
                for (int k = 0; k < i; k++) {
                    sum -= factor[i][k] * out[groups[k]];
                }
                out[groups[i]] = sum * factor[i][i];
            }
            for (int i = groups.length - 1; i >= 0; i--) {
                double sum = out[groups[i]];
                for (int k = i + 1; k < groups.length; k++) {
                    sum -= factor[k][i] * out[groups[k]];
                }
                out[groups[i]] = sum * factor[i][i];
            }
        }
    }
}
