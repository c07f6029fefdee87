package io.headroom.forecasting.internal.blend;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/** The last values of a series, in a ring, and the range of all values seen. Not thread-safe. */
final class History {
    private static final int LONGEST = 1 << 24;

    private final double[] ring;
    private int end;
    private double least;
    private double largest;

    /**
     * An empty history.
     *
     * @param memory how many values are kept
     * @param least smallest value of the fit
     * @param largest largest value of the fit
     */
    History(int memory, double least, double largest) {
        this(new double[memory], 0, least, largest);
        Arrays.fill(ring, Double.NaN);
    }

    private History(double[] ring, int end, double least, double largest) {
        this.ring = ring;
        this.end = end;
        this.least = least;
        this.largest = largest;
    }

    void add(double y) {
        ring[end] = y;
        end = end + 1 == ring.length ? 0 : end + 1;
        if (y < least) {
            least = y;
        } else if (y > largest) {
            largest = y;
        }
    }

    /** The value some steps before the next one; NaN if it is missing. */
    double back(int steps) {
        int at = end - steps;
        return ring[at < 0 ? at + ring.length : at];
    }

    /** The ring itself, for members that read many lags; nobody may write to it. */
    double[] ring() {
        return ring;
    }

    int end() {
        return end;
    }

    double least() {
        return least;
    }

    double largest() {
        return largest;
    }

    History copy() {
        return new History(ring.clone(), end, least, largest);
    }

    void writeTo(DataOutput out) throws IOException {
        out.writeInt(ring.length);
        for (double value : ring) {
            out.writeDouble(value);
        }
        out.writeInt(end);
        out.writeDouble(least);
        out.writeDouble(largest);
    }

    static History readFrom(DataInput in) throws IOException {
        int length = in.readInt();
        if (length < 1 || length > LONGEST) {
            throw new IOException("a history of " + length + " values is not one");
        }
        double[] ring = new double[length];
        for (int i = 0; i < length; i++) {
            ring[i] = in.readDouble();
        }
        return new History(ring, Math.floorMod(in.readInt(), length), in.readDouble(), in.readDouble());
    }
}
