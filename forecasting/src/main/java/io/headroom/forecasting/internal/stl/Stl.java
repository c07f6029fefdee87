package io.headroom.forecasting.internal.stl;

import java.util.function.BooleanSupplier;

/**
 * Splits a series into trend, one season and remainder (STL, Cleveland et al. 1990), with the same results as R's
 * {@code stl} to rounding. Immutable and thread-safe.
 *
 * <p>Method: an inner pass smooths each step of the season over its cycles, takes the slow part out of that, and
 * smooths what is left of the series for the trend; an outer round gives small weights to values with large remainders.
 * Every tenth of a window is regressed, the rest interpolated. Cost of a pass: some 10 n to 30 n operations.
 */
public final class Stl {
    private static final double[] EQUAL = {};

    private final StlOptions options;

    /**
     * Makes a splitter.
     *
     * @param options windows and loops
     */
    public Stl(StlOptions options) {
        this.options = options;
    }

    /**
     * Splits a series.
     *
     * @param y finite values, at least two seasons
     * @return the parts
     * @throws IllegalArgumentException if there are less than two seasons
     */
    public StlParts split(double[] y) {
        return split(y, () -> false);
    }

    /**
     * Splits a series, as well as time allows.
     *
     * @param y finite values, at least two seasons
     * @param expired asked before every pass but the first whether to stop with what there is
     * @return the parts
     * @throws IllegalArgumentException if there are less than two seasons
     */
    public StlParts split(double[] y, BooleanSupplier expired) {
        if (y.length < 2 * options.period()) {
            throw new IllegalArgumentException("A series of " + y.length + " values has less than two seasons of "
                    + options.period() + ".\nMaybe a shorter season was meant.");
        }
        Pass pass = new Pass(y, options);
        double[] robust = EQUAL;
        for (int round = 0; round <= options.outer(); round++) {
            for (int i = 0; i < options.inner(); i++) {
                if (round + i > 0 && expired.getAsBoolean()) {
                    return pass.parts(options.periodic());
                }
                pass.run(robust);
            }
            if (round < options.outer()) {
                robust = Loess.robust(pass.remainder());
            }
        }
        return pass.parts(options.periodic());
    }

    /** The moving parts of a split. */
    private static final class Pass {
        private final double[] y;
        private final int period;
        private final CycleSmoother cycles;
        private final Loess trendSmoother;
        private final double[] trend;
        private final double[] season;
        private final double[] rest;

        Pass(double[] y, StlOptions options) {
            this.y = y;
            this.period = options.period();
            this.cycles = new CycleSmoother(y.length, options);
            this.trendSmoother = new Loess(options.trend(), 1, StlOptions.jump(options.trend()));
            this.trend = new double[y.length];
            this.season = new double[y.length];
            this.rest = new double[y.length];
        }

        void run(double[] robust) {
            subtract(trend);
            cycles.season(rest, robust, season);
            subtract(season);
            trendSmoother.smooth(rest, y.length, robust, trend, 0);
        }

        private void subtract(double[] part) {
            for (int i = 0; i < y.length; i++) {
                rest[i] = y[i] - part[i];
            }
        }

        double[] remainder() {
            double[] remainder = new double[y.length];
            for (int i = 0; i < y.length; i++) {
                remainder[i] = y[i] - trend[i] - season[i];
            }
            return remainder;
        }

        StlParts parts(boolean periodic) {
            if (periodic) {
                makePeriodic();
            }
            return new StlParts(trend, season, remainder());
        }

        private void makePeriodic() {
            for (int step = 0; step < period; step++) {
                double sum = 0;
                for (int i = step; i < y.length; i += period) {
                    sum += season[i];
                }
                double mean = sum / ((y.length - 1 - step) / period + 1);
                for (int i = step; i < y.length; i += period) {
                    season[i] = mean;
                }
            }
        }
    }
}
