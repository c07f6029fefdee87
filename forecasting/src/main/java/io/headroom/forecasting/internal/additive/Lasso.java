package io.headroom.forecasting.internal.additive;

/**
 * Minimises x'Sx / 2 - b'x + penalty |x| exactly: an active set of non-zero coordinates with known signs is solved for
 * directly; where a sign would flip on the way its coordinate leaves, and at the optimum the coordinate that violates
 * its bound most enters (the feature-sign search of Lee, Battle, Raina and Ng 2006). Each step lowers the value, so it
 * ends. Not thread-safe.
 */
final class Lasso {
    /** Beyond this share of the penalty a bound counts as violated. */
    private static final double SLACK = 1e-10;

    private final int size;
    private final double[] matrix;
    private final double[] factor;
    private final double[] solution;
    private final int[] active;
    private final double[] signs;
    private int count;

    Lasso(int size) {
        this.size = size;
        this.matrix = new double[size * size];
        this.factor = new double[size * size];
        this.solution = new double[size];
        this.active = new int[size];
        this.signs = new double[size];
    }

    /** Where S is put, row-major, symmetric and positive definite. */
    double[] matrix() {
        return matrix;
    }

    /**
     * Solves, starting from x, in place.
     *
     * @return false if S is not positive definite to working precision
     */
    boolean solve(double[] b, double penalty, double[] x) {
        count = 0;
        for (int j = 0; j < size; j++) {
            if (x[j] != 0) {
                enter(j, Math.signum(x[j]));
            }
        }
        int most = 50 * (size + 1);
        for (int step = 0; step < most; step++) {
            if (count > 0 && !solveActive(b, penalty)) {
                return false;
            }
            if (!moveTo(x)) {
                int worst = worst(b, penalty, x);
                if (worst < 0) {
                    return true;
                }
                enter(worst, Math.signum(gradient(b, x, worst)));
            }
        }
        return true;
    }

    private void enter(int j, double sign) {
        active[count] = j;
        signs[count] = sign;
        count++;
    }

    /** The optimum of the active coordinates if all keep their signs. */
    private boolean solveActive(double[] b, double penalty) {
        for (int p = 0; p < count; p++) {
            for (int q = p; q < count; q++) {
                factor[p * count + q] = matrix[active[p] * size + active[q]];
            }
            solution[p] = b[active[p]] - penalty * signs[p];
        }
        if (!Triangular.factor(factor, count)) {
            return false;
        }
        Triangular.forward(factor, count, solution);
        Triangular.backward(factor, count, solution);
        return true;
    }

    /**
     * Goes from x to the solution, at most to where the first coordinate is zero.
     *
     * @return true if it was stopped on the way
     */
    private boolean moveTo(double[] x) {
        double share = 1;
        int stopped = -1;
        for (int p = 0; p < count; p++) {
            if (solution[p] * signs[p] < 0 || solution[p] == 0) {
                double from = x[active[p]];
                double there = from / (from - solution[p]);
                if (!(there > 0)) {
                    there = 0;
                }
                if (stopped < 0 || there < share) {
                    share = Math.min(1, there);
                    stopped = p;
                }
            }
        }
        for (int p = 0; p < count; p++) {
            int j = active[p];
            x[j] = stopped < 0 ? solution[p] : x[j] + share * (solution[p] - x[j]);
        }
        if (stopped < 0) {
            return false;
        }
        x[active[stopped]] = 0;
        count--;
        for (int p = stopped; p < count; p++) {
            active[p] = active[p + 1];
            signs[p] = signs[p + 1];
        }
        return true;
    }

    /** The zero coordinate whose gradient exceeds the penalty most; -1 at the optimum. */
    private int worst(double[] b, double penalty, double[] x) {
        int worst = -1;
        double most = penalty * (1 + SLACK);
        for (int j = 0; j < size; j++) {
            if (!isActive(j)) {
                double pull = Math.abs(gradient(b, x, j));
                if (pull > most) {
                    most = pull;
                    worst = j;
                }
            }
        }
        return worst;
    }

    private boolean isActive(int j) {
        for (int p = 0; p < count; p++) {
            if (active[p] == j) {
                return true;
            }
        }
        return false;
    }

    /** Downhill pull on a coordinate, without the penalty. */
    private double gradient(double[] b, double[] x, int j) {
        double sum = b[j];
        for (int p = 0; p < count; p++) {
            sum -= matrix[j * size + active[p]] * x[active[p]];
        }
        return sum;
    }
}
