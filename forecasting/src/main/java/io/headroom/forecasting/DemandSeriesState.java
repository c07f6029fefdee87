package io.headroom.forecasting;

import io.headroom.forecasting.internal.intermittent.DemandMethod;
import io.headroom.forecasting.internal.intermittent.DemandState;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** A state of intermittent demand. */
final class DemandSeriesState implements SeriesState {
    static final String KIND = "demand";

    private final DemandState state;

    DemandSeriesState(DemandState state) {
        this.state = state;
    }

    @Override
    public void observe(double y) {
        state.observe(y);
    }

    @Override
    public double mean() {
        return state.mean();
    }

    @Override
    public double deviation() {
        return state.deviation();
    }

    @Override
    public Outlook outlook(int horizon) {
        return new Outlook(state.means(horizon), state.deviations(horizon), state.impulseWeights(horizon));
    }

    @Override
    public int period() {
        return 1;
    }

    @Override
    public boolean additive() {
        return state.method() == DemandMethod.SMOOTHING;
    }

    @Override
    public DemandSeriesState copy() {
        return new DemandSeriesState(state.copy());
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void write(DataOutput out) throws IOException {
        state.writeTo(out);
    }

    static DemandSeriesState read(DataInput in) throws IOException {
        return new DemandSeriesState(DemandState.readFrom(in));
    }
}
