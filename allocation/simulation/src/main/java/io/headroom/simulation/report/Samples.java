package io.headroom.simulation.report;

import java.util.Arrays;

/**
 * An immutable sequence of numbers, one for each point of a {@link TimeAxis}. NaN means missing and is drawn as a gap;
 * infinities are refused. Thread-safe.
 */
public final class Samples {

    private final double[] values;

    private Samples(double[] values) {
        this.values = values;
    }

    /**
     * Copies the numbers.
     *
     * @param values the numbers in time order, NaN where missing
     * @return the samples
     * @throws IllegalArgumentException if a number is infinite
     */
    public static Samples of(double... values) {
        double[] copy = Checks.present("samples", values).clone();
        for (int i = 0; i < copy.length; i++) {
            if (Double.isInfinite(copy[i])) {
                throw Checks.refused(
                        "sample " + i + " is " + copy[i] + ", needs a finite number or NaN for missing",
                        "a rate was divided by a step of length zero.");
            }
        }
        return new Samples(copy);
    }

    /**
     * How many points there are.
     *
     * @return the length, at least 0
     */
    public int size() {
        return values.length;
    }

    /**
     * The number at one point.
     *
     * @param index from 0 to {@code size() - 1}
     * @return the number, NaN if missing
     * @throws ArrayIndexOutOfBoundsException if there is no such point
     */
    public double at(int index) {
        return values[index];
    }

    /**
     * Whether a point has no number.
     *
     * @param index from 0 to {@code size() - 1}
     * @return true if it is missing
     * @throws ArrayIndexOutOfBoundsException if there is no such point
     */
    public boolean isMissing(int index) {
        return Double.isNaN(values[index]);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Samples samples && Arrays.equals(values, samples.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "Samples[" + values.length + "]";
    }
}
