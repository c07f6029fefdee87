package io.headroom.forecasting.internal.ets;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Locale;

/**
 * The running state of an exponential smoothing model: level, slope and one seasonal state for each step of a season.
 *
 * <p>Mutable and not thread-safe. {@link #observe} takes constant time and allocates nothing. With base = level + phi
 * slope and d = y - mean: level' = base + alpha q, slope' = phi slope + beta q, season' = season + gamma r, where mean
 * = base + season and q = r = d, or mean = base season, q = d / season and r = d / base (Hyndman, Koehler, Ord and
 * Snyder 2008, tables 2.2 and 2.3; as there, the season is updated with the level before the step). Where a season
 * is multiplicative, base and factors stay above a tiny positive floor, and a value moves them at most as one of 21
 * times the mean or as zero: both move at once, so that a shock would count twice, and a run of zeros would leave a
 * state that overshoots when it ends.
 */
public final class EtsState {

    private static final double LEAST_FACTOR = 0x1p-30;
    private static final double MOST_OF_MEAN = 21;
    private static final int LONGEST_SEASON = 1 << 24;

    private final EtsForm form;
    private final boolean factors;
    private final double alpha;
    private final double beta;
    private final double gamma;
    private final double phi;
    private final double leastBase;
    private final double[] season;
    private double level;
    private double slope;
    private int next;

    /**
     * Starts before the first step.
     *
     * @param form the form
     * @param parameters the smoothing parameters
     * @param states the initial states, with a seasonal one for each step of a season if the form has a season
     * @throws IllegalArgumentException if a seasonal form has no seasonal states
     */
    public EtsState(EtsForm form, EtsParameters parameters, EtsStates states) {
        this(form, parameters, states.level(), states.slope(), states.season(), leastBase(form, states.level()));
    }

    private EtsState(
            EtsForm form, EtsParameters parameters, double level, double slope, double[] season, double leastBase) {
        if (form.hasSeason() && season.length == 0) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "The form %s has a season, but there are 0 seasonal states.%nMaybe the form was meant to end in N.",
                    form));
        }
        this.form = form;
        this.factors = form.hasSeasonFactors();
        this.alpha = parameters.alpha();
        this.beta = form.hasTrend() ? parameters.beta() : 0;
        this.gamma = form.hasSeason() ? parameters.gamma() : 0;
        this.phi = form.isDamped() ? parameters.phi() : 1;
        this.level = level;
        this.slope = form.hasTrend() ? slope : 0;
        this.season = form.hasSeason() ? season : new double[1];
        this.leastBase = leastBase;
    }

    private EtsState(EtsState other) {
        form = other.form;
        factors = other.factors;
        alpha = other.alpha;
        beta = other.beta;
        gamma = other.gamma;
        phi = other.phi;
        leastBase = other.leastBase;
        season = other.season.clone();
        level = other.level;
        slope = other.slope;
        next = other.next;
    }

    private static double leastBase(EtsForm form, double level) {
        return form.hasSeasonFactors() ? Math.max(Math.abs(level) * LEAST_FACTOR, Double.MIN_NORMAL) : 0;
    }

    /**
     * Copies this state.
     *
     * @return an independent state
     */
    public EtsState copy() {
        return new EtsState(this);
    }

    /**
     * Returns the form.
     *
     * @return the form
     */
    public EtsForm form() {
        return form;
    }

    /**
     * Returns the smoothing parameters.
     *
     * @return the parameters that {@link #observe} uses
     */
    public EtsParameters parameters() {
        return new EtsParameters(alpha, beta, gamma, phi);
    }

    /**
     * Returns the steps in a season.
     *
     * @return at least 1; 1 without a season
     */
    public int period() {
        return season.length;
    }

    /**
     * Returns the level after the last step.
     *
     * @return in units of the series
     */
    public double level() {
        return level;
    }

    /**
     * Returns the slope after the last step.
     *
     * @return in units of the series a step; 0 without a trend
     */
    public double slope() {
        return slope;
    }

    /**
     * Returns the seasonal state of a step to come.
     *
     * @param step steps ahead, at least 1
     * @return a difference or a factor; 0 without a season
     */
    public double season(int step) {
        return season[(next + (step - 1) % season.length) % season.length];
    }

    /**
     * Returns the mean of the next value.
     *
     * @return in units of the series
     */
    public double mean() {
        double base = level + phi * slope;
        return factors ? Math.max(base, leastBase) * season[next] : base + season[next];
    }

    /**
     * Moves on by one step.
     *
     * @param y the value of the step; if it is missing (NaN, infinite or beyond 1e150), the state moves on by its
     *     forecast
     */
    public void observe(double y) {
        double base = level + phi * slope;
        double state = season[next];
        if (!Standardized.isValue(y)) {
            level = base;
            slope = phi * slope;
        } else if (factors) {
            double divisor = Math.max(base, leastBase);
            double seen = Math.min(Math.max(y, 0), MOST_OF_MEAN * divisor * state);
            double q = seen / state - divisor;
            level = Math.max(divisor + alpha * q, leastBase);
            slope = phi * slope + beta * q;
            season[next] = Math.max(state + gamma * (seen / divisor - state), LEAST_FACTOR);
        } else {
            double d = y - (base + state);
            level = base + alpha * d;
            slope = phi * slope + beta * d;
            season[next] = state + gamma * d;
        }
        next = next + 1 == season.length ? 0 : next + 1;
    }

    /**
     * Returns the means of the next values.
     *
     * @param horizon count of steps, at least 0
     * @return one mean for each step, the first for the next one
     */
    public double[] means(int horizon) {
        double[] means = bases(horizon);
        for (int i = 0; i < horizon; i++) {
            double state = season(i + 1);
            means[i] = factors ? means[i] * state : means[i] + state;
        }
        return means;
    }

    /** Returns level and slope carried forward, without the season. */
    double[] bases(int horizon) {
        double[] bases = new double[horizon];
        double base = level;
        double rise = slope;
        for (int i = 0; i < horizon; i++) {
            rise *= phi;
            base += rise;
            bases[i] = factors ? Math.max(base, leastBase) : base;
        }
        return bases;
    }

    /**
     * Writes this state; the caller writes a version first.
     *
     * @param out where to write: about 70 bytes, and 8 for each step of a season
     * @throws IOException if writing fails
     */
    public void writeTo(DataOutput out) throws IOException {
        out.writeUTF(form.toString());
        out.writeInt(form.hasSeason() ? season.length : 0);
        out.writeInt(next);
        for (double value : new double[] {alpha, beta, gamma, phi, leastBase, level, slope}) {
            out.writeDouble(value);
        }
        for (int i = 0; form.hasSeason() && i < season.length; i++) {
            out.writeDouble(season[i]);
        }
    }

    /**
     * Reads what {@link #writeTo} wrote.
     *
     * @param in where to read from
     * @return a state whose forecasts are the same, bit for bit
     * @throws IOException if reading fails or the bytes are no state
     */
    public static EtsState readFrom(DataInput in) throws IOException {
        try {
            EtsForm form = EtsForm.parse(in.readUTF());
            int period = in.readInt();
            int next = in.readInt();
            EtsParameters parameters =
                    new EtsParameters(in.readDouble(), in.readDouble(), in.readDouble(), in.readDouble());
            double leastBase = in.readDouble();
            double level = in.readDouble();
            double slope = in.readDouble();
            if (form.hasSeason() != (period > 0)
                    || period > LONGEST_SEASON
                    || next < 0
                    || next >= Math.max(period, 1)) {
                throw new IOException(String.format(
                        Locale.ROOT,
                        "Step %d of a season of %d cannot be for the form %s.%nMaybe the bytes are of another version.",
                        next,
                        period,
                        form));
            }
            double[] season = new double[period];
            for (int i = 0; i < period; i++) {
                season[i] = in.readDouble();
            }
            EtsState state = new EtsState(form, parameters, level, slope, season, leastBase);
            state.next = next;
            return state;
        } catch (IllegalArgumentException e) {
            throw new IOException(
                    "The bytes are no exponential smoothing state.\nMaybe they are of another version.", e);
        }
    }
}
