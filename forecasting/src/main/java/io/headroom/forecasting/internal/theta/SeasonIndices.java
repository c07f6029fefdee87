package io.headroom.forecasting.internal.theta;

/**
 * Fixed seasonal indices, one for each step of a season, and how they act. Immutable, and shared between states.
 *
 * <p>A logarithm needs a floor: what is below it, zero first of all, is taken as the floor.
 */
final class SeasonIndices {
    /** A smaller factor would blow up what is left of its step. */
    private static final double LEAST_FACTOR = 1e-3;

    final Adjustment adjustment;
    final double floor;
    private final double[] values;

    SeasonIndices(Adjustment adjustment, double floor, double[] values) {
        this.adjustment = adjustment;
        this.floor = floor;
        this.values = values;
    }

    /** Indices that change nothing but the scale. */
    static SeasonIndices none(Adjustment adjustment, double floor) {
        return new SeasonIndices(adjustment, floor, new double[] {adjustment == Adjustment.FACTOR ? 1 : 0});
    }

    /**
     * Means over the seasons of what the values are to a centred moving average of one season, as R's decompose does
     * it. Costs n.
     *
     * @param x values or their logarithms, without gaps, over two seasons and more, all above zero for factors
     */
    static SeasonIndices of(double[] x, int period, Adjustment adjustment, double floor) {
        boolean factor = adjustment == Adjustment.FACTOR;
        double[] trend = MovingAverage.centred(x, period);
        double[] indices = new double[period];
        int[] counts = new int[period];
        for (int t = period / 2; t < x.length - period / 2; t++) {
            indices[t % period] += factor ? x[t] / trend[t] : x[t] - trend[t];
            counts[t % period]++;
        }
        double mean = 0;
        for (int k = 0; k < period; k++) {
            indices[k] /= counts[k];
            mean += indices[k] / period;
        }
        for (int k = 0; k < period; k++) {
            indices[k] = factor ? indices[k] / mean : indices[k] - mean;
        }
        return new SeasonIndices(adjustment, floor, indices);
    }

    /** Whether every factor is large enough to divide by. */
    boolean isUsable() {
        boolean usable = true;
        for (double value : values) {
            usable &= adjustment != Adjustment.FACTOR || value >= LEAST_FACTOR;
        }
        return usable;
    }

    int period() {
        return values.length;
    }

    double at(int step) {
        return values[step];
    }

    /** The value of a step without its season. */
    double remove(double y, int step) {
        return withoutSeason(adjustment == Adjustment.LOGARITHM ? StrictMath.log(Math.max(y, floor)) : y, step);
    }

    private double withoutSeason(double value, int step) {
        return adjustment == Adjustment.FACTOR ? value / values[step] : value - values[step];
    }

    /** The value of a step with its season. */
    double apply(double x, int step) {
        return switch (adjustment) {
            case DIFFERENCE -> x + values[step];
            case FACTOR -> x * values[step];
            case LOGARITHM -> StrictMath.exp(x + values[step]);
        };
    }

    /** What a small error without season is in a value of the given mean. */
    double gain(int step, double mean) {
        return switch (adjustment) {
            case DIFFERENCE -> 1;
            case FACTOR -> values[step];
            case LOGARITHM -> mean;
        };
    }

    /** Values, or their logarithms, without the season; NaN stays. */
    double[] withoutSeason(double[] series) {
        double[] x = new double[series.length];
        for (int t = 0; t < x.length; t++) {
            x[t] = withoutSeason(series[t], t % values.length);
        }
        return x;
    }
}
