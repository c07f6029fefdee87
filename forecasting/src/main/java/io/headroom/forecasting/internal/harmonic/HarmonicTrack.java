package io.headroom.forecasting.internal.harmonic;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Follows a series value by value under a fitted model. Mutable and not thread-safe. {@link #observe} costs one look-up
 * a wave and one product a coefficient of the errors, and allocates nothing.
 */
public final class HarmonicTrack {
    private final HarmonicModel model;
    private final SineTable[] tables;
    private final double[][] seasons;
    private final double[] past;
    private final double[] errors;
    private double level;
    private long step;
    private double regression;
    private double remembered;
    private double change;

    HarmonicTrack(HarmonicModel model) {
        this.model = model;
        this.tables = new SineTable[model.waves.size()];
        for (int i = 0; i < tables.length; i++) {
            tables[i] = SineTable.of(model.waves.get(i).period());
        }
        this.seasons = new double[model.memory.lags.length][];
        for (int k = 0; k < seasons.length; k++) {
            seasons[k] = new double[model.memory.lags[k]];
        }
        this.past = new double[model.arma.p()];
        this.errors = new double[model.arma.q()];
        prepare();
    }

    private HarmonicTrack(HarmonicTrack other) {
        model = other.model;
        tables = other.tables;
        seasons = new double[other.seasons.length][];
        for (int k = 0; k < seasons.length; k++) {
            seasons[k] = other.seasons[k].clone();
        }
        past = other.past.clone();
        errors = other.errors.clone();
        level = other.level;
        step = other.step;
        regression = other.regression;
        remembered = other.remembered;
        change = other.change;
    }

    /**
     * Copies this state.
     *
     * @return an independent state
     */
    public HarmonicTrack copy() {
        return new HarmonicTrack(this);
    }

    private double regression() {
        double sum = model.coefficients[0];
        for (int i = 0; i < tables.length; i++) {
            Wave wave = model.waves.get(i);
            int j = (int) (step % wave.period() * wave.order() % wave.period());
            sum += model.coefficients[2 * i + 1] * tables[i].cosine[j]
                    + model.coefficients[2 * i + 2] * tables[i].sine[j];
        }
        return sum;
    }

    /**
     * Mean of the next value.
     *
     * @return in units of the series
     */
    public double mean() {
        return regression + remembered + level + change;
    }

    /**
     * Moves on by one step.
     *
     * @param z the value, NaN if missing
     */
    public void observe(double z) {
        boolean missing = Double.isNaN(z);
        double x = missing ? level + change : z - regression - remembered;
        double w = model.differences > 0 ? x - level : x;
        double e = missing ? 0 : w - change;
        double error = missing ? remembered + level + change : z - regression;
        remember(error);
        push(past, w);
        push(errors, e);
        level = model.differences > 0 ? x : 0;
        step++;
        prepare();
    }

    /** Works out the parts of the next value's mean. */
    private void prepare() {
        regression = regression();
        remembered = remembered();
        change = change();
    }

    /** Puts an error, and what each factor leaves of it, in the place of the one a season ago. */
    private void remember(double error) {
        double x = error;
        for (int k = 0; k < seasons.length; k++) {
            int place = (int) (step % seasons[k].length);
            double before = seasons[k][place];
            seasons[k][place] = x;
            x -= model.memory.weights[k] * before;
        }
    }

    /** What all factors together add to a value without memory. */
    private double remembered() {
        double sum = 0;
        for (int k = 0; k < seasons.length; k++) {
            sum += model.memory.weights[k] * seasons[k][(int) (step % seasons[k].length)];
        }
        return sum;
    }

    private double change() {
        double sum = 0;
        for (int i = 0; i < past.length; i++) {
            sum += model.arma.phi[i] * past[i];
        }
        for (int j = 0; j < errors.length; j++) {
            sum += model.arma.theta[j] * errors[j];
        }
        return sum;
    }

    private static void push(double[] lags, double value) {
        for (int i = lags.length - 1; i > 0; i--) {
            lags[i] = lags[i - 1];
        }
        if (lags.length > 0) {
            lags[0] = value;
        }
    }

    /**
     * Means of the next values.
     *
     * @param horizon count of steps, at least 0
     * @return one mean a step
     */
    public double[] means(int horizon) {
        double[] means = new double[horizon];
        HarmonicTrack ahead = copy();
        for (int h = 0; h < horizon; h++) {
            means[h] = ahead.mean();
            ahead.observe(Double.NaN);
        }
        return means;
    }

    /**
     * Responses of the next values to a unit error.
     *
     * @param horizon count of steps, at least 0
     * @return the weights, the first of which is 1
     */
    public double[] impulse(int horizon) {
        double[] impulse = model.arma.impulse(horizon, model.differences);
        model.memory.echo(impulse);
        return impulse;
    }

    /**
     * The model that is followed.
     *
     * @return immutable
     */
    public HarmonicModel model() {
        return model;
    }

    /**
     * Writes this state with its model; the caller writes a version first.
     *
     * @param out where to write: 22 bytes a wave and 8 for each step of a season that is remembered
     * @throws IOException if writing fails
     */
    public void writeTo(DataOutput out) throws IOException {
        model.writeTo(out);
        for (double[] season : seasons) {
            HarmonicModel.writeAll(out, season);
        }
        HarmonicModel.writeAll(out, past);
        HarmonicModel.writeAll(out, errors);
        out.writeDouble(level);
        out.writeLong(step);
    }

    /**
     * Reads what {@link #writeTo} wrote.
     *
     * @param in where to read from
     * @return a state whose forecasts are the same, bit for bit
     * @throws IOException if reading fails or the bytes are no state
     */
    public static HarmonicTrack readFrom(DataInput in) throws IOException {
        HarmonicTrack track = new HarmonicTrack(HarmonicModel.readFrom(in));
        for (double[] season : track.seasons) {
            fill(season, in);
        }
        fill(track.past, in);
        fill(track.errors, in);
        track.level = in.readDouble();
        track.step = Math.max(0, in.readLong());
        track.prepare();
        return track;
    }

    private static void fill(double[] values, DataInput in) throws IOException {
        System.arraycopy(HarmonicModel.readAll(in, values.length), 0, values, 0, values.length);
    }
}
