package io.headroom.forecasting;

import io.headroom.forecasting.internal.arima.ArimaState;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** The running state of an ARIMA model as the state of a series. */
final class ArimaSeriesState implements SeriesState {
    static final String KIND = "arima";

    private final ArimaState state;

    ArimaSeriesState(ArimaState state) {
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
        return Math.sqrt(state.sigma2());
    }

    @Override
    public Outlook outlook(int horizon) {
        double[] impulse = state.impulseWeights(horizon);
        double[] deviation = new double[horizon];
        double sum = 0;
        for (int h = 0; h < horizon; h++) {
            sum += impulse[h] * impulse[h];
            deviation[h] = Math.sqrt(state.sigma2() * sum);
        }
        return new Outlook(state.means(horizon), deviation, impulse);
    }

    @Override
    public int period() {
        return state.period();
    }

    @Override
    public boolean additive() {
        return true;
    }

    @Override
    public ArimaSeriesState copy() {
        return new ArimaSeriesState(state.copy());
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void write(DataOutput out) throws IOException {
        state.writeTo(out);
    }

    static ArimaSeriesState read(DataInput in) throws IOException {
        return new ArimaSeriesState(ArimaState.readFrom(in));
    }
}
