package io.headroom.simulation.strategy;

import java.util.Arrays;
import java.util.Objects;

/**
 * A read-only view of the first steps of a demand series: what a strategy may know at one moment.
 *
 * <p>Immutable and thread-safe. Indices count from the first sample of the series, training included.
 */
public final class SeenDemand {

    private final double[] values;
    private final int size;

    private SeenDemand(double[] values, int size) {
        this.values = values;
        this.size = size;
    }

    /**
     * A view over a copy of the given values.
     *
     * @param values demand per step, finite and at least 0
     * @return the view of all of them
     * @throws IllegalArgumentException if a value is negative or not finite
     */
    public static SeenDemand of(double... values) {
        double[] copy = values.clone();
        DemandValues.check("demand", copy);
        return new SeenDemand(copy, copy.length);
    }

    /**
     * The number of steps seen, which is also the index of the step that starts now.
     *
     * @return at least 0
     */
    public int size() {
        return size;
    }

    /**
     * The demand of one step. Constant time.
     *
     * @param step index in [0, {@link #size()})
     * @return finite, at least 0
     * @throws IndexOutOfBoundsException if the step has not been seen
     */
    public double at(int step) {
        return values[Objects.checkIndex(step, size)];
    }

    /**
     * The demand of the newest step.
     *
     * @return finite, at least 0
     * @throws IndexOutOfBoundsException if nothing has been seen
     */
    public double last() {
        return at(size - 1);
    }

    /**
     * The first steps of this view, without a copy.
     *
     * @param steps how many, in [0, {@link #size()}]
     * @return the shorter view
     * @throws IndexOutOfBoundsException if there are fewer
     */
    public SeenDemand first(int steps) {
        Objects.checkFromToIndex(0, steps, size);
        return new SeenDemand(values, steps);
    }

    /**
     * The largest demand seen. Linear time.
     *
     * @return finite, at least 0; 0 if nothing has been seen
     */
    public double max() {
        double max = 0;
        for (int i = 0; i < size; i++) {
            max = Math.max(max, values[i]);
        }
        return max;
    }

    /**
     * Copies a range of steps.
     *
     * @param from first step, in [0, to]
     * @param to step after the last one, at most {@link #size()}
     * @return a new array of {@code to - from} values
     * @throws IndexOutOfBoundsException if the range is not within what has been seen
     */
    public double[] copy(int from, int to) {
        Objects.checkFromToIndex(from, to, size);
        return Arrays.copyOfRange(values, from, to);
    }

    @Override
    public String toString() {
        return "SeenDemand[" + size + " steps]";
    }
}
