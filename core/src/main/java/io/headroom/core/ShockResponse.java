package io.headroom.core;

/**
 * How much a sum moves with one kind of shock: a row for each step, a column for each shock, counted back from the end so that terms with
 * different pasts line up. Not thread-safe.
 */
final class ShockResponse {
    private final int steps;
    private int width;
    private int reach;
    private double[] values;

    ShockResponse(int steps, ScoreWeights first) {
        this.steps = steps;
        this.width = first.width();
        this.reach = first.reach();
        this.values = new double[steps * width];
    }

    /** Adds a multiple of the response of a term, which is given as its weights times its deviations. */
    void add(ScoreWeights weights, double[] response, double loading) {
        widen(weights);
        int shift = width - weights.width();
        for (int h = 0; h < steps; h++) {
            int own = h * weights.width();
            int row = h * width + shift;
            for (int j = weights.from(h); j <= weights.to(h); j++) {
                values[row + j] += loading * response[own + j];
            }
        }
    }

    private void widen(ScoreWeights weights) {
        reach = Math.max(reach, weights.reach());
        if (weights.width() > width) {
            double[] wider = new double[steps * weights.width()];
            int shift = weights.width() - width;
            for (int h = 0; h < steps; h++) {
                System.arraycopy(values, h * width, wider, h * weights.width() + shift, width);
            }
            width = weights.width();
            values = wider;
        }
    }

    /** Adds the covariance of this with each step's weights. */
    void addProducts(ScoreWeights weights, double loading, double[] along) {
        int shift = width - weights.width();
        for (int h = 0; h < steps; h++) {
            int row = h * width + shift;
            double sum = along[h];
            for (int j = weights.from(h); j <= weights.to(h); j++) {
                sum += loading * weights.at(h, j) * values[row + j];
            }
            along[h] = sum;
        }
    }

    /** Adds the products of all pairs of steps. */
    void addOuter(double[][] covariance) {
        int past = width - steps;
        for (int i = 0; i < steps; i++) {
            int first = Math.max(0, past + i + 1 - reach);
            int row = i * width;
            for (int j = 0; j <= i; j++) {
                double sum = 0;
                int other = j * width;
                for (int k = first; k <= past + j; k++) {
                    sum += values[row + k] * values[other + k];
                }
                covariance[i][j] += sum;
                if (i != j) {
                    covariance[j][i] += sum;
                }
            }
        }
    }
}
