package io.headroom.forecasting;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The moving part of a local model: sees one value after the other on a grid without holes. Mutable and not
 * thread-safe.
 */
interface SeriesState {
    /**
     * Moves on by one step, in constant time, without allocation.
     *
     * @param y the value, NaN if missing
     */
    void observe(double y);

    /** Mean of the next value; NaN as long as nothing was seen. */
    double mean();

    /** Standard deviation of the next value around its mean. */
    double deviation();

    /** Looks ahead. */
    Outlook outlook(int horizon);

    /** Whether errors have the same variance at every mean, so that a variance function can be laid over them. */
    boolean additive();

    /** The law of its errors by horizon, if it knows one; else the {@link ErrorLaw} of the fit holds. */
    default @Nullable StepLaw law() {
        return null;
    }

    /** Steps in its season, 1 without a season. */
    int period();

    /** An independent copy. */
    SeriesState copy();

    /** Name of the kind, for snapshots. */
    String kind();

    /** Writes what {@link SeriesStates#read} reads. */
    void write(DataOutput out) throws IOException;

    /** Writes what moves, for {@link #readMoving}; by default everything. */
    default void writeMoving(DataOutput out) throws IOException {
        out.writeUTF(kind());
        write(out);
    }

    /** Reads a state whose fixed parts are those of this one. */
    default SeriesState readMoving(DataInput in) throws IOException {
        return SeriesStates.read(in);
    }

    /**
     * Moments of the next values. Immutable as long as nobody writes to what it hands out: it stays inside the package.
     */
    final class Outlook {
        private final double[] mean;
        private final double[] deviation;
        private final double[] impulse;

        Outlook(double[] mean, double[] deviation, double[] impulse) {
            this.mean = mean;
            this.deviation = deviation;
            this.impulse = impulse;
        }

        /** One mean a step. */
        double[] mean() {
            return mean;
        }

        /** One standard deviation a step. */
        double[] deviation() {
            return deviation;
        }

        /** Responses to a unit error, the first is 1. */
        double[] impulse() {
            return impulse;
        }
    }
}
