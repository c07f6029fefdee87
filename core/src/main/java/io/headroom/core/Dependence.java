package io.headroom.core;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How the shocks of one flow hang together with those of other flows: a factor model of standard normal shocks,
 *
 * <pre>e(t, s) = sum over k of loading[k] * g(factor[k], t, s) + sqrt(1 - sum of loading[k]^2) * g(own, t, s)</pre>
 *
 * <p>where t is a step of the grid, s a scenario and g a counter-based standard normal number, a pure function of seed, name, t
 * and s. Two flows that name the same factor therefore share its shocks wherever they are computed, without a covariance matrix:
 * their correlation is the sum of the products of their loadings. Immutable and thread-safe.
 *
 * @param seed seed of all shocks; forecasts with different seeds are unrelated
 * @param own name of the flow's own shocks
 * @param factors names of the shared shocks, each once and none like {@code own}
 * @param loadings one loading a factor, sum of squares at most 1
 */
public record Dependence(long seed, String own, List<String> factors, List<Double> loadings) {
    /**
     * Checks and copies.
     *
     * @param seed seed of all shocks
     * @param own name of the flow's own shocks
     * @param factors names of the shared shocks
     * @param loadings one loading a factor
     * @throws IllegalArgumentException if the counts differ, a name occurs twice, a loading is not finite or their squares sum to
     *     more than 1
     */
    public Dependence {
        factors = List.copyOf(factors);
        loadings = List.copyOf(loadings);
        if (factors.size() != loadings.size()) {
            throw Checks.failure(
                    factors.size() + " factors",
                    "must have as many loadings, not " + loadings.size(),
                    "one of the lists was filtered");
        }
        Set<String> names = new HashSet<>(factors);
        names.add(own);
        if (names.size() != factors.size() + 1) {
            throw Checks.failure(
                    "factors " + factors, "must differ from each other and from " + own, "a factor was added twice");
        }
        double sum = 0;
        for (double loading : loadings) {
            sum += loading * loading;
        }
        if (!(sum <= 1 + 1e-12)) {
            throw Checks.failure(
                    "loadings " + loadings,
                    "must have squares that sum to at most 1",
                    "correlations were given instead of loadings");
        }
    }

    /**
     * A flow that moves alone.
     *
     * @param seed seed of its shocks
     * @param own name of its shocks
     * @return no shared factor
     */
    public static Dependence independent(long seed, String own) {
        return new Dependence(seed, own, List.of(), List.of());
    }

    /**
     * The same flow with one more factor.
     *
     * @param factor name of the shared shocks
     * @param loading its loading
     * @return a copy
     * @throws IllegalArgumentException if the name occurs twice or the squares then sum to more than 1
     */
    public Dependence with(String factor, double loading) {
        List<String> names = new ArrayList<>(factors);
        List<Double> weights = new ArrayList<>(loadings);
        names.add(factor);
        weights.add(loading);
        return new Dependence(seed, own, names, weights);
    }

    /**
     * The loading of the flow's own shocks.
     *
     * @return sqrt(1 - sum of squared loadings), in [0, 1]
     */
    public double ownLoading() {
        double rest = 1;
        for (double loading : loadings) {
            rest -= loading * loading;
        }
        return Math.sqrt(Math.max(0, rest));
    }

    /**
     * The shocks of one scenario.
     *
     * @param firstIndex grid index of the first step
     * @param scenario number of the scenario
     * @param out receives one shock a step
     */
    public void shocks(long firstIndex, long scenario, double[] out) {
        Arrays.fill(out, 0);
        for (int k = 0; k < factors.size(); k++) {
            add(factors.get(k), loadings.get(k), firstIndex, scenario, out);
        }
        add(own, ownLoading(), firstIndex, scenario, out);
    }

    private void add(String name, double loading, long firstIndex, long scenario, double[] out) {
        if (loading == 0) {
            return;
        }
        long key = Counter.mix(seed ^ Counter.hash(name)) ^ Counter.mix(scenario);
        for (int h = 0; h < out.length; h++) {
            out[h] += loading * StandardNormal.quantile(Counter.uniform(key, firstIndex + h));
        }
    }
}
