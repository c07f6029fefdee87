package io.headroom.forecasting.internal.arima;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Locale;

/**
 * The running state of an ARIMA model: the last values and the last errors, in rings as long as the longest lags.
 *
 * <p>The mean of the next value is k + a1 y[t-l1] + a2 y[t-l2] + ... + b1 e[t-h1] + ..., with the product of the
 * autoregression and the differences as a, the moving average as b, and only lags whose coefficient is not 0. A missing
 * value is taken to be its mean, so that its error is 0: that is the best guess from what came before; what comes after
 * is not used to better it. Mutable and not thread-safe. {@link #observe} takes as many multiplications as there are
 * such lags and allocates nothing.
 */
public final class ArimaState {
    private static final int MOST_LAGS = 1 << 24;

    private final int period;
    private final int[] valueLags;
    private final double[] valueWeights;
    private final int[] errorLags;
    private final double[] errorWeights;
    private final double constant;
    private final double location;
    private final double sigma2;
    private final double[] values;
    private final double[] errors;
    private int nextValue;
    private int nextError;
    private double mean;

    /**
     * Starts before a series.
     *
     * @param level product of autoregression and differences
     * @param constant what the recursion adds at each step
     * @param values values less the location before the series, the last at the end; as many as the degree of level
     * @param errors errors before the series, as many as the degree of ma
     */
    ArimaState(
            int period,
            LagPolynomial level,
            LagPolynomial ma,
            double constant,
            double location,
            double sigma2,
            double[] values,
            double[] errors) {
        this.period = period;
        valueLags = level.lags();
        valueWeights = new double[valueLags.length];
        for (int i = 0; i < valueWeights.length; i++) {
            valueWeights[i] = -level.coefficients()[i];
        }
        errorLags = ma.lags();
        errorWeights = ma.coefficients();
        this.constant = constant;
        this.location = location;
        this.sigma2 = sigma2;
        this.values = values;
        this.errors = errors;
        mean = next();
    }

    private ArimaState(
            int period,
            int[] valueLags,
            double[] valueWeights,
            int[] errorLags,
            double[] errorWeights,
            double[] numbers,
            double[] values,
            double[] errors) {
        this.period = period;
        this.valueLags = valueLags;
        this.valueWeights = valueWeights;
        this.errorLags = errorLags;
        this.errorWeights = errorWeights;
        constant = numbers[0];
        location = numbers[1];
        sigma2 = numbers[2];
        this.values = values;
        this.errors = errors;
    }

    /**
     * Copies this state.
     *
     * @return an independent state
     */
    public ArimaState copy() {
        ArimaState copy = new ArimaState(
                period,
                valueLags,
                valueWeights,
                errorLags,
                errorWeights,
                new double[] {constant, location, sigma2},
                values.clone(),
                errors.clone());
        copy.nextValue = nextValue;
        copy.nextError = nextError;
        copy.mean = mean;
        return copy;
    }

    private double next() {
        return constant
                + weigh(valueLags, valueWeights, values, nextValue)
                + weigh(errorLags, errorWeights, errors, nextError);
    }

    private static double weigh(int[] lags, double[] weights, double[] ring, int next) {
        double sum = 0;
        for (int i = 0; i < lags.length; i++) {
            int place = next - lags[i];
            sum += weights[i] * ring[place < 0 ? place + ring.length : place];
        }
        return sum;
    }

    /**
     * Moves on by one step.
     *
     * @param y the value of the step; if it is missing (NaN, infinite or beyond 1e150), its mean stands for it
     */
    public void observe(double y) {
        double value = Standardized.isValue(y) ? y - location : mean;
        if (values.length > 0) {
            values[nextValue] = value;
            nextValue = nextValue + 1 == values.length ? 0 : nextValue + 1;
        }
        if (errors.length > 0) {
            errors[nextError] = value - mean;
            nextError = nextError + 1 == errors.length ? 0 : nextError + 1;
        }
        mean = next();
    }

    /**
     * Returns the mean of the next value.
     *
     * @return in units of the series
     */
    public double mean() {
        return location + mean;
    }

    /**
     * Returns the variance of one-step errors.
     *
     * @return at least 0, in squared units of the series
     */
    public double sigma2() {
        return sigma2;
    }

    /**
     * Returns the steps in a season.
     *
     * @return at least 1; 1 without a season
     */
    public int period() {
        return period;
    }

    /**
     * Returns the means of the next values.
     *
     * @param horizon count of steps, at least 0
     * @return one mean for each step, the first for the next one
     */
    public double[] means(int horizon) {
        ArimaState ahead = copy();
        double[] means = new double[horizon];
        for (int h = 0; h < horizon; h++) {
            means[h] = ahead.mean();
            ahead.observe(Double.NaN);
        }
        return means;
    }

    /**
     * Returns the responses to a unit one-step error at the first step, the psi weights.
     *
     * @param length count of weights, at least 0
     * @return the weights, the first of which is 1
     */
    public double[] impulseWeights(int length) {
        double[] psi = new double[length];
        for (int j = 0; j < errorLags.length && errorLags[j] < length; j++) {
            psi[errorLags[j]] = errorWeights[j];
        }
        for (int t = 0; t < length; t++) {
            double sum = t == 0 ? 1 : psi[t];
            for (int i = 0; i < valueLags.length && valueLags[i] <= t; i++) {
                sum += valueWeights[i] * psi[t - valueLags[i]];
            }
            psi[t] = sum;
        }
        return psi;
    }

    /**
     * Writes this state; the caller writes a version first.
     *
     * @param out where to write: 12 bytes for each lag and 8 for each place of the rings
     * @throws IOException if writing fails
     */
    public void writeTo(DataOutput out) throws IOException {
        out.writeInt(period);
        writeLags(out, valueLags, valueWeights);
        writeLags(out, errorLags, errorWeights);
        for (double number : new double[] {constant, location, sigma2, mean}) {
            out.writeDouble(number);
        }
        writeRing(out, values, nextValue);
        writeRing(out, errors, nextError);
    }

    private static void writeLags(DataOutput out, int[] lags, double[] weights) throws IOException {
        out.writeInt(lags.length);
        for (int i = 0; i < lags.length; i++) {
            out.writeInt(lags[i]);
            out.writeDouble(weights[i]);
        }
    }

    private static void writeRing(DataOutput out, double[] ring, int next) throws IOException {
        for (int i = 0; i < ring.length; i++) {
            out.writeDouble(ring[(next + i) % ring.length]);
        }
    }

    /**
     * Reads what {@link #writeTo} wrote.
     *
     * @param in where to read from
     * @return a state whose forecasts are the same, bit for bit
     * @throws IOException if reading fails or the bytes are no state
     */
    public static ArimaState readFrom(DataInput in) throws IOException {
        int period = in.readInt();
        int[] valueLags = new int[length(in.readInt())];
        double[] valueWeights = new double[valueLags.length];
        readLags(in, valueLags, valueWeights);
        int[] errorLags = new int[length(in.readInt())];
        double[] errorWeights = new double[errorLags.length];
        readLags(in, errorLags, errorWeights);
        double[] numbers = {in.readDouble(), in.readDouble(), in.readDouble()};
        double mean = in.readDouble();
        double[] values = readRing(in, valueLags);
        double[] errors = readRing(in, errorLags);
        ArimaState state =
                new ArimaState(period, valueLags, valueWeights, errorLags, errorWeights, numbers, values, errors);
        state.mean = mean;
        return state;
    }

    private static int length(int lags) throws IOException {
        if (lags < 0 || lags > MOST_LAGS) {
            throw new IOException(String.format(
                    Locale.ROOT, "A count of %d lags cannot be.%nMaybe the bytes are of another version.", lags));
        }
        return lags;
    }

    private static void readLags(DataInput in, int[] lags, double[] weights) throws IOException {
        int last = 0;
        for (int i = 0; i < lags.length; i++) {
            lags[i] = in.readInt();
            weights[i] = in.readDouble();
            if (lags[i] <= last || lags[i] > MOST_LAGS) {
                throw new IOException(String.format(
                        Locale.ROOT, "Lag %d cannot follow %d.%nMaybe the bytes are damaged.", lags[i], last));
            }
            last = lags[i];
        }
    }

    private static double[] readRing(DataInput in, int[] lags) throws IOException {
        double[] ring = new double[lags.length == 0 ? 0 : lags[lags.length - 1]];
        for (int i = 0; i < ring.length; i++) {
            ring[i] = in.readDouble();
        }
        return ring;
    }
}
