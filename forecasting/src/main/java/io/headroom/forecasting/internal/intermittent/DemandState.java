package io.headroom.forecasting.internal.intermittent;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;

/**
 * The running state of a {@link DemandMethod}.
 *
 * <p>Mutable and not thread-safe. {@link #observe} takes constant time and allocates nothing; a missing value leaves the
 * state as it is. The next value is a demand with probability q (rate / z), and then has mean z and the variance
 * v z^2: its mean is q z and its variance q (v + 1) z^2 - (q z)^2, a compound Bernoulli law. The mean of every later
 * step is the same; its variance grows by what the rate learns of the errors between, as for exponential smoothing.
 */
public final class DemandState {
    private static final double LARGEST = 1e150;

    private final DemandMethod method;
    private final double alpha;
    private final double beta;
    private final double spread;
    private double size;
    private double occurrence;
    private double elapsed = 1;

    /**
     * Starts before the first step.
     *
     * @param method the method
     * @param alpha smoothing of sizes, in (0, 1]
     * @param beta smoothing of intervals or of the probability, in (0, 1]; not used by plain smoothing
     * @param size initial size of a demand, or level
     * @param occurrence initial interval in steps, or probability; not used by plain smoothing
     * @param spread variance of the size of a demand relative to its squared mean; for plain smoothing the standard
     *     deviation of an error, in units of the series
     */
    DemandState(DemandMethod method, double alpha, double beta, double size, double occurrence, double spread) {
        this.method = method;
        this.alpha = alpha;
        this.beta = beta;
        this.size = size;
        this.occurrence = occurrence;
        this.spread = spread;
    }

    /**
     * Copies this state.
     *
     * @return an independent state
     */
    public DemandState copy() {
        DemandState copy = new DemandState(method, alpha, beta, size, occurrence, spread);
        copy.elapsed = elapsed;
        return copy;
    }

    /** Tells whether a number counts as a value: it is not missing (NaN), nor infinite, nor beyond 1e150. */
    static boolean isValue(double number) {
        return Math.abs(number) <= LARGEST;
    }

    /**
     * Returns the method.
     *
     * @return the method
     */
    public DemandMethod method() {
        return method;
    }

    /** Probability that a step has a demand; 1 for plain smoothing. */
    private double probability() {
        return switch (method) {
            case CROSTON -> 1 / occurrence;
            case SYNTETOS_BOYLAN -> (1 - beta / 2) / occurrence;
            case TEUNTER_SYNTETOS_BABAI -> occurrence;
            case SMOOTHING -> 1;
        };
    }

    /**
     * Returns the mean of the next value, and of every later one.
     *
     * @return in units of the series, at least 0 if no value was below
     */
    public double mean() {
        return probability() * size;
    }

    /**
     * Returns the standard deviation of the next value.
     *
     * @return in units of the series
     */
    public double deviation() {
        if (method == DemandMethod.SMOOTHING) {
            return spread;
        }
        double q = probability();
        return size * Math.sqrt(Math.max(0, q * (spread + 1) - q * q));
    }

    /**
     * Moves on by one step.
     *
     * @param y the value of the step; missing if it is NaN, infinite or beyond 1e150
     */
    public void observe(double y) {
        if (!isValue(y)) {
            return;
        }
        boolean demand = y > 0;
        switch (method) {
            case SMOOTHING -> size += alpha * (y - size);
            case TEUNTER_SYNTETOS_BABAI -> {
                occurrence += beta * ((demand ? 1 : 0) - occurrence);
                size += demand ? alpha * (y - size) : 0;
            }
            case CROSTON, SYNTETOS_BOYLAN -> {
                if (demand) {
                    size += alpha * (y - size);
                    occurrence += beta * (elapsed - occurrence);
                    elapsed = 0;
                }
                elapsed++;
            }
        }
    }

    /**
     * Returns the means of the next values.
     *
     * @param horizon count of steps, at least 0
     * @return the same mean for each step
     */
    public double[] means(int horizon) {
        double[] means = new double[horizon];
        Arrays.fill(means, mean());
        return means;
    }

    /**
     * Returns the standard deviations of the next values.
     *
     * @param horizon count of steps, at least 0
     * @return one deviation for each step
     */
    public double[] deviations(int horizon) {
        double[] deviations = new double[horizon];
        double deviation = deviation();
        double response = response();
        for (int h = 0; h < horizon; h++) {
            deviations[h] = deviation * Math.sqrt(1 + h * response * response);
        }
        return deviations;
    }

    /**
     * Returns the responses of the next values to a unit error in the first of them.
     *
     * @param horizon count of steps, at least 0
     * @return one weight for each step, the first is 1
     */
    public double[] impulseWeights(int horizon) {
        double[] weights = new double[horizon];
        Arrays.fill(weights, response());
        if (horizon > 0) {
            weights[0] = 1;
        }
        return weights;
    }

    /**
     * What the rate learns of an error. It is not linear in the error, so this is its regression on it under the compound
     * law: (b (1 - q) + (q + b (1 - q)) alpha v) / (v + 1 - q), where b is the smoothing of the probability for a step.
     */
    private double response() {
        double q = Math.min(1, probability());
        double b = method == DemandMethod.TEUNTER_SYNTETOS_BABAI ? beta : beta * q;
        double denominator = spread + 1 - q;
        boolean plain = method == DemandMethod.SMOOTHING || !(denominator > 0);
        return plain ? alpha : (b * (1 - q) + (q + b * (1 - q)) * alpha * spread) / denominator;
    }

    /**
     * Writes this state; the caller writes a version first.
     *
     * @param out where to write: about 80 bytes
     * @throws IOException if writing fails
     */
    public void writeTo(DataOutput out) throws IOException {
        out.writeUTF(method.name());
        for (double value : new double[] {alpha, beta, spread, size, occurrence, elapsed}) {
            out.writeDouble(value);
        }
    }

    /**
     * Reads what {@link #writeTo} wrote.
     *
     * @param in where to read from
     * @return a state whose forecasts are the same, bit for bit
     * @throws IOException if reading fails or the bytes are no state
     */
    public static DemandState readFrom(DataInput in) throws IOException {
        DemandMethod method = method(in.readUTF());
        double alpha = in.readDouble();
        double beta = in.readDouble();
        double spread = in.readDouble();
        DemandState state = new DemandState(method, alpha, beta, in.readDouble(), in.readDouble(), spread);
        state.elapsed = in.readDouble();
        return state;
    }

    private static DemandMethod method(String name) throws IOException {
        for (DemandMethod method : DemandMethod.values()) {
            if (method.name().equals(name)) {
                return method;
            }
        }
        throw new IOException(String.format(
                Locale.ROOT, "No demand method is called %s.%nMaybe the bytes are of another version.", name));
    }
}
