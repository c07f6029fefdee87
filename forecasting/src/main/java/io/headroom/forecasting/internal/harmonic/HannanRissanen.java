package io.headroom.forecasting.internal.harmonic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * First estimates of ARMA models of all orders up to a bound (Hannan and Rissanen 1982): errors of a long autoregression
 * stand in for the true ones, so that each order is a linear regression on lags, and all orders share one matrix of sums
 * of products. Cost: n (L^2 + (p + q)^2) / 2 for the long order L.
 */
final class HannanRissanen {
    private static final int LONG = 20;

    private final double[][] gram;
    private final double[] right;
    private final double total;
    private final int rows;
    private final int most;

    /**
     * A first estimate.
     *
     * @param arma coefficients, perhaps not sound
     * @param criterion AICc without constants
     */
    record Guess(Arma arma, double criterion) {}

    /**
     * Prepares.
     *
     * @param x values around zero, NaN where missing
     * @param most highest order of either part
     */
    HannanRissanen(double[] x, int most) {
        this.most = most;
        double[] filled = x.clone();
        double[] errors = new double[x.length];
        longAutoregression(x).filter(filled, errors);
        this.gram = new double[2 * most + 1][2 * most + 1];
        double[] row = new double[2 * most + 1];
        int n = 0;
        for (int t = Math.min(LONG, x.length / 4) + most; t < x.length; t++) {
            if (!Double.isNaN(x[t])) {
                for (int i = 0; i < most; i++) {
                    row[i] = filled[t - 1 - i];
                    row[most + i] = errors[t - 1 - i];
                }
                row[2 * most] = x[t];
                accumulate(gram, row);
                n++;
            }
        }
        this.rows = n;
        mirror(gram);
        this.right = gram[2 * most];
        this.total = gram[2 * most][2 * most];
    }

    private static Arma longAutoregression(double[] x) {
        int order = Math.min(LONG, x.length / 10);
        double[][] gram = new double[order + 1][order + 1];
        double[] row = new double[order + 1];
        for (int t = order; t < x.length; t++) {
            boolean whole = true;
            for (int i = 0; i <= order; i++) {
                row[i] = i == order ? x[t] : x[t - 1 - i];
                whole &= !Double.isNaN(row[i]);
            }
            if (whole) {
                accumulate(gram, row);
            }
        }
        mirror(gram);
        int[] columns = new int[order];
        for (int i = 0; i < order; i++) {
            columns[i] = i;
        }
        return new Arma(NormalEquations.solve(gram, gram[order], columns), new double[0]).sound();
    }

    private static void accumulate(double[][] gram, double[] row) {
        for (int i = 0; i < row.length; i++) {
            double factor = row[i];
            double[] into = gram[i];
            for (int j = 0; j <= i; j++) {
                into[j] += factor * row[j];
            }
        }
    }

    private static void mirror(double[][] gram) {
        for (int i = 0; i < gram.length; i++) {
            for (int j = 0; j < i; j++) {
                gram[j][i] = gram[i][j];
            }
        }
    }

    /** Guesses of all orders, the best first. */
    List<Guess> guesses() {
        List<Guess> guesses = new ArrayList<>();
        for (int p = 0; p <= most; p++) {
            for (int q = 0; q <= most; q++) {
                guesses.add(guess(p, q));
            }
        }
        guesses.sort(Comparator.comparingDouble(Guess::criterion));
        return guesses;
    }

    private Guess guess(int p, int q) {
        int[] columns = new int[p + q];
        for (int i = 0; i < p + q; i++) {
            columns[i] = i < p ? i : most + i - p;
        }
        double[] c = NormalEquations.solve(gram, right, columns);
        double explained = 0;
        for (int i = 0; i < c.length; i++) {
            explained += c[i] * right[columns[i]];
        }
        double[] phi = new double[p];
        double[] theta = new double[q];
        System.arraycopy(c, 0, phi, 0, p);
        System.arraycopy(c, p, theta, 0, q);
        return new Guess(new Arma(phi, theta), ArmaFit.aicc(Math.max(total - explained, 0), rows, p + q));
    }
}
