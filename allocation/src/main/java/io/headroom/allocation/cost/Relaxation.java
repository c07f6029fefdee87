package io.headroom.allocation.cost;

import java.util.Arrays;

/**
 * The linear relaxation of a covering problem: minimise c z such that A z &gt;= 1, 0 &lt;= z &lt;= u, with A and c not negative. The dual
 * simplex method for bounded columns, with long steps in the ratio test (A. Koberstein, The Dual Simplex Method, Techniques for a Fast and
 * Stable Implementation, 2005, sections 3.2 and 6.2): z = 0 with the surplus of each row as basis is a dual feasible start. The bound is
 * that of the multipliers y alone, y 1 + sum of min(0, (c - y A) u), which holds for every y &gt;= 0: steps that rounding led astray weaken
 * it, no more. About two steps a row, each of rows x columns. Columns are loaded by the caller into the fields. Not thread-safe.
 */
final class Relaxation {
    private static final double EPSILON = 1e-9;
    private static final int STEPS = 100;
    /** Share of its terms by which a computed bound may be off; some 200 additions stay far below. */
    private static final double ROUNDING = 1e-12;

    int columns;
    int rows;
    /** By column, then row. */
    final double[][] a;

    final double[] c;
    final double[] u;
    /** The solution, by column. */
    final double[] z;

    /** Of the columns, then of the surplus of each row. */
    private final boolean[] atUpper;

    private final boolean[] isBasic;
    private final int[] basis;
    private final double[][] inverse;
    /** What is left for the basis to cover, the values of the basis, the multipliers. */
    private final double[] rest;

    private final double[] x;
    private final double[] y;
    private final double[] entry;
    /** Columns that may enter, how fast they mend the row, and their ratios. */
    private final int[] candidate;

    private final double[] pace;
    private final double[] ratio;
    private int candidates;

    Relaxation(int columns, int rows) {
        int all = columns + rows;
        a = new double[columns][rows];
        c = new double[columns];
        u = new double[columns];
        z = new double[columns];
        atUpper = new boolean[all];
        isBasic = new boolean[all];
        candidate = new int[all];
        pace = new double[all];
        ratio = new double[all];
        basis = new int[rows];
        inverse = new double[rows][rows];
        rest = new double[rows];
        x = new double[rows];
        y = new double[rows];
        entry = new double[rows];
    }

    /** Solves what is loaded, and returns a lower bound of the cost, rounded down. */
    double solve() {
        start();
        for (int step = 0; step < STEPS; step++) {
            values();
            int row = worstRow();
            if (row < 0 || !mend(row)) {
                break;
            }
        }
        solution();
        return bound();
    }

    private void start() {
        Arrays.fill(atUpper, 0, columns + rows, false);
        Arrays.fill(isBasic, 0, columns + rows, false);
        Arrays.fill(rest, 0, rows, 1);
        for (int i = 0; i < rows; i++) {
            basis[i] = columns + i;
            isBasic[columns + i] = true;
            Arrays.fill(inverse[i], 0, rows, 0);
            inverse[i][i] = -1;
        }
    }

    private double upper(int column) {
        return column < columns ? u[column] : Double.POSITIVE_INFINITY;
    }

    private void values() {
        for (int i = 0; i < rows; i++) {
            double value = 0;
            double multiplier = 0;
            for (int k = 0; k < rows; k++) {
                value += inverse[i][k] * rest[k];
                multiplier += (basis[k] < columns ? c[basis[k]] : 0) * inverse[k][i];
            }
            x[i] = value;
            y[i] = multiplier;
        }
    }

    private double violation(int row) {
        return Math.max(-x[row], x[row] - upper(basis[row]));
    }

    private int worstRow() {
        int worst = -1;
        double most = EPSILON;
        for (int i = 0; i < rows; i++) {
            double relative = violation(i) / Math.max(1, Math.abs(x[i]));
            if (relative > most) {
                most = relative;
                worst = i;
            }
        }
        return worst;
    }

    /** One long step: columns whose whole range is not enough to mend the row go to their other bound, the first that is enough enters. */
    private boolean mend(int row) {
        boolean rises = x[row] < 0;
        double missing = violation(row);
        findCandidates(row, rises);
        while (true) {
            int k = smallestRatio();
            if (k < 0) {
                return false;
            }
            int column = candidate[k];
            double reach = pace[k] * upper(column);
            if (reach >= missing) {
                exchange(row, column, !rises);
                return true;
            }
            missing -= reach;
            move(column, !atUpper[column]);
            ratio[k] = Double.POSITIVE_INFINITY;
        }
    }

    /** Puts a column that is not basic to one of its bounds. */
    private void move(int column, boolean up) {
        if (atUpper[column] != up) {
            double by = up ? u[column] : -u[column];
            for (int i = 0; i < rows; i++) {
                rest[i] -= a[column][i] * by;
            }
            atUpper[column] = up;
        }
    }

    private void exchange(int row, int entering, boolean leavesAtUpper) {
        int leaving = basis[row];
        if (entering < columns) {
            move(entering, false);
        }
        for (int i = 0; i < rows; i++) {
            entry[i] = 0;
            for (int k = 0; k < rows; k++) {
                entry[i] += inverse[i][k] * (entering < columns ? a[entering][k] : entering - columns == k ? -1 : 0);
            }
        }
        double[] pivot = inverse[row];
        for (int k = 0; k < rows; k++) {
            pivot[k] /= entry[row];
        }
        for (int i = 0; i < rows; i++) {
            if (i != row) {
                for (int k = 0; k < rows; k++) {
                    inverse[i][k] -= entry[i] * pivot[k];
                }
            }
        }
        basis[row] = entering;
        isBasic[entering] = true;
        isBasic[leaving] = false;
        if (leavesAtUpper) {
            move(leaving, true);
        }
    }

    private void findCandidates(int row, boolean rises) {
        candidates = 0;
        double[] r = inverse[row];
        for (int j = 0; j < columns; j++) {
            if (!isBasic[j]) {
                double along = 0;
                for (int i = 0; i < rows; i++) {
                    along += r[i] * a[j][i];
                }
                if (rises == atUpper[j] ? along > EPSILON : along < -EPSILON) {
                    addCandidate(j, Math.abs(along), Math.abs(reducedCost(j)));
                }
            }
        }
        for (int i = 0; i < rows; i++) {
            if (!isBasic[columns + i] && (rises ? r[i] > EPSILON : r[i] < -EPSILON)) {
                addCandidate(columns + i, Math.abs(r[i]), Math.abs(y[i]));
            }
        }
    }

    private void addCandidate(int column, double speed, double reducedCost) {
        candidate[candidates] = column;
        pace[candidates] = speed;
        ratio[candidates++] = reducedCost / speed;
    }

    private int smallestRatio() {
        int best = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int k = 0; k < candidates; k++) {
            if (ratio[k] < least || (best >= 0 && ratio[k] == least && pace[k] > pace[best])) {
                least = ratio[k];
                best = k;
            }
        }
        return best;
    }

    private void solution() {
        for (int j = 0; j < columns; j++) {
            z[j] = atUpper[j] ? u[j] : 0;
        }
        for (int i = 0; i < rows; i++) {
            if (basis[i] < columns) {
                z[basis[i]] = Math.max(0, Math.min(u[basis[i]], x[i]));
            }
        }
    }

    private double bound() {
        double sum = 0;
        for (int i = 0; i < rows; i++) {
            y[i] = y[i] > 0 && y[i] < Double.POSITIVE_INFINITY ? y[i] : 0;
            sum += y[i];
        }
        double size = sum;
        for (int j = 0; j < columns; j++) {
            double saved = Math.max(0, -reducedCost(j)) * u[j];
            sum -= saved;
            size += saved;
        }
        return sum - ROUNDING * size;
    }

    /** What a unit costs beyond what the multipliers pay for it. */
    double reducedCost(int column) {
        double paid = 0;
        for (int i = 0; i < rows; i++) {
            paid += y[i] * a[column][i];
        }
        return c[column] - paid;
    }
}
