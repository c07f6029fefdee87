package io.headroom.forecasting.internal.arima;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A series after differencing, as a regression: the series, one column for each missing value, the differenced
 * regressors, and at last a constant, of which a likelihood takes as many as it wants.
 *
 * <p>A missing value stands as some number, and its column lets the likelihood take that out again (Fuller 1976; Gomez,
 * Maravall and Peña 1999). Immutable by convention: nobody writes to the columns.
 */
final class Differenced {
    final double[][] columns;
    /** Places of the columns for missing values, from 1 on. */
    final int missing;
    /** Count of regressors given, after those for missing values. */
    final int regressors;

    final int n;

    private Differenced(double[][] columns, int missing, int regressors, int n) {
        this.columns = columns;
        this.missing = missing;
        this.regressors = regressors;
        this.n = n;
    }

    /**
     * Differences a series.
     *
     * @param filled the series with some number where a value is missing
     * @param missing places of missing values
     * @param regressors one column each, as long as the series
     */
    static Differenced of(double[] filled, int[] missing, double[][] regressors, LagPolynomial difference) {
        List<double[]> columns = new ArrayList<>();
        columns.add(difference.apply(filled));
        int n = columns.get(0).length;
        for (int place : missing) {
            double[] impulse = new double[filled.length];
            impulse[place] = 1;
            columns.add(difference.apply(impulse));
        }
        for (double[] regressor : regressors) {
            columns.add(difference.apply(regressor));
        }
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        columns.add(ones);
        return new Differenced(columns.toArray(new double[0][]), missing.length, regressors.length, n);
    }

    /** Count of columns that a likelihood with or without a constant takes. */
    int count(boolean constant) {
        return 1 + missing + regressors + (constant ? 1 : 0);
    }

    double[] series() {
        return columns[0];
    }
}
