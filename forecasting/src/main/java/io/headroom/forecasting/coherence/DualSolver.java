package io.headroom.forecasting.coherence;

import org.jspecify.annotations.Nullable;

/**
 * Solves the dual by Newton's method: its gradient is piecewise linear, a step solves one piece, and the step's length
 * is the least point on the line, so that the value falls each time and the right piece is met after finitely many
 * steps (Mangasarian, A finite Newton method for classification, Optimization Methods and Software 17, 2002). Without
 * the bound at 0 there is one piece. Steps are solved no more exactly than they are worth until the piece is found. Not
 * thread-safe.
 */
final class DualSolver {
    /** More than any input has been seen to take, by far; a result cut off here still adds up and is not negative. */
    private static final int MOST_STEPS = 60;

    private static final int MOST_PRODUCTS = 3000;
    private static final double PRECISION = 1e-12;
    /** Where groups that are next to certain contradict each other, rounding may leave no more than this. */
    private static final double GOOD = 1e-9;

    private static final double ROUNDING = 1e-15;
    private static final double WORTH = 1e-3;

    private final Dual dual;
    private final boolean onePiece;
    private final double[] x;
    private final double[] candidates;
    private final double[] w;
    private final double[] r;
    private @Nullable BlockFactors blocks;
    private int products;

    DualSolver(Dual dual, boolean onePiece) {
        this.dual = dual;
        this.onePiece = onePiece;
        this.x = new double[dual.groups()];
        this.candidates = new double[dual.flows()];
        this.w = new double[dual.flows()];
        this.r = new double[x.length];
    }

    ReconciledMeans solve() {
        double first = residual();
        double target = Math.max(PRECISION * first, ROUNDING * dual.scale());
        double norm = first;
        int steps = 0;
        boolean falling = true;
        while (norm > target && falling && steps < MOST_STEPS && products < MOST_PRODUCTS) {
            step(Math.max(target / norm / 2, onePiece ? PRECISION : WORTH));
            steps++;
            double before = norm;
            norm = residual();
            falling = norm < before / 2 || norm > GOOD * first;
        }
        ReconciledMeans.Effort effort = new ReconciledMeans.Effort(
                steps, products, first == 0 ? 0 : norm / first, norm <= Math.max(target, GOOD * first));
        return new ReconciledMeans(dual.hierarchy(), dual.means(candidates), effort);
    }

    private double residual() {
        dual.candidates(x, candidates);
        dual.moving(candidates, w);
        dual.residual(x, candidates, r);
        return dual.norm(w, r);
    }

    private void step(double reduction) {
        NewtonSystem system = new NewtonSystem(dual, w);
        BlockFactors factors = blocks == null ? new BlockFactors(system) : blocks;
        blocks = factors;
        double[] right = new double[system.size()];
        double[] reduced = new double[system.size()];
        system.reduce(r, right);
        products += new ConjugateGradients(system, factors).solve(right, reduced, reduction);
        double[] p = new double[x.length];
        system.complete(reduced, r, p);
        double t = onePiece ? 1 : length(dual.line(x, candidates, p));
        for (int g = 0; g < x.length; g++) {
            x[g] += t * p[g];
        }
    }

    /**
     * Where the slope along a step vanishes, or a little before. A whole step is taken if the slope is not above 0 there
     * but for rounding.
     */
    private static double length(Dual.Line line) {
        double atLow = line.slope(0);
        double atHigh = line.slope(1);
        double enough = 0.01 * Math.abs(atLow);
        if (atHigh <= enough) {
            return 1;
        }
        double low = 0;
        double high = 1;
        for (int i = 0; i < 60 && atLow < -enough; i++) {
            // A secant, held off the ends, so that the bracket shrinks from both sides.
            double part = Math.min(0.9, Math.max(0.1, atLow / (atLow - atHigh)));
            double middle = low + part * (high - low);
            double slope = line.slope(middle);
            if (slope <= 0) {
                low = middle;
                atLow = slope;
            } else {
                high = middle;
                atHigh = slope;
            }
        }
        return low;
    }
}
