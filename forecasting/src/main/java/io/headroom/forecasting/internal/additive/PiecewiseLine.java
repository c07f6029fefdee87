package io.headroom.forecasting.internal.additive;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * A continuous line that bends at given steps and goes straight on before the first and after the last. Immutable and
 * thread-safe.
 */
final class PiecewiseLine {
    private static final int MOST_PIECES = 100_000;

    private final long[] from;
    private final double[] at;
    private final double[] slope;

    private PiecewiseLine(long[] from, double[] at, double[] slope) {
        this.from = from;
        this.at = at;
        this.slope = slope;
    }

    /**
     * Makes a line; changes of slope that are zero make no bend.
     *
     * @param first step at which it has the given level
     * @param level value there
     * @param slope change a step up to the first bend
     * @param bends steps of the bends, rising
     * @param changes of slope at each bend
     */
    static PiecewiseLine of(long first, double level, double slope, long[] bends, double[] changes) {
        int pieces = 1;
        for (double change : changes) {
            pieces += change != 0 ? 1 : 0;
        }
        PiecewiseLine line = new PiecewiseLine(new long[pieces], new double[pieces], new double[pieces]);
        line.from[0] = first;
        line.at[0] = level;
        line.slope[0] = slope;
        int p = 0;
        for (int j = 0; j < changes.length; j++) {
            if (changes[j] != 0) {
                line.from[p + 1] = bends[j];
                line.at[p + 1] = line.at[p] + line.slope[p] * (bends[j] - line.from[p]);
                line.slope[p + 1] = line.slope[p] + changes[j];
                p++;
            }
        }
        return line;
    }

    /** The value at a step, at once behind the last bend. */
    double value(long step) {
        int p = from.length - 1;
        while (p > 0 && step < from[p]) {
            p--;
        }
        return at[p] + slope[p] * (step - from[p]);
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(from.length);
        for (int p = 0; p < from.length; p++) {
            out.writeLong(from[p]);
            out.writeDouble(at[p]);
            out.writeDouble(slope[p]);
        }
    }

    static PiecewiseLine read(DataInput in) throws IOException {
        int pieces = in.readInt();
        if (pieces < 1 || pieces > MOST_PIECES) {
            throw new IOException("a line of " + pieces + " pieces is none");
        }
        PiecewiseLine line = new PiecewiseLine(new long[pieces], new double[pieces], new double[pieces]);
        for (int p = 0; p < pieces; p++) {
            line.from[p] = in.readLong();
            line.at[p] = in.readDouble();
            line.slope[p] = in.readDouble();
        }
        return line;
    }
}
