package io.headroom.forecasting.internal.autoregression;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Lays values on a transformed scale with mean 0 and mean square 1, and back: z = (T(max(y, floor) + offset) - centre)
 * / scale. Immutable and thread-safe.
 */
public final class Standardization {
    /** A value below this share of the smallest positive one counts as that share: its logarithm would run away. */
    private static final double LEAST_SHARE = 0.5;

    private final Transform transform;
    private final double floor;
    private final double offset;
    private final double centre;
    private final double scale;

    private Standardization(Transform transform, double floor, double offset, double centre, double scale) {
        this.transform = transform;
        this.floor = floor;
        this.offset = offset;
        this.centre = centre;
        this.scale = scale;
    }

    /**
     * The standardization of a series.
     *
     * @param transform the scale; {@link Transform#LOG} needs values above 0
     * @param values at least one of them not NaN
     * @return mean 0 and mean square 1 over these values (scale 1 if all are the same)
     */
    public static Standardization of(Transform transform, double[] values) {
        return of(transform, values, 0);
    }

    /**
     * The standardization of a series that is moved up before it is transformed.
     *
     * @param transform the scale
     * @param values at least one of them not NaN
     * @param offset added to each value, 0 or more
     * @return mean 0 and mean square 1 over these values (scale 1 if all are the same)
     */
    public static Standardization of(Transform transform, double[] values, double offset) {
        double least = Double.POSITIVE_INFINITY;
        for (double y : values) {
            least = y + offset > 0 ? Math.min(least, y) : least;
        }
        double floor = transform == Transform.LEVEL ? Double.NEGATIVE_INFINITY : 0;
        if (transform == Transform.LOG && offset == 0) {
            floor = least * LEAST_SHARE;
        }
        double sum = 0;
        int n = 0;
        for (double y : values) {
            if (!Double.isNaN(y)) {
                sum += transform.of(Math.max(y, floor) + offset);
                n++;
            }
        }
        double centre = sum / n;
        double squares = 0;
        for (double y : values) {
            if (!Double.isNaN(y)) {
                double d = transform.of(Math.max(y, floor) + offset) - centre;
                squares += d * d;
            }
        }
        double scale = Math.sqrt(squares / n);
        return new Standardization(transform, floor, offset, centre, scale > 0 ? scale : 1);
    }

    /**
     * The scale.
     *
     * @return its transform
     */
    public Transform transform() {
        return transform;
    }

    /**
     * To the model's scale.
     *
     * @param y a value, or NaN
     * @return z, NaN for NaN
     */
    public double forward(double y) {
        return (transform.of(Math.max(y, floor) + offset) - centre) / scale;
    }

    /**
     * To the model's scale.
     *
     * @param values values, NaN where missing
     * @return a new array
     */
    public double[] forward(double[] values) {
        double[] z = new double[values.length];
        for (int i = 0; i < z.length; i++) {
            z[i] = forward(values[i]);
        }
        return z;
    }

    /**
     * Back from the model's scale.
     *
     * @param z a value of the model
     * @return the value
     */
    public double backward(double z) {
        return transform.inverse(centre + scale * z) - offset;
    }

    /**
     * Writes what {@link #readFrom} reads.
     *
     * @param out takes 34 bytes
     * @throws IOException if writing fails
     */
    public void writeTo(DataOutput out) throws IOException {
        out.writeUTF(transform.name());
        out.writeDouble(floor);
        out.writeDouble(offset);
        out.writeDouble(centre);
        out.writeDouble(scale);
    }

    /**
     * Reads what {@link #writeTo} wrote.
     *
     * @param in the bytes
     * @return an equal standardization
     * @throws IOException if the bytes are not one
     */
    public static Standardization readFrom(DataInput in) throws IOException {
        String name = in.readUTF();
        for (Transform transform : Transform.values()) {
            if (transform.name().equals(name)) {
                return new Standardization(
                        transform, in.readDouble(), in.readDouble(), in.readDouble(), in.readDouble());
            }
        }
        throw new IOException("transform '" + name + "' is not known here");
    }
}
