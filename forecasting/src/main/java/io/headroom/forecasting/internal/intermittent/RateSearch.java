package io.headroom.forecasting.internal.intermittent;

import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * The choice of method and smoothing parameters by their rate error: the mean square of what the sum of the values over
 * the next two intervals between demands differs from that many times the rate. Squares, for their mean is least at the
 * mean of the sum, while absolute errors one step ahead are least at a forecast of zero; sums, for one step says little
 * of a rate when most steps are zero. The first third of the series gives the starting values and is not judged.
 *
 * <p>Sizes depend on alpha alone, intervals and probabilities on beta alone, so that their paths are made once. Not
 * thread-safe.
 */
final class RateSearch {
    private static final double[] GRID = {0.01, 0.02, 0.05, 0.1, 0.15, 0.2, 0.3, 0.5};
    private static final double CLEARLY = 1 - 1e-9;

    private final Demands demands;
    private final BooleanSupplier expired;
    private final int begin;
    private final int window;
    private final double size;
    private final double interval;

    private double least = Double.POSITIVE_INFINITY;
    private DemandMethod method = DemandMethod.SYNTETOS_BOYLAN;
    private double alpha = 0.1;
    private double beta = 0.1;

    RateSearch(Demands demands, BooleanSupplier expired) {
        this.demands = demands;
        this.expired = expired;
        int n = demands.y.length;
        int warmUp = demands.warmUp();
        int seen = 0;
        for (int t = 0; t < warmUp; t++) {
            seen += demands.y[t] > 0 ? 1 : 0;
        }
        size = demands.sum(0, warmUp) / seen;
        interval = (double) demands.count(0, warmUp) / seen;
        window = (int) Math.max(1, Math.min(Math.ceil(2 * demands.interval()), n / 4.0));
        begin = warmUp + window < n ? warmUp : 0;
    }

    DemandFit fit() {
        double[][] sizes = new double[GRID.length][];
        for (int a = 0; a < GRID.length; a++) {
            sizes[a] = Paths.sizes(demands, GRID[a], size);
        }
        boolean complete = true;
        for (int b = 0; b < GRID.length && complete; b++) {
            double[] frequencies = Paths.frequencies(demands, GRID[b], interval);
            double[] probabilities = Paths.probabilities(demands, GRID[b], 1 / interval);
            for (int a = 0; a < GRID.length; a++) {
                judge(DemandMethod.SYNTETOS_BOYLAN, a, b, sizes[a], frequencies, 1 - GRID[b] / 2);
                judge(DemandMethod.CROSTON, a, b, sizes[a], frequencies, 1);
                judge(DemandMethod.TEUNTER_SYNTETOS_BABAI, a, b, sizes[a], probabilities, 1);
            }
            complete = !expired.getAsBoolean();
        }
        return new DemandFit(Optional.of(model()), complete);
    }

    private void judge(DemandMethod candidate, int a, int b, double[] sizes, double[] occurrences, double factor) {
        double sum = 0;
        for (int t = begin; t + window <= demands.y.length; t++) {
            int there = demands.count(t, t + window);
            double error = demands.sum(t, t + window) - there * factor * sizes[t] * occurrences[t];
            sum += error * error;
        }
        if (sum < least * CLEARLY) {
            least = sum;
            method = candidate;
            alpha = GRID[a];
            beta = GRID[b];
        }
    }

    private DemandModel model() {
        double[] sizes = Paths.sizes(demands, alpha, size);
        double squares = 0;
        double means = 0;
        for (int t = 0; t < sizes.length; t++) {
            if (demands.y[t] > 0) {
                squares += (demands.y[t] - sizes[t]) * (demands.y[t] - sizes[t]);
                means += sizes[t] * sizes[t];
            }
        }
        double occurrence = method == DemandMethod.TEUNTER_SYNTETOS_BABAI ? 1 / interval : interval;
        DemandState state = new DemandState(method, alpha, beta, size * demands.scale, occurrence, squares / means);
        return new DemandModel(state, alpha, beta);
    }
}
