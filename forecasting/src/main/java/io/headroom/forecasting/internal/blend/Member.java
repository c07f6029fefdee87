package io.headroom.forecasting.internal.blend;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** One forecast of a blend. It may keep a state of its own beside the common history. Not thread-safe. */
sealed interface Member permits LagMember, ProfileMember, SeasonMember, LevelMember {
    /**
     * Moves on by one value, in O(1), without allocation, before the value enters the history.
     *
     * @param y the value, NaN if missing
     */
    void observe(double y);

    /** The next value; NaN if something that it needs is missing. No allocation. */
    double next(History history);

    /** The next values, one a step; NaN where something that they need is missing. */
    void path(History history, double[] out);

    /** What a unit shock leaves after each step; the first is 1. */
    double[] impulse(int horizon);

    /** How many values of the history it reads, 0 or more. */
    int memory();

    /** What it is, in a word or two. */
    String description();

    /** An independent copy. */
    Member copy();

    /** Writes what {@link #readFrom} reads. */
    void writeTo(DataOutput out) throws IOException;

    /** Writes what moves; by default nothing. */
    default void writeMoving(DataOutput out) throws IOException {
        // All that moves is in the history.
    }

    /** Reads a member with the parameters of this one. */
    default Member readMoving(DataInput in) throws IOException {
        return this;
    }

    /** Reads a member of any kind. */
    static Member readFrom(DataInput in) throws IOException {
        byte kind = in.readByte();
        return switch (kind) {
            case LagMember.KIND -> LagMember.readFrom(in);
            case ProfileMember.KIND -> ProfileMember.readFrom(in);
            case SeasonMember.KIND -> SeasonMember.readFrom(in);
            case LevelMember.KIND -> LevelMember.readFrom(in);
            default -> throw new IOException("member of kind " + kind + " is not known here");
        };
    }
}
