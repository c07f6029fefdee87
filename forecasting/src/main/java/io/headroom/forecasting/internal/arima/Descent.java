package io.headroom.forecasting.internal.arima;

import io.headroom.forecasting.internal.numeric.Cholesky;
import java.util.function.BooleanSupplier;

/**
 * Damped Gauss-Newton (Levenberg-Marquardt) descent on the exact concentrated likelihood, over numbers that give
 * stationary and invertible coefficients ({@link Partial}).
 *
 * <p>Two kinds of slopes: those of {@link Slopes}, which cost no more than an evaluation together, and take most of the
 * way; and differences of the errors, one evaluation a coefficient, which end at the maximum itself. Either way a step
 * is taken only if the exact likelihood rises. Not thread-safe.
 */
final class Descent {
    private static final double FIRST_DAMPING = 1e-3;
    private static final double LEAST_DAMPING = 1e-9;
    private static final double MOST_DAMPING = 1e7;
    private static final double DIFFERENCE = 1e-6;

    private final Likelihood likelihood;
    private final Coefficients layout;
    private final boolean constant;
    private final BooleanSupplier expired;
    private final int k;
    private final int n;
    private final Slopes slopes;
    private final double[] step;
    private final double[] trial;
    private double[][] differences = new double[0][];
    private double damping;
    private double predicted;

    Descent(Likelihood likelihood, Coefficients layout, int size, int n, boolean constant, BooleanSupplier expired) {
        this.likelihood = likelihood;
        this.layout = layout;
        this.constant = constant;
        this.expired = expired;
        this.n = n;
        k = size;
        slopes = new Slopes(layout, k, n);
        step = new double[k];
        trial = new double[k];
    }

    /** What the last step was to gain: after a descent, about what is left. */
    double predicted() {
        return predicted;
    }

    double value(double[] x) {
        double[] c = layout.of(x);
        return likelihood.evaluate(layout.autoregression(c), layout.movingAverage(c), constant);
    }

    /**
     * Descends in place until a step promises less than the tolerance, or the steps are used up.
     *
     * @param x numbers for the coefficients; receives better ones
     * @param exact whether to take differences as slopes
     * @return the negative log-likelihood reached
     */
    double descend(double[] x, int steps, double tolerance, boolean exact) {
        double now = value(x);
        damping = FIRST_DAMPING;
        for (int i = 0; i < steps && k > 0 && now < Double.POSITIVE_INFINITY && !expired.getAsBoolean(); i++) {
            double next = advance(x, now, exact);
            boolean stuck = next >= now;
            now = next;
            if (stuck || predicted < tolerance) {
                break;
            }
        }
        return now;
    }

    private double advance(double[] x, double now, boolean exact) {
        double squares = likelihood.squares();
        int effective = likelihood.effective();
        if (exact) {
            differentiate(x);
        } else {
            slopes.at(likelihood, x, layout.of(x));
        }
        while (damping < MOST_DAMPING) {
            if (solve(x)) {
                predict(squares, effective);
                if (!(predicted > 0)) {
                    return now;
                }
                for (int i = 0; i < k; i++) {
                    trial[i] = x[i] + step[i];
                }
                double next = value(trial);
                if (next < now) {
                    adjust(now - next);
                    System.arraycopy(trial, 0, x, 0, k);
                    return next;
                }
            }
            damping = 10 * Math.max(damping, 1e-6);
        }
        predicted = 0;
        return now;
    }

    private void adjust(double gain) {
        if (gain > 0.75 * predicted) {
            damping = Math.max(LEAST_DAMPING, damping / 10);
        } else if (gain < 0.25 * predicted) {
            damping *= 4;
        }
    }

    /** Slopes as differences of the errors. */
    private void differentiate(double[] x) {
        if (differences.length == 0) {
            differences = new double[k + 1][n];
        }
        double[] here = differences[k];
        System.arraycopy(likelihood.errors(), 0, here, 0, n);
        System.arraycopy(x, 0, trial, 0, k);
        for (int j = 0; j < k; j++) {
            double h = (x[j] > 0 ? -1 : 1) * DIFFERENCE * Math.max(1, x[j] * x[j]);
            trial[j] = x[j] + h;
            double there = value(trial);
            trial[j] = x[j];
            double[] column = differences[j];
            double[] errors = likelihood.errors();
            boolean defined = there < Double.POSITIVE_INFINITY;
            for (int t = 0; t < n; t++) {
                column[t] = defined ? (errors[t] - here[t]) / h : 0;
            }
        }
        for (int i = 0; i < k; i++) {
            slopes.gradient[i] = Likelihood.dot(differences[i], 0, here, 0, n);
            for (int j = 0; j <= i; j++) {
                double sum = Likelihood.dot(differences[i], 0, differences[j], 0, n);
                slopes.gram[i * k + j] = sum;
                slopes.gram[j * k + i] = sum;
            }
        }
    }

    /** Finds the step for the present damping; false if there is none. */
    private boolean solve(double[] x) {
        double[] a = slopes.gram.clone();
        double most = 0;
        for (int i = 0; i < k; i++) {
            most = Math.max(most, a[i * k + i]);
        }
        for (int i = 0; i < k; i++) {
            a[i * k + i] += damping * Math.max(a[i * k + i], 1e-8 * most) + 1e-300;
            step[i] = -slopes.gradient[i];
        }
        if (!Cholesky.factor(a, k) || !Cholesky.solve(a, k, step, 1)) {
            return false;
        }
        for (int i = 0; i < k; i++) {
            double limit = 2 * Math.sqrt(1 + x[i] * x[i]);
            double move = Math.max(-limit, Math.min(limit, step[i]));
            step[i] = Math.max(-Partial.FURTHEST, Math.min(Partial.FURTHEST, x[i] + move)) - x[i];
        }
        return true;
    }

    private void predict(double squares, int effective) {
        double change = 0;
        for (int i = 0; i < k; i++) {
            double row = 2 * slopes.gradient[i];
            for (int j = 0; j < k; j++) {
                row += slopes.gram[i * k + j] * step[j];
            }
            change += step[i] * row;
        }
        predicted = -0.5 * effective * StrictMath.log(Math.max(1 + change / squares, 1e-300));
    }
}
