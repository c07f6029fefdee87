package io.headroom.forecasting;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Brings the values of a series to magnitude one and back: z = (y - location) / scale, or z = log(y / scale). The scale is
 * a power of two, which rounds nothing. Immutable and thread-safe.
 *
 * <p>On the log scale a value moves a state at most as one of e^3, 20 times, its mean or as a 20th of it, so that a rate
 * of zero can be observed; and what comes back is at most e^25 times the largest value learned from.
 */
final class ValueScale {
    private static final double LARGEST_MOVE = 3;
    private static final double LARGEST = 25;
    private static final double LARGEST_VARIANCE = 3;

    private final boolean logs;
    private final double location;
    private final double scale;

    private ValueScale(boolean logs, double location, double scale) {
        this.logs = logs;
        this.location = location;
        this.scale = scale;
    }

    /** Relative to the first value, so that digits are kept where values vary little. */
    static ValueScale level(double[] y) {
        double first = Double.NaN;
        double size = 0;
        for (double value : y) {
            if (!Double.isNaN(value)) {
                first = Double.isNaN(first) ? value : first;
                size = Math.max(size, Math.abs(value - first));
            }
        }
        return new ValueScale(false, Double.isNaN(first) ? 0 : first, powerOfTwo(size));
    }

    /** For positive values. */
    static ValueScale logs(double[] y) {
        double size = 0;
        for (double value : y) {
            size = Double.isNaN(value) ? size : Math.max(size, value);
        }
        return new ValueScale(true, 0, powerOfTwo(size));
    }

    /** Whether all values there are are positive, beyond what the largest one leaves of them. */
    static boolean hasLogs(double[] y) {
        double least = Double.POSITIVE_INFINITY;
        double most = 0;
        for (double value : y) {
            if (!Double.isNaN(value)) {
                least = Math.min(least, value);
                most = Math.max(most, value);
            }
        }
        return most > 0 && least > most * 1e-9;
    }

    private static double powerOfTwo(double size) {
        return size > 0 ? Math.scalb(1.0, Math.getExponent(size)) : 1;
    }

    boolean isLog() {
        return logs;
    }

    double[] into(double[] y) {
        double[] z = new double[y.length];
        for (int i = 0; i < y.length; i++) {
            z[i] = logs ? StrictMath.log(y[i] / scale) : (y[i] - location) / scale;
        }
        return z;
    }

    /** Of a value that is observed where another one was expected; NaN if it is missing. */
    double into(double y, double expected) {
        if (!logs || Double.isNaN(y)) {
            return (y - location) / scale;
        }
        double z = y > 0 ? StrictMath.log(y / scale) : Double.NEGATIVE_INFINITY;
        return Math.max(expected - LARGEST_MOVE, Math.min(z, expected + LARGEST_MOVE));
    }

    double out(double z) {
        return logs ? scale * StrictMath.exp(Math.min(z, LARGEST)) : location + scale * z;
    }

    /** Deviation of a value from that of its z. */
    double deviation(double z, double deviation) {
        if (!logs) {
            return scale * deviation;
        }
        double variance = Math.min(deviation * deviation, LARGEST_VARIANCE);
        return out(z) * Math.sqrt(StrictMath.expm1(variance));
    }

    void write(DataOutput out) throws IOException {
        out.writeBoolean(logs);
        out.writeDouble(location);
        out.writeDouble(scale);
    }

    static ValueScale read(DataInput in) throws IOException {
        return new ValueScale(in.readBoolean(), in.readDouble(), in.readDouble());
    }
}
