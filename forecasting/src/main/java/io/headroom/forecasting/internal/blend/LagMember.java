package io.headroom.forecasting.internal.blend;

import io.headroom.forecasting.internal.autoregression.LagModel;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** A lag model over the common history, without a state of its own. */
record LagMember(LagModel model) implements Member {
    static final byte KIND = 1;

    @Override
    public void observe(double y) {
        // All that it reads is in the history.
    }

    @Override
    public double next(History history) {
        return model.next(history.ring(), history.end());
    }

    @Override
    public void path(History history, double[] out) {
        model.path(history.ring(), history.end(), history.least(), history.largest(), out);
    }

    @Override
    public double[] impulse(int horizon) {
        return model.impulse(horizon);
    }

    @Override
    public int memory() {
        return model.memory();
    }

    @Override
    public String description() {
        return "AR(" + model + ")";
    }

    @Override
    public LagMember copy() {
        return this;
    }

    @Override
    public void writeTo(DataOutput out) throws IOException {
        out.writeByte(KIND);
        model.writeTo(out);
    }

    static LagMember readFrom(DataInput in) throws IOException {
        return new LagMember(LagModel.readFrom(in));
    }
}
