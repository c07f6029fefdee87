package io.headroom.forecasting.internal.additive;

/**
 * A season as a sum of sines and cosines. Its period is a ratio of whole numbers, so that the phase of a step is exact
 * however far away it is. Immutable and thread-safe.
 *
 * @param numerator steps in {@code denominator} periods, 2 or more
 * @param denominator periods in {@code numerator} steps, 1 or more
 * @param order number of harmonics, 1 or more
 * @param scale deviation of the normal prior of each coefficient, in units of the largest absolute value
 */
public record Season(long numerator, long denominator, int order, double scale) {
    /** Prophet's prior, wide. */
    private static final double WIDE = 10;

    /**
     * Checks the parts.
     *
     * @param numerator steps in {@code denominator} periods
     * @param denominator periods in {@code numerator} steps
     * @param order number of harmonics
     * @param scale deviation of the prior
     * @throws IllegalArgumentException if one is not positive or the period is below 2 steps
     */
    public Season {
        if (denominator < 1 || denominator > 1 << 20 || numerator < 2 * denominator || order < 1 || !(scale > 0)) {
            throw new IllegalArgumentException("season of " + numerator + "/" + denominator + " steps, order " + order
                    + ", scale " + scale + " is not one. Maybe the period and its order were swapped.");
        }
    }

    /**
     * A season of whole steps.
     *
     * @param period steps, 2 or more
     * @param order number of harmonics, 1 or more
     * @return the season with a wide prior
     */
    public static Season of(int period, int order) {
        return new Season(period, 1, order, WIDE);
    }

    /**
     * A season of a fraction of steps, such as 1461/4 days for a year.
     *
     * @param numerator steps in {@code denominator} periods
     * @param denominator periods in {@code numerator} steps
     * @param order number of harmonics
     * @return the season with a wide prior
     */
    public static Season ofRatio(long numerator, long denominator, int order) {
        return new Season(numerator, denominator, order, WIDE);
    }

    /** Coefficients: a sine and a cosine for each harmonic. */
    int columns() {
        return 2 * order;
    }

    /** The phase of a step, in [0, numerator). */
    long phase(long step) {
        return Math.floorMod(Math.floorMod(step, numerator) * denominator, numerator);
    }

    /** The first harmonic's angle at a phase. */
    double angle(long phase) {
        return 2 * Math.PI * phase / numerator;
    }

    /**
     * Writes sin, cos of the first harmonic, of the second, and so on. Cost O(order): harmonics follow from the first
     * one by the addition theorem.
     */
    void fill(double sine, double cosine, double[] into, int at) {
        double s = sine;
        double c = cosine;
        for (int j = 0; j < order; j++) {
            into[at + 2 * j] = s;
            into[at + 2 * j + 1] = c;
            double next = s * cosine + c * sine;
            c = c * cosine - s * sine;
            s = next;
        }
    }

    /** The season at a step. */
    double value(long step, double[] coefficients, int at) {
        double angle = angle(phase(step));
        double sine = StrictMath.sin(angle);
        double cosine = StrictMath.cos(angle);
        double s = sine;
        double c = cosine;
        double sum = 0;
        for (int j = 0; j < order; j++) {
            sum += coefficients[at + 2 * j] * s + coefficients[at + 2 * j + 1] * c;
            double next = s * cosine + c * sine;
            c = c * cosine - s * sine;
            s = next;
        }
        return sum;
    }
}
