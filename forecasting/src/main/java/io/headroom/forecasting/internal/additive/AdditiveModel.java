package io.headroom.forecasting.internal.additive;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The mean of a series at every step: trend plus seasons plus regressors. A logistic trend is capacity / (1 + exp(-line)).
 * Immutable and thread-safe.
 */
public final class AdditiveModel {
    private static final int MOST_SEASONS = 1000;

    private final PiecewiseLine line;
    private final double capacity;
    private final Season[] seasons;
    private final double[] coefficients;
    private final double shift;
    private final int regressors;
    private final long last;
    private final TrendUncertainty uncertainty;

    /**
     * Makes a model.
     *
     * @param coefficients of the seasons, then of the regressors
     * @param shift what is added throughout, for regressors that were centred
     * @param last last step of the history
     */
    AdditiveModel(
            PiecewiseLine line,
            double capacity,
            List<Season> seasons,
            double[] coefficients,
            double shift,
            long last,
            TrendUncertainty uncertainty) {
        this.line = line;
        this.capacity = capacity;
        this.seasons = seasons.toArray(Season[]::new);
        this.coefficients = coefficients;
        this.shift = shift;
        this.regressors =
                coefficients.length - seasons.stream().mapToInt(Season::columns).sum();
        this.last = last;
        this.uncertainty = uncertainty;
    }

    /**
     * The trend alone.
     *
     * @param step a step of the grid
     * @return its value
     */
    public double trend(long step) {
        double value = line.value(step);
        return capacity < Double.POSITIVE_INFINITY ? capacity / (1 + StrictMath.exp(-value)) : value;
    }

    /**
     * Trend and seasons. Cost: two trigonometric functions a season and a multiplication or two for each coefficient.
     *
     * @param step a step of the grid
     * @return the mean, all regressors being 0
     */
    public double mean(long step) {
        double sum = trend(step) + shift;
        int at = 0;
        for (Season season : seasons) {
            sum += season.value(step, coefficients, at);
            at += season.columns();
        }
        return sum;
    }

    /**
     * Trend, seasons and regressors.
     *
     * @param step a step of the grid
     * @param values of the regressors at that step, in their order
     * @return the mean
     * @throws IllegalArgumentException if there are more or less values than regressors
     */
    public double mean(long step, double... values) {
        if (values.length != regressors) {
            throw new IllegalArgumentException(values.length + " values for " + regressors
                    + " regressors. Maybe the future values of one are missing.");
        }
        double sum = mean(step);
        for (int r = 0; r < regressors; r++) {
            sum += coefficients[coefficients.length - regressors + r] * values[r];
        }
        return sum;
    }

    /**
     * The last step of the history that it was fitted to.
     *
     * @return the step from which the trend is uncertain
     */
    public long last() {
        return last;
    }

    /**
     * What the trend may still do.
     *
     * @return the law of its deviation behind the last step
     */
    public TrendUncertainty uncertainty() {
        return uncertainty;
    }

    /**
     * Writes what {@link #readFrom} reads.
     *
     * @param out where to
     * @throws IOException if that fails
     */
    public void writeTo(DataOutput out) throws IOException {
        line.write(out);
        out.writeDouble(capacity);
        out.writeInt(seasons.length);
        for (Season season : seasons) {
            out.writeLong(season.numerator());
            out.writeLong(season.denominator());
            out.writeInt(season.order());
            out.writeInt(season.skipped());
            out.writeDouble(season.scale());
        }
        out.writeInt(coefficients.length);
        for (double coefficient : coefficients) {
            out.writeDouble(coefficient);
        }
        out.writeDouble(shift);
        out.writeLong(last);
        uncertainty.write(out);
    }

    /**
     * Reads what {@link #writeTo} wrote.
     *
     * @param in where from
     * @return an equal model
     * @throws IOException if it is none
     */
    public static AdditiveModel readFrom(DataInput in) throws IOException {
        PiecewiseLine line = PiecewiseLine.read(in);
        double capacity = in.readDouble();
        List<Season> seasons = new ArrayList<>();
        int size = count(in.readInt());
        int columns = 0;
        for (int i = 0; i < size; i++) {
            try {
                seasons.add(new Season(in.readLong(), in.readLong(), in.readInt(), in.readInt(), in.readDouble()));
            } catch (IllegalArgumentException e) {
                throw new IOException("a season is damaged", e);
            }
            columns += seasons.get(i).columns();
        }
        double[] coefficients = new double[count(in.readInt())];
        if (coefficients.length < columns) {
            throw new IOException(coefficients.length + " coefficients for seasons of " + columns);
        }
        for (int i = 0; i < coefficients.length; i++) {
            coefficients[i] = in.readDouble();
        }
        return new AdditiveModel(
                line, capacity, seasons, coefficients, in.readDouble(), in.readLong(), TrendUncertainty.read(in));
    }

    private static int count(int n) throws IOException {
        if (n < 0 || n > MOST_SEASONS * MOST_SEASONS) {
            throw new IOException(n + " is no number of seasons or coefficients");
        }
        return n;
    }
}
