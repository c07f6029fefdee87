package io.headroom.forecasting.internal.theta;

import java.util.Arrays;
import java.util.Optional;

/** A series to fit: its values, what can be done with them, and without gaps for what cannot do with them. */
final class Sample {
    /** Logarithms of values that span more would be ruled by the least of them. */
    private static final double LARGEST_RATIO = 1e6;

    private static final double FLOOR_OF_LEAST = 0.125;

    final double[] y;
    final int observed;
    private final boolean positive;
    private final double least;
    private final double[] logs;

    Sample(double[] values) {
        y = values.clone();
        int n = 0;
        double smallest = Double.POSITIVE_INFINITY;
        double largest = 0;
        for (int t = 0; t < y.length; t++) {
            y[t] = ThetaState.isValue(y[t]) ? y[t] : Double.NaN;
            if (!Double.isNaN(y[t])) {
                n++;
                smallest = Math.min(smallest, y[t]);
                largest = Math.max(largest, y[t]);
            }
        }
        observed = n;
        least = smallest;
        positive = n > 0 && smallest > 0 && largest <= LARGEST_RATIO * smallest;
        logs = new double[positive ? y.length : 0];
        for (int t = 0; t < logs.length; t++) {
            logs[t] = Double.isNaN(y[t]) ? Double.NaN : StrictMath.log(y[t]);
        }
    }

    /** The values, or their logarithms, NaN where missing. */
    double[] values(Adjustment adjustment) {
        return adjustment == Adjustment.LOGARITHM ? logs : y;
    }

    /** The first values alone. */
    Sample first(int n) {
        return new Sample(Arrays.copyOf(y, n));
    }

    boolean isSeasonal(int period) {
        return SeasonTest.isSeasonal(filled(y, period), period);
    }

    /**
     * Indices of a season of that many steps; none for values that do not suit the adjustment, for less than two
     * seasons, and for factors too small to divide by.
     */
    Optional<SeasonIndices> season(int period, Adjustment adjustment) {
        if (!(positive || adjustment == Adjustment.DIFFERENCE) || (period > 1 && y.length < 2 * period)) {
            return Optional.empty();
        }
        double floor = FLOOR_OF_LEAST * Math.max(0, least);
        if (period == 1) {
            return Optional.of(SeasonIndices.none(adjustment, floor));
        }
        SeasonIndices season = SeasonIndices.of(filled(values(adjustment), period), period, adjustment, floor);
        return Optional.of(season).filter(SeasonIndices::isUsable);
    }

    /**
     * Fills each missing value with the average of its neighbours one season before and after, or the one that is
     * there, values filled before included; where there is none, with the last value, or the first of all.
     */
    private static double[] filled(double[] y, int period) {
        double[] filled = y.clone();
        double last = firstValue(y);
        for (int t = 0; t < y.length; t++) {
            if (Double.isNaN(y[t])) {
                double before = t >= period ? filled[t - period] : Double.NaN;
                double after = t + period < y.length ? y[t + period] : Double.NaN;
                double mean = Double.isNaN(before) ? after : Double.isNaN(after) ? before : 0.5 * (before + after);
                filled[t] = Double.isNaN(mean) ? last : mean;
            } else {
                last = y[t];
            }
        }
        return filled;
    }

    /** The first value that is there; 0 without any. */
    static double firstValue(double[] y) {
        for (double value : y) {
            if (!Double.isNaN(value)) {
                return value;
            }
        }
        return 0;
    }
}
