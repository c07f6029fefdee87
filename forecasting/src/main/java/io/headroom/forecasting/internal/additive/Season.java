package io.headroom.forecasting.internal.additive;

/**
 * A season as a sum of sines and cosines. Its period is a ratio of whole numbers, so that the phase of a step is exact
 * however far away it is. Immutable and thread-safe.
 *
 * @param numerator steps in {@code denominator} periods, 2 or more
 * @param denominator periods in {@code numerator} steps, 1 or more
 * @param order highest harmonic, 1 or more
 * @param skipped harmonics that are multiples of it are left to a shorter season; 0 if none are
 * @param scale deviation of the normal prior of each coefficient, in units of the largest absolute value
 */
public record Season(long numerator, long denominator, int order, int skipped, double scale) {
    /** Prophet's prior, wide. */
    private static final double WIDE = 10;

    /**
     * Checks the parts.
     *
     * @param numerator steps in {@code denominator} periods
     * @param denominator periods in {@code numerator} steps
     * @param order highest harmonic
     * @param skipped harmonics that are multiples of it are left out
     * @param scale deviation of the prior
     * @throws IllegalArgumentException if one is not positive or the period is below 2 steps
     */
    public Season {
        boolean ratio = denominator >= 1 && denominator <= 1 << 20 && numerator >= 2 * denominator;
        if (!ratio || order < 1 || skipped < 0 || skipped == 1 || !(scale > 0)) {
            throw new IllegalArgumentException("season of " + numerator + "/" + denominator + " steps, order " + order
                    + ", scale " + scale + " is not one. Maybe the period and its order were swapped.");
        }
    }

    /**
     * A season of whole steps.
     *
     * @param period steps, 2 or more
     * @param order highest harmonic, 1 or more
     * @return the season with a wide prior
     */
    public static Season of(int period, int order) {
        return new Season(period, 1, order, 0, WIDE);
    }

    /**
     * A season of a fraction of steps, such as 1461/4 days for a year.
     *
     * @param numerator steps in {@code denominator} periods
     * @param denominator periods in {@code numerator} steps
     * @param order highest harmonic
     * @return the season with a wide prior
     */
    public static Season ofRatio(long numerator, long denominator, int order) {
        return new Season(numerator, denominator, order, 0, WIDE);
    }

    /**
     * The same without the harmonics that a shorter season has.
     *
     * @param multiple of which harmonics are left out, 2 or more; 0 for none
     * @return a copy
     */
    public Season without(int multiple) {
        return new Season(numerator, denominator, order, multiple, scale);
    }

    /** Coefficients: a sine and a cosine for each harmonic. */
    int columns() {
        return 2 * (skipped == 0 ? order : order - order / skipped);
    }

    private boolean has(int harmonic) {
        return skipped == 0 || harmonic % skipped != 0;
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
        int column = at;
        for (int j = 1; j <= order; j++) {
            if (has(j)) {
                into[column] = s;
                into[column + 1] = c;
                column += 2;
            }
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
        int column = at;
        for (int j = 1; j <= order; j++) {
            if (has(j)) {
                sum += coefficients[column] * s + coefficients[column + 1] * c;
                column += 2;
            }
            double next = s * cosine + c * sine;
            c = c * cosine - s * sine;
            s = next;
        }
        return sum;
    }
}
