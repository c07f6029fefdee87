package io.headroom.forecasting.internal.arima;

import java.util.Arrays;

/**
 * A series brought to magnitude one, (y - location) / scale, from its first value to its last, with guesses where a
 * value is missing.
 *
 * <p>The scale is a power of two, so scaling rounds nothing; the location, the first value or 0, keeps digits when the
 * series varies little around a large value. A guess is the mean of the nearest values at the same place of the season
 * before and after, or else lies on the line between neighbours.
 */
final class Standardized {
    /** Beyond this, squares overflow. */
    private static final double LARGEST = 1e150;

    private static final int SEASONS_AWAY = 3;
    private static final double PLACES = 0x1p32;

    /** Standardised values, the first and the last of which are not guesses. */
    final double[] values;
    /** Places of the guesses among the values. */
    final int[] missing;
    /** Steps before the first value. */
    final int first;

    final double location;
    final double scale;
    /** Largest absolute value over the largest absolute deviation from the first value; infinite for a constant. */
    final double relativeSize;

    private Standardized(
            double[] values, int[] missing, int first, double location, double scale, double relativeSize) {
        this.values = values;
        this.missing = missing;
        this.first = first;
        this.location = location;
        this.scale = scale;
        this.relativeSize = relativeSize;
    }

    /** Whether a number counts as a value: it is not missing (NaN), nor infinite, nor beyond 1e150. */
    static boolean isValue(double number) {
        return Math.abs(number) <= LARGEST;
    }

    /** Count of values of a series. */
    static int observed(double[] y) {
        int n = 0;
        for (double value : y) {
            n += isValue(value) ? 1 : 0;
        }
        return n;
    }

    /**
     * Standardises a series with at least one value.
     *
     * @param centred whether to subtract the first value
     */
    static Standardized of(double[] y, int period, boolean centred) {
        int first = 0;
        while (!isValue(y[first])) {
            first++;
        }
        int end = y.length;
        while (!isValue(y[end - 1])) {
            end--;
        }
        double start = y[first];
        double largest = 0;
        double spread = 0;
        for (double value : y) {
            if (isValue(value)) {
                largest = Math.max(largest, Math.abs(value));
                spread = Math.max(spread, Math.abs(value - start));
            }
        }
        double location = centred ? start : 0;
        double size = centred ? spread : largest;
        double scale = size > 0 ? Math.scalb(1.0, Math.max(-1000, Math.getExponent(size))) : 1;
        double[] values = new double[end - first];
        int[] missing = new int[values.length];
        int count = 0;
        for (int i = 0; i < values.length; i++) {
            double value = y[first + i];
            values[i] = isValue(value) ? (value - location) / scale : Double.NaN;
            if (!isValue(value)) {
                missing[count++] = i;
            }
        }
        missing = Arrays.copyOf(missing, count);
        fill(values, missing, period);
        double relative = spread > 0 ? largest / spread : Double.POSITIVE_INFINITY;
        return new Standardized(values, missing, first, location, scale, relative);
    }

    private static void fill(double[] values, int[] missing, int period) {
        double[] guesses = new double[missing.length];
        for (int k = 0; k < missing.length; k++) {
            double guess = period > 1 ? sameSeason(values, missing[k], period) : Double.NaN;
            guesses[k] = Double.isNaN(guess) ? onLine(values, missing[k]) : guess;
        }
        for (int k = 0; k < missing.length; k++) {
            values[missing[k]] = guesses[k];
        }
    }

    private static double sameSeason(double[] values, int place, int period) {
        double sum = 0;
        int n = 0;
        for (int sign = -1; sign <= 1; sign += 2) {
            for (int k = 1; k <= SEASONS_AWAY; k++) {
                long there = place + (long) sign * k * period;
                if (there >= 0 && there < values.length && !Double.isNaN(values[(int) there])) {
                    sum += values[(int) there];
                    n++;
                    break;
                }
            }
        }
        return sum / n;
    }

    private static double onLine(double[] values, int place) {
        int low = place;
        while (Double.isNaN(values[low])) {
            low--;
        }
        int high = place;
        while (Double.isNaN(values[high])) {
            high++;
        }
        return values[low] + (values[high] - values[low]) * (place - low) / (high - low);
    }

    /**
     * The same series with its largest value at one, rounded to 32 binary places. A multiple of a series is the same
     * rounded series, but for a rare last place, so that whatever is decided on it is the same; nearly as it is what is
     * estimated from it.
     */
    Standardized rounded() {
        double largest = 0;
        for (double value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        double[] result = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            result[i] = largest > 0 ? Math.rint(values[i] / largest * PLACES) / PLACES : 0;
        }
        return new Standardized(result, missing, first, location, scale * largest, relativeSize);
    }

    /** What a negative log-likelihood of so many standardised values lacks to one of the series. */
    double shift(int count) {
        return count * StrictMath.log(scale);
    }
}
