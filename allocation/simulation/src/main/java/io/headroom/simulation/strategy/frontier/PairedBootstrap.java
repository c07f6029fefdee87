package io.headroom.simulation.strategy.frontier;

import io.headroom.core.Checks;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/**
 * The paired bootstrap over series: how far the difference of a statistic between two runs of the same series depends on which
 * series there are. Each resample draws as many series as there are, with replacement, the same ones on both sides; the interval
 * lies between the 2.5 % and the 97.5 % quantile of the resampled differences (percentile method, linear interpolation).
 *
 * <p>Its draws are those of {@code score_allocation.py --compare} with the same seed. O(resamples x series); the draws of each number
 * of series are kept, 4 bytes each. Thread-safe.
 *
 * <p>Source: B. Efron and R. Tibshirani, "An Introduction to the Bootstrap" (1993), chapter 13.
 */
public final class PairedBootstrap {
    /** The protocol's number of resamples. */
    public static final int RESAMPLES = 10_000;

    /** The protocol's seed. */
    public static final long SEED = 1;

    private static final double TAIL = 0.025;

    private final int resamples;
    private final long seed;
    private final Map<Integer, int[]> draws = new ConcurrentHashMap<>();

    /**
     * A bootstrap.
     *
     * @param resamples number of resamples, 1 to 1,000,000
     * @param seed seed of the draws
     * @throws IllegalArgumentException if the number is outside its range
     */
    public PairedBootstrap(int resamples, long seed) {
        this.resamples = Checks.inRange(resamples, 1, 1_000_000, "resamples");
        this.seed = seed;
    }

    /**
     * The protocol's bootstrap.
     *
     * @return one of {@value #RESAMPLES} resamples with seed {@value #SEED}
     */
    public static PairedBootstrap standard() {
        return new PairedBootstrap(RESAMPLES, SEED);
    }

    /**
     * A difference with its interval.
     *
     * @param a the statistic of the first run
     * @param b the statistic of the second
     * @param interval of a - b, 95 %; empty with fewer than two series
     */
    public record Difference(double a, double b, Optional<Interval> interval) {
        /**
         * The difference.
         *
         * @return a - b
         */
        public double value() {
            return a - b;
        }

        /**
         * Whether a is less than b, and no chance of which series there are.
         *
         * @return true if the whole interval lies below 0
         */
        public boolean isLess() {
            return interval.isPresent() && interval.get().high() < 0;
        }
    }

    /**
     * An interval.
     *
     * @param low its lower end
     * @param high its upper end
     */
    public record Interval(double low, double high) {}

    /**
     * Compares two runs.
     *
     * @param a a figure of each series in the first run; finite
     * @param b the same of the second run, in the same order of series
     * @param statistic how the series become one number
     * @return the difference of the statistic and its interval
     * @throws IllegalArgumentException if the lengths differ, there is no series, or a figure is not finite
     */
    public Difference difference(double[] a, double[] b, Statistic statistic) {
        Checks.require(
                a.length == b.length,
                a.length + " figures against " + b.length,
                "must be of the same series",
                "a series failed in one of the runs");
        double first = statistic.of(finite(a));
        double second = statistic.of(finite(b));
        return new Difference(
                first,
                second,
                a.length < 2 ? Optional.empty() : Optional.of(interval(a.clone(), b.clone(), statistic)));
    }

    private static double[] finite(double[] values) {
        for (double value : values) {
            Checks.finite(value, "figure");
        }
        return values;
    }

    private Interval interval(double[] a, double[] b, Statistic statistic) {
        int n = a.length;
        int[] drawn = draws.computeIfAbsent(n, this::draw);
        Resampled first = Resampled.of(a, statistic);
        Resampled second = Resampled.of(b, statistic);
        double[] differences = new double[resamples];
        for (int r = 0; r < resamples; r++) {
            differences[r] = first.statistic(drawn, r * n) - second.statistic(drawn, r * n);
        }
        Arrays.sort(differences);
        return new Interval(quantile(differences, TAIL), quantile(differences, 1 - TAIL));
    }

    private int[] draw(int n) {
        MersenneTwister random = new MersenneTwister(seed);
        int[] drawn = new int[Math.multiplyExact(resamples, n)];
        for (int i = 0; i < drawn.length; i++) {
            drawn[i] = (int) (random.nextDouble() * n);
        }
        return drawn;
    }

    private static double quantile(double[] sorted, double q) {
        double position = q * (sorted.length - 1);
        int low = (int) Math.floor(position);
        int high = Math.min(low + 1, sorted.length - 1);
        return sorted[low] + (position - low) * (sorted[high] - sorted[low]);
    }

    /** The statistic of many resamples of the same values. */
    private interface Resampled {
        /** Of the series {@code drawn[from], ..., drawn[from + n - 1]}. */
        double statistic(int[] drawn, int from);

        static Resampled of(double[] values, Statistic statistic) {
            return switch (statistic) {
                case MEAN -> (drawn, from) -> mean(values, drawn, from);
                case MEDIAN -> new Medians(values);
            };
        }

        private static double mean(double[] values, int[] drawn, int from) {
            double sum = 0;
            for (int i = 0; i < values.length; i++) {
                sum += values[drawn[from + i]];
            }
            return sum / values.length;
        }
    }

    /** Medians by counting: values are sorted once, and a resample is how often each of them was drawn. */
    private static final class Medians implements Resampled {
        private final double[] sorted;
        private final int[] rank;
        private final int[] count;

        Medians(double[] values) {
            int n = values.length;
            List<Integer> order = IntStream.range(0, n)
                    .boxed()
                    .sorted(Comparator.comparingDouble(i -> values[i]))
                    .toList();
            this.sorted = new double[n];
            this.rank = new int[n];
            this.count = new int[n];
            for (int k = 0; k < n; k++) {
                sorted[k] = values[order.get(k)];
                rank[order.get(k)] = k;
            }
        }

        @Override
        public double statistic(int[] drawn, int from) {
            int n = sorted.length;
            Arrays.fill(count, 0);
            for (int i = 0; i < n; i++) {
                count[rank[drawn[from + i]]]++;
            }
            int k = 0;
            int seen = count[0];
            while (seen <= (n - 1) / 2) {
                seen += count[++k];
            }
            double low = sorted[k];
            while (seen <= n / 2) {
                seen += count[++k];
            }
            return low + 0.5 * (sorted[k] - low);
        }
    }
}
