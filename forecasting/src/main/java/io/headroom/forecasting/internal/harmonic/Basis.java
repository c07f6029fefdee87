package io.headroom.forecasting.internal.harmonic;

import java.util.Arrays;
import java.util.List;

/**
 * A constant and waves as regressors: column 0 is the constant, columns 2 i + 1 and 2 i + 2 are cosine and sine of wave
 * i. Immutable and thread-safe.
 *
 * <p>On a grid without holes the sums of products of waves have a closed form, and sums of a wave with a series need the
 * series only folded over the season, so that a regression costs n operations a season, not n a column. Missing rows
 * are taken out one by one.
 */
final class Basis {
    private final List<Wave> waves;

    Basis(List<Wave> waves) {
        this.waves = List.copyOf(waves);
    }

    List<Wave> waves() {
        return waves;
    }

    int columns() {
        return 1 + 2 * waves.size();
    }

    /**
     * Regresses a series on the columns.
     *
     * @param w values from step 0 on, NaN where a row is left out
     * @return the system of normal equations
     */
    Solution regress(double[] w) {
        double[][] gram = gram(w.length);
        double[] right = right(w);
        double[] row = new double[columns()];
        for (int t = 0; t < w.length; t++) {
            if (Double.isNaN(w[t])) {
                row(t, row);
                for (int i = 0; i < row.length; i++) {
                    for (int j = 0; j <= i; j++) {
                        gram[i][j] -= row[i] * row[j];
                    }
                }
            }
        }
        for (int i = 0; i < row.length; i++) {
            for (int j = 0; j < i; j++) {
                gram[j][i] = gram[i][j];
            }
        }
        return new Solution(gram, NormalEquations.solve(gram, right));
    }

    /** Sums of products of columns, and one coefficient for each column. */
    static final class Solution {
        private final double[][] gram;
        private final double[] coefficients;

        Solution(double[][] gram, double[] coefficients) {
            this.gram = gram;
            this.coefficients = coefficients;
        }

        double[][] gram() {
            return gram;
        }

        double[] coefficients() {
            return coefficients;
        }
    }

    private double[][] gram(int n) {
        double[][] gram = new double[columns()][columns()];
        gram[0][0] = n;
        Dirichlet sums = new Dirichlet(1, n);
        long steps = 1;
        for (int i = 0; i < waves.size(); i++) {
            Wave a = waves.get(i);
            for (int j = 0; j <= i; j++) {
                Wave b = waves.get(j);
                long common = leastCommonMultiple(a.period(), b.period());
                if (common != steps) {
                    steps = common;
                    sums = new Dirichlet(steps, n);
                }
                pair(gram, i, steps / a.period() * a.order(), j, steps / b.period() * b.order(), sums);
            }
            Dirichlet alone = new Dirichlet(a.period(), n);
            gram[2 * i + 1][0] = alone.cosines(a.order());
            gram[2 * i + 2][0] = alone.sines(a.order());
        }
        return gram;
    }

    private static long leastCommonMultiple(int a, int b) {
        int x = a;
        int y = b;
        while (y != 0) {
            int rest = x % y;
            x = y;
            y = rest;
        }
        return (long) a / x * b;
    }

    private static void pair(double[][] gram, int i, long a, int j, long b, Dirichlet sums) {
        double cosinesOfSum = sums.cosines(a + b);
        double cosinesOfDifference = sums.cosines(a - b);
        double sinesOfSum = sums.sines(a + b);
        double sinesOfDifference = sums.sines(a - b);
        gram[2 * i + 1][2 * j + 1] = (cosinesOfDifference + cosinesOfSum) / 2;
        gram[2 * i + 2][2 * j + 2] = (cosinesOfDifference - cosinesOfSum) / 2;
        gram[2 * i + 2][2 * j + 1] = (sinesOfSum + sinesOfDifference) / 2;
        gram[2 * i + 1][2 * j + 2] = (sinesOfSum - sinesOfDifference) / 2;
    }

    private double[] right(double[] w) {
        double[] right = new double[columns()];
        double[] folded = {};
        for (int i = 0; i < waves.size(); i++) {
            Wave wave = waves.get(i);
            if (folded.length != wave.period()) {
                folded = fold(w, wave.period());
            }
            SineTable table = SineTable.of(wave.period());
            double cosines = 0;
            double sines = 0;
            int at = 0;
            for (double value : folded) {
                cosines += value * table.cosine[at];
                sines += value * table.sine[at];
                at = next(at, wave);
            }
            right[2 * i + 1] = cosines;
            right[2 * i + 2] = sines;
        }
        right[0] = Arrays.stream(fold(w, 1)).sum();
        return right;
    }

    private static double[] fold(double[] w, int period) {
        double[] folded = new double[period];
        int at = 0;
        for (double value : w) {
            folded[at] += Double.isNaN(value) ? 0 : value;
            at = at + 1 == period ? 0 : at + 1;
        }
        return folded;
    }

    private static int next(int at, Wave wave) {
        int next = at + wave.order();
        return next >= wave.period() ? next - wave.period() : next;
    }

    private void row(int t, double[] row) {
        row[0] = 1;
        for (int i = 0; i < waves.size(); i++) {
            Wave wave = waves.get(i);
            SineTable table = SineTable.of(wave.period());
            int at = (int) ((long) wave.order() * t % wave.period());
            row[2 * i + 1] = table.cosine[at];
            row[2 * i + 2] = table.sine[at];
        }
    }

    /** What is left of a series without constant and waves. */
    double[] residuals(double[] z, double[] coefficients) {
        double[] x = new double[z.length];
        for (int t = 0; t < z.length; t++) {
            x[t] = z[t] - coefficients[0];
        }
        int i = 0;
        while (i < waves.size()) {
            int period = waves.get(i).period();
            double[] profile = new double[period];
            for (; i < waves.size() && waves.get(i).period() == period; i++) {
                add(profile, waves.get(i), coefficients[2 * i + 1], coefficients[2 * i + 2]);
            }
            int at = 0;
            for (int t = 0; t < x.length; t++) {
                x[t] -= profile[at];
                at = at + 1 == period ? 0 : at + 1;
            }
        }
        return x;
    }

    private static void add(double[] profile, Wave wave, double cosine, double sine) {
        SineTable table = SineTable.of(wave.period());
        int at = 0;
        for (int j = 0; j < profile.length; j++) {
            profile[j] += cosine * table.cosine[at] + sine * table.sine[at];
            at = next(at, wave);
        }
    }
}
