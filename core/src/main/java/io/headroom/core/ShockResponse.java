package io.headroom.core;

import org.jspecify.annotations.Nullable;

/**
 * How much a sum moves with one kind of shock: a row for each step, a column for each shock, counted back from the end so that terms with
 * different pasts line up. Most shocks of a large sum move one term alone: rows are only made for those that several terms share. Not
 * thread-safe.
 */
final class ShockResponse {
    private static final double[] NO_ROWS = {};

    private final int steps;

    /** The first term, as long as it is the only one. */
    private @Nullable MarginalForecast only;

    private final ScoreWeights first;
    private final double firstLoading;
    private int width;
    private int reach;
    private double[] values = NO_ROWS;

    /** The response of one term. */
    ShockResponse(MarginalForecast only, ScoreWeights weights, double loading) {
        this.steps = only.horizon();
        this.only = only;
        this.first = weights;
        this.firstLoading = loading;
        this.width = weights.width();
        this.reach = weights.reach();
    }

    /** Writes weights times deviations of a term, a row for each step. */
    static void response(MarginalForecast term, ScoreWeights weights, double[] to) {
        int steps = term.horizon();
        for (int h = 0; h < steps; h++) {
            double deviation = term.standardDeviation(h + 1);
            int row = h * weights.width();
            for (int j = weights.from(h); j <= weights.to(h); j++) {
                to[row + j] = weights.at(h, j) * deviation;
            }
        }
    }

    /** Adds a multiple of the response of a term, which is given as its weights times its deviations. */
    void add(ScoreWeights weights, double[] response, double loading) {
        MarginalForecast alone = only;
        if (alone != null) {
            only = null;
            values = new double[steps * width];
            double[] own = new double[steps * width];
            response(alone, first, own);
            addTo(values, first, own, firstLoading);
        }
        widen(weights);
        addTo(values, weights, response, loading);
    }

    private void addTo(double[] rows, ScoreWeights weights, double[] response, double loading) {
        int shift = width - weights.width();
        for (int h = 0; h < steps; h++) {
            int own = h * weights.width();
            int row = h * width + shift;
            for (int j = weights.from(h); j <= weights.to(h); j++) {
                rows[row + j] += loading * response[own + j];
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
        MarginalForecast alone = only;
        if (alone != null) {
            addOwnProducts(alone, loading, along);
            return;
        }
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

    private void addOwnProducts(MarginalForecast alone, double loading, double[] along) {
        for (int h = 0; h < steps; h++) {
            double deviation = alone.standardDeviation(h + 1);
            double sum = along[h];
            for (int j = first.from(h); j <= first.to(h); j++) {
                double weight = first.at(h, j);
                sum += loading * weight * (firstLoading * (weight * deviation));
            }
            along[h] = sum;
        }
    }

    /** Adds the products of all pairs of steps. The buffer has room for a row a step. */
    void addOuter(double[][] covariance, double[] buffer) {
        MarginalForecast alone = only;
        if (alone == null) {
            addOuterOf(values, covariance);
            return;
        }
        response(alone, first, buffer);
        for (int i = 0; i < steps * width; i++) {
            buffer[i] *= firstLoading;
        }
        addOuterOf(buffer, covariance);
    }

    private void addOuterOf(double[] rows, double[][] covariance) {
        int past = width - steps;
        for (int i = 0; i < steps; i++) {
            int from = Math.max(0, past + i + 1 - reach);
            int row = i * width;
            for (int j = 0; j <= i; j++) {
                double sum = 0;
                int other = j * width;
                for (int k = from; k <= past + j; k++) {
                    sum += rows[row + k] * rows[other + k];
                }
                covariance[i][j] += sum;
                if (i != j) {
                    covariance[j][i] += sum;
                }
            }
        }
    }
}
