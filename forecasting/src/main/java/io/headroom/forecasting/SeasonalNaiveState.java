package io.headroom.forecasting;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * The value one season ago; where that is missing, the season before; before anything of that kind was seen, the last
 * value.
 */
final class SeasonalNaiveState implements SeriesState {
    static final String KIND = "seasonal-naive";

    private final double[] season;
    private final double sigma;
    private int next;
    private double last;

    SeasonalNaiveState(int period, double sigma) {
        this(filled(period), sigma, 0, Double.NaN);
    }

    private SeasonalNaiveState(double[] season, double sigma, int next, double last) {
        this.season = season;
        this.sigma = sigma;
        this.next = next;
        this.last = last;
    }

    private static double[] filled(int period) {
        double[] season = new double[period];
        Arrays.fill(season, Double.NaN);
        return season;
    }

    @Override
    public void observe(double y) {
        if (!Double.isNaN(y)) {
            season[next] = y;
            last = y;
        }
        next = next + 1 == season.length ? 0 : next + 1;
    }

    private double ahead(int h) {
        double value = season[(next + h) % season.length];
        return Double.isNaN(value) ? last : value;
    }

    @Override
    public double mean() {
        return ahead(0);
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
        for (int h = 0; h < horizon; h++) {
            mean[h] = ahead(h);
            int seasons = 1 + h / season.length;
            deviation[h] = sigma * Math.sqrt(seasons);
            impulse[h] = h % season.length == 0 ? 1 : 0;
        }
        return new Outlook(mean, deviation, impulse);
    }

    @Override
    public int period() {
        return season.length;
    }

    @Override
    public boolean additive() {
        return true;
    }

    @Override
    public SeasonalNaiveState copy() {
        return new SeasonalNaiveState(season.clone(), sigma, next, last);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void write(DataOutput out) throws IOException {
        out.writeInt(season.length);
        for (double value : season) {
            out.writeDouble(value);
        }
        out.writeDouble(sigma);
        out.writeInt(next);
        out.writeDouble(last);
    }

    static SeasonalNaiveState read(DataInput in) throws IOException {
        int period = in.readInt();
        if (period < 1 || period > 1 << 24) {
            throw new IOException("period " + period + " is not one");
        }
        double[] season = new double[period];
        for (int i = 0; i < period; i++) {
            season[i] = in.readDouble();
        }
        return new SeasonalNaiveState(season, in.readDouble(), Math.floorMod(in.readInt(), period), in.readDouble());
    }
}
