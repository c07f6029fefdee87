package io.headroom.forecasting.internal.additive;

/**
 * A column that explains part of a series: one value for each step of the history. Unless it is 0 or 1 throughout it is
 * standardised for the fit, as in Prophet. Immutable and thread-safe.
 */
public final class Regressor {
    private final double[] values;
    private final double scale;
    private final double centre;
    private final double spread;

    /**
     * Makes a regressor.
     *
     * @param values one finite value for each step of the series
     * @param scale deviation of the normal prior of its coefficient, in units of the largest absolute value
     * @throws IllegalArgumentException if a value is not finite or the scale is not positive
     */
    public Regressor(double[] values, double scale) {
        this.values = values.clone();
        this.scale = scale;
        double sum = 0;
        boolean binary = true;
        for (double value : values) {
            binary &= value == 0 || value == 1;
            sum += value;
        }
        double mean = sum / Math.max(1, values.length);
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        if (!(scale > 0) || !(squares < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("regressor with prior scale " + scale + " and sum of squares " + squares
                    + " must be finite. Maybe a value is missing.");
        }
        double deviation = Math.sqrt(squares / Math.max(1, values.length - 1));
        this.centre = binary ? 0 : mean;
        this.spread = binary || !(deviation > 0) ? 1 : deviation;
    }

    int length() {
        return values.length;
    }

    double scale() {
        return scale;
    }

    double centre() {
        return centre;
    }

    double spread() {
        return spread;
    }

    /** The standardised value at a position of the history. */
    double standard(int position) {
        return (values[position] - centre) / spread;
    }
}
