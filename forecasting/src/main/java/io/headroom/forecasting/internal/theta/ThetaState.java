package io.headroom.forecasting.internal.theta;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Locale;

/**
 * The running state of a theta model: smoothed level, trend line and fixed seasonal indices.
 *
 * <p>Mutable and not thread-safe. {@link #observe} takes constant time and allocates nothing. With x the value without
 * its season: mean = level + w rise, level' = level + alpha (x - level), and rise = d first + (1 - d) / alpha slope,
 * where d = (1 - alpha)^(steps so far) and first and slope are those of the line: fixed, or through the values so far.
 * Where a value is missing, x is the mean and the line goes straight on, and so it does for forecasts: the mean h steps
 * ahead is level + w (rise + (h - 1) slope) (Fiorucci et al. 2016). Logarithms are taken back without an adjustment, so
 * that there the mean is the median; they rise or fall by no more than a factor of 1000 ahead.
 */
public final class ThetaState {
    private static final double LARGEST = 1e150;
    private static final double FURTHEST_LOG = 7;
    private static final double LARGEST_LOG_SIGMA = 2;
    private static final int LONGEST_SEASON = 1 << 24;

    private final SeasonIndices season;
    private final double alpha;
    private final double weight;
    private final boolean dynamic;
    private final RunningLine line;
    private double level;
    private double decay = 1;
    private int next;

    /** Starts before the first step. */
    ThetaState(SeasonIndices season, double alpha, double weight, double level, boolean dynamic, RunningLine line) {
        this.season = season;
        this.alpha = alpha;
        this.weight = weight;
        this.level = level;
        this.dynamic = dynamic;
        this.line = line;
    }

    /**
     * Copies this state.
     *
     * @return an independent state
     */
    public ThetaState copy() {
        ThetaState copy = new ThetaState(season, alpha, weight, level, dynamic, line.copy());
        copy.decay = decay;
        copy.next = next;
        return copy;
    }

    /** Tells whether a number counts as a value: it is not missing (NaN), nor infinite, nor beyond 1e150. */
    static boolean isValue(double number) {
        return Math.abs(number) <= LARGEST;
    }

    /**
     * Returns the steps in a season.
     *
     * @return at least 1; 1 without a season
     */
    public int period() {
        return season.period();
    }

    /**
     * Returns how the series is made one without season.
     *
     * @return the adjustment
     */
    public Adjustment adjustment() {
        return season.adjustment;
    }

    private double rise() {
        return decay * line.first() + (1 - decay) / alpha * line.slope();
    }

    private double meanAhead(double base, int step) {
        boolean log = season.adjustment == Adjustment.LOGARITHM;
        double bounded = log ? Math.max(-FURTHEST_LOG, Math.min(FURTHEST_LOG, base - level)) + level : base;
        return season.apply(bounded, step);
    }

    /**
     * Returns the mean of the next value.
     *
     * @return in units of the series
     */
    public double mean() {
        return meanAhead(level + weight * rise(), next);
    }

    /**
     * Returns the standard deviation of the next value.
     *
     * @param sigma standard deviation of an error one step ahead, without season
     * @return in units of the series
     */
    public double deviation(double sigma) {
        return deviation(sigma, next, mean());
    }

    private double deviation(double sigma, int step, double mean) {
        boolean log = season.adjustment == Adjustment.LOGARITHM;
        double bounded = Math.min(sigma, LARGEST_LOG_SIGMA);
        return season.gain(step, mean) * (log ? Math.sqrt(StrictMath.expm1(bounded * bounded)) : sigma);
    }

    /**
     * Moves on by one step.
     *
     * @param y the value of the step; missing if it is NaN, infinite or beyond 1e150. Before the first value only the
     *     season moves
     */
    public void observe(double y) {
        boolean missing = !isValue(y);
        if (!missing || decay < 1) {
            double x = missing ? level + weight * rise() : season.remove(y, next);
            level += alpha * (x - level);
            decay = Profile.decayed(decay, alpha);
            if (dynamic) {
                line.observe(missing ? Double.NaN : x);
            }
        }
        next = next + 1 == season.period() ? 0 : next + 1;
    }

    private int step(int ahead) {
        return (int) ((next + (long) ahead) % season.period());
    }

    /**
     * Returns the means of the next values.
     *
     * @param horizon count of steps, at least 0
     * @return one mean for each step, the first for the next one
     */
    public double[] means(int horizon) {
        double[] means = new double[horizon];
        double base = level + weight * rise();
        for (int h = 0; h < horizon; h++) {
            means[h] = meanAhead(base + h * weight * line.slope(), step(h));
        }
        return means;
    }

    /**
     * Returns the standard deviations of the next values.
     *
     * @param horizon count of steps, at least 0
     * @param sigma standard deviation of an error one step ahead, without season
     * @return one deviation for each step, in units of the series
     */
    public double[] deviations(int horizon, double sigma) {
        double[] means = means(horizon);
        double[] deviations = shocks(horizon);
        double squares = 0;
        for (int h = 0; h < horizon; h++) {
            squares += deviations[h] * deviations[h];
            deviations[h] = deviation(sigma * Math.sqrt(squares), step(h), means[h]);
        }
        return deviations;
    }

    /**
     * Returns the responses of the next values to a small error in the first of them, relative to it.
     *
     * @param horizon count of steps, at least 0
     * @return one weight for each step, the first is 1
     */
    public double[] impulseWeights(int horizon) {
        double[] means = means(horizon);
        double[] impulse = shocks(horizon);
        for (int h = 1; h < horizon; h++) {
            impulse[h] *= season.gain(step(h), means[h]) / season.gain(next, means[0]);
        }
        return impulse;
    }

    /** Responses without season: what the level learns, and what a line that moves learns. */
    private double[] shocks(int horizon) {
        double[] shocks = new double[horizon];
        double after = Profile.decayed(decay, alpha);
        double t = line.count() + 1;
        double slope = dynamic && t > 1 ? 6 / (t * (t + 1)) : 0;
        double first = dynamic ? 1 / t - slope * (t - 1) / 2 : 0;
        double rise = after * first + (1 - after) / alpha * slope;
        for (int h = 0; h < horizon; h++) {
            shocks[h] = h == 0 ? 1 : alpha + weight * (rise + (h - 1) * slope);
        }
        return shocks;
    }

    /**
     * Writes this state; the caller writes a version first.
     *
     * @param out where to write: about 90 bytes, and 8 for each step of a season
     * @throws IOException if writing fails
     */
    public void writeTo(DataOutput out) throws IOException {
        out.writeUTF(season.adjustment.name());
        out.writeInt(season.period());
        out.writeInt(next);
        out.writeBoolean(dynamic);
        for (double value :
                new double[] {season.floor, alpha, weight, level, decay, line.average(), line.slope(), line.count()}) {
            out.writeDouble(value);
        }
        for (int k = 0; k < season.period(); k++) {
            out.writeDouble(season.at(k));
        }
    }

    /**
     * Reads what {@link #writeTo} wrote.
     *
     * @param in where to read from
     * @return a state whose forecasts are the same, bit for bit
     * @throws IOException if reading fails or the bytes are no state
     */
    public static ThetaState readFrom(DataInput in) throws IOException {
        Adjustment adjustment = adjustment(in.readUTF());
        int period = in.readInt();
        int next = in.readInt();
        if (period < 1 || period > LONGEST_SEASON || next < 0 || next >= period) {
            throw new IOException(String.format(
                    Locale.ROOT,
                    "Step %d of a season of %d cannot be.%nMaybe the bytes are of another version.",
                    next,
                    period));
        }
        boolean dynamic = in.readBoolean();
        double floor = in.readDouble();
        double alpha = in.readDouble();
        double weight = in.readDouble();
        double level = in.readDouble();
        double decay = in.readDouble();
        RunningLine line = new RunningLine(in.readDouble(), in.readDouble(), in.readDouble());
        double[] indices = new double[period];
        for (int k = 0; k < period; k++) {
            indices[k] = in.readDouble();
        }
        SeasonIndices season = new SeasonIndices(adjustment, floor, indices);
        ThetaState state = new ThetaState(season, alpha, weight, level, dynamic, line);
        state.decay = decay;
        state.next = next;
        return state;
    }

    private static Adjustment adjustment(String name) throws IOException {
        for (Adjustment adjustment : Adjustment.values()) {
            if (adjustment.name().equals(name)) {
                return adjustment;
            }
        }
        throw new IOException(String.format(
                Locale.ROOT, "No adjustment is called %s.%nMaybe the bytes are of another version.", name));
    }
}
