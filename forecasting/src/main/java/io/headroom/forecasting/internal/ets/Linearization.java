package io.headroom.forecasting.internal.ets;

import java.util.Arrays;

/**
 * Residuals of the concentrated likelihood around a point, to first order: J'J and J'r.
 *
 * <p>The concentrated likelihood is n/2 log(sum r^2) with r = e for additive errors and r = g e for relative ones, g
 * the geometric mean of the one-step means: a least-squares problem in both cases, which Gauss-Newton steps solve. With
 * u = d log f, the row of J is -df or, divided by g, e ubar - (1 + e) u. The derivatives of states and means run beside
 * the filter (forward sensitivities).
 *
 * <p>Cost: O(n p^2) time and O(period p) memory for p free entries. Not thread-safe; buffers are reused.
 */
final class Linearization {

    private static final int ROWS = 32;
    private static final int ROWS_A_PASS = 4;

    private final Layout layout;
    private final int p;
    private final double[] ring;
    private final double[][] seasonBy;
    private final double[] levelBy;
    private final double[] slopeBy;
    private final double[] baseBy;
    private final double[] meanLogBy;
    private final double[][] rows;
    private final double[][] sums;
    private int filled;
    private int observed;

    /** J'J, both triangles. */
    final double[][] gram;
    /** J'r. */
    final double[] gradient;
    /** r'r. */
    double squares;

    Linearization(Layout layout) {
        this.layout = layout;
        p = layout.free;
        ring = new double[layout.period];
        seasonBy = new double[layout.period][p];
        levelBy = new double[p];
        slopeBy = new double[p];
        baseBy = new double[p];
        meanLogBy = new double[p];
        rows = new double[ROWS][p + 1];
        sums = new double[p + 1][p + 1];
        gram = new double[p][p];
        gradient = new double[p];
    }

    /** Linearises around a point at which {@link Filter#evaluate} is finite. */
    void at(double[] y, double[] point) {
        start(point);
        boolean factors = layout.form.hasSeasonFactors();
        boolean relative = layout.form.hasRelativeError();
        double alpha = point[Layout.ALPHA];
        double beta = layout.beta(point);
        double gamma = layout.gamma(point);
        double phi = layout.phi(point);
        double level = point[layout.level];
        double slope = layout.slope(point);
        int slot = 0;
        for (double value : y) {
            double base = level + phi * slope;
            double season = ring[slot];
            double mean = factors ? base * season : base + season;
            double d = value - mean;
            moveBase(phi, slope);
            slope *= phi;
            if (!Double.isNaN(d)) {
                double[] row = rows[filled];
                double[] by = seasonBy[slot];
                double q = factors ? d / season : d;
                double r = factors ? d / base : d;
                if (factors) {
                    stepFactors(row, by, base, season, q, r, alpha, beta, gamma);
                } else {
                    stepSums(row, by, alpha, beta, gamma);
                }
                addDirect(by, q, r);
                record(row, d, mean, relative);
                level = base + alpha * q;
                slope += beta * q;
                ring[slot] = season + gamma * r;
            } else {
                System.arraycopy(baseBy, 0, levelBy, 0, p);
                level = base;
            }
            slot = slot + 1 == ring.length ? 0 : slot + 1;
        }
        flush();
        finish(relative);
    }

    private void start(double[] point) {
        layout.loadSeason(point, ring);
        Arrays.fill(levelBy, 0);
        Arrays.fill(slopeBy, 0);
        Arrays.fill(meanLogBy, 0);
        for (double[] by : seasonBy) {
            Arrays.fill(by, 0);
        }
        for (double[] sum : sums) {
            Arrays.fill(sum, 0);
        }
        filled = 0;
        observed = 0;
        levelBy[layout.level] = 1;
        if (layout.slope >= 0) {
            slopeBy[layout.slope] = 1;
        }
        for (int entry = layout.season; entry < layout.free; entry++) {
            seasonBy[entry - layout.season][entry] = 1;
        }
    }

    /** Derivatives of phi slope, and of base = level + phi slope. */
    private void moveBase(double phi, double slope) {
        double[] from = levelBy;
        double[] slopes = slopeBy;
        double[] to = baseBy;
        for (int k = 0; k < to.length; k++) {
            double damped = phi * slopes[k];
            slopes[k] = damped;
            to[k] = from[k] + damped;
        }
        if (layout.phi >= 0) {
            to[layout.phi] += slope;
            slopes[layout.phi] += slope;
        }
    }

    /**
     * Derivatives over one step of an additive season, or none: the mean is base + season, q and r are value - mean.
     */
    private void stepSums(double[] row, double[] by, double alpha, double beta, double gamma) {
        double[] bases = baseBy;
        double[] levels = levelBy;
        double[] slopes = slopeBy;
        for (int k = 0; k < bases.length; k++) {
            double mean = bases[k] + by[k];
            row[k] = mean;
            levels[k] = bases[k] - alpha * mean;
            slopes[k] -= beta * mean;
            by[k] -= gamma * mean;
        }
    }

    /**
     * Derivatives over one step of season factors: the mean is base season, q = value / season - base, r = value / base
     * - season.
     */
    private void stepFactors(
            double[] row,
            double[] by,
            double base,
            double season,
            double q,
            double r,
            double alpha,
            double beta,
            double gamma) {
        double perSeason = -(base + q) / season;
        double perBase = -(season + r) / base;
        double[] bases = baseBy;
        double[] levels = levelBy;
        double[] slopes = slopeBy;
        for (int k = 0; k < bases.length; k++) {
            double baseK = bases[k];
            double seasonK = by[k];
            double dq = perSeason * seasonK - baseK;
            row[k] = season * baseK + base * seasonK;
            levels[k] = baseK + alpha * dq;
            slopes[k] += beta * dq;
            by[k] = seasonK + gamma * (perBase * baseK - seasonK);
        }
    }

    private void addDirect(double[] by, double q, double r) {
        levelBy[Layout.ALPHA] += q;
        if (layout.beta >= 0) {
            slopeBy[layout.beta] += q;
        }
        if (layout.gamma >= 0) {
            by[layout.gamma] += r;
        }
    }

    /** Turns the row of df into one of (1 + e) dlog f for relative errors, and appends the error. */
    private void record(double[] row, double d, double mean, boolean relative) {
        double e = d;
        if (relative) {
            e = d / mean;
            double inverse = 1 / mean;
            double weight = (1 + e) * inverse;
            double[] logs = meanLogBy;
            for (int k = 0; k < logs.length; k++) {
                double meanK = row[k];
                logs[k] += inverse * meanK;
                row[k] = weight * meanK;
            }
        }
        row[p] = e;
        observed++;
        filled++;
        if (filled == ROWS) {
            flush();
        }
    }

    /** Adds the rows in the buffer to their Gram matrix, four a pass. */
    private void flush() {
        while (filled % ROWS_A_PASS != 0) {
            Arrays.fill(rows[filled++], 0);
        }
        for (int row = 0; row < filled; row += ROWS_A_PASS) {
            addProducts(rows[row], rows[row + 1], rows[row + 2], rows[row + 3]);
        }
        filled = 0;
    }

    private void addProducts(double[] r0, double[] r1, double[] r2, double[] r3) {
        for (int i = 0; i < r0.length; i++) {
            double a0 = r0[i];
            double a1 = r1[i];
            double a2 = r2[i];
            double a3 = r3[i];
            double[] to = sums[i];
            for (int k = i; k < to.length; k++) {
                to[k] += a0 * r0[k] + a1 * r1[k] + a2 * r2[k] + a3 * r3[k];
            }
        }
    }

    private void finish(boolean relative) {
        squares = sums[p][p];
        for (int i = 0; i < p; i++) {
            double ci = sums[i][p];
            double ui = relative ? meanLogBy[i] / observed : 0;
            gradient[i] = squares * ui - ci;
            for (int k = i; k < p; k++) {
                double value = sums[i][k];
                if (relative) {
                    double uk = meanLogBy[k] / observed;
                    value += squares * ui * uk - ui * sums[k][p] - ci * uk;
                }
                gram[i][k] = value;
                gram[k][i] = value;
            }
        }
    }
}
