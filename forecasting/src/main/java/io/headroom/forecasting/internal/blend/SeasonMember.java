package io.headroom.forecasting.internal.blend;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** The value one season ago. */
record SeasonMember(int period) implements Member {
    static final byte KIND = 2;

    @Override
    public void observe(double y) {
        // All that it reads is in the history.
    }

    @Override
    public double next(History history) {
        return history.back(period);
    }

    @Override
    public void path(History history, double[] out) {
        for (int h = 0; h < out.length; h++) {
            out[h] = history.back(period - h % period);
        }
    }

    @Override
    public double[] impulse(int horizon) {
        double[] psi = new double[horizon];
        for (int h = 0; h < horizon; h += period) {
            psi[h] = 1;
        }
        return psi;
    }

    @Override
    public int memory() {
        return period;
    }

    @Override
    public String description() {
        return "season(" + period + ")";
    }

    @Override
    public SeasonMember copy() {
        return this;
    }

    @Override
    public void writeTo(DataOutput out) throws IOException {
        out.writeByte(KIND);
        out.writeInt(period);
    }

    static SeasonMember readFrom(DataInput in) throws IOException {
        int period = in.readInt();
        if (period < 1) {
            throw new IOException("period " + period + " is not one");
        }
        return new SeasonMember(period);
    }
}
