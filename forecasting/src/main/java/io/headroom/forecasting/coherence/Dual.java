package io.headroom.forecasting.coherence;

import java.util.Arrays;

/**
 * The dual of the weighted least squares problem. With the flows' means y and variances V, the groups' means z and
 * variances U, and the sums A b of flows over groups, the flows b that minimise
 *
 * <pre>sum (b - y)^2 / V + sum (A b - z)^2 / U        (all b at least 0, if asked for)</pre>
 *
 * <p>are b = y - V A'x (where negative, 0), for the x, one number a group, with U x = A b(x) - z. Groups without a mean keep
 * x = 0. Numbers are scaled by powers of two, so that squares neither overflow nor vanish. Not thread-safe: methods
 * share work space.
 */
final class Dual {
    /**
     * Least variance of a group, relative to that of the sum of its flows: below it a group counts as certain. It keeps
     * certain groups that contradict each other from having no solution.
     */
    private static final double CERTAIN = 1e-6;

    private final FlowHierarchy hierarchy;
    private final double meanScale;
    private final double[] y;
    private final double[] v;
    private final double[] z;
    private final double[] u;
    private final boolean[] used;
    private final boolean notNegative;
    private final double[] perFlow;
    private final double[] perGroup;

    Dual(BaseMeans base, double[] v, double[] u, boolean notNegative) {
        this.hierarchy = base.hierarchy();
        this.notNegative = notNegative;
        this.perFlow = new double[v.length];
        this.perGroup = new double[u.length];
        this.meanScale = powerOfTwo(Math.max(largest(base.flows()), largest(base.groups())));
        double varianceScale = powerOfTwo(largest(v));
        this.y = divided(base.flows(), meanScale);
        this.z = divided(base.groups(), meanScale);
        this.v = divided(v, varianceScale);
        this.u = divided(u, varianceScale);
        this.used = new boolean[u.length];
        hierarchy.addUp(this.v, perGroup);
        for (int g = 0; g < u.length; g++) {
            used[g] = !Double.isNaN(z[g]) && perGroup[g] > 0;
            this.u[g] = used[g] ? Math.max(this.u[g], CERTAIN * perGroup[g]) : 1;
        }
    }

    private static double largest(double[] values) {
        double largest = 0;
        for (double value : values) {
            largest = value > largest ? value : largest;
        }
        return largest;
    }

    private static double powerOfTwo(double size) {
        return size >= Double.MIN_NORMAL ? Math.scalb(1.0, Math.getExponent(size)) : 1;
    }

    private static double[] divided(double[] values, double divisor) {
        double[] quotients = new double[values.length];
        Arrays.setAll(quotients, i -> values[i] / divisor);
        return quotients;
    }

    FlowHierarchy hierarchy() {
        return hierarchy;
    }

    int groups() {
        return u.length;
    }

    int flows() {
        return v.length;
    }

    boolean used(int group) {
        return used[group];
    }

    double variance(int group) {
        return u[group];
    }

    /** y - V A'x: the flows before they are held at 0. */
    void candidates(double[] x, double[] out) {
        hierarchy.spread(x, out);
        for (int f = 0; f < out.length; f++) {
            out[f] = y[f] - v[f] * out[f];
        }
    }

    /** The flows in the unit of the input. */
    double[] means(double[] candidates) {
        double[] b = new double[candidates.length];
        Arrays.setAll(b, f -> held(candidates[f]) * meanScale);
        return b;
    }

    private double held(double candidate) {
        return notNegative && !(candidate > 0) ? 0 : candidate;
    }

    /** A b - z - U x: what is left to solve, 0 where a group has no mean. */
    void residual(double[] x, double[] candidates, double[] out) {
        for (int f = 0; f < perFlow.length; f++) {
            perFlow[f] = held(candidates[f]);
        }
        hierarchy.addUp(perFlow, out);
        for (int g = 0; g < out.length; g++) {
            out[g] = used[g] ? out[g] - z[g] - u[g] * x[g] : 0;
        }
    }

    /** The variances of the flows that move with x: those that are held at 0 do not. */
    void moving(double[] candidates, double[] out) {
        for (int f = 0; f < out.length; f++) {
            out[f] = notNegative && candidates[f] < 0 ? 0 : v[f];
        }
    }

    /** Norm of a residual, each group in the unit of its spread. */
    double norm(double[] w, double[] r) {
        hierarchy.addUp(w, perGroup);
        double square = 0;
        for (int g = 0; g < r.length; g++) {
            square += used[g] ? r[g] * r[g] / (u[g] + perGroup[g]) : 0;
        }
        return Math.sqrt(square);
    }

    /** The same norm of the numbers that a residual is the small difference of. */
    double scale() {
        double[] sums = new double[z.length];
        hierarchy.addUp(y, sums);
        double[] both = new double[z.length];
        for (int g = 0; g < both.length; g++) {
            both[g] = used[g] ? sums[g] + z[g] : 0;
        }
        return norm(v, both);
    }

    /** The dual function along x + t p, as its slope: rises with t, and its root is the least value on the line. */
    Line line(double[] x, double[] candidates, double[] p) {
        double[] along = new double[v.length];
        hierarchy.spread(p, along);
        double constant = 0;
        double rise = 0;
        for (int g = 0; g < p.length; g++) {
            if (used[g]) {
                constant += p[g] * (u[g] * x[g] + z[g]);
                rise += u[g] * p[g] * p[g];
            }
        }
        double start = constant;
        double slope = rise;
        return t -> {
            double sum = 0;
            for (int f = 0; f < along.length; f++) {
                sum += along[f] * held(candidates[f] - t * v[f] * along[f]);
            }
            return start + t * slope - sum;
        };
    }

    /** Slope of the dual function at a place on a line. */
    interface Line {
        double slope(double t);
    }
}
