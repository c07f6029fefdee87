package io.headroom.forecasting;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Keeps the coverage of quantiles right while a series is tracked: adaptive conformal calibration of the one-step
 * quantiles at 0.1 and 0.9, each side by itself. A factor on the distance from the median to the quantile grows by
 * exp(0.9 g) when the value lies beyond it and shrinks by exp(-0.1 g) when it does not, so that one value in ten lies
 * beyond in the long run, whatever the law of the errors is (Gibbs and Candes 2021, on the scale instead of the level).
 * The factors, within [1/2, 4], widen or narrow the distribution of every step ahead. O(1) in memory and time. Not
 * thread-safe.
 */
final class LiveCalibration {
    private static final double RATE = 0.04;
    private static final double MISSED = 0.1;
    private static final double GROW = StrictMath.exp(RATE * (1 - MISSED));
    private static final double SHRINK = StrictMath.exp(-RATE * MISSED);
    private static final double LEAST = 0.5;
    private static final double MOST = 4;

    private double lower;
    private double upper;

    LiveCalibration() {
        this(1, 1);
    }

    private LiveCalibration(double lower, double upper) {
        this.lower = lower;
        this.upper = upper;
    }

    /**
     * Takes one value.
     *
     * @param value what came
     * @param low quantile at 0.1 of the uncalibrated law
     * @param median of the law
     * @param high quantile at 0.9 of the uncalibrated law
     */
    void observe(double value, double low, double median, double high) {
        if (high > low) {
            upper = moved(upper, value - median > upper * (high - median));
            lower = moved(lower, median - value > lower * (median - low));
        }
    }

    private static double moved(double factor, boolean beyond) {
        return Math.max(LEAST, Math.min(MOST, factor * (beyond ? GROW : SHRINK)));
    }

    /** Spreads quantiles in place. */
    void spread(double[] row) {
        double median = row[EmpiricalShape.MEDIAN];
        for (int k = 0; k < row.length; k++) {
            double distance = row[k] - median;
            row[k] = Math.max(0, median + (distance < 0 ? lower : upper) * distance);
        }
    }

    /** The mean of both sides, for a deviation. */
    double factor() {
        return (lower + upper) / 2;
    }

    void write(DataOutput out) throws IOException {
        out.writeDouble(lower);
        out.writeDouble(upper);
    }

    static LiveCalibration read(DataInput in) throws IOException {
        return new LiveCalibration(in.readDouble(), in.readDouble());
    }
}
