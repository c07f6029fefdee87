package io.headroom.forecasting.internal.autoregression;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Locale;

/**
 * A linear model of a series on its own lags, z(t) = constant + sum of coefficient[i] z(t - lag[i]), with z the
 * standardized value. A path is kept within the range that was seen, widened, whatever the roots of the model are.
 * Immutable and thread-safe.
 */
public final class LagModel {
    private static final double BELOW = 0.1;
    private static final double ABOVE = 0.25;
    private static final double BEYOND = 0.5;
    private static final int MOST_LAGS = 10_000;

    private final Standardization scale;
    private final int[] lags;
    private final double[] coefficients;
    private final double constant;

    LagModel(Standardization scale, int[] lags, double[] coefficients, double constant) {
        this.scale = scale;
        this.lags = lags;
        this.coefficients = coefficients;
        this.constant = constant;
    }

    /**
     * How many values back the model reads.
     *
     * @return the longest lag, 1 or more
     */
    public int memory() {
        return lags[lags.length - 1];
    }

    /**
     * The scale on which the model is linear.
     *
     * @return its standardization
     */
    public Standardization scale() {
        return scale;
    }

    /**
     * The value after the last one, in O(lags), without allocation.
     *
     * @param ring the last values, in a ring of {@link #memory} places or more
     * @param end the place after the last value
     * @return the value, not bounded; NaN if a value that it needs is missing
     */
    public double next(double[] ring, int end) {
        double sum = constant;
        for (int i = 0; i < lags.length; i++) {
            int at = end - lags[i];
            sum += coefficients[i] * scale.forward(ring[at < 0 ? at + ring.length : at]);
        }
        return scale.backward(sum);
    }

    /**
     * The values after the last one, in O(lags x steps), without allocation.
     *
     * @param ring the last values, in a ring of {@link #memory} places or more
     * @param end the place after the last value
     * @param least smallest value seen
     * @param largest largest value seen
     * @param out takes the path, one value a step; NaN from the first step on that needs a missing value
     */
    public void path(double[] ring, int end, double least, double largest, double[] out) {
        double low = scale.forward(least);
        double high = scale.forward(largest);
        double room = BEYOND * (high - low);
        for (int h = 0; h < out.length; h++) {
            double sum = constant;
            for (int i = 0; i < lags.length; i++) {
                int back = lags[i] - h;
                double z;
                if (back > 0) {
                    int at = end - back;
                    z = scale.forward(ring[at < 0 ? at + ring.length : at]);
                } else {
                    z = out[-back];
                }
                sum += coefficients[i] * z;
            }
            out[h] = Math.max(low - room, Math.min(high + room, sum));
        }
        double span = largest - least;
        for (int h = 0; h < out.length; h++) {
            out[h] = Math.max(least - BELOW * span, Math.min(largest + ABOVE * span, scale.backward(out[h])));
        }
    }

    /**
     * What a unit shock leaves after each step.
     *
     * @param horizon number of weights
     * @return the first is 1
     */
    public double[] impulse(int horizon) {
        double[] psi = new double[horizon];
        psi[0] = 1;
        for (int h = 1; h < horizon; h++) {
            double sum = 0;
            for (int i = 0; i < lags.length && lags[i] <= h; i++) {
                sum += coefficients[i] * psi[h - lags[i]];
            }
            psi[h] = Math.max(-1e3, Math.min(1e3, sum));
        }
        return psi;
    }

    /**
     * Writes what {@link #readFrom} reads.
     *
     * @param out takes about 12 bytes a lag
     * @throws IOException if writing fails
     */
    public void writeTo(DataOutput out) throws IOException {
        scale.writeTo(out);
        out.writeDouble(constant);
        out.writeInt(lags.length);
        for (int i = 0; i < lags.length; i++) {
            out.writeInt(lags[i]);
            out.writeDouble(coefficients[i]);
        }
    }

    /**
     * Reads what {@link #writeTo} wrote.
     *
     * @param in the bytes
     * @return an equal model
     * @throws IOException if the bytes are not one
     */
    public static LagModel readFrom(DataInput in) throws IOException {
        Standardization scale = Standardization.readFrom(in);
        double constant = in.readDouble();
        int n = in.readInt();
        if (n < 1 || n > MOST_LAGS) {
            throw new IOException(n + " lags are too few or too many");
        }
        int[] lags = new int[n];
        double[] coefficients = new double[n];
        int before = 0;
        for (int i = 0; i < n; i++) {
            lags[i] = in.readInt();
            coefficients[i] = in.readDouble();
            if (lags[i] <= before) {
                throw new IOException("lag " + lags[i] + " does not rise");
            }
            before = lags[i];
        }
        return new LagModel(scale, lags, coefficients, constant);
    }

    @Override
    public String toString() {
        return scale.transform().name().toLowerCase(Locale.ROOT) + ", " + lags.length + " lags up to " + memory();
    }
}
