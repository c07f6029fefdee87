package io.headroom.forecasting.internal.autoregression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Fits lag models by robust ridge regression with weights that halve over a span, so that the recent past counts more.
 * With a seasonal difference d the regression is of z(t) - z(t - d) on its own lags; the result is written as a model of
 * z. Cost: O(rows x lags^2). Immutable and thread-safe.
 */
public final class LagFitter {
    private static final int SEGMENTS = 8;
    private static final int MOST_ROWS = 8192;
    private static final int LEAST_ROWS_PER_COLUMN = 3;

    private final int[] lags;
    private final int difference;
    private final double halving;
    private final double ridge;

    /**
     * A fitter.
     *
     * @param lags rising, each 1 or more
     * @param difference lag of the difference that is modelled, 0 for none
     * @param halving steps over which weights halve; infinite for equal weights
     * @param ridge shrinkage of the coefficients, relative to the information on each, 0 or more
     */
    public LagFitter(int[] lags, int difference, double halving, double ridge) {
        this.lags = lags.clone();
        this.difference = difference;
        this.halving = halving;
        this.ridge = ridge;
    }

    /**
     * Fits.
     *
     * @param scale how values are standardized
     * @param z standardized values, NaN where missing
     * @return the fit; empty if complete rows are too few
     */
    public Optional<LagFit> fit(Standardization scale, double[] z) {
        double[] u = difference == 0 ? z : differences(z);
        int[] rows = rows(u);
        if (tooFew(rows)) {
            return Optional.empty();
        }
        RobustRegression regression = regression(u, rows);
        LagModel model = model(scale, regression.solve());
        return Optional.of(leaveOut(regression, scale, model, rows));
    }

    /**
     * Fits without a scale and without variants.
     *
     * @param u values, NaN where missing
     * @return one coefficient a lag, and the constant; empty if complete rows are too few
     */
    public Optional<double[]> coefficients(double[] u) {
        int[] rows = rows(u);
        return tooFew(rows) ? Optional.empty() : Optional.of(regression(u, rows).solve());
    }

    private boolean tooFew(int[] rows) {
        return lags.length == 0 || rows.length < LEAST_ROWS_PER_COLUMN * (lags.length + 1);
    }

    private RobustRegression regression(double[] u, int[] rows) {
        int columns = lags.length + 1;
        double[] x = new double[rows.length * columns];
        double[] y = new double[rows.length];
        double[] own = new double[rows.length];
        double fading = StrictMath.pow(0.5, 1 / halving);
        double weight = 1;
        for (int i = rows.length - 1; i >= 0; i--) {
            for (int j = 0; j < lags.length; j++) {
                x[i * columns + j] = u[rows[i] - lags[j]];
            }
            x[i * columns + lags.length] = 1;
            y[i] = u[rows[i]];
            own[i] = weight;
            weight *= fading;
        }
        return new RobustRegression(x, y, own, columns, ridge);
    }

    private LagFit leaveOut(RobustRegression regression, Standardization scale, LagModel model, int[] rows) {
        int segments = Math.min(SEGMENTS, rows.length);
        int columns = lags.length + 1;
        int[] starts = new int[segments];
        List<RobustRegression.Equations> parts = new ArrayList<>();
        RobustRegression.Equations all = new RobustRegression.Equations(columns);
        for (int s = 0; s < segments; s++) {
            int from = (int) ((long) s * rows.length / segments);
            int to = (int) ((s + 1L) * rows.length / segments);
            starts[s] = rows[from];
            parts.add(regression.equations(from, to));
            all.add(parts.get(s), 1);
        }
        List<LagModel> leftOut = new ArrayList<>();
        for (int s = 0; s < segments; s++) {
            RobustRegression.Equations rest = new RobustRegression.Equations(columns);
            rest.add(all, 1);
            rest.add(parts.get(s), -1);
            if (s + 1 < segments) {
                rest.add(parts.get(s + 1), -1);
            }
            leftOut.add(model(scale, regression.solve(rest)));
        }
        return new LagFit(model, leftOut, starts);
    }

    private double[] differences(double[] z) {
        double[] u = new double[z.length];
        for (int t = 0; t < z.length; t++) {
            u[t] = t < difference ? Double.NaN : z[t] - z[t - difference];
        }
        return u;
    }

    /** Steps whose value and lags are all known, the last ones. */
    private int[] rows(double[] u) {
        int[] rows = new int[u.length];
        int n = 0;
        for (int t = lags.length == 0 ? u.length : lags[lags.length - 1]; t < u.length; t++) {
            double sum = u[t];
            for (int lag : lags) {
                sum += u[t - lag];
            }
            if (!Double.isNaN(sum)) {
                rows[n] = t;
                n++;
            }
        }
        return Arrays.copyOfRange(rows, Math.max(0, n - MOST_ROWS), n);
    }

    /** Writes a model of differences as one of values: z(t) = z(t - d) + sum of c (z(t - l) - z(t - l - d)). */
    private LagModel model(Standardization scale, double[] solution) {
        TreeMap<Integer, Double> merged = new TreeMap<>();
        for (int i = 0; i < lags.length; i++) {
            merged.merge(lags[i], solution[i], Double::sum);
            if (difference > 0) {
                merged.merge(lags[i] + difference, -solution[i], Double::sum);
            }
        }
        if (difference > 0) {
            merged.merge(difference, 1.0, Double::sum);
        }
        int[] all = merged.keySet().stream().mapToInt(Integer::intValue).toArray();
        double[] coefficients =
                merged.values().stream().mapToDouble(Double::doubleValue).toArray();
        return new LagModel(scale, all, coefficients, solution[lags.length]);
    }
}
