package io.headroom.forecasting;

import io.headroom.core.Dependence;
import io.headroom.core.Flow;
import io.headroom.core.SeriesKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Learns how flows move together, from their one-step errors e and the deviations w that were expected of them. Two
 * flows share shocks of the whole, of a common source, of a common destination and of a common type; the correlation is
 * the sum of the shared parts:
 *
 * <pre>corr(f, g) = r(all) + r(source) + r(destination) + r(type)</pre>
 *
 * <p>The parts, each 0 or more, are those for which sum (e e' - w w' corr)^2 / (w w') over all pairs is least: so the
 * variance of sums of flows comes out right, in which large flows count most. That takes the sums of e e' and of w w'
 * over the pairs in a group, each ((sum x)^2 - sum x^2) / 2, and no matrix of pairs; four equations are left, solved by
 * coordinate descent. All is divided by the mean of e^2 / w^2. Means are exponential over about 500 steps. The latest
 * steps stay open, so that a late rate counts like one in time. Cost: O(flows) a step. Not thread-safe.
 */
final class CommonShocks {
    private static final double MEMORY = 500;
    private static final double LARGEST = 4;
    private static final double MOST = 0.9;
    private static final int LEAST_STEPS = 24;
    private static final int OPEN_STEPS = 16;
    private static final int SWEEPS = 200;

    private final long seed;
    private final FlowGroups groups = new FlowGroups();
    private final TreeMap<Long, Map<Flow, Shock>> open = new TreeMap<>();
    private final double[] products = new double[FlowGroups.KINDS];
    private final double[] weights = new double[FlowGroups.GROUPINGS];
    private double squares;
    private double expected;
    private long closed = Long.MIN_VALUE;
    private int steps;
    private double[] parts = new double[FlowGroups.KINDS];

    /** The error of one flow in one step, and the deviation that was expected of it. */
    record Shock(Flow flow, double error, double deviation) {}

    CommonShocks(long seed) {
        this.seed = seed;
    }

    /** Takes the error of one flow in a step that is still open; a second one replaces the first. */
    void add(long step, Shock shock) {
        if (step > closed) {
            open.computeIfAbsent(step, key -> new TreeMap<>()).put(shock.flow(), shock);
        }
    }

    /** Closes all but the latest steps. */
    void close() {
        while (open.size() > OPEN_STEPS) {
            Map.Entry<Long, Map<Flow, Shock>> first = open.pollFirstEntry();
            closed = first.getKey();
            learn(first.getValue().values());
        }
    }

    /** Learns from one step, each flow at most once, sorted. */
    void learn(Collection<Shock> shocks) {
        double[][] errors = new double[FlowGroups.GROUPINGS][0];
        double[][] deviations = new double[FlowGroups.GROUPINGS][0];
        double square = 0;
        double variance = 0;
        for (Shock shock : shocks) {
            double w = shock.deviation();
            if (w > 0 && w < Double.POSITIVE_INFINITY && !Double.isNaN(shock.error())) {
                double e = Math.max(-LARGEST * w, Math.min(LARGEST * w, shock.error()));
                groups.add(shock.flow(), e, errors);
                groups.add(shock.flow(), w, deviations);
                square += e * e;
                variance += w * w;
            }
        }
        double[] step = groups.pairSums(deviations);
        if (!(step[0] > 0)) {
            return;
        }
        steps++;
        double[] product = groups.pairSums(errors);
        for (int g = 0; g < weights.length; g++) {
            weights[g] = moved(weights[g], step[g]);
        }
        for (int k = 0; k < products.length; k++) {
            products[k] = moved(products[k], product[k]);
        }
        squares = moved(squares, square);
        expected = moved(expected, variance);
        parts = steps < LEAST_STEPS ? parts : parts();
    }

    private double moved(double mean, double value) {
        return mean + (value - mean) / Math.min(steps, MEMORY);
    }

    /** Solves the normal equations sum over b of weight(a and b) r(b) = product(a) for r of 0 or more. */
    private double[] parts() {
        double[] r = new double[FlowGroups.KINDS];
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            for (int a = 0; a < r.length; a++) {
                double rest = products[a];
                for (int b = 0; b < r.length; b++) {
                    rest -= b == a ? 0 : weights[FlowGroups.both(a, b)] * r[b];
                }
                r[a] = weights[a] > 0 ? Math.max(0, rest / weights[a]) : 0;
            }
        }
        double ratio = squares / expected;
        double total = Arrays.stream(r).sum() / ratio;
        double scale = total > MOST ? MOST / total : 1;
        for (int a = 0; a < r.length; a++) {
            r[a] = r[a] > 0 ? r[a] / ratio * scale : 0;
        }
        return r;
    }

    /** The dependence of one series. */
    Dependence dependence(SeriesKey key) {
        List<String> names = groups.names(key.flow());
        List<String> factors = new ArrayList<>(parts.length);
        List<Double> loadings = new ArrayList<>(parts.length);
        for (int k = 0; k < parts.length; k++) {
            if (parts[k] > 0) {
                factors.add(names.get(k));
                loadings.add(Math.sqrt(parts[k]));
            }
        }
        return new Dependence(seed, key.key(), factors, loadings);
    }
}
