package io.headroom.forecasting.internal.ets;

/**
 * A series brought to magnitude one: (y - location) / scale, with NaN where there is no {@linkplain #isValue value}.
 *
 * <p>The scale is a power of two, so scaling rounds nothing and a fit of a series times a power of two is the same fit.
 * Forms without relative errors or factors also lose their first value, the location, which keeps digits when the
 * series varies little around a large value.
 */
final class Standardized {

    /** Beyond this, squares overflow. */
    private static final double LARGEST = 1e150;

    final double[] values;
    final double location;
    final double scale;
    final int observed;
    /** Whether every value, as given, is above zero. */
    final boolean positive;
    /**
     * Largest absolute value over the largest absolute deviation from the first value; infinite for a constant series.
     */
    final double relativeSize;

    private Standardized(
            double[] values, double location, double scale, int observed, boolean positive, double relativeSize) {
        this.values = values;
        this.location = location;
        this.scale = scale;
        this.observed = observed;
        this.positive = positive;
        this.relativeSize = relativeSize;
    }

    /** Tells whether a number counts as a value: it is not missing (NaN), nor infinite, nor beyond 1e150. */
    static boolean isValue(double number) {
        return Math.abs(number) <= LARGEST;
    }

    static Standardized of(double[] y, boolean centred) {
        int observed = 0;
        double first = 0;
        double largest = 0;
        double spread = 0;
        boolean positive = true;
        for (double value : y) {
            if (isValue(value)) {
                first = observed++ == 0 ? value : first;
                largest = Math.max(largest, Math.abs(value));
                spread = Math.max(spread, Math.abs(value - first));
                positive &= value > 0;
            }
        }
        double location = centred ? first : 0;
        double size = centred ? spread : largest;
        double scale = size > 0 ? Math.scalb(1.0, Math.getExponent(size)) : 1;
        double[] values = new double[y.length];
        for (int i = 0; i < y.length; i++) {
            values[i] = isValue(y[i]) ? (y[i] - location) / scale : Double.NaN;
        }
        return new Standardized(
                values,
                location,
                scale,
                observed,
                positive && observed > 0,
                spread > 0 ? largest / spread : Double.POSITIVE_INFINITY);
    }

    /** Returns what a negative log-likelihood of the values lacks to one of the series. */
    double shift() {
        return observed * StrictMath.log(scale);
    }
}
