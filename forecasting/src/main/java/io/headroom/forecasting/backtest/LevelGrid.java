package io.headroom.forecasting.backtest;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The probabilities that are read from every forecast, and which of them serve what. Immutable and thread-safe. */
final class LevelGrid {
    private static final int CRPS_LEVELS = 20;

    private final List<Double> quantiles;
    private final double interval;
    private final double[] all;
    private final int[] chosen;
    private final int[] crps;
    private final int lower;
    private final int upper;

    /**
     * A grid.
     *
     * @param quantiles levels of the weighted quantile loss
     * @param interval level of the central interval
     */
    LevelGrid(List<Double> quantiles, double interval) {
        this.quantiles = List.copyOf(quantiles);
        this.interval = interval;
        double[] midpoints = IntStream.range(0, CRPS_LEVELS)
                .mapToDouble(k -> rounded((k + 0.5) / CRPS_LEVELS))
                .toArray();
        double[] wanted = quantiles.stream().mapToDouble(LevelGrid::rounded).toArray();
        double low = rounded((1 - interval) / 2);
        double high = rounded((1 + interval) / 2);
        this.all = Stream.of(midpoints, wanted, new double[] {low, high})
                .flatMapToDouble(Arrays::stream)
                .sorted()
                .distinct()
                .toArray();
        this.chosen = positions(wanted);
        this.crps = positions(midpoints);
        this.lower = position(low);
        this.upper = position(high);
    }

    /** One level written in two ways is one level. */
    private static double rounded(double p) {
        return Math.rint(p * 1e12) / 1e12;
    }

    private int position(double p) {
        return Arrays.binarySearch(all, p);
    }

    private int[] positions(double[] levels) {
        return Arrays.stream(levels).mapToInt(this::position).toArray();
    }

    int size() {
        return all.length;
    }

    double level(int i) {
        return all[i];
    }

    List<Double> quantiles() {
        return quantiles;
    }

    double interval() {
        return interval;
    }

    /** Where the lower end of the interval stands. */
    int lower() {
        return lower;
    }

    int upper() {
        return upper;
    }

    /** The sums at the levels of the quantile loss, in their order. */
    double[] chosen(double[] sums) {
        return Arrays.stream(chosen).mapToDouble(i -> sums[i]).toArray();
    }

    /** The mean of the sums over the levels of the ranked probability score. */
    double crpsMean(double[] sums) {
        double total = 0;
        for (int i : crps) {
            total += sums[i];
        }
        return total / crps.length;
    }
}
