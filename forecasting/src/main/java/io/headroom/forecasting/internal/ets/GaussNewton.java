package io.headroom.forecasting.internal.ets;

import io.headroom.forecasting.internal.numeric.Cholesky;
import java.util.Arrays;
import java.util.function.BooleanSupplier;

/**
 * Damped Gauss-Newton (Levenberg-Marquardt) descent on the concentrated likelihood, within {@link Region}.
 *
 * <p>Each step eliminates the initial states by a Schur complement, which makes it a variable-projection step: the
 * states follow the smoothing parameters to their linear optimum, and the bounds are met exactly in the small problem
 * of the parameters that is left. Cost of a step: one {@link Linearization}, p^3 for the solution, and one filter pass
 * for each try. Not thread-safe.
 */
final class GaussNewton {

    private static final double FIRST_DAMPING = 1e-4;
    private static final double LEAST_DAMPING = 1e-9;
    private static final double MOST_DAMPING = 1e9;
    private static final double TINY = 1e-300;

    private final double[] y;
    private final Layout layout;
    private final Filter filter;
    private final Linearization linear;
    private final Region region;
    private final BooleanSupplier expired;
    private final int k;
    private final int q;
    private final double[] states;
    private final double[] solved;
    private final double[] schur;
    private final double[] reduced;
    private final double[] scale;
    private final double[] step;
    private final double[] trial;
    private double damping;
    private double predicted;

    GaussNewton(double[] y, Layout layout, BooleanSupplier expired) {
        this.y = y;
        this.layout = layout;
        this.expired = expired;
        filter = new Filter(layout.period);
        linear = new Linearization(layout);
        region = new Region(layout);
        k = layout.smoothing;
        q = layout.free - k;
        states = new double[q * q];
        solved = new double[q * (k + 1)];
        schur = new double[k * k];
        reduced = new double[k];
        scale = new double[layout.free];
        step = new double[layout.free];
        trial = new double[layout.size];
    }

    /** Returns the negative log-likelihood of a point, infinite where the point is not allowed. */
    double value(double[] point) {
        double value = filter.evaluate(y, layout, point);
        return filter.positive() && layout.isAdmissible(point) ? value : Double.POSITIVE_INFINITY;
    }

    /** Returns what the last step was to gain: after a descent, about what is left. */
    double predicted() {
        return predicted;
    }

    /** Moves the initial states alone, by one step. Returns the value reached. */
    double settle(double[] point) {
        damping = LEAST_DAMPING;
        return advance(point, value(point), true);
    }

    /**
     * Descends in place until a step promises less than the tolerance, or the steps are used up.
     *
     * @param value the value at the point
     * @return the value reached
     */
    double descend(double[] point, double value, int steps, double tolerance) {
        damping = FIRST_DAMPING;
        double now = value;
        for (int i = 0; i < steps && now < Double.POSITIVE_INFINITY && !expired.getAsBoolean(); i++) {
            double next = advance(point, now, false);
            boolean stuck = next >= now;
            now = next;
            if (stuck || predicted < tolerance) {
                break;
            }
        }
        return now;
    }

    /** Takes one step that gains, if there is one, raising the damping until it does. */
    private double advance(double[] point, double value, boolean holdParameters) {
        if (!(value < Double.POSITIVE_INFINITY)) {
            return value;
        }
        linear.at(y, point);
        setScale();
        while (damping < MOST_DAMPING) {
            if (solve(point, holdParameters)) {
                predict();
                if (!(predicted > 0)) {
                    return value;
                }
                double next = tryStep(point);
                double gain = value - next;
                if (gain > 0) {
                    System.arraycopy(trial, 0, point, 0, trial.length);
                    adjust(gain);
                    return next;
                }
            }
            damping = 10 * Math.max(damping, 1e-6);
        }
        predicted = 0;
        return value;
    }

    private double tryStep(double[] point) {
        System.arraycopy(point, 0, trial, 0, trial.length);
        for (int i = 0; i < layout.free; i++) {
            trial[i] += step[i];
        }
        layout.capSlope(trial);
        return value(trial);
    }

    private void adjust(double gain) {
        if (gain > 0.75 * predicted) {
            damping = Math.max(LEAST_DAMPING, damping / 10);
        } else if (gain < 0.25 * predicted) {
            damping *= 4;
        }
    }

    private void setScale() {
        double most = TINY;
        for (int i = 0; i < layout.free; i++) {
            scale[i] = linear.gram[i][i];
            most = Math.max(most, scale[i]);
        }
        for (int i = 0; i < layout.free; i++) {
            scale[i] = scale[i] > 0 ? scale[i] : most;
        }
    }

    /** Finds the step for the present damping; false if the states are not determined. */
    private boolean solve(double[] point, boolean holdParameters) {
        double[][] gram = linear.gram;
        int width = k + 1;
        for (int i = 0; i < q; i++) {
            System.arraycopy(gram[k + i], k, states, i * q, q);
            states[i * q + i] += damping * scale[k + i];
            System.arraycopy(gram[k + i], 0, solved, i * width, k);
            solved[i * width + k] = linear.gradient[k + i];
        }
        if (!Cholesky.factor(states, q) || !Cholesky.solve(states, q, solved, width)) {
            return false;
        }
        if (holdParameters) {
            Arrays.fill(step, 0, k, 0);
        } else {
            reduce();
            region.minimise(point, schur, reduced, step);
        }
        for (int i = 0; i < q; i++) {
            double move = solved[i * width + k];
            for (int j = 0; j < k; j++) {
                move += solved[i * width + j] * step[j];
            }
            step[k + i] = -move;
        }
        return true;
    }

    /** The problem of the smoothing parameters that is left when the states follow them. */
    private void reduce() {
        int width = k + 1;
        for (int i = 0; i < k; i++) {
            double[] row = linear.gram[i];
            for (int j = 0; j <= k; j++) {
                double sum = j < k ? row[j] : linear.gradient[i];
                for (int l = 0; l < q; l++) {
                    sum -= row[k + l] * solved[l * width + j];
                }
                if (j < k) {
                    schur[i * k + j] = i == j ? sum + damping * scale[i] : sum;
                } else {
                    reduced[i] = sum;
                }
            }
        }
    }

    private void predict() {
        double change = 0;
        for (int i = 0; i < layout.free; i++) {
            double row = 2 * linear.gradient[i];
            for (int j = 0; j < layout.free; j++) {
                row += linear.gram[i][j] * step[j];
            }
            change += step[i] * row;
        }
        predicted = -0.5 * filter.observed() * StrictMath.log(Math.max(1 + change / linear.squares, TINY));
    }
}
