package io.headroom.forecasting.internal.stl;

import java.util.Arrays;

/**
 * Local regression on the grid 0, 1, 2, ...: at each point a constant or a line through the nearest values, weighted by
 * (1 - (distance / reach)^3)^3 (Cleveland et al. 1990, section 2). Keeps scratch space: mutable and not thread-safe.
 *
 * <p>Cost: n / jump points of window operations each. The weights around a point in the middle of its window are always
 * the same and are worked out once.
 */
final class Loess {
    private static final double INNER = 0.001;
    private static final double OUTER = 0.999;

    private final int window;
    private final int degree;
    private final int jump;
    private final double[] middle;
    private double[] weights = new double[0];

    /**
     * Makes a smoother.
     *
     * @param window values that count for a point, odd
     * @param degree 0 or 1
     * @param jump every how many points a regression is made; those between are interpolated
     */
    Loess(int window, int degree, int jump) {
        this.window = window;
        this.degree = degree;
        this.jump = jump;
        this.middle = middle(window);
    }

    /** Weights around the middle of a window; a line weighs like a constant there. */
    private static double[] middle(int window) {
        int half = (window - 1) / 2;
        double[] w = new double[half + 1];
        double sum = 0;
        for (int r = 0; r <= half; r++) {
            w[r] = tricube(r, half);
            sum += r == 0 ? w[r] : 2 * w[r];
        }
        for (int r = 0; r <= half; r++) {
            w[r] /= sum;
        }
        return w;
    }

    private static double tricube(double distance, double reach) {
        if (distance > OUTER * reach) {
            return 0;
        }
        if (distance <= INNER * reach) {
            return 1;
        }
        double r = distance / reach;
        double v = 1 - r * r * r;
        return v * v * v;
    }

    /**
     * Smooths the first n values.
     *
     * @param y values
     * @param n count of values
     * @param robust a weight for each value; empty for equal ones
     * @param out where smoothed values go, from a place on
     * @param from that place
     */
    void smooth(double[] y, int n, double[] robust, double[] out, int from) {
        if (n < 2) {
            out[from] = y[0];
            return;
        }
        int step = Math.min(jump, n - 1);
        int last = (n - 1) / step * step;
        for (int i = 0; i <= last; i += step) {
            out[from + i] = at(y, n, robust, i);
            if (i > 0) {
                interpolate(out, from + i - step, from + i);
            }
        }
        if (last < n - 1) {
            // As in the program of 1990, the end takes the window of the last point before it.
            int left = left(n, last);
            out[from + n - 1] = at(y, n, robust, n - 1, left, Math.min(n, left + window) - 1);
            interpolate(out, from + last, from + n - 1);
        }
    }

    private static void interpolate(double[] out, int from, int to) {
        double delta = (out[to] - out[from]) / (to - from);
        for (int i = from + 1; i < to; i++) {
            out[i] = out[from] + delta * (i - from);
        }
    }

    private int left(int n, int at) {
        return Math.max(0, Math.min(at - (window - 1) / 2, n - window));
    }

    private double at(double[] y, int n, double[] robust, int at) {
        int left = left(n, at);
        int right = Math.min(n, left + window) - 1;
        if (robust.length == 0 && window <= n && at - left == right - at) {
            return inTheMiddle(y, at);
        }
        return at(y, n, robust, at, left, right);
    }

    private double inTheMiddle(double[] y, int at) {
        double sum = middle[0] * y[at];
        for (int r = 1; r < middle.length; r++) {
            sum += middle[r] * (y[at - r] + y[at + r]);
        }
        return sum;
    }

    /**
     * The smoothed value at a point, perhaps outside the values.
     *
     * @param y values
     * @param n count of values
     * @param robust a weight for each value; empty for equal ones
     * @param at the point
     * @param left first value that counts
     * @param right last value that counts
     * @return NaN if all weights are zero and the point is outside; its own value if it is inside
     */
    double at(double[] y, int n, double[] robust, int at, int left, int right) {
        int count = right - left + 1;
        if (weights.length < count) {
            weights = new double[Math.max(count, window)];
        }
        double reach = Math.max(at - left, right - at) + (window > n ? (window - n) / 2 : 0);
        double total = 0;
        for (int j = left; j <= right; j++) {
            double w = tricube(Math.abs(j - at), reach);
            w = robust.length == 0 ? w : w * robust[j];
            weights[j - left] = w;
            total += w;
        }
        if (!(total > 0)) {
            return at >= 0 && at < n ? y[at] : Double.NaN;
        }
        double centre = 0;
        for (int k = 0; k < count; k++) {
            weights[k] /= total;
            centre += weights[k] * (left + k);
        }
        return degree == 0 || !(reach > 0) ? constant(y, left, count) : line(y, n, at, left, count, centre);
    }

    private double constant(double[] y, int left, int count) {
        double sum = 0;
        for (int k = 0; k < count; k++) {
            sum += weights[k] * y[left + k];
        }
        return sum;
    }

    private double line(double[] y, int n, int at, int left, int count, double centre) {
        double spread = 0;
        for (int k = 0; k < count; k++) {
            double d = left + k - centre;
            spread += weights[k] * d * d;
        }
        boolean wide = Math.sqrt(spread) > INNER * (n - 1);
        double slope = wide ? (at - centre) / spread : 0;
        double sum = 0;
        for (int k = 0; k < count; k++) {
            sum += weights[k] * (slope * (left + k - centre) + 1) * y[left + k];
        }
        return sum;
    }

    /** Bisquare weights of residuals: (1 - (r / 6 median)^2)^2, 0 beyond. */
    static double[] robust(double[] residuals) {
        double[] size = new double[residuals.length];
        for (int i = 0; i < size.length; i++) {
            size[i] = Math.abs(residuals[i]);
        }
        double[] sorted = size.clone();
        Arrays.sort(sorted);
        int n = sorted.length;
        double reach = 3 * (sorted[n / 2] + sorted[n - n / 2 - 1]);
        for (int i = 0; i < n; i++) {
            double r = size[i];
            double v = 1 - r / reach * (r / reach);
            size[i] = r <= INNER * reach ? 1 : r <= OUTER * reach ? v * v : 0;
        }
        return size;
    }
}
