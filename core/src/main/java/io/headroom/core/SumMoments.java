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
    private final int terms;
    private final double[] mean;
    private final double[] third;
    private final double[][] covariance;
    private final double[] along;
    private final Map<Long, Map<String, ShockResponse>> bySeed = new HashMap<>();

    /** In the order in which the terms name them, so that sums have the same bits. */
    private final List<ShockResponse> responses = new ArrayList<>();

    private double[] buffer = {};

    SumMoments(List<MarginalForecast> terms) {
        this.n = terms.get(0).horizon();
        this.terms = terms.size();
        this.mean = new double[n];
        this.third = new double[n];
        this.covariance = new double[n][n];
        this.along = new double[n];
        // For each term its weights, its loadings and the responses that it takes part in, its own one first.
        ScoreWeights[] weighed = new ScoreWeights[terms.size()];
        double[][] loadings = new double[terms.size()][];
        ShockResponse[][] parts = new ShockResponse[terms.size()][];
        MarginalForecast before = terms.get(0);
        ScoreWeights weights = before.scoreWeights();
        long seed = before.dependence().seed();
        Map<String, ShockResponse> byName = byName(seed);
        for (int i = 0; i < parts.length; i++) {
            MarginalForecast term = terms.get(i);
            if (!term.weighsLike(before)) {
                weights = term.scoreWeights();
                before = term;
            }
            if (term.dependence().seed() != seed) {
                seed = term.dependence().seed();
                byName = byName(seed);
            }
            weighed[i] = weights;
            loadings[i] = loadings(term.dependence());
            parts[i] = respond(term, weights, loadings[i], byName);
            for (int h = 0; h < n; h++) {
                mean[h] += term.mean(h + 1);
            }
        }
        for (ScoreWeights one : weighed) {
            buffer(one);
        }
        for (ShockResponse response : responses) {
            response.addOuter(covariance, buffer);
        }
        for (int i = 0; i < parts.length; i++) {
            if (terms.get(i).skewed()) {
                addThirdMoment(terms.get(i), weighed[i], loadings[i], parts[i]);
            }
        }
    }

    private Map<String, ShockResponse> byName(long seed) {
        return bySeed.computeIfAbsent(seed, key -> new HashMap<>(2 * terms));
    }

    private static double[] loadings(Dependence dependence) {
        double[] loadings = new double[dependence.loadings().size() + 1];
        loadings[0] = dependence.ownLoading();
        for (int k = 1; k < loadings.length; k++) {
            loadings[k] = dependence.loadings().get(k - 1);
        }
        return loadings;
    }

    private ShockResponse[] respond(
            MarginalForecast term, ScoreWeights weights, double[] loadings, Map<String, ShockResponse> byName) {
        Dependence dependence = term.dependence();
        ShockResponse[] parts = new ShockResponse[loadings.length];
        boolean responds = false;
        for (int k = 0; k < parts.length; k++) {
            String name = k == 0 ? dependence.own() : dependence.factors().get(k - 1);
            ShockResponse known = byName.get(name);
            if (known == null) {
                known = new ShockResponse(term, weights, loadings[k]);
                byName.put(name, known);
                responses.add(known);
            } else {
                if (!responds) {
                    ShockResponse.response(term, weights, buffer(weights));
                    responds = true;
                }
                known.add(weights, buffer, loadings[k]);
            }
            parts[k] = known;
        }
        return parts;
    }

    /** Room for a row a step; overwritten by the next term. */
    private double[] buffer(ScoreWeights weights) {
        if (buffer.length < n * weights.width()) {
            buffer = new double[n * weights.width()];
        }
        return buffer;
    }

    private void addThirdMoment(MarginalForecast term, ScoreWeights weights, double[] loadings, ShockResponse[] parts) {
        Arrays.fill(along, 0);
        for (int k = 0; k < parts.length; k++) {
            parts[k].addProducts(weights, loadings[k], along);
        }
        for (int h = 0; h < n; h++) {
            double deviation = term.standardDeviation(h + 1);
            if (deviation > 0) {
                double ratio = along[h] / deviation;
                third[h] += term.thirdMoment(h + 1) * ratio * ratio;
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
