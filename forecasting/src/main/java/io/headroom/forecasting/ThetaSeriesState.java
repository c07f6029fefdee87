package io.headroom.forecasting;

import io.headroom.forecasting.internal.theta.Adjustment;
import io.headroom.forecasting.internal.theta.ThetaState;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** A theta state with the deviation of its errors. */
final class ThetaSeriesState implements SeriesState {
    static final String KIND = "theta";

    private final ThetaState state;
    private final double sigma;

    ThetaSeriesState(ThetaState state, double sigma) {
        this.state = state;
        this.sigma = sigma;
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
        return state.deviation(sigma);
    }

    @Override
    public Outlook outlook(int horizon) {
        return new Outlook(state.means(horizon), state.deviations(horizon, sigma), state.impulseWeights(horizon));
    }

    @Override
    public int period() {
        return state.period();
    }

    @Override
    public boolean additive() {
        return state.adjustment() == Adjustment.DIFFERENCE;
    }

    @Override
    public ThetaSeriesState copy() {
        return new ThetaSeriesState(state.copy(), sigma);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void write(DataOutput out) throws IOException {
        state.writeTo(out);
        out.writeDouble(sigma);
    }

    static ThetaSeriesState read(DataInput in) throws IOException {
        return new ThetaSeriesState(ThetaState.readFrom(in), in.readDouble());
    }
}
