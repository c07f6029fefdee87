package io.headroom.forecasting.internal.additive;

import java.util.Arrays;
import java.util.function.BooleanSupplier;

/**
 * The mode with a logistic trend g = C / (1 + exp(-z)), z = k (t - m) + hinges. Not convex: damped Gauss-Newton steps
 * from the linear solution. Each linearises the trend, g + g' (z' - z) with g' = g (1 - g / C), solves the linear problem
 * with all its priors and a pull to the present point (Levenberg-Marquardt; exact in the Laplace prior, so that changes
 * of slope still vanish), and is taken only if the posterior grows. Not thread-safe.
 */
final class LogisticFitter {
    private static final int MOST_STEPS = 200;
    private static final double FIRST_DAMPING = 1e-3;
    private static final double LEAST_DAMPING = 1e-12;
    private static final double MOST_DAMPING = 1e9;

    /** Gain at which it ends. */
    private static final double STILL = 1e-10;

    /** Share of the capacity by which the linear trend is kept off 0 and the capacity at the start. */
    private static final double MARGIN = 0.01;

    private final Design design;
    private final double capacity;
    private final double[] seasonal;
    private final double[] line;
    private final double[] target;
    private double[] theta;
    private double sigma = 1;
    private double objective;
    private double damping = FIRST_DAMPING;

    /** The design's first two columns and its weights are overwritten. */
    LogisticFitter(Design design, double capacity) {
        this.design = design;
        this.capacity = capacity;
        this.seasonal = new double[design.rows];
        this.line = new double[design.rows];
        this.target = new double[design.rows];
        this.theta = new double[design.columns + design.bends.length];
    }

    Mode fit(BooleanSupplier expired) {
        start(AdditiveFitter.linear(design, expired));
        boolean converged = false;
        for (int step = 0; step < MOST_STEPS && !converged && !expired.getAsBoolean(); step++) {
            double before = objective;
            step();
            converged = before - objective <= STILL;
        }
        squares(theta);
        double[] fitted = new double[design.rows];
        for (int i = 0; i < design.rows; i++) {
            fitted[i] = trend(i) + seasonal[i];
        }
        return new Mode(design, theta, sigma, objective, fitted, capacity, converged);
    }

    /** Seasons of the linear solution, and the line through the logit of its trend. */
    private void start(Mode linear) {
        double[] from = linear.theta;
        System.arraycopy(from, Design.TREND, theta, Design.TREND, design.columns - Design.TREND);
        double[] trend = from.clone();
        Arrays.fill(trend, Design.TREND, design.columns, 0);
        design.times(trend, line);
        double meanT = Arrays.stream(design.t).sum() / design.rows;
        double mean = 0;
        double slope = 0;
        double spread = 0;
        for (int i = 0; i < design.rows; i++) {
            double share = Math.max(MARGIN, Math.min(1 - MARGIN, line[i] / capacity));
            double logit = StrictMath.log(share / (1 - share));
            mean += logit / design.rows;
            slope += logit * (design.t[i] - meanT);
            spread += (design.t[i] - meanT) * (design.t[i] - meanT);
        }
        double k = slope / spread;
        theta[0] = Math.abs(k) > MARGIN ? k : Math.copySign(MARGIN, k);
        theta[1] = meanT - mean / theta[0];
        double squares = squares(theta);
        sigma = Math.max(MapSolver.LEAST_SIGMA, MapSolver.sigma(design.rows, squares));
        objective = Mode.objective(design, theta, sigma, squares);
    }

    /** Splits what the parameters say into line and seasons; the sum of squared errors. */
    private double squares(double[] parameters) {
        double sum = 0;
        int next = 0;
        double level = -parameters[0] * parameters[1];
        double slope = parameters[0];
        for (int i = 0; i < design.rows; i++) {
            while (next < design.bends.length && design.bends[next] <= i) {
                slope += parameters[design.columns + next];
                level -= parameters[design.columns + next] * design.t[design.bends[next]];
                next++;
            }
            line[i] = level + slope * design.t[i];
            seasonal[i] = 0;
            for (int c = Design.TREND; c < design.columns; c++) {
                seasonal[i] += parameters[c] * design.x[i * design.columns + c];
            }
            double error = design.y[i] - trend(i) - seasonal[i];
            sum += error * error;
        }
        return sum;
    }

    private double trend(int row) {
        return capacity / (1 + StrictMath.exp(-line[row]));
    }

    private void linearise() {
        squares(theta);
        double k = theta[0];
        double m = theta[1];
        for (int i = 0; i < design.rows; i++) {
            double g = trend(i);
            double w = g * (1 - g / capacity);
            design.weight[i] = w;
            design.x[i * design.columns] = w * (design.t[i] - m);
            design.x[i * design.columns + 1] = -k * w;
            target[i] = design.y[i] - g + w * (line[i] - k * m);
        }
    }

    /** One accepted step, or none if even the smallest gains nothing. */
    private void step() {
        linearise();
        double[] ridge = new double[theta.length];
        double[] centre = new double[theta.length];
        MapSolver solver = new MapSolver(design, target, ridge, centre);
        double variance = sigma * sigma;
        while (damping <= MOST_DAMPING) {
            for (int c = 0; c < theta.length; c++) {
                double prior = c < design.columns ? design.ridge[c] : 0;
                double pull = damping * solver.curvature(c) / variance;
                ridge[c] = prior + pull;
                centre[c] = ridge[c] > 0 ? pull * theta[c] / ridge[c] : 0;
            }
            solver.start(theta, sigma);
            solver.solve(variance);
            double[] proposed = solver.theta;
            double squares = squares(proposed);
            double next = Math.max(MapSolver.LEAST_SIGMA, MapSolver.sigma(design.rows, squares));
            double value = Mode.objective(design, proposed, next, squares);
            if (value < objective) {
                theta = proposed.clone();
                sigma = next;
                objective = value;
                damping = Math.max(LEAST_DAMPING, damping / 8);
                return;
            }
            damping *= 8;
        }
    }
}
