package io.headroom.forecasting.coherence;

import io.headroom.core.Flow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Reconciling as in the textbooks, with the summing matrix in full, as a second implementation: the formula
 * (S' W^-1 S)^-1 S' W^-1 y by Gaussian elimination, and the least value over b of 0 or more by cyclic coordinate
 * descent.
 */
final class Textbook {
    private final double[][] normal;
    private final double[] right;

    Textbook(World world, Reconciler.Method method) {
        int n = world.flows.length;
        this.normal = new double[n][n];
        this.right = new double[n];
        for (int f = 0; f < n; f++) {
            double[] row = new double[n];
            row[f] = 1;
            double weight = method == Reconciler.Method.STRUCTURAL ? 1 : 1 / world.flowVariances[f];
            add(row, world.flows[f], weight);
        }
        List<Flow> flows = world.hierarchy.flows();
        for (int g = 0; g < world.groups.length; g++) {
            FlowGroup group = world.hierarchy.groups().get(g);
            double[] row = new double[n];
            double members = 0;
            for (int f = 0; f < n; f++) {
                row[f] = group.contains(flows.get(f)) ? 1 : 0;
                members += row[f];
            }
            if (!Double.isNaN(world.groups[g])) {
                add(
                        row,
                        world.groups[g],
                        1 / (method == Reconciler.Method.STRUCTURAL ? members : world.groupVariances[g]));
            }
        }
    }

    private void add(double[] row, double value, double weight) {
        for (int i = 0; i < row.length; i++) {
            right[i] += row[i] * weight * value;
            for (int j = 0; j < row.length; j++) {
                normal[i][j] += row[i] * weight * row[j];
            }
        }
    }

    double[] unbounded() {
        int n = right.length;
        List<double[]> rows = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            double[] row = Arrays.copyOf(normal[i], n + 1);
            row[n] = right[i];
            rows.add(row);
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double factor = rows.get(j)[i] / rows.get(i)[i];
                for (int k = i; k <= n && i != j; k++) {
                    rows.get(j)[k] -= factor * rows.get(i)[k];
                }
            }
        }
        double[] b = new double[n];
        Arrays.setAll(b, i -> rows.get(i)[n] / rows.get(i)[i]);
        return b;
    }

    double[] notNegative() {
        double[] b = new double[right.length];
        double moved = 1;
        for (int round = 0; round < 100_000 && moved > 0; round++) {
            moved = 0;
            for (int i = 0; i < b.length; i++) {
                double slope = -right[i];
                for (int j = 0; j < b.length; j++) {
                    slope += normal[i][j] * b[j];
                }
                double next = Math.max(0, b[i] - slope / normal[i][i]);
                moved = Math.max(moved, Math.abs(next - b[i]) > 1e-15 * Math.abs(next) ? 1 : 0);
                b[i] = next;
            }
        }
        return b;
    }
}
