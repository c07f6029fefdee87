package io.headroom.forecasting;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Seasons from a decomposition around an inner state that follows the series without them, of values or of their
 * logarithms. Seasons repeat their last cycle. Of logarithms the mean here is the
 * median: what half of the values exceed.
 */
final class MstlState implements SeriesState {
    static final String KIND = "mstl";

    private static final int MOST_SEASONS = 100;
    private static final int LONGEST = 10_000_000;

    private final ValueScale scale;
    private final SeriesState inner;
    private final double[][] seasons;
    private final Widening widening;
    private long step;

    /**
     * Stands before the first step.
     *
     * @param scale between values and what is decomposed
     * @param inner follows the series without its seasons
     * @param seasons a cycle of each season, beginning with the first step of the series
     * @param widening of what the inner state claims as deviation
     */
    MstlState(ValueScale scale, SeriesState inner, double[][] seasons, Widening widening) {
        this(scale, inner, seasons, widening, 0);
    }

    private MstlState(ValueScale scale, SeriesState inner, double[][] seasons, Widening widening, long step) {
        this.scale = scale;
        this.inner = inner;
        this.seasons = seasons;
        this.widening = widening;
        this.step = step;
    }

    private double season(long at) {
        double sum = 0;
        for (double[] season : seasons) {
            sum += season[(int) (at % season.length)];
        }
        return sum;
    }

    private double next() {
        return inner.mean() + season(step);
    }

    /** The same with another widening. */
    MstlState with(Widening other) {
        return new MstlState(scale, inner.copy(), seasons, other, step);
    }

    @Override
    public void observe(double y) {
        inner.observe(scale.into(y, next()) - season(step));
        step++;
    }

    @Override
    public double mean() {
        return scale.out(next());
    }

    @Override
    public double deviation() {
        return scale.deviation(next(), inner.deviation() * widening.at(1));
    }

    @Override
    public Outlook outlook(int horizon) {
        Outlook ahead = inner.outlook(horizon);
        double[] mean = new double[horizon];
        double[] deviation = new double[horizon];
        for (int h = 0; h < horizon; h++) {
            double z = ahead.mean()[h] + season(step + h);
            mean[h] = scale.out(z);
            deviation[h] = scale.deviation(z, ahead.deviation()[h] * widening.at(h + 1));
        }
        return new Outlook(mean, deviation, ahead.impulse());
    }

    @Override
    public boolean additive() {
        return !scale.isLog();
    }

    @Override
    public int period() {
        int[] periods = new int[seasons.length];
        for (int i = 0; i < periods.length; i++) {
            periods[i] = seasons[i].length;
        }
        return Seasons.common(periods);
    }

    @Override
    public MstlState copy() {
        return new MstlState(scale, inner.copy(), seasons, widening, step);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void write(DataOutput out) throws IOException {
        scale.write(out);
        out.writeInt(seasons.length);
        for (double[] season : seasons) {
            out.writeInt(season.length);
            for (double value : season) {
                out.writeDouble(value);
            }
        }
        widening.write(out);
        out.writeLong(step);
        out.writeUTF(inner.kind());
        inner.write(out);
    }

    static MstlState read(DataInput in) throws IOException {
        ValueScale scale = ValueScale.read(in);
        int count = bounded(in.readInt(), 0, MOST_SEASONS);
        double[][] seasons = new double[count][];
        for (int i = 0; i < count; i++) {
            seasons[i] = new double[bounded(in.readInt(), 1, LONGEST)];
            for (int j = 0; j < seasons[i].length; j++) {
                seasons[i][j] = in.readDouble();
            }
        }
        Widening widening = Widening.read(in);
        long step = Math.max(0, in.readLong());
        return new MstlState(scale, SeriesStates.read(in), seasons, widening, step);
    }

    private static int bounded(int value, int least, int most) throws IOException {
        if (value < least || value > most) {
            throw new IOException("count " + value + " is not one of " + least + " to " + most);
        }
        return value;
    }
}
