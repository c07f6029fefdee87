package io.headroom.forecasting.internal.ets;

import io.headroom.forecasting.internal.numeric.Cholesky;
import java.util.Arrays;

/**
 * The usual region of the smoothing parameters, and the least of a quadratic over it.
 *
 * <p>Bounds: 1e-4 <= alpha <= 0.9999, 1e-4 <= beta <= alpha, 1e-4 <= gamma <= 1 - alpha, 0.8 <= phi <= 0.98, those of
 * R's forecast package; and beta below the limit of {@link Admissibility}, linearised: a step may need capping after
 * all. What is left is a polytope of at most four dimensions, so the least of a convex quadratic is found exactly:
 * every face has a stationary point in closed form, and the best feasible one is the answer. At most 108 faces. Not
 * thread-safe.
 */
final class Region {

    static final double LOW = 1e-4;
    static final double HIGH = 0.9999;
    static final double PHI_LOW = 0.8;
    static final double PHI_HIGH = 0.98;

    private static final double SLACK = 1e-13;
    private static final double DIFFERENCE = 1e-6;
    private static final int FREE = 0;
    private static final int AT_LOW = 1;
    private static final int AT_HIGH = 2;
    private static final int AT_CAP = 3;

    private final Layout layout;
    private final int k;
    /** A face: parameters = constant + directions free. */
    private final double[] constant;

    private final double[][] directions;
    private final double[] reduced;
    private final double[] free;
    private final double[] trial;
    private final double[] best;
    private final double[] capSlopes;
    private final double[] shifted;
    private double cap;
    private double bestValue;

    Region(Layout layout) {
        this.layout = layout;
        k = layout.smoothing;
        constant = new double[k];
        directions = new double[k][k];
        reduced = new double[k * k];
        free = new double[k];
        trial = new double[k];
        best = new double[k];
        capSlopes = new double[k];
        shifted = new double[layout.size];
    }

    /**
     * Minimises g'd + d'Sd/2 over the steps d that stay in the region.
     *
     * @param point holds the current parameters in its first entries
     * @param s positive semi-definite, k by k, row-major
     * @param g length k
     * @param step receives d in its first k entries
     */
    void minimise(double[] point, double[] s, double[] g, double[] step) {
        bestValue = Double.POSITIVE_INFINITY;
        lineariseCap(point);
        tryFaces(point, s, g);
        if (bestValue > 0 && cap < Double.POSITIVE_INFINITY) {
            // The least lies where beta meets alpha and the limit at once, which is no face here: go without the limit.
            removeCap();
            tryFaces(point, s, g);
        }
        for (int i = 0; i < k; i++) {
            step[i] = bestValue < Double.POSITIVE_INFINITY ? best[i] - point[i] : 0;
        }
    }

    private void tryFaces(double[] point, double[] s, double[] g) {
        int betaFaces = layout.beta < 0 ? 1 : cap < Double.POSITIVE_INFINITY ? 4 : 3;
        int gammaFaces = layout.gamma < 0 ? 1 : 3;
        int phiFaces = layout.phi < 0 ? 1 : 3;
        for (int a = FREE; a <= AT_HIGH; a++) {
            for (int b = FREE; b < betaFaces; b++) {
                for (int c = FREE; c < gammaFaces; c++) {
                    for (int f = FREE; f < phiFaces; f++) {
                        tryFace(a, b, c, f, point, s, g);
                    }
                }
            }
        }
    }

    private void removeCap() {
        cap = Double.POSITIVE_INFINITY;
        Arrays.fill(capSlopes, 0);
    }

    /** Expands the largest admissible beta around the point, unless alpha is the tighter bound by far. */
    private void lineariseCap(double[] point) {
        removeCap();
        double here = layout.slopeCap(point);
        if (here >= 2 * point[Layout.ALPHA]) {
            return;
        }
        cap = here;
        System.arraycopy(point, 0, shifted, 0, k);
        for (int i = 0; i < k; i++) {
            if (i != layout.beta) {
                double shift = point[i] > 0.5 ? -DIFFERENCE : DIFFERENCE;
                shifted[i] += shift;
                capSlopes[i] = (layout.slopeCap(shifted) - here) / shift;
                shifted[i] = point[i];
                cap -= capSlopes[i] * point[i];
            }
        }
    }

    private void tryFace(int a, int b, int c, int f, double[] point, double[] s, double[] g) {
        int count = place(Layout.ALPHA, a, LOW, HIGH, 0);
        if (layout.gamma >= 0) {
            count = c == AT_HIGH ? tieToAlpha(layout.gamma, 1, -1, count) : place(layout.gamma, c, LOW, HIGH, count);
        }
        if (layout.phi >= 0) {
            count = place(layout.phi, f, PHI_LOW, PHI_HIGH, count);
        }
        if (layout.beta >= 0) {
            count = b == AT_CAP
                    ? tieToCap(count)
                    : b == AT_HIGH ? tieToAlpha(layout.beta, 0, 1, count) : place(layout.beta, b, LOW, HIGH, count);
        }
        if (!solve(count, point, s, g)) {
            return;
        }
        for (int i = 0; i < k; i++) {
            trial[i] = constant[i];
            for (int j = 0; j < count; j++) {
                trial[i] += directions[i][j] * free[j];
            }
        }
        if (feasible()) {
            double value = value(point, s, g);
            if (value < bestValue) {
                bestValue = value;
                System.arraycopy(trial, 0, best, 0, k);
            }
        }
    }

    /** Sets one parameter free or to a bound; returns the count of free directions so far. */
    private int place(int i, int face, double low, double high, int count) {
        Arrays.fill(directions[i], 0);
        if (face == FREE) {
            constant[i] = 0;
            directions[i][count] = 1;
            return count + 1;
        }
        constant[i] = face == AT_LOW ? low : high;
        return count;
    }

    private int tieToAlpha(int i, double offset, double sign, int count) {
        constant[i] = offset + sign * constant[Layout.ALPHA];
        for (int j = 0; j < k; j++) {
            directions[i][j] = sign * directions[Layout.ALPHA][j];
        }
        return count;
    }

    private int tieToCap(int count) {
        double[] beta = directions[layout.beta];
        Arrays.fill(beta, 0);
        double sum = cap;
        for (int i = 0; i < k; i++) {
            if (i != layout.beta) {
                sum += capSlopes[i] * constant[i];
                for (int j = 0; j < count; j++) {
                    beta[j] += capSlopes[i] * directions[i][j];
                }
            }
        }
        constant[layout.beta] = sum;
        return count;
    }

    /** Finds the stationary point of a face; false if it is not determined. */
    private boolean solve(int count, double[] point, double[] s, double[] g) {
        Arrays.fill(reduced, 0, count * count, 0);
        Arrays.fill(free, 0, count, 0);
        for (int i = 0; i < k; i++) {
            double slope = g[i];
            for (int j = 0; j < k; j++) {
                double sij = s[i * k + j];
                slope += sij * (constant[j] - point[j]);
                for (int u = 0; u < count; u++) {
                    for (int v = 0; v < count; v++) {
                        reduced[u * count + v] += directions[i][u] * sij * directions[j][v];
                    }
                }
            }
            for (int u = 0; u < count; u++) {
                free[u] -= directions[i][u] * slope;
            }
        }
        return Cholesky.factor(reduced, count) && Cholesky.solve(reduced, count, free, 1);
    }

    private boolean feasible() {
        double alpha = trial[Layout.ALPHA];
        boolean inside = within(Layout.ALPHA, LOW, HIGH);
        if (layout.gamma >= 0) {
            inside &= within(layout.gamma, LOW, Math.max(LOW, 1 - alpha));
        }
        if (layout.phi >= 0) {
            inside &= within(layout.phi, PHI_LOW, PHI_HIGH);
        }
        if (layout.beta >= 0) {
            inside &= within(layout.beta, LOW, Math.max(LOW, Math.min(alpha, capAtTrial())));
        }
        return inside;
    }

    private double capAtTrial() {
        double sum = cap;
        for (int i = 0; i < k; i++) {
            sum += i == layout.beta ? 0 : capSlopes[i] * trial[i];
        }
        return sum;
    }

    /**
     * Tells whether one trial parameter is within its bounds, and puts it there exactly if only rounding kept it out.
     */
    private boolean within(int i, double low, double high) {
        double value = trial[i];
        trial[i] = Math.min(Math.max(value, low), high);
        return value >= low - SLACK && value <= high + SLACK;
    }

    private double value(double[] point, double[] s, double[] g) {
        double value = 0;
        for (int i = 0; i < k; i++) {
            double row = 0;
            for (int j = 0; j < k; j++) {
                row += s[i * k + j] * (trial[j] - point[j]);
            }
            value += (trial[i] - point[i]) * (g[i] + 0.5 * row);
        }
        return value;
    }
}
