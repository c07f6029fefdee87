package io.headroom.forecasting;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * How much further than a state claims its forecasts went astray within the history: a factor on the deviation, from the
 * one of the next step along a line to one that is reached some steps ahead. A state knows of its shocks only, not of what is wrong with its parameters and its shape.
 * Immutable.
 *
 * @param first of the next step
 * @param factor of steps far ahead
 * @param steps ahead at which it is reached, at least 2
 */
record Widening(double first, double factor, int steps) {
    static final Widening NONE = new Widening(1, 1, 2);

    /**
     * The factor at a step.
     *
     * @param h steps ahead, 1 for the next
     */
    double at(int h) {
        return first + (factor - first) * Math.min(1, (h - 1) / (steps - 1.0));
    }

    /** The same with at least another factor everywhere. */
    Widening atLeast(double least) {
        return new Widening(Math.max(first, least), Math.max(factor, least), steps);
    }

    void write(DataOutput out) throws IOException {
        out.writeDouble(first);
        out.writeDouble(factor);
        out.writeInt(steps);
    }

    static Widening read(DataInput in) throws IOException {
        return new Widening(in.readDouble(), in.readDouble(), Math.max(2, in.readInt()));
    }
}
