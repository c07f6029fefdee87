package io.headroom.core;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Mean, covariance and third moment of a sum of forecasts, see {@link SumForecast}. What terms have in common, their weights and the
 * responses to shared shocks, is worked out once. Used once, and not thread-safe.
 */
final class SumMoments {
    private final int n;
    private final double[] mean;
    private final double[] third;
    private final double[][] covariance;
    private double[] buffer = {};
    private final Map<Dependence.Shock, ShockResponse> byShock = new HashMap<>();

    /** In the order in which the terms name them, so that sums have the same bits. */
    private final List<ShockResponse> responses = new ArrayList<>();

    /** A term with the responses that it has a part in, its own one first. */
    private record Part(
            MarginalForecast term, ScoreWeights weights, double[] loadings, ShockResponse[] responses) {}

    SumMoments(List<MarginalForecast> terms) {
        this.n = terms.get(0).horizon();
        this.mean = new double[n];
        this.third = new double[n];
        this.covariance = new double[n][n];
        List<Part> parts = new ArrayList<>(terms.size());
        ScoreWeights weights = terms.get(0).scoreWeights();
        MarginalForecast before = terms.get(0);
        for (MarginalForecast term : terms) {
            if (!term.weighsLike(before)) {
                weights = term.scoreWeights();
                before = term;
            }
            parts.add(part(term, weights));
            for (int h = 0; h < n; h++) {
                mean[h] += term.mean(h + 1);
            }
        }
        responses.forEach(response -> response.addOuter(covariance));
        double[] along = new double[n];
        for (Part part : parts) {
            if (part.term().skewed()) {
                addThirdMoment(part, along);
            }
        }
    }

    private Part part(MarginalForecast term, ScoreWeights weights) {
        Dependence dependence = term.dependence();
        int shared = dependence.factors().size();
        double[] loadings = new double[shared + 1];
        ShockResponse[] parts = new ShockResponse[shared + 1];
        double[] response = response(term, weights);
        for (int k = 0; k <= shared; k++) {
            loadings[k] = k == 0 ? dependence.ownLoading() : dependence.loadings().get(k - 1);
            parts[k] = byShock.computeIfAbsent(dependence.shock(k), shock -> newResponse(weights));
            parts[k].add(weights, response, loadings[k]);
        }
        return new Part(term, weights, loadings, parts);
    }

    private ShockResponse newResponse(ScoreWeights weights) {
        ShockResponse response = new ShockResponse(n, weights);
        responses.add(response);
        return response;
    }

    /** Weights times deviations; overwritten by the next term. */
    private double[] response(MarginalForecast term, ScoreWeights weights) {
        double[] response = buffer.length >= n * weights.width() ? buffer : new double[n * weights.width()];
        buffer = response;
        for (int h = 0; h < n; h++) {
            double deviation = term.standardDeviation(h + 1);
            int row = h * weights.width();
            for (int j = weights.from(h); j <= weights.to(h); j++) {
                response[row + j] = weights.at(h, j) * deviation;
            }
        }
        return response;
    }

    private void addThirdMoment(Part part, double[] along) {
        Arrays.fill(along, 0);
        for (int k = 0; k < part.loadings().length; k++) {
            part.responses()[k].addProducts(part.weights(), part.loadings()[k], along);
        }
        for (int h = 0; h < n; h++) {
            double deviation = part.term().standardDeviation(h + 1);
            if (deviation > 0) {
                double ratio = along[h] / deviation;
                third[h] += part.term().thirdMoment(h + 1) * ratio * ratio;
            }
        }
    }

    double[] mean() {
        return mean;
    }

    double[][] covariance() {
        return covariance;
    }

    double[] third() {
        return third;
    }
}
