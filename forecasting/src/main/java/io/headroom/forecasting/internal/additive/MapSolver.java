package io.headroom.forecasting.internal.additive;

import java.util.function.BooleanSupplier;

/**
 * The mode of the posterior of a linear model with normal priors on its columns and Laplace priors on its hinges: the
 * least of
 *
 * <p>n log s + SSE(theta) / (2 s^2) + sum ridge (theta - centre)^2 / 2 + penalty sum |delta| + 2 s^2
 *
 * <p>where the last term is a half-normal prior of deviation 1/2 for s. Given s it is convex in theta: columns are
 * eliminated by Cholesky, what remains is a {@link Lasso} of the hinges. Given theta, s^2 is the positive root of 4 s^4
 * + n s^2 = SSE. The two alternate until s stands still, a handful of times. No sums over rows unless the fit is almost
 * perfect: cost O((u + d)^3) a turn. Not thread-safe.
 */
final class MapSolver {
    private static final double START = 0.1;

    /** Relative change of s at which it stands still; the objective is flat there, so that its error is the square. */
    private static final double STILL = 1e-10;

    private static final int MOST_TURNS = 200;

    /** A fit without errors would send s to 0 and the objective to minus infinity. */
    static final double LEAST_SIGMA = 1e-6;

    /** Below this share of all squares, those of errors are summed over the rows. */
    private static final double CANCELLED = 1e-9;

    private final Design design;
    private final double[] target;
    private final NormalEquations normal;
    private final double[] ridge;
    private final double[] centre;
    private final double[] factor;
    private final double[] eliminated;
    private final double[] right;
    private final double[] pull;
    private final double[] hinges;
    private final double[] work;
    private final Lasso lasso;

    /** Coefficients of the columns, then of the hinges. */
    final double[] theta;

    double sigma = START;

    /** Whether s stood still at the end. */
    boolean converged;

    /**
     * Sets up a problem.
     *
     * @param target what the columns explain
     * @param ridge precisions of columns, then of hinges
     * @param centre what they pull to
     */
    MapSolver(Design design, double[] target, double[] ridge, double[] centre) {
        this.design = design;
        this.target = target;
        this.normal = new NormalEquations(design, target);
        this.ridge = ridge;
        this.centre = centre;
        int u = normal.columns;
        int d = normal.hinges;
        this.factor = new double[u * u];
        this.eliminated = new double[u * d];
        this.right = new double[u];
        this.pull = new double[d];
        this.hinges = new double[d];
        this.work = new double[design.rows];
        this.lasso = new Lasso(d);
        this.theta = new double[u + d];
    }

    /** Alternates from the present s on; stops early, with a usable theta, when told to. */
    void run(BooleanSupplier expired) {
        converged = false;
        for (int turn = 0; turn < MOST_TURNS && !converged; turn++) {
            solve(sigma * sigma);
            double next = Math.max(LEAST_SIGMA, sigma(design.rows, squares()));
            converged = Math.abs(next - sigma) <= STILL * sigma;
            sigma = next;
            if (!converged && expired.getAsBoolean()) {
                return;
            }
        }
    }

    /** Sum of squared errors. */
    double squares() {
        double squares = normal.errors(theta);
        return squares > CANCELLED * normal.squares ? squares : design.squares(theta, target, work);
    }

    /** The most likely s given the squared errors, under its prior. */
    static double sigma(int n, double squares) {
        return Math.sqrt(2 * squares / (n + Math.sqrt((double) n * n + 16 * squares)));
    }

    /** The least over theta at a given s^2. */
    void solve(double variance) {
        double jitter = 0;
        while (!attempt(variance, jitter)) {
            jitter = jitter == 0 ? 1e-13 : 100 * jitter;
        }
    }

    /** Columns that say the same would stop the elimination: a little is then added to the diagonal. */
    private boolean attempt(double variance, double jitter) {
        int u = normal.columns;
        int d = normal.hinges;
        System.arraycopy(normal.uu, 0, factor, 0, u * u);
        for (int a = 0; a < u; a++) {
            factor[a * u + a] = factor[a * u + a] * (1 + jitter) + variance * ridge[a];
            right[a] = normal.target[a] + variance * ridge[a] * centre[a];
        }
        if (!Triangular.factor(factor, u)) {
            return false;
        }
        Triangular.forward(factor, u, right);
        System.arraycopy(normal.ud, 0, eliminated, 0, u * d);
        Triangular.forward(factor, u, eliminated, d);
        reduce(variance, jitter);
        if (!lasso.solve(pull, variance * design.penalty, hinges)) {
            return false;
        }
        for (int a = 0; a < u; a++) {
            double sum = right[a];
            for (int j = 0; j < d; j++) {
                sum -= eliminated[a * d + j] * hinges[j];
            }
            theta[a] = sum;
        }
        Triangular.backward(factor, u, theta);
        System.arraycopy(hinges, 0, theta, u, d);
        return true;
    }

    /** What is left of the hinges' equations after the columns are eliminated. */
    private void reduce(double variance, double jitter) {
        int u = normal.columns;
        int d = normal.hinges;
        double[] matrix = lasso.matrix();
        System.arraycopy(normal.dd, 0, matrix, 0, d * d);
        for (int j = 0; j < d; j++) {
            double own = variance * ridge[u + j];
            matrix[j * d + j] = matrix[j * d + j] * (1 + 1e-13 + jitter) + own;
            pull[j] = normal.target[u + j] + own * centre[u + j];
        }
        for (int a = 0; a < u; a++) {
            for (int j = 0; j < d; j++) {
                double e = eliminated[a * d + j];
                pull[j] -= e * right[a];
                int into = j * d;
                int row = a * d;
                for (int k = j; k < d; k++) {
                    matrix[into + k] -= e * eliminated[row + k];
                }
            }
        }
        for (int j = 0; j < d; j++) {
            for (int k = 0; k < j; k++) {
                matrix[j * d + k] = matrix[k * d + j];
            }
        }
    }

    /** Sum of squares of a column or, behind them, of a hinge. */
    double curvature(int c) {
        int u = normal.columns;
        int d = normal.hinges;
        return c < u ? normal.uu[c * u + c] : normal.dd[(c - u) * d + c - u];
    }

    /** Starts from these hinges instead of none. */
    void start(double[] warm, double warmSigma) {
        System.arraycopy(warm, normal.columns, hinges, 0, normal.hinges);
        sigma = warmSigma;
    }
}
