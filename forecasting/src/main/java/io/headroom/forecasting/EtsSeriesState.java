package io.headroom.forecasting;

import io.headroom.forecasting.internal.ets.EtsOutlook;
import io.headroom.forecasting.internal.ets.EtsState;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** An exponential smoothing state with the variance of its errors. */
final class EtsSeriesState implements SeriesState {
    static final String KIND = "ets";

    /** A trend that multiplies may run away; beyond this the square of a rate is no number. */
    private static final double LARGEST = 1e150;

    private final EtsState state;
    private final double sigma2;

    EtsSeriesState(EtsState state, double sigma2) {
        this.state = state;
        this.sigma2 = sigma2;
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
        double sigma = Math.sqrt(sigma2);
        return state.form().hasRelativeError() ? sigma * Math.abs(state.mean()) : sigma;
    }

    @Override
    public Outlook outlook(int horizon) {
        EtsOutlook ahead = new EtsOutlook(state, sigma2);
        double[] mean = ahead.means(horizon);
        double[] deviation = ahead.variances(horizon);
        for (int h = 0; h < horizon; h++) {
            mean[h] = bounded(mean[h]);
            deviation[h] = bounded(Math.sqrt(Math.max(0, deviation[h])));
        }
        return new Outlook(mean, deviation, ahead.impulseWeights(horizon));
    }

    /** The difference of two overflows is no number either. */
    private static double bounded(double value) {
        return value < LARGEST ? value : LARGEST;
    }

    @Override
    public int period() {
        return state.period();
    }

    @Override
    public boolean additive() {
        return !state.form().hasRelativeError();
    }

    @Override
    public EtsSeriesState copy() {
        return new EtsSeriesState(state.copy(), sigma2);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void write(DataOutput out) throws IOException {
        state.writeTo(out);
        out.writeDouble(sigma2);
    }

    static EtsSeriesState read(DataInput in) throws IOException {
        return new EtsSeriesState(EtsState.readFrom(in), in.readDouble());
    }
}
