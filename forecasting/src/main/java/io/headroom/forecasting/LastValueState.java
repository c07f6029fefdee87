package io.headroom.forecasting;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/** A random walk: the mean of every step ahead is the last value, the variance grows with the horizon. */
final class LastValueState implements SeriesState {
    static final String KIND = "last-value";

    private final double sigma;
    private double last;

    LastValueState(double last, double sigma) {
        this.last = last;
        this.sigma = sigma;
    }

    @Override
    public void observe(double y) {
        if (!Double.isNaN(y)) {
            last = y;
        }
    }

    @Override
    public double mean() {
        return last;
    }

    @Override
    public double deviation() {
        return sigma;
    }

    @Override
    public Outlook outlook(int horizon) {
        double[] mean = new double[horizon];
        double[] deviation = new double[horizon];
        double[] impulse = new double[horizon];
        Arrays.fill(mean, last);
        Arrays.fill(impulse, 1);
        Arrays.setAll(deviation, h -> sigma * Math.sqrt(h + 1.0));
        return new Outlook(mean, deviation, impulse);
    }

    @Override
    public int period() {
        return 1;
    }

    @Override
    public boolean additive() {
        return true;
    }

    @Override
    public LastValueState copy() {
        return new LastValueState(last, sigma);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void write(DataOutput out) throws IOException {
        out.writeDouble(last);
        out.writeDouble(sigma);
    }

    static LastValueState read(DataInput in) throws IOException {
        return new LastValueState(in.readDouble(), in.readDouble());
    }
}
