package io.headroom.forecasting.internal.ets;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Points to start a fit from.
 *
 * <p>The likelihood has several valleys: a season that hardly moves beside a slow or a quick level, a season that moves
 * a little, one that takes what the level leaves; a slope that hardly moves, and one that moves with the level. Filter
 * passes over a coarse grid find a point in each, and a point at the lower corner of the region, where nothing moves,
 * is added. Initial states come from a rough decomposition. Cost: about a hundred filter passes over at most 2000
 * values, or four seasons if that is more.
 */
final class Starts {

    private static final List<Double> ZERO = List.of(0.0);
    private static final List<Double> SLOW = List.of(0.01, 0.05, 0.2);
    private static final List<Double> QUICK = List.of(0.5, 0.8, 0.97);
    private static final List<Double> MOST = List.of(0.01, 0.05, 0.2, 0.5, 0.8);
    private static final List<Double> ALL = List.of(0.01, 0.05, 0.2, 0.5, 0.8, 0.97);
    private static final List<Double> BETAS = List.of(0.03, 0.001, 0.3);
    private static final List<Double> PHIS = List.of(0.82, 0.9, 0.97);
    private static final double PHI = 0.9;

    private static final List<Valley> SEASONAL = List.of(
            new Valley(SLOW, ZERO, BETAS),
            new Valley(QUICK, ZERO, BETAS),
            new Valley(MOST, List.of(0.05, 0.3), BETAS),
            new Valley(List.of(0.01, 0.05), List.of(0.8), BETAS),
            new Valley(List.of(0.2, 0.5, 0.8), List.of(0.8), BETAS));
    private static final List<Valley> TRENDING = List.of(
            new Valley(ALL, ZERO, List.of(0.001, 0.03)),
            new Valley(ALL, ZERO, List.of(0.3)),
            new Valley(List.of(0.001, 0.003), ZERO, List.of(0.95)),
            new Valley(ALL, ZERO, List.of(0.95)));
    private static final List<Valley> LEVEL = List.of(new Valley(ALL, ZERO, ZERO));

    /** The alpha below which the first states shape the whole path. */
    private static final double STILL = 0.1;

    private static final double FLAT_ALPHA = 0.5;
    private static final int GRID_VALUES = 2000;
    private static final int GRID_CYCLES = 4;

    private final Layout layout;
    private final double[] y;
    private final double[] head;
    private final Filter filter;
    private final double[] still;
    private final double[] moving;

    Starts(double[] y, Layout layout) {
        this.y = y;
        this.layout = layout;
        head = Arrays.copyOf(y, Math.min(y.length, Math.max(GRID_VALUES, GRID_CYCLES * layout.period)));
        filter = new Filter(layout.period);
        still = InitialStates.guess(y, layout, true);
        moving = InitialStates.guess(y, layout, false);
    }

    /** Returns points at which the likelihood is finite, at least one if the form suits the series. */
    List<double[]> cold() {
        List<double[]> starts = new ArrayList<>();
        for (Valley valley : layout.gamma >= 0 ? SEASONAL : layout.beta >= 0 ? TRENDING : LEVEL) {
            addBest(starts, valley);
        }
        addIfAllowed(starts, place(still, Region.LOW, 0, 0, Region.PHI_HIGH));
        if (starts.isEmpty()) {
            addIfAllowed(starts, place(InitialStates.flat(y, layout), FLAT_ALPHA, 0, 0, Region.PHI_LOW));
        }
        return starts;
    }

    /** Adds the best point of one valley: over alpha and gamma first, then over beta and phi. */
    private void addBest(List<double[]> starts, Valley valley) {
        Best best = new Best();
        for (double alpha : valley.alphas) {
            for (double share : valley.gammaShares) {
                best.offer(place(base(alpha), alpha, share, valley.betaShares.get(0), PHI));
            }
        }
        if (best.point.length == 0) {
            return;
        }
        double alpha = best.point[Layout.ALPHA];
        double gammaShare = layout.gamma(best.point) / (1 - alpha);
        for (double betaShare : layout.beta < 0 ? List.<Double>of() : valley.betaShares) {
            for (double phi : layout.phi < 0 ? List.of(1.0) : PHIS) {
                best.offer(place(base(alpha), alpha, gammaShare, betaShare, phi));
            }
        }
        starts.add(best.point);
    }

    private double[] base(double alpha) {
        return alpha < STILL ? still : moving;
    }

    private double[] place(double[] base, double alpha, double gammaShare, double betaShare, double phi) {
        double[] point = base.clone();
        point[Layout.ALPHA] = alpha;
        if (layout.beta >= 0) {
            point[layout.beta] = Math.max(Region.LOW, betaShare * alpha);
        }
        if (layout.gamma >= 0) {
            point[layout.gamma] = Math.max(Region.LOW, gammaShare * (1 - alpha));
        }
        if (layout.phi >= 0) {
            point[layout.phi] = phi;
        }
        layout.capSlope(point);
        return point;
    }

    private double value(double[] point) {
        double value = filter.evaluate(head, layout, point);
        return filter.positive() ? value : Double.POSITIVE_INFINITY;
    }

    private void addIfAllowed(List<double[]> starts, double[] point) {
        if (value(point) < Double.POSITIVE_INFINITY) {
            starts.add(point);
        }
    }

    /** The best allowed point so far; an empty one until there is one. */
    private final class Best {
        double[] point = {};
        private double least = Double.POSITIVE_INFINITY;

        void offer(double[] candidate) {
            double value = value(candidate);
            if (value < least) {
                least = value;
                point = candidate;
            }
        }
    }

    /** A part of the region to search: values of alpha, gamma as shares of 1 - alpha, beta as shares of alpha. */
    private record Valley(List<Double> alphas, List<Double> gammaShares, List<Double> betaShares) {}
}
