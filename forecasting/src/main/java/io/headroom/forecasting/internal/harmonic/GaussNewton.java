package io.headroom.forecasting.internal.harmonic;

import java.util.function.BooleanSupplier;

/**
 * Least squares of the one-step errors of an ARMA model. Derivatives are lags of two filtered series: with u = x /
 * theta(B) and v = e / theta(B), de(t)/dphi(i) = -u(t-i) and de(t)/dtheta(j) = -v(t-j). Cost of a step: n (p + q)^2 / 2.
 */
final class GaussNewton {
    private static final int HALVINGS = 6;
    private static final double ENOUGH = 1e-6;

    private final double[] x;
    private final BooleanSupplier expired;
    private final double[] filled;
    private final double[] errors;
    private final double[] u;
    private final double[] v;

    GaussNewton(double[] x, BooleanSupplier expired) {
        this.x = x;
        this.expired = expired;
        this.filled = new double[x.length];
        this.errors = new double[x.length];
        this.u = new double[x.length];
        this.v = new double[x.length];
    }

    /**
     * Improves a model until a step promises nothing any more.
     *
     * @param start where to start; moved towards zero as far as it takes to be sound
     * @param steps at most
     */
    ArmaFit improve(Arma start, int steps) {
        Arma best = start.sound();
        double squares = evaluate(best);
        for (int step = 0; step < steps && best.p() + best.q() > 0 && !expired.getAsBoolean(); step++) {
            int orders = best.p() + best.q();
            double[] slope = new double[orders];
            double[] move = NormalEquations.solve(curvature(best, slope), slope);
            double promise = 0;
            for (int i = 0; i < orders; i++) {
                promise += move[i] * slope[i];
            }
            double length = 1;
            boolean better = false;
            for (int i = 0; i <= HALVINGS && !better; i++) {
                Arma trial = moved(best, move, length);
                double reached = trial.isSound() ? evaluate(trial) : Double.POSITIVE_INFINITY;
                better = reached < squares;
                best = better ? trial : best;
                squares = better ? reached : squares;
                length /= 2;
            }
            if (!better || promise < ENOUGH * squares) {
                break;
            }
        }
        evaluate(best);
        int count = 0;
        for (double value : x) {
            count += Double.isNaN(value) ? 0 : 1;
        }
        return new ArmaFit(best, squares, count);
    }

    private double evaluate(Arma arma) {
        System.arraycopy(x, 0, filled, 0, x.length);
        return arma.filter(filled, errors);
    }

    private static Arma moved(Arma from, double[] move, double length) {
        double[] phi = from.phi.clone();
        double[] theta = from.theta.clone();
        for (int i = 0; i < move.length; i++) {
            if (i < phi.length) {
                phi[i] += length * move[i];
            } else {
                theta[i - phi.length] += length * move[i];
            }
        }
        return new Arma(phi, theta);
    }

    private double[][] curvature(Arma at, double[] slope) {
        evaluate(at);
        deconvolve(filled, at.theta, u);
        deconvolve(errors, at.theta, v);
        int p = at.p();
        int orders = p + at.q();
        double[][] gram = new double[orders][orders];
        double[] row = new double[orders];
        for (int t = Math.max(p, at.q()); t < x.length; t++) {
            if (Double.isNaN(x[t])) {
                continue;
            }
            for (int i = 0; i < orders; i++) {
                row[i] = i < p ? u[t - 1 - i] : v[t - 1 - (i - p)];
                slope[i] += row[i] * errors[t];
                for (int j = 0; j <= i; j++) {
                    gram[i][j] += row[i] * row[j];
                }
            }
        }
        for (int i = 0; i < orders; i++) {
            for (int j = 0; j < i; j++) {
                gram[j][i] = gram[i][j];
            }
        }
        return gram;
    }

    private static void deconvolve(double[] y, double[] theta, double[] out) {
        for (int t = 0; t < y.length; t++) {
            double value = y[t];
            for (int j = 0; j < theta.length && j < t; j++) {
                value -= theta[j] * out[t - 1 - j];
            }
            out[t] = value;
        }
    }
}
