package io.headroom.forecasting;

import io.headroom.core.RateSeries;
import io.headroom.core.TimeGrid;
import java.util.Arrays;

/**
 * The last values of a series, NaN where missing. Takes memory for what it holds, up to its capacity. Not thread-safe.
 */
final class HistoryRing {
    private static final int SMALLEST = 64;

    private final int capacity;
    private double[] values;
    private long first;
    private long end;

    HistoryRing(int capacity) {
        this.capacity = capacity;
        this.values = new double[Math.min(capacity, SMALLEST)];
    }

    /** The first step kept. */
    long first() {
        return first;
    }

    /** The step after the last one kept; {@link #first} as long as nothing is. */
    long end() {
        return end;
    }

    /**
     * Makes room for the steps [from, to), before, after or inside what is there; what is new is missing. Where there
     * are more steps than the capacity, the earliest are forgotten.
     */
    void cover(long from, long to) {
        boolean empty = first == end;
        long newEnd = empty ? to : Math.max(end, to);
        long newFirst = Math.max(empty ? from : Math.min(first, from), newEnd - capacity);
        if (newEnd - newFirst > values.length) {
            grow((int) Math.min(capacity, Math.max(newEnd - newFirst, 2L * values.length)));
        }
        for (long i = newFirst; i < Math.min(first, newEnd) || (empty && i < newEnd); i++) {
            values[slot(i)] = Double.NaN;
        }
        for (long i = Math.max(end, newFirst); i < newEnd; i++) {
            values[slot(i)] = Double.NaN;
        }
        first = newFirst;
        end = newEnd;
    }

    private void grow(int length) {
        double[] old = values;
        values = new double[length];
        for (long i = first; i < end; i++) {
            values[slot(i)] = old[(int) Math.floorMod(i, (long) old.length)];
        }
    }

    /** Sets a value, unless its step is known or was forgotten; returns whether it was set. */
    boolean put(long index, double value) {
        boolean forgotten = first < end && index < end - capacity;
        if (forgotten || !Double.isNaN(get(index))) {
            return false;
        }
        cover(index, index + 1);
        values[slot(index)] = value;
        return true;
    }

    double get(long index) {
        return index < first || index >= end ? Double.NaN : values[slot(index)];
    }

    /** What was known before a step. */
    RateSeries before(TimeGrid grid, long to) {
        long last = Math.max(first, Math.min(end, to));
        double[] copy = new double[(int) (last - first)];
        Arrays.setAll(copy, i -> get(first + i));
        return RateSeries.of(grid, Math.min(first, to), copy);
    }

    private int slot(long index) {
        return (int) Math.floorMod(index, (long) values.length);
    }
}
