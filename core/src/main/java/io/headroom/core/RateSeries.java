package io.headroom.core;

import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;

/**
 * The rate of one flow on consecutive steps of a grid, per second (transactions or bytes). A step without data is missing,
 * which is not zero. Immutable and thread-safe.
 */
public final class RateSeries {
    private final TimeGrid grid;
    private final long firstIndex;
    private final double[] rates;

    private RateSeries(TimeGrid grid, long firstIndex, double[] rates) {
        this.grid = grid;
        this.firstIndex = firstIndex;
        this.rates = rates;
    }

    /**
     * A series from its rates.
     *
     * @param grid the grid
     * @param firstIndex index of the first step on the grid
     * @param rates rates per second, 0 or more; NaN marks a missing step; copied
     * @return the series
     * @throws IllegalArgumentException if a rate is negative or infinite
     */
    public static RateSeries of(TimeGrid grid, long firstIndex, double... rates) {
        double[] copy = rates.clone();
        for (int i = 0; i < copy.length; i++) {
            if (!Double.isNaN(copy[i])) {
                if (!(copy[i] >= 0 && copy[i] < Double.POSITIVE_INFINITY)) {
                    Checks.notNegative(copy[i], "rate of step " + i);
                }
                copy[i] += 0.0;
            }
        }
        return new RateSeries(grid, firstIndex, copy);
    }

    /**
     * The grid.
     *
     * @return the grid of the steps
     */
    public TimeGrid grid() {
        return grid;
    }

    /**
     * Where the series starts.
     *
     * @return grid index of the first step
     */
    public long firstIndex() {
        return firstIndex;
    }

    /**
     * Where the series ends.
     *
     * @return grid index after the last step
     */
    public long endIndex() {
        return firstIndex + rates.length;
    }

    /**
     * Number of steps, missing ones included.
     *
     * @return 0 or more
     */
    public int length() {
        return rates.length;
    }

    /**
     * The rate of a step.
     *
     * @param i position in the series, from 0
     * @return the rate per second, NaN if missing
     * @throws IndexOutOfBoundsException if {@code i} is outside [0, length)
     */
    public double rate(int i) {
        return rates[i];
    }

    /**
     * Whether a step is missing.
     *
     * @param i position in the series, from 0
     * @return true if there is no data
     * @throws IndexOutOfBoundsException if {@code i} is outside [0, length)
     */
    public boolean isMissing(int i) {
        return Double.isNaN(rates[i]);
    }

    /**
     * The start of a step.
     *
     * @param i position in the series, from 0
     * @return its first instant
     */
    public Instant start(int i) {
        return grid.start(firstIndex + i);
    }

    /**
     * All rates.
     *
     * @return a new array; NaN marks missing steps
     */
    public double[] toArray() {
        return rates.clone();
    }

    /**
     * A part of the series.
     *
     * @param from first position, from 0
     * @param to position after the last
     * @return the steps [from, to)
     * @throws IndexOutOfBoundsException if the range is not inside [0, length]
     */
    public RateSeries slice(int from, int to) {
        Objects.checkFromToIndex(from, to, rates.length);
        return new RateSeries(grid, firstIndex + from, Arrays.copyOfRange(rates, from, to));
    }

    /**
     * Number of steps that are not missing.
     *
     * @return 0 or more
     */
    public int observed() {
        int n = 0;
        for (double rate : rates) {
            if (!Double.isNaN(rate)) {
                n++;
            }
        }
        return n;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RateSeries s
                && firstIndex == s.firstIndex
                && grid.equals(s.grid)
                && Arrays.equals(rates, s.rates);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(rates) * 31 + Long.hashCode(firstIndex);
    }

    @Override
    public String toString() {
        return "RateSeries[" + rates.length + " steps of " + grid.step() + " from " + grid.start(firstIndex) + "]";
    }
}
