package io.headroom.forecasting.coherence;

import java.util.Arrays;

/**
 * Solves the reduced equations of a Newton step by conjugate gradients, preconditioned by blocks. Not thread-safe.
 */
final class ConjugateGradients {
    private static final int MOST = 1000;

    private final NewtonSystem system;
    private final BlockFactors blocks;
    private final double[] solved;
    private final double[] direction;
    private final double[] product;

    ConjugateGradients(NewtonSystem system, BlockFactors blocks) {
        this.system = system;
        this.blocks = blocks;
        int n = system.size();
        this.solved = new double[n];
        this.direction = new double[n];
        this.product = new double[n];
    }

    /**
     * Solves.
     *
     * @param r right-hand side; left as the residual
     * @param p receives the solution
     * @param reduction part of the residual's norm to stop at
     * @return how many products it took
     */
    int solve(double[] r, double[] p, double reduction) {
        Arrays.fill(p, 0);
        blocks.solve(r, solved);
        double square = dot(r, solved);
        double enough = reduction * reduction * square;
        System.arraycopy(solved, 0, direction, 0, direction.length);
        int products = 0;
        while (square > enough && products < MOST) {
            system.multiply(direction, product);
            products++;
            double step = square / dot(direction, product);
            for (int g = 0; g < p.length; g++) {
                p[g] += step * direction[g];
                r[g] -= step * product[g];
            }
            blocks.solve(r, solved);
            double before = square;
            square = dot(r, solved);
            for (int g = 0; g < p.length; g++) {
                direction[g] = solved[g] + square / before * direction[g];
            }
        }
        return products;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
